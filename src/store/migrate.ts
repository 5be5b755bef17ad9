import type { Customer, Order, OrderStatus } from '../domain/index.ts';
import { writeChange } from './commit.ts';
import { unpackTexts } from './packed.ts';
import { Places } from './places.ts';
import type { Traced } from './steps/history.ts';
import { emptyBase, readBase, type Tables } from './tables.ts';
import { emptyTexts, putTexts } from './texts.ts';

/** Version 1, the first preview build: whole customers in their rows, and orders by day alone. */
interface FirstCustomer extends Customer {
  readonly chunk: number;
  readonly slot: number;
  readonly contacts: readonly string[];
}

interface FirstChunk {
  readonly chunk: number;
  readonly offsets: Uint32Array;
  readonly day: Int32Array;
  readonly amount: Float64Array;
  /** Codes of the dictionary {of: 'order', values: {product}}. */
  readonly product: Uint32Array;
  /** 0 paid, 1 refunded, 2 cancelled. */
  readonly status: Uint8Array;
  readonly numbers: readonly string[];
}

const firstStatuses: readonly OrderStatus[] = ['paid', 'refunded', 'cancelled'];

/**
 * Turns the records of any earlier version into those of the current one, inside the transaction that `tables`
 * belong to: an older database when it is opened, an older backup when it is restored. A failure leaves what was.
 */
export async function migrate(tables: Tables): Promise<void> {
  await migrateFromFirst(tables);
  await packCustomers(tables); // versions 2 to 5; those before 5 lack tables, and nothing in those they have
}

/** Whether there is anything that an earlier version kept otherwise. */
export async function isEarlier({ customers }: Pick<Tables, 'customers'>): Promise<boolean> {
  return (await customers.count()) > 0;
}

/** Versions 2 to 5 kept every customer as a record of its own. */
async function packCustomers(tables: Tables): Promise<void> {
  if (!(await isEarlier(tables))) return;
  const { chunks } = await readBase(tables);
  const places = new Places();
  for (const [chunk, { size }] of chunks.entries()) {
    const ids = unpackTexts((await tables.ids.get(chunk))!.ids);
    const customers = new Map<number, Traced>();
    for (const row of await tables.customers.bulkGet(ids)) {
      const { chunk: _, slot, contacts: __, history = {}, ...texts } = row!;
      customers.set(slot, { customer: { ...texts, columns: {} }, history });
    }
    await putTexts(tables, places, emptyTexts(chunk), size, customers);
  }
  await places.write(tables);
  await tables.customers.clear();
}

/** Everything of version 1 is read, then written again as one change. Later versions stay as they are. */
async function migrateFromFirst(tables: Tables): Promise<void> {
  const base = await tables.meta.get('base');
  if (base ? 'chunks' in base : !(await isEarlier(tables))) return; // a later version
  const customers = (await tables.customers.toArray()) as unknown as FirstCustomer[];
  const chunks = (await tables.chunks.toArray()) as unknown as FirstChunk[];
  const products = (await tables.dictionaries.get('order'))?.values.product ?? [''];
  const { currency } = { ...emptyBase, ...base };
  await Promise.all(
    [tables.meta, tables.dictionaries, tables.customers, tables.chunks].map(table => table.clear()),
  );
  customers.sort((a, b) => a.chunk - b.chunk || a.slot - b.slot);
  const orders = new Map<string, Order[]>();
  for (const { id, chunk, slot } of customers) {
    const own = chunks.find(each => each.chunk === chunk);
    if (own) orders.set(id, ordersAt(own, slot, products, currency));
  }
  await writeChange(tables, {
    customers: customers.map(({ chunk: _chunk, slot: _slot, contacts: _contacts, ...customer }) => customer),
    orders,
    interactions: new Map(),
    currency,
  });
}

function ordersAt(chunk: FirstChunk, slot: number, products: readonly string[], currency: string): Order[] {
  const orders: Order[] = [];
  for (let row = chunk.offsets[slot]!; row < chunk.offsets[slot + 1]!; row++) {
    orders.push({
      number: chunk.numbers[row] ?? '',
      day: chunk.day[row]!,
      minute: -1,
      amount: chunk.amount[row]!,
      currency,
      product: products[chunk.product[row]!] ?? '',
      category: '',
      quantity: Number.NaN,
      channel: '',
      status: firstStatuses[chunk.status[row]!]!,
    });
  }
  return orders;
}

import Papa from 'papaparse';
import { guessMapping, inspectTable, Matcher, readRecords } from '../../src/intake/index.ts';
import { openStore } from '../../src/store/index.ts';

/** What it took to bring a file of orders in, in milliseconds and bytes. */
export interface IntakeTimes {
  /** PapaParse alone, streaming the same file. */
  readonly papa: number;
  /** From the file to stored chunks, and what of it reading, matching and writing took. */
  readonly all: number;
  readonly reading: number;
  readonly matching: number;
  readonly writing: number;
  /** The largest heap seen from the first byte read to the last chunk stored, garbage included. */
  readonly peak: number;
}

const name = 'tierlens-bench-intake';
const orders = 600_000;
const customers = 60_000;
const today = 20_700;

/** Reads, cleans, matches and stores 600,000 orders of 60,000 customers in an empty base of its own. */
export async function benchIntake(): Promise<IntakeTimes> {
  const file = ordersFile();
  const papa = await timed(() => papaAlone(file));
  await deleteBase();
  const store = openStore(name);
  let peak = 0;
  const look = () => {
    peak = Math.max(peak, heap());
  };
  try {
    const began = performance.now();
    const matcher = new Matcher();
    const table = await inspectTable(file);
    const { guess: mapping } = guessMapping(table.headings, table.sample, 'CNY');
    let refused = 0;
    for await (const { refusals } of readRecords(file, table, mapping, matcher, { today })) {
      refused += refusals.length;
      look();
    }
    const read = performance.now();
    const known = await store.allKnown();
    const matched = matcher.finish(known, { newId: () => crypto.randomUUID(), now: 0, source: file.name });
    look();
    const found = performance.now();
    const written = await store.commit({ ...matched, currency: 'CNY' }, { onProgress: look });
    const ended = performance.now();
    look();
    if (refused > 0 || written.orders !== orders || written.newCustomers !== customers)
      throw new Error(`${refused} refused, ${written.orders} orders, ${written.newCustomers} customers`);
    const [reading, matching, writing] = [read - began, found - read, ended - found];
    return { papa, all: ended - began, reading, matching, writing, peak };
  } finally {
    store.close();
    await deleteBase();
  }
}

/** Ten orders for each customer, in an order that mixes the customers. */
function ordersFile(): File {
  const parts: string[] = ['客户编号,姓名,手机,邮箱,订单号,下单时间,实付金额,订单状态\n'];
  for (let index = 0; index < orders; index++) {
    const customer = (index * 7_919) % customers;
    const day = new Date((today - 1_000 + (index % 1_000)) * 86_400_000).toISOString().slice(0, 10);
    const phone = 13_800_000_000 + customer;
    const amount = (((index * 37) % 90_000) + 100) / 100;
    const status = index % 29 === 0 ? '已退款' : '已付款';
    parts.push(
      `C${customer},客户${customer},${phone},c${customer}@example.com,N${index},${day} 14:30:00,${amount},${status}\n`,
    );
  }
  return new File([parts.join('')], 'orders.csv');
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 3; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[1]!;
}

/** PapaParse as a page would use it: streaming, the rows looked at and let go. */
function papaAlone(file: File): Promise<void> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse<string[]>(file, {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => (rows > orders ? resolve() : reject(new Error(`${rows} rows`))),
      error: reject,
    });
  });
}

function heap(): number {
  return (performance as unknown as { memory: { usedJSHeapSize: number } }).memory.usedJSHeapSize;
}

function deleteBase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

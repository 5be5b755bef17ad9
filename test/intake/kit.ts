import {
  type Customer,
  dayFromIso,
  type Interaction,
  type Order,
  Problem,
  type Refusal,
} from '../../src/domain/index.ts';
import {
  type CustomerPart,
  guessMapping,
  inspectTable,
  Matcher,
  readRecords,
  resolveMapping,
  type TableMapping,
} from '../../src/intake/index.ts';
import type { Party } from '../../src/intake/records/record.ts';

export const today = dayFromIso('2026-09-30')!;

/** A file as a drop gives it. */
export function fileOf(content: string | Uint8Array<ArrayBuffer>, name = 'test.csv'): File {
  return new File([content], name);
}

/** A row of a file as it was read. */
export interface ReadRow {
  readonly line: number;
  readonly customer: CustomerPart;
  readonly order: Order | null;
  readonly interaction: Interaction | null;
}

/** Keeps row by row what is matched. */
export class Kept extends Matcher {
  readonly customers: CustomerPart[] = [];

  override tell(part: CustomerPart, known?: Party): Party {
    this.customers.push(part);
    return super.tell(part, known);
  }

  /** The rows; `lines`: where they stand. */
  rows(lines: readonly number[]): ReadRow[] {
    const [orders, interactions] = [this.orders.rows, this.interactions.rows];
    return this.customers.map((customer, row) => ({
      line: lines[row]!,
      customer,
      order: orders.length > 0 ? orders.at(row) : null,
      interaction: interactions.length > 0 ? interactions.at(row) : null,
    }));
  }
}

/** Everything a file says, by the guessed mapping or another. */
export async function readAll(file: File, mapping?: TableMapping, signal?: AbortSignal) {
  const table = await inspectTable(file);
  const wanted = mapping ?? guessMapping(table.headings, table.sample, 'CNY').guess;
  const { mapping: used, made } = resolveMapping(wanted, [], { from: file.name, now: 1_000 });
  const kept = new Kept();
  const lines: number[] = [];
  const refusals: Refusal[] = [];
  for await (const batch of readRecords(file, table, used, kept, { today, signal, own: made })) {
    lines.push(...batch.lines);
    refusals.push(...batch.refusals);
  }
  return { table, mapping: used, made, kept, records: kept.rows(lines), refusals };
}

/** The code and place of the Problem that something is refused with. */
export async function problemOf(job: () => Promise<unknown>): Promise<Record<string, string | number>> {
  try {
    await job();
  } catch (problem) {
    if (!(problem instanceof Problem)) throw problem;
    return { code: problem.code, ...problem.args };
  }
  throw new Error('there was no problem');
}

/** Matches what was read, with ids c1, c2, ... */
export function match({ kept }: { readonly kept: Kept }, known: readonly Customer[] = []) {
  let serial = 0;
  return kept.finish(known, { newId: () => `c${++serial}`, now: 1_000, source: 'test.csv' });
}

export function ordersOf(orders: ReadonlyMap<string, readonly Order[]>): Order[] {
  return [...orders.values()].flat();
}

import type { Numbers, PackedTexts } from './packed.ts';
import { placeOf } from './packed.ts';
import { fold } from './search.ts';
import type { Tables } from './tables.ts';

/** Where a customer is: slot `slot` of chunk `chunk`. */
export interface Slot {
  readonly chunk: number;
  readonly slot: number;
}

type Read = Pick<Tables, 'numbers' | 'chunks'>;

/** The order numbers of every chunk, as they are compared. */
export type OrderNumbers = readonly { readonly chunk: number; readonly numbers: PackedTexts }[];

/** Whether a text may be the number of a customer or of an order, or the beginning of one. */
export function mayBeNumber(text: string): boolean {
  return /^[\p{L}\d_#/.-]{4,60}$/u.test(text) && text.replace(/\D/g, '').length >= 3;
}

export async function readOrderNumbers(tables: Read): Promise<OrderNumbers> {
  const records = await tables.numbers.toArray();
  return records.map(({ chunk, numbers: { text, ends } }) => {
    const lower = text.toLowerCase();
    return { chunk, numbers: { text: lower.length === text.length ? lower : text, ends } };
  });
}

/** The customers one of whose order numbers begins with a text, a whole number first. */
export async function findByOrder(
  tables: Read,
  all: OrderNumbers,
  text: string,
  limit: number,
): Promise<Slot[]> {
  const wanted = fold(text).replace(/^#/, '');
  const whole: [chunk: number, order: number][] = [];
  const begun: [chunk: number, order: number][] = [];
  for (const { chunk, numbers } of all) {
    for (let at = numbers.text.indexOf(wanted); at >= 0; at = numbers.text.indexOf(wanted, at + 1)) {
      if (begun.length >= limit && whole.length >= limit) break;
      const order = placeOf(numbers, at);
      if (at !== (order === 0 ? 0 : numbers.ends[order - 1]!)) continue;
      (at + wanted.length === numbers.ends[order] ? whole : begun).push([chunk, order]);
    }
  }
  const slots = new Map<string, Slot>();
  for (const [chunk, order] of [...whole, ...begun].slice(0, limit)) {
    const record = await tables.chunks.get(chunk);
    if (!record) continue;
    const slot = slotOf(record.orders.offsets, order);
    slots.set(`${chunk} ${slot}`, { chunk, slot });
  }
  return [...slots.values()];
}

/** The slot in whose range an order lies: offsets[slot] <= order < offsets[slot + 1]. */
function slotOf(offsets: Numbers, order: number): number {
  let low = 0;
  let high = offsets.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (offsets[middle]! <= order) low = middle;
    else high = middle - 1;
  }
  return low;
}

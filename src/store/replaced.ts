import type { FactTable } from '../domain/index.ts';
import { Vocabulary } from './dictionaries.ts';
import { readFacts } from './facts.ts';
import { CHUNK_SIZE, type ReplacedOrder } from './model.ts';
import { unpackTexts } from './packed.ts';
import { rowsOf } from './places.ts';
import { Aliases } from './steps/aliases.ts';
import { readBase, type Tables } from './tables.ts';

/** The first `limit` orders of the base that `orders` (by customer id) would replace, with their successors. */
export async function replacedOrders(
  tables: Tables,
  orders: FactTable<'order'>,
  limit: number,
): Promise<ReplacedOrder[]> {
  const aliases = await Aliases.read(tables);
  const vocabulary = await Vocabulary.read(tables);
  const { rows: facts } = orders;
  const current = Array.from(orders.keys(), given => ({ given, id: aliases.of(given).id }));
  const rows = await rowsOf(
    tables,
    await readBase(tables),
    current.map(({ id }) => id),
  );
  const byChunk = new Map<number, (typeof current)[number][]>();
  for (const each of current) {
    const row = rows.get(each.id);
    if (row === undefined) continue;
    const chunk = Math.floor(row / CHUNK_SIZE);
    const members = byChunk.get(chunk);
    if (members) members.push(each);
    else byChunk.set(chunk, [each]);
  }
  const found: ReplacedOrder[] = [];
  for (const [chunk, members] of byChunk) {
    const stored = await tables.chunks.get(chunk);
    const numbers = unpackTexts((await tables.numbers.get(chunk))?.numbers);
    for (const { id, given } of stored ? members : []) {
      const incoming = new Map(Array.from(orders.rowsOf(given)!, row => [facts.orderNumbers[row]!, row]));
      const slot = rows.get(id)! % CHUNK_SIZE;
      for (const before of readFacts('order', stored!.orders, numbers, slot, vocabulary)) {
        const row = before.number === '' ? undefined : incoming.get(before.number);
        if (row !== undefined) found.push({ customer: id, before, after: facts.at(row) });
        if (found.length === limit) return found;
      }
    }
  }
  return found;
}

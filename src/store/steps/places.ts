import { CHUNK_SIZE } from '../model.ts';
import { unpackTexts } from '../packed.ts';
import type { BaseRecord, Tables } from '../tables.ts';

/** Ids up to which single rows are looked up; for more, reading the packed ids of all chunks is faster. */
const FEW = 500;

/** The rows (chunk * CHUNK_SIZE + slot) of those ids that are stored. */
export async function rowsOf(
  tables: Pick<Tables, 'customers' | 'ids'>,
  base: BaseRecord,
  ids: readonly string[],
): Promise<Map<string, number>> {
  const rows = new Map<string, number>();
  if (base.chunks.length === 0) return rows;
  if (ids.length <= FEW) {
    for (const customer of await tables.customers.bulkGet([...ids])) {
      if (customer) rows.set(customer.id, customer.chunk * CHUNK_SIZE + customer.slot);
    }
    return rows;
  }
  const wanted = new Set(ids);
  for (const record of await tables.ids.toArray()) {
    unpackTexts(record.ids).forEach((id, slot) => {
      if (wanted.has(id)) rows.set(id, record.chunk * CHUNK_SIZE + slot);
    });
  }
  return rows;
}

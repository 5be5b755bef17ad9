import type { Subject } from '../../domain/index.ts';
import { formOf, type StoredColumns } from '../columns.ts';
import { Vocabulary } from '../dictionaries.ts';
import type { StoredFacts } from '../facts.ts';
import { type Numbers, narrow } from '../packed.ts';
import type { ChunkRecord, Tables } from '../tables.ts';

/** By subject and field id: the code that each code of the dictionary is to be from now on, 0 = nobody has it. */
type Recoding = ReadonlyMap<string, Uint32Array>;

const keyOf = (of: Subject, field: string) => `${of} ${field}`;

/**
 * Takes the values that nobody has any more out of the dictionaries and closes the gaps in the codes, inside the
 * transaction that `tables` belong to. One chunk is in memory at a time; chunks are written only where codes changed.
 */
export async function sweepDictionaries(tables: Tables): Promise<void> {
  const vocabulary = await Vocabulary.read(tables);
  const numbers = await tables.chunks.toCollection().primaryKeys();
  const used = new Map<string, Uint8Array>();
  for (const [of, field, { values }] of vocabulary.dictionaries()) {
    used.set(keyOf(of, field), new Uint8Array(values.length));
  }
  for (const number of numbers) {
    recode((await tables.chunks.get(number))!, vocabulary, (key, codes) => {
      const marks = used.get(key);
      if (marks) for (const code of codes) marks[code] = 1;
      return codes;
    });
  }
  const recoding: Recoding = new Map(Array.from(used, ([key, marks]) => [key, newCodes(marks)]));
  const isMoved = (key: string) => recoding.get(key)?.some((code, old) => code !== 0 && code !== old);
  const moved = new Set([...recoding.keys()].filter(isMoved));
  for (const number of moved.size > 0 ? numbers : []) {
    const record = (await tables.chunks.get(number))!;
    await tables.chunks.put(
      recode(record, vocabulary, (key, codes) => {
        const now = recoding.get(key);
        return now && moved.has(key) ? narrow(Uint32Array.from(codes, code => now[code]!)) : codes;
      }),
    );
  }
  for (const [of, field, { values }] of [...vocabulary.dictionaries()]) {
    const marks = used.get(keyOf(of, field))!;
    vocabulary.replace(
      of,
      field,
      values.filter((_, code) => code === 0 || marks[code] === 1),
    );
  }
  await vocabulary.write(tables);
}

function newCodes(marks: Uint8Array): Uint32Array {
  let next = 1;
  return Uint32Array.from(marks, (mark, code) => (code > 0 && mark === 1 ? next++ : 0));
}

/** The chunk with the codes of every coded column as `turn` gives them back. */
function recode(
  record: ChunkRecord,
  vocabulary: Vocabulary,
  turn: (key: string, codes: Numbers) => Numbers,
): ChunkRecord {
  return {
    ...record,
    columns: recodeColumns(record.columns, vocabulary, turn),
    orders: recodeFacts('order', record.orders, vocabulary, turn),
    interactions: recodeFacts('interaction', record.interactions, vocabulary, turn),
  };
}

function recodeColumns(
  { values, sets }: StoredColumns,
  vocabulary: Vocabulary,
  turn: (key: string, codes: Numbers) => Numbers,
): StoredColumns {
  const coded = codedFields('customer', vocabulary);
  return {
    values: Object.fromEntries(
      Object.entries(values).map(([id, codes]) => [
        id,
        coded.has(id) ? turn(keyOf('customer', id), codes) : codes,
      ]),
    ),
    sets: Object.fromEntries(
      Object.entries(sets).map(([id, { ends, codes }]) => [
        id,
        { ends, codes: turn(keyOf('customer', id), codes) },
      ]),
    ),
  };
}

function recodeFacts(
  of: 'order' | 'interaction',
  { offsets, columns }: StoredFacts,
  vocabulary: Vocabulary,
  turn: (key: string, codes: Numbers) => Numbers,
): StoredFacts {
  const coded = codedFields(of, vocabulary);
  const recoded = Object.entries(columns).map(
    ([id, codes]) => [id, coded.has(id) ? turn(keyOf(of, id), codes) : codes] as const,
  );
  return { offsets, columns: Object.fromEntries(recoded) };
}

function codedFields(of: Subject, vocabulary: Vocabulary): ReadonlySet<string> {
  const coded = vocabulary.columns(of).filter(field => formOf(field) === 'coded');
  return new Set(coded.map(({ id }) => id));
}

import type { OwnField, Recode } from '../domain/index.ts';
import { unknownOf, valuesOf, withColumn } from './columns.ts';
import { Vocabulary } from './dictionaries.ts';
import type { StoredFacts } from './facts.ts';
import { putHistories, readHistories } from './histories.ts';
import type { Retyped, WriteOptions } from './model.ts';
import { stopIfCancelled } from './problems.ts';
import { contributionOf, type FieldValue, type FieldValues, type History } from './steps/history.ts';
import { type ChunkRecord, readBase, readFields, type Tables } from './tables.ts';
import { readTexts } from './texts.ts';

type Values = readonly (string | number | null)[];

/**
 * Gives a field another kind, inside the transaction that `tables` belong to: every value of it, the earlier ones
 * that a step back needs too, is read anew. With `write` false nothing is changed: only told what would be.
 */
export async function retype(
  tables: Tables,
  to: OwnField,
  recode: Recode,
  { write, signal, onProgress }: WriteOptions & { readonly write: boolean },
): Promise<Retyped> {
  const fields = await readFields(tables);
  const from = fields.find(({ id }) => id === to.id);
  if (!from) return { known: 0, lost: 0, examples: [] };
  const vocabulary = await Vocabulary.read(tables);
  const texts = vocabulary.dictionary(to.of, to.id).values;
  vocabulary.drop(to.of, to.id);
  const dictionary = vocabulary.dictionary(to.of, to.id);
  const lost = new Map<string | number, number>();
  let known = 0;
  const read = (value: string | number | null, raw?: string) => {
    if (value === null) return null;
    known++;
    const found = recode(value, raw);
    if (found === null) lost.set(value, (lost.get(value) ?? 0) + 1);
    return found;
  };
  const base = await readBase(tables);
  for (const [at, { size }] of base.chunks.entries()) {
    stopIfCancelled(signal);
    const chunk = (await tables.chunks.get(at))!;
    const raws = await rawsOf(tables, at, to.id);
    const renew = (old: Values) => old.map((value, slot) => read(value, raws.get(slot)));
    let changed: ChunkRecord;
    if (to.of === 'customer') {
      const found = renew(valuesOf(chunk.columns, from, size, texts));
      changed = { ...chunk, columns: withColumn(chunk.columns, to, found, dictionary) };
    } else {
      const part = to.of === 'order' ? 'orders' : 'interactions';
      const facts = chunk[part];
      const found = valuesOf({ values: facts.columns, sets: {} }, from, facts.offsets.at(-1)!, texts);
      const { values } = withColumn(
        { values: facts.columns, sets: {} },
        to,
        found.map(value => read(value)),
        dictionary,
      );
      changed = { ...chunk, [part]: { ...facts, columns: values } satisfies StoredFacts };
    }
    if (write) {
      await tables.chunks.put(changed);
      await retypeHistories(tables, chunk.chunk, from, to, recode);
    }
    onProgress?.(at + 1, base.chunks.length);
  }
  stopIfCancelled(signal);
  if (write) {
    await tables.merges.toCollection().modify((merge, place) => {
      const { customer, history } = merge.dropped;
      const { [to.id]: value, ...columns } = customer.columns;
      const found = value === undefined ? null : recode(value, rawOf(history, to.id));
      const dropped = {
        customer: { ...customer, columns: found === null ? columns : { ...columns, [to.id]: found } },
        history: retyped(history, from, to, recode),
      };
      place.value = { ...merge, dropped };
    });
    await tables.meta.put({ key: 'fields', fields: fields.map(field => (field === from ? to : field)) });
    await vocabulary.write(tables);
    await tables.meta.put({ ...base, revision: base.revision + 1 });
  }
  const most = [...lost].sort((a, b) => b[1] - a[1]);
  const count = most.reduce((sum, [, times]) => sum + times, 0);
  return { known, lost: count, examples: most.slice(0, 5).map(([value]) => value) };
}

/** The cells that the customers' values of now were read from, by slot, where they were kept. */
async function rawsOf(tables: Tables, chunk: number, id: string): Promise<ReadonlyMap<number, string>> {
  const raws = new Map<number, string>();
  for (const [slot, history] of await historiesOf(tables, chunk)) {
    const raw = rawOf(history, id);
    if (raw !== undefined) raws.set(slot, raw);
  }
  return raws;
}

function rawOf(history: History, id: string): string | undefined {
  return (contributionOf(history, id) ?? history).raws?.[id];
}

async function historiesOf(tables: Tables, chunk: number): Promise<Map<number, History>> {
  return readHistories(tables, (await readTexts(tables, [chunk]))[0]!);
}

async function retypeHistories(
  tables: Tables,
  chunk: number,
  from: OwnField,
  to: OwnField,
  recode: Recode,
): Promise<void> {
  const histories = [...(await historiesOf(tables, chunk))].filter(([, { later, older }]) => later || older);
  const renewed = histories.map(([slot, history]) => [slot, retyped(history, from, to, recode)] as const);
  await putHistories(tables, chunk, new Map(renewed));
}

/** A history with the values of one field read anew. */
function retyped(history: History, from: OwnField, to: OwnField, recode: Recode): History {
  const { id } = to;
  const renew = (values: FieldValues, raw: string | undefined): FieldValues => {
    const value: FieldValue | undefined = values[id];
    if (typeof value !== 'string' && typeof value !== 'number') return values;
    return { ...values, [id]: recode(value, raw) };
  };
  const { under, later, older } = history;
  return {
    ...history,
    ...(under && { under: renew(under, history.raws?.[id]) }),
    ...(later && { later: later.map(each => ({ ...each, set: renew(each.set, each.raws?.[id]) })) }),
    ...(older &&
      to.of === 'order' && {
        older: older.map(fact => {
          const value = fact[id];
          if (value === undefined) return fact;
          const none = value === '' || Object.is(value, unknownOf(from));
          const found = none ? null : recode(value);
          return { ...fact, [id]: found ?? (to.kind === 'text' ? '' : Number.NaN) };
        }),
      }),
  };
}

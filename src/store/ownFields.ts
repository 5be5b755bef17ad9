import { Vocabulary } from './dictionaries.ts';
import type { StoredFacts } from './facts.ts';
import { readBase, readFields, type Tables } from './tables.ts';

/** Whether anybody has a value in a field of the workspace's own. */
export async function isFieldUsed(tables: Pick<Tables, 'chunks'>, id: string): Promise<boolean> {
  for (const chunk of await tables.chunks.toCollection().primaryKeys()) {
    const { columns, orders, interactions } = (await tables.chunks.get(chunk))!;
    if ([columns.values, columns.sets, orders.columns, interactions.columns].some(each => id in each))
      return true;
  }
  return false;
}

/** Takes a field and its values out of every chunk, inside the transaction that `tables` belong to. */
export async function dropField(tables: Tables, id: string): Promise<void> {
  const known = await readFields(tables);
  const field = known.find(each => each.id === id);
  if (!field) return;
  const fields = known.filter(each => each !== field);
  await tables.meta.put({ key: 'fields', fields });
  for (const chunk of await tables.chunks.toCollection().primaryKeys()) {
    const record = (await tables.chunks.get(chunk))!;
    const { columns, orders, interactions } = record;
    await tables.chunks.put({
      ...record,
      ...(field.of === 'customer' && {
        columns: { values: without(columns.values, id), sets: without(columns.sets, id) },
      }),
      ...(field.of === 'order' && { orders: withoutColumn(orders, id) }),
      ...(field.of === 'interaction' && { interactions: withoutColumn(interactions, id) }),
    });
  }
  const vocabulary = await Vocabulary.read(tables, fields);
  vocabulary.drop(field.of, id);
  await vocabulary.write(tables);
  const base = await readBase(tables);
  await tables.meta.put({ ...base, revision: base.revision + 1 });
}

function withoutColumn(facts: StoredFacts, id: string): StoredFacts {
  return { ...facts, columns: without(facts.columns, id) };
}

function without<Value>(columns: Readonly<Record<string, Value>>, id: string): Record<string, Value> {
  return Object.fromEntries(Object.entries(columns).filter(([key]) => key !== id));
}

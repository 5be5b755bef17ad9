import { Problem } from '../../domain/index.ts';
import { type Fact, settle } from '../facts.ts';
import type { MergeRequest, WriteOptions } from '../model.ts';
import { stopIfCancelled } from '../problems.ts';
import type { MergeRow, Tables } from '../tables.ts';
import { Aliases } from './aliases.ts';
import {
  type Contribution,
  contribute,
  type FieldValue,
  type FieldValues,
  fieldsOf,
  groundsOf,
  keyOf,
  type Traced,
  withoutContributions,
} from './history.ts';
import { type Entry, OpenBase } from './open.ts';

/**
 * Makes one customer of two, for every request, inside the transaction that `tables` belong to. The ids of the
 * merges, in their order. Throws the Problems 'mergeSame' and 'customerGone'; ids of customers that were taken in
 * by an earlier one stand for the one that took them in.
 */
export async function mergeAll(
  tables: Tables,
  requests: readonly MergeRequest[],
  at: number,
  { signal, onProgress }: WriteOptions = {},
): Promise<number[]> {
  const open = await OpenBase.open(tables);
  const aliases = await Aliases.read(tables);
  await open.find(requests.flatMap(({ keep, drop }) => [aliases.of(keep).id, aliases.of(drop).id]));
  const merges: number[] = [];
  for (const { keep, drop, fields } of requests) {
    stopIfCancelled(signal);
    const ids = { keep: aliases.of(keep).id, drop: aliases.of(drop).id };
    if (ids.keep === ids.drop) throw new Problem('mergeSame');
    const [kept, dropped] = [await open.get(ids.keep), await open.get(ids.drop)];
    if (!kept || !dropped) throw new Problem('customerGone');
    const row = { ...ids, fields, at, ...ofBoth(kept, dropped) };
    const id = await tables.merges.add(row);
    open.put(united(kept, dropped, { ...row, id }));
    open.remove(ids.drop);
    aliases.add({ ...row, id });
    merges.push(id);
    onProgress?.(merges.length, requests.length);
  }
  stopIfCancelled(signal);
  await open.write();
  return merges;
}

function ofBoth(kept: Entry, dropped: Entry) {
  const [mine, other] = [kept.customer, dropped.customer];
  const known = new Set([...mine.emails, ...mine.phones].map(keyOf));
  const isNew = (each: string) => !known.has(keyOf(each));
  return {
    keepName: mine.name,
    dropName: other.name,
    dropped: { customer: other, history: dropped.history },
    emails: other.emails.filter(isNew),
    phones: other.phones.filter(isNew),
  };
}

function united(kept: Entry, dropped: Entry, { id, at, fields }: MergeRow): Entry {
  const mine = fieldsOf(kept.customer);
  const set = { ...mergedFields(mine, fieldsOf(dropped.customer), fields) };
  if (Object.keys(set).length > 0) set.updatedAt = at;
  const traced = contribute(kept, { step: 0, at, source: 'merge', part: 0, merge: id, set }, mine);
  const through = (facts: readonly Fact[] = []) =>
    facts.map(fact => ({ ...fact, part: Number(fact.part ?? 0) || id }));
  const { facts, older } = settle([
    ...through(dropped.history.older),
    ...through(dropped.orders),
    ...(kept.history.older ?? []),
    ...kept.orders,
  ]);
  return {
    ...withOlder(traced, older),
    orders: facts,
    interactions: [...through(dropped.interactions), ...kept.interactions],
  };
}

function mergedFields(
  mine: FieldValues,
  other: FieldValues,
  fields: MergeRequest['fields'],
): Record<string, FieldValue> {
  const set: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(other)) {
    const own = mine[field] ?? null;
    if (field === 'updatedAt') continue;
    if (Array.isArray(value)) {
      const known = new Set((own as readonly string[]).map(keyOf));
      const added = value.filter(each => !known.has(keyOf(each)));
      if (added.length > 0) set[field] = [...(own as readonly string[]), ...added] as FieldValue;
      continue;
    }
    const isBlank = own === null || own === '';
    const isWanted = fields[field] === 'drop' || (isBlank && fields[field] !== 'keep');
    if (isWanted && value !== null && value !== '' && value !== own) set[field] = value;
  }
  return set;
}

/**
 * Makes two customers of one again, for every merge in the order given. What belonged to the one that was taken in
 * goes back to it; so does what came later through its id or contacts: orders, interactions, changes of fields. All
 * other later changes stay with the kept customer. Throws the Problems 'mergeGone' and, where the kept one was itself
 * taken in since, 'mergeInside'.
 */
export async function unmergeAll(
  tables: Tables,
  ids: readonly number[],
  { signal, onProgress }: WriteOptions = {},
): Promise<void> {
  const open = await OpenBase.open(tables);
  const aliases = await Aliases.read(tables);
  const merges = new Map((await tables.merges.bulkGet([...ids])).map(merge => [merge?.id, merge]));
  await open.find(Array.from(merges.values(), merge => merge?.keep ?? ''));
  for (const [done, id] of ids.entries()) {
    stopIfCancelled(signal);
    const merge = merges.get(id);
    if (!merge) throw new Problem('mergeGone');
    const kept = await open.get(merge.keep);
    if (!kept) throw new Problem('mergeInside', { name: merge.keepName });
    const theirs = new Set([id, ...aliases.into(merge.drop).map(each => each.id)]);
    const { stays, goes } = parted(kept, merge, theirs);
    open.put(stays);
    await open.add(goes);
    aliases.remove(merge);
    merges.delete(id);
    onProgress?.(done + 1, ids.length);
  }
  await tables.merges.bulkDelete([...ids]);
  stopIfCancelled(signal);
  await open.write();
}

function parted(
  kept: Entry,
  { id, dropped }: MergeRow,
  theirs: ReadonlySet<number>,
): { stays: Entry; goes: Entry } {
  const isTheirs = ({ part }: { readonly part?: string | number }) => theirs.has(Number(part ?? 0));
  const own = <Of extends { readonly part?: string | number }>(of: Of): Of =>
    of.part === id ? { ...of, part: 0 } : of;
  const split = (facts: readonly Fact[]) => ({
    stay: facts.filter(fact => !isTheirs(fact)),
    go: facts.filter(isTheirs).map(own),
  });
  const versions = split([...(kept.history.older ?? []), ...kept.orders]);
  const interactions = split(kept.interactions);
  const [mine, their] = [settle(versions.stay), settle(versions.go)];
  const later = (kept.history.later ?? []).filter(isTheirs);
  const grounds = groundsOf(kept.history);
  const back = later.reduce<Traced>(
    (traced, each) => contribute(traced, own(each as Contribution & { part: number }), grounds.get(each)!),
    dropped,
  );
  const rest = withoutContributions(kept, each => each.merge !== id && !isTheirs(each));
  return {
    stays: { ...withOlder(rest, mine.older), orders: mine.facts, interactions: interactions.stay },
    goes: { ...withOlder(back, their.older), orders: their.facts, interactions: interactions.go },
  };
}

/** The customer with these earlier versions of orders. */
export function withOlder({ customer, history }: Traced, older: readonly Fact[]): Traced {
  const { older: _, ...rest } = history;
  return { customer, history: older.length > 0 ? { ...rest, older } : rest };
}

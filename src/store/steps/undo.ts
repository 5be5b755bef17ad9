import { Problem } from '../../domain/index.ts';
import { type Fact, settle } from '../facts.ts';
import { CHUNK_SIZE, type UndoSummary, type WriteOptions } from '../model.ts';
import { dropField, isFieldUsed } from '../ownFields.ts';
import { stopIfCancelled } from '../problems.ts';
import { readBase, type Tables } from '../tables.ts';
import { Aliases } from './aliases.ts';
import { differences, type Traced } from './history.ts';
import { withOlder } from './merging.ts';
import { type Entry, OpenBase } from './open.ts';
import { forgetPairs } from './removing.ts';
import { identityAlone, Stripper } from './strip.ts';
import { sweepDictionaries } from './sweep.ts';

/**
 * What taking an import back would do: to be asked inside a reading transaction. Throws 'importGone' where there is
 * no such import, it was taken back already, or an earlier version of the product made it.
 */
export async function planUndo(tables: Tables, id: number, options: WriteOptions = {}): Promise<UndoSummary> {
  return (await walk(tables, id, options, false)).summary;
}

/**
 * Takes an import back, inside the transaction that `tables` belong to: its orders and interactions go, orders that
 * it replaced return, fields get the values that they would have without it, and customers that it made go, except
 * those on whom something later hangs: they keep their name and contacts. Own fields that it brought go where
 * nothing else filled them, and the currency is the one from before where no import followed.
 */
export async function undoImport(
  tables: Tables,
  id: number,
  at: number,
  options: WriteOptions = {},
): Promise<UndoSummary> {
  const { open, gone, vanished, renewed, summary } = await walk(tables, id, options, true);
  for (const merge of vanished) await tables.merges.delete(merge);
  for (const [merge, dropped] of renewed) await tables.merges.update(merge, { dropped });
  if (gone.size > 0) await forgetPairs(tables, gone);
  stopIfCancelled(options.signal);
  await open.write();
  const { currencyBefore, ownFields = [] } = (await tables.imports.get(id))!;
  for (const field of ownFields) if (!(await isFieldUsed(tables, field))) await dropField(tables, field);
  await sweepDictionaries(tables);
  const following = await tables.imports.where(':id').above(id).toArray();
  if (currencyBefore && following.every(({ undoneAt }) => undoneAt !== undefined)) {
    await tables.meta.put({ ...(await readBase(tables)), currency: currencyBefore });
  }
  await tables.imports.update(id, { undoneAt: at });
  stopIfCancelled(options.signal);
  return summary;
}

interface Walked {
  readonly open: OpenBase;
  readonly gone: ReadonlySet<string>;
  /** Merges of customers that the import made and nothing hangs on. */
  readonly vanished: ReadonlySet<number>;
  /** What was merged into others, as it is without the import. */
  readonly renewed: ReadonlyMap<number, Traced>;
  readonly summary: UndoSummary;
}

async function walk(
  tables: Tables,
  id: number,
  { signal, onProgress }: WriteOptions,
  writes: boolean,
): Promise<Walked> {
  const record = await tables.imports.get(id);
  if (!record || record.undoneAt !== undefined || record.currencyBefore === undefined) {
    throw new Problem('importGone');
  }
  const open = await OpenBase.open(tables);
  const stripper = new Stripper(id, await Aliases.read(tables));
  const chunks = new Set(
    open.summaries.flatMap(({ steps = [] }, chunk) => (steps.includes(id) ? [chunk] : [])),
  );
  await open.find(stripper.touched);
  for (const kept of stripper.touched) chunks.add(Math.floor(open.rowOf(kept)! / CHUNK_SIZE));
  const gone = new Set<string>();
  const counts = { customers: 0, staying: 0, restored: 0, orders: 0, returning: 0, interactions: 0 };
  let done = 0;
  for (const chunk of chunks) {
    stopIfCancelled(signal);
    for (const entry of await open.entries(chunk)) {
      const after = entryWithout(entry, id, stripper);
      if (after === entry) continue;
      count(counts, entry, after, id);
      if (after === null) gone.add(entry.customer.id);
      if (writes && after) open.put(after);
      if (writes && !after) open.remove(entry.customer.id);
    }
    await open.close(chunk);
    onProgress?.(++done, chunks.size);
  }
  const { vanished, renewed } = stripper;
  return { open, gone, vanished, renewed, summary: counts };
}

/** The customer as it is without the import; the same where it has no part in it, null where nothing is left. */
function entryWithout(entry: Entry, step: number, stripper: Stripper): Entry | null {
  const isOther = (fact: Fact) => Number(fact.step ?? 0) !== step;
  const versions = [...(entry.history.older ?? []), ...entry.orders];
  const [left, interactions] = [versions.filter(isOther), entry.interactions.filter(isOther)];
  const stripped = stripper.strip(entry, entry.customer.id, [...left, ...interactions]);
  const isMade = entry.history.made === step;
  const isUntouched = left.length === versions.length && interactions.length === entry.interactions.length;
  if (!isMade && isUntouched && stripped === (entry as Traced)) return entry;
  const isHeld =
    left.length > 0 ||
    interactions.length > 0 ||
    (stripped.history.later ?? []).length > 0 ||
    stripper.holds(entry.customer.id);
  if (isMade && !isHeld) return null;
  const { facts, older } = settle(left);
  const traced = isMade ? identityAlone(stripped) : stripped;
  return { ...withOlder(traced, older), orders: facts, interactions };
}

function count(
  counts: { -readonly [Key in keyof UndoSummary]: number },
  before: Entry,
  after: Entry | null,
  step: number,
): void {
  const known = new Set(before.orders);
  counts.orders += before.orders.filter(fact => fact.step === step).length;
  counts.interactions += before.interactions.filter(fact => fact.step === step).length;
  counts.returning += (after?.orders ?? []).filter(fact => !known.has(fact)).length;
  if (!after) counts.customers++;
  else if (before.history.made === step) counts.staying++;
  else if (Object.keys(differences(before.customer, after.customer)).length > 0) counts.restored++;
}

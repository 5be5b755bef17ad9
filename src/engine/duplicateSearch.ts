import { Problem } from '../domain/index.ts';
import {
  type DuplicateRecord,
  type DuplicateSearch,
  duplicateRecord,
  type EarlierSearch,
  findDuplicates,
  type LearnedWeights,
  markOf,
} from '../intake/index.ts';
import type { KeptPair, KeptSearch } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { breathe } from './jobs.ts';

/** Customers read at once, and milliseconds of work between two pauses. */
const READ = 1_024;
const SLICE = 20;
/** Crowds that are kept: the largest. */
const mostCrowds = 100;
/** Where more than one in so many records changed, what the last search learned no longer fits. */
const learnAnew = 4;

/** Searches the whole base and keeps the pairs with their reasons, as one write at the end. */
export async function searchWhole(
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  const { revision } = await context.state();
  const { records, marks } = await readRecords(context, onProgress, signal);
  const search = await inSlices(findDuplicates(records), onProgress, signal);
  const kept: KeptSearch = {
    at: context.now().getTime(),
    revision,
    customers: records.length,
    compared: search.compared,
    weights: JSON.stringify(search.weights),
    crowds: crowdsOf(search, records),
  };
  await keep(context, kept, marks, await pairsOf(search, records, onProgress, signal), 'all', onProgress);
}

/**
 * Brings the last search up to date: records that are new or changed are compared with all others, under the same
 * keys and with the weights of the last search of the whole base. Pairs of which neither record changed stay as they
 * were found. Where much of the base changed, the whole is searched again.
 */
export async function searchChanged(
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<void> {
  while (!(await compareChanged(context, onProgress, signal)));
}

/** True once it is done; false where the base changed meanwhile, and what was found is of no moment of it. */
async function compareChanged(
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<boolean> {
  const { store } = context;
  const { revision } = await context.state();
  const last = await store.pairSearch();
  if (!last || last.revision === revision) return true;
  const { records, marks } = await readRecords(context, onProgress, signal);
  const seen = new Set(await store.pairsSeen());
  const changed = Uint8Array.from(marks, mark => Number(!seen.has(mark)));
  const count = changed.reduce((sum, each) => sum + each, 0);
  if (count * learnAnew > records.length) {
    await searchWhole(context, onProgress, signal);
    return true;
  }
  const earlier: EarlierSearch = { weights: JSON.parse(last.weights) as LearnedWeights, changed };
  const search = count > 0 ? await inSlices(findDuplicates(records, earlier), onProgress, signal) : null;
  const pairs = search ? await pairsOf(search, records, onProgress, signal) : [];
  const crowds = search ? mergeCrowds(last.crowds, crowdsOf(search, records)) : last.crowds;
  const present = new Set(records.map(({ id }) => id));
  const gone = (await store.pairs()).flatMap(({ one, other }) => [one, other].filter(id => !present.has(id)));
  const touched = records.flatMap(({ id }, place) => (changed[place] ? [id] : []));
  const kept = { ...last, revision, customers: records.length, crowds };
  try {
    await keep(context, kept, marks, pairs, [...new Set([...touched, ...gone])], onProgress);
    return true;
  } catch (error) {
    if (error instanceof Problem && error.code === 'baseChanged') return false;
    throw error;
  }
}

async function readRecords(
  context: Context,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<{ records: DuplicateRecord[]; marks: Float64Array<ArrayBuffer> }> {
  const { ids, ownFields } = await context.base();
  const records: DuplicateRecord[] = [];
  for (let at = 0; at < ids.length; at += READ) {
    onProgress({ stage: 'reading', done: at, total: ids.length });
    await breathe(signal);
    for (const customer of await context.store.customers(ids.slice(at, at + READ)))
      records.push(duplicateRecord(customer, ownFields));
  }
  return { records, marks: Float64Array.from(records, markOf) };
}

async function pairsOf(
  search: DuplicateSearch,
  records: readonly DuplicateRecord[],
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<KeptPair[]> {
  const kept: KeptPair[] = [];
  for (const { one, other, score } of search.pairs) {
    if (kept.length % 500 === 499) {
      onProgress({ stage: 'weighing', done: kept.length, total: search.pairs.length });
      await breathe(signal);
    }
    const reasons = JSON.stringify(search.reasons(one, other));
    kept.push({ one: records[one]!.id, other: records[other]!.id, score, reasons });
  }
  return kept;
}

async function keep(
  context: Context,
  search: KeptSearch,
  marks: Float64Array<ArrayBuffer>,
  pairs: readonly KeptPair[],
  of: readonly string[] | 'all',
  onProgress: OnProgress,
): Promise<void> {
  onProgress({ stage: 'writing', done: 0, total: pairs.length });
  await context.store.keepPairs(search, marks, pairs, of);
}

type Crowds = KeptSearch['crowds'];

function crowdsOf(search: DuplicateSearch, records: readonly DuplicateRecord[]): Crowds {
  return search.crowds.slice(0, mostCrowds).map(crowd => ({
    ...crowd,
    examples: crowd.examples.map(place => records[place]!.id),
  }));
}

/** What is found now replaces what was: of contacts all, of others those that had a changed record in them. */
function mergeCrowds(before: Crowds, now: Crowds): Crowds {
  const isContact = ({ value }: Crowds[number]) => value !== '';
  const keyOf = ({ kind, examples }: Crowds[number]) => JSON.stringify([kind, examples[0]]);
  const renewed = new Set(now.map(keyOf));
  const stay = before.filter(crowd => !isContact(crowd) && !renewed.has(keyOf(crowd)));
  return [...now, ...stay].sort((one, other) => other.count - one.count).slice(0, mostCrowds);
}

/** Drives the search in slices, so that other calls are answered in between. */
export async function inSlices(
  steps: ReturnType<typeof findDuplicates>,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<DuplicateSearch> {
  let began = performance.now();
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - began < SLICE) continue;
    const { stage, done, total } = step.value;
    onProgress({ stage, done, total });
    await breathe(signal);
    began = performance.now();
  }
}

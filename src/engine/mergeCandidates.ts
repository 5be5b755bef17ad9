import type { Customer, OwnField } from '../domain/index.ts';
import { duplicateRecord, findDuplicates, roughKeys } from '../intake/index.ts';
import type { KnownCustomer } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { inSlices } from './duplicateSearch.ts';
import type { MergeCandidates, PlannedCustomer } from './importModel.ts';
import { breathe } from './jobs.ts';

/** How many new customers are looked at, and with how many of the base: enough for seconds, not minutes. */
const mostLooked = 10_000;
/** How many others of the base are taken in evenly, to see how rare a name or a mailbox is there. */
const background = 4_000;
/** Pairs less probable than this are not worth a look before an import. */
const leastScore = 0.5;
const told = 500;

/** The new customers who may be somebody of the base, or one another, though nothing that is a key says so. */
export async function mergeCandidates(
  context: Context,
  created: readonly Customer[],
  own: readonly OwnField[],
  planned: (customer: KnownCustomer, isNew: boolean) => PlannedCustomer,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<MergeCandidates> {
  const looked = created.slice(0, mostLooked);
  const none = { count: 0, looked: looked.length, pairs: [] };
  if (looked.length === 0) return none;
  const keys = new Set(looked.flatMap(roughKeys));
  const known = await context.store.allKnown();
  const every = Math.max(1, Math.ceil(known.length / background));
  const taken: string[] = [];
  let alike = 0;
  for (const [at, customer] of known.entries()) {
    if (at % 5_000 === 0) await breathe(signal);
    const isAlike = alike < mostLooked && roughKeys(customer).some(key => keys.has(key));
    if (isAlike) alike++;
    if (isAlike || at % every === 0) taken.push(customer.id);
  }
  const customers = [...looked, ...(await context.store.customers(taken))];
  const steps = findDuplicates(customers.map(customer => duplicateRecord(customer, own)));
  const search = await inSlices(steps, onProgress, signal);
  const pairs = search.pairs.filter(
    ({ one, other, score }) => score >= leastScore && Math.min(one, other) < looked.length,
  );
  return {
    ...none,
    count: new Set(pairs.map(({ one, other }) => Math.min(one, other))).size,
    pairs: pairs.slice(0, told).map(({ one, other, score }) => {
      const [first, second] = [Math.min(one, other), Math.max(one, other)];
      return {
        one: planned(customers[first]!, true),
        other: planned(customers[second]!, second < looked.length),
        score,
      };
    }),
  };
}

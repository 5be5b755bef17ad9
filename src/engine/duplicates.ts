import { type Customer, Problem } from '../domain/index.ts';
import {
  type DuplicatePair,
  type DuplicateReason,
  type DuplicateRecord,
  type DuplicateSearch,
  duplicateRecord,
  findDuplicates,
} from '../intake/index.ts';
import type { KnownCustomer, MergeRequest } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { breathe } from './jobs.ts';

/** A page of the pairs of at least a score, the most probable first. */
export interface DuplicatesRequest {
  readonly leastScore: number;
  readonly offset: number;
  readonly limit: number;
}

export interface DuplicatesPage {
  /** False before the first search: nothing is known then. */
  readonly isSearched: boolean;
  /** Customers were added or changed since the search. */
  readonly isStale: boolean;
  readonly total: number;
  readonly pairs: readonly PairHead[];
}

/** Two customers who may be one. */
export interface PairHead {
  readonly one: KnownCustomer;
  readonly other: KnownCustomer;
  /** Probability, 0 to 1. */
  readonly score: number;
}

/** A pair with both records whole and what speaks for and against it. `one` knows more, or was there first. */
export interface PairView {
  readonly one: Customer;
  readonly other: Customer;
  readonly score: number;
  readonly reasons: readonly DuplicateReason[];
}

/** What accepting everything of at least a score would do. */
export interface AcceptPlan {
  readonly merges: readonly MergeRequest[];
  /** Customers there would be of those taken together. */
  readonly customers: number;
  /** The least sure pairs of it, to be looked at before. */
  readonly doubtful: readonly PairHead[];
}

/** Customers read at once, and milliseconds of work between two pauses. */
const READ = 2_000;
const SLICE = 30;
const DOUBTFUL = 10;

interface Found {
  readonly search: DuplicateSearch;
  readonly ids: readonly string[];
  readonly places: ReadonlyMap<string, number>;
}

/** A pair that is still to be decided: places of the customers as they are now, and what was compared. */
interface OpenPair extends DuplicatePair {
  readonly compared: DuplicatePair;
}

/** The duplicates of the base: as last searched, without what was merged, erased or declared distinct since. */
export class Duplicates {
  readonly #context: Context;
  #found: Found | undefined;
  #revision = -1;

  constructor(context: Context) {
    this.#context = context;
  }

  /** Searches the whole base. How many pairs there are. */
  async find(onProgress: OnProgress, signal: AbortSignal): Promise<number> {
    const { revision } = await this.#context.state();
    const { ids: all, ownFields } = await this.#context.base();
    const records: DuplicateRecord[] = [];
    for (let at = 0; at < all.length; at += READ) {
      onProgress({ stage: 'reading', done: at, total: all.length });
      await breathe(signal);
      const customers = await this.#context.store.customers(all.slice(at, at + READ));
      for (const customer of customers) records.push(duplicateRecord(customer, ownFields));
    }
    const search = await inSlices(findDuplicates(records), onProgress, signal);
    const ids = records.map(({ id }) => id);
    this.#found = { search, ids, places: new Map(ids.map((id, place) => [id, place])) };
    this.#revision = revision;
    return (await this.#open()).length;
  }

  async page({ leastScore, offset, limit }: DuplicatesRequest): Promise<DuplicatesPage> {
    if (!this.#found) return { isSearched: false, isStale: false, total: 0, pairs: [] };
    const pairs = (await this.#open()).filter(({ score }) => score >= leastScore);
    return {
      isSearched: true,
      isStale: await this.#isStale(),
      total: pairs.length,
      pairs: await this.#heads(pairs.slice(offset, offset + limit)),
    };
  }

  /** One pair whole. Rejects with 'customerGone' where one of the two is no longer there. */
  async pair(one: string, other: string): Promise<PairView> {
    const customers = await this.#context.store.customers([one, other]);
    if (customers.length < 2) throw new Problem('customerGone');
    const [first, second] = richestFirst(customers);
    const { ids, search } = this.#found ?? { ids: [] };
    const pair = (await this.#open()).find(each => {
      const [left, right] = [ids[each.one], ids[each.other]];
      return (left === one && right === other) || (left === other && right === one);
    });
    const reasons = pair && search ? search.reasons(pair.compared.one, pair.compared.other) : [];
    return { one: first!, other: second!, score: pair?.score ?? 0, reasons };
  }

  /** What would be merged: whole groups, each into the record that knows most; none that was declared apart. */
  async plan(leastScore: number): Promise<AcceptPlan> {
    if (!this.#found) return { merges: [], customers: 0, doubtful: [] };
    const { search, ids } = this.#found;
    const open = (await this.#open()).filter(({ score }) => score >= leastScore);
    const distinct = await this.#distinct();
    const groups = search
      .groups(leastScore, open)
      .map(group => group.map(place => ids[place]!))
      .filter(group => group.every(one => group.every(other => !distinct.has(keyOf(one, other)))));
    const merges: MergeRequest[] = [];
    for (const group of groups) {
      const [keep, ...others] = richestFirst(await this.#context.store.customers(group));
      for (const { id } of others) merges.push({ keep: keep!.id, drop: id, fields: {} });
    }
    const doubtful = await this.#heads(open.slice(-DOUBTFUL).reverse());
    return { merges, customers: groups.length, doubtful };
  }

  /** Does what comes of a decision here: the pairs stay as fresh as they were. */
  async decide<Result>(work: () => Promise<Result>): Promise<Result> {
    const isStale = await this.#isStale();
    const result = await work();
    if (!isStale) this.#revision = (await this.#context.state()).revision;
    return result;
  }

  async #isStale(): Promise<boolean> {
    return (await this.#context.state()).revision !== this.#revision;
  }

  async #distinct(): Promise<Set<string>> {
    return new Set((await this.#context.store.distinctPairs()).map(([one, other]) => keyOf(one, other)));
  }

  async #open(): Promise<OpenPair[]> {
    if (!this.#found) return [];
    const { search, ids, places } = this.#found;
    await this.#context.state();
    const present = new Set((await this.#context.base()).ids);
    const distinct = await this.#distinct();
    const into = new Map((await this.#context.store.merges()).map(({ keep, drop }) => [drop, keep]));
    const placeNow = (place: number) => {
      let id = ids[place]!;
      for (let next = into.get(id); next !== undefined; next = into.get(id)) id = next;
      return present.has(id) ? places.get(id) : undefined;
    };
    const seen = new Set<string>();
    return search.pairs.flatMap(compared => {
      const [one, other] = [placeNow(compared.one), placeNow(compared.other)];
      if (one === undefined || other === undefined || one === other) return [];
      const key = keyOf(ids[one]!, ids[other]!);
      if (distinct.has(key) || seen.has(key)) return [];
      seen.add(key);
      return [{ one, other, score: compared.score, compared }];
    });
  }

  async #heads(pairs: readonly OpenPair[]): Promise<PairHead[]> {
    const ids = this.#found?.ids ?? [];
    const wanted = [...new Set(pairs.flatMap(({ one, other }) => [ids[one]!, ids[other]!]))];
    const customers = new Map((await this.#context.store.customers(wanted)).map(each => [each.id, each]));
    return pairs.flatMap(({ one, other, score }) => {
      const [left, right] = [customers.get(ids[one]!), customers.get(ids[other]!)];
      return left && right ? [{ one: headOf(left), other: headOf(right), score }] : [];
    });
  }
}

function headOf({ id, name, company, title, emails, phones }: Customer): KnownCustomer {
  return { id, name, company, title, emails, phones };
}

function keyOf(one: string, other: string): string {
  return JSON.stringify(one < other ? [one, other] : [other, one]);
}

/** The record that knows most comes first, of equal ones the one that was there first. */
function richestFirst(customers: readonly Customer[]): Customer[] {
  const known = ({ company, title, address, emails, phones, columns }: Customer) =>
    [company, title, address].filter(text => text !== '').length +
    emails.length +
    phones.length +
    Object.keys(columns).length;
  return [...customers].sort(
    (one, other) =>
      known(other) - known(one) || one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1),
  );
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

import { type Customer, type LikelyDuplicate, Problem } from '../domain/index.ts';
import { type DuplicateReason, groupDuplicates } from '../intake/index.ts';
import type { KnownCustomer, LinkedPair, MergeRequest, Store } from '../store/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import { searchChanged, searchWhole } from './duplicateSearch.ts';

/** A page of the pairs of at least a score, the most probable first. */
export interface DuplicatesRequest {
  readonly leastScore: number;
  readonly offset: number;
  readonly limit: number;
  /** Only the pairs of this customer. */
  readonly of?: string;
}

export interface DuplicatesPage {
  /** False before the first search: nothing is known then. */
  readonly isSearched: boolean;
  /** Customers were added or changed since; see `refreshDuplicates`. */
  readonly isStale: boolean;
  /** When the whole base was last searched, milliseconds since 1970, and how many pairs were compared then. */
  readonly at: number;
  readonly compared: number;
  /** What was left out because too many share it, the largest first. */
  readonly crowds: readonly CrowdView[];
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

/** Customers that were not compared, or a contact that did not count, because so many share it. */
export interface CrowdView {
  /** What they share: 'sharedEmail', 'sharedPhone', or the kind of key by which they were to be compared. */
  readonly kind: string;
  /** The contact, '' for others. */
  readonly value: string;
  readonly count: number;
  /** Some of them. */
  readonly examples: readonly { readonly id: string; readonly name: string }[];
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

const DOUBTFUL = 10;
/** From here on the user is told wherever the customer is shown. */
const LIKELY = 0.95;
const nothingFound: DuplicatesPage = {
  isSearched: false,
  isStale: false,
  at: 0,
  compared: 0,
  crowds: [],
  total: 0,
  pairs: [],
};

/** A pair that is still to be decided: the customers as they are now, and those that were compared. */
interface OpenPair extends LinkedPair {
  readonly compared: LinkedPair;
}

/** The duplicates of the base: as last searched, without what was merged, erased or declared distinct since. */
export class Duplicates {
  readonly #context: Context;
  #found: { readonly stamp: string; readonly pairs: readonly LinkedPair[] } | undefined;
  /** The latest revision that came of nothing but decisions on the pairs. */
  #decided = -1;
  #searches: Promise<void> = Promise.resolve();

  constructor(context: Context) {
    this.#context = context;
  }

  /** Searches the whole base. How many pairs there are. */
  async find(onProgress: OnProgress, signal: AbortSignal): Promise<number> {
    await this.#afterOthers(() => searchWhole(this.#context, onProgress, signal));
    return (await this.#open()).length;
  }

  /** Compares what changed since the last search; nothing to do before the first. */
  refresh(onProgress: OnProgress, signal: AbortSignal): Promise<void> {
    return this.#afterOthers(async () => {
      if (await this.#isStale()) await searchChanged(this.#context, onProgress, signal);
    });
  }

  async page({ leastScore, offset, limit, of }: DuplicatesRequest): Promise<DuplicatesPage> {
    const search = await this.#context.store.pairSearch();
    if (!search) return nothingFound;
    const isWanted = ({ one, other, score }: OpenPair) =>
      score >= leastScore && (of === undefined || one === of || other === of);
    const pairs = (await this.#open()).filter(isWanted);
    const { at, compared } = search;
    const wanted = search.crowds.flatMap(({ examples }) => examples);
    const known = await this.#known(wanted);
    return {
      isSearched: true,
      isStale: await this.#isStale(),
      at,
      compared,
      crowds: search.crowds.map(({ examples, ...crowd }) => ({
        ...crowd,
        examples: examples.flatMap(id => {
          const name = known.get(id)?.name;
          return name === undefined ? [] : [{ id, name }];
        }),
      })),
      total: pairs.length,
      pairs: await this.#heads(pairs.slice(offset, offset + limit)),
    };
  }

  /** One pair whole. Rejects with 'customerGone' where one of the two is no longer there. */
  async pair(one: string, other: string): Promise<PairView> {
    const customers = await this.#context.store.customers([one, other]);
    if (customers.length < 2) throw new Problem('customerGone');
    const [first, second] = richestFirst(customers);
    const key = keyOf(one, other);
    const pair = (await this.#open()).find(each => keyOf(each.one, each.other) === key);
    const text = pair && (await this.#context.store.pairReasons(pair.compared.one, pair.compared.other));
    const reasons = text ? (JSON.parse(text) as DuplicateReason[]) : [];
    return { one: first!, other: second!, score: pair?.score ?? 0, reasons };
  }

  /** What would be merged: whole groups, each into the record that knows most; none that was declared apart. */
  async plan(leastScore: number): Promise<AcceptPlan> {
    const open = await this.#open();
    const distinct = await this.#distinct();
    const ids = [...new Set(open.flatMap(({ one, other }) => [one, other]))];
    const places = new Map(ids.map((id, place) => [id, place]));
    const pairs = open.map(({ one, other, score }) => ({
      one: places.get(one)!,
      other: places.get(other)!,
      score,
    }));
    const groups = groupDuplicates(pairs, leastScore)
      .map(group => group.map(place => ids[place]!))
      .filter(group => group.every(one => group.every(other => !distinct.has(keyOf(one, other)))));
    const customers = await this.#context.store.customers(groups.flat());
    const known = new Map(customers.map(each => [each.id, each]));
    const merges: MergeRequest[] = [];
    for (const group of groups) {
      const [keep, ...others] = richestFirst(group.map(id => known.get(id)!));
      for (const { id } of others) merges.push({ keep: keep!.id, drop: id, fields: {} });
    }
    const sure = open.filter(({ score }) => score >= leastScore);
    const doubtful = await this.#heads(sure.slice(-DOUBTFUL).reverse());
    return { merges, customers: groups.length, doubtful };
  }

  /** Merges by decision: the pairs stay as fresh as they were, under the customers who are left. */
  async decide<Result>(work: () => Promise<Result>): Promise<Result> {
    const isStale = await this.#isStale();
    const result = await work();
    if (!isStale) this.#decided = (await this.#context.state()).revision;
    return result;
  }

  /** One search after the other: each begins with what the one before has kept. */
  #afterOthers(search: () => Promise<void>): Promise<void> {
    const done = this.#searches.then(search);
    this.#searches = done.catch(() => undefined);
    return done;
  }

  async #isStale(): Promise<boolean> {
    const search = await this.#context.store.pairSearch();
    const { revision } = await this.#context.state();
    return search !== null && revision !== search.revision && revision !== this.#decided;
  }

  async #distinct(): Promise<Set<string>> {
    return new Set((await this.#context.store.distinctPairs()).map(([one, other]) => keyOf(one, other)));
  }

  /** The pairs as kept, the surest first; read again after another search. */
  async #pairs(): Promise<readonly LinkedPair[]> {
    const { store } = this.#context;
    const search = await store.pairSearch();
    const stamp = JSON.stringify([search?.at, search?.revision]);
    if (this.#found?.stamp !== stamp) {
      const pairs = search ? await store.pairs() : [];
      this.#found = { stamp, pairs: pairs.sort((one, other) => other.score - one.score) };
    }
    return this.#found.pairs;
  }

  async #open(): Promise<OpenPair[]> {
    const pairs = await this.#pairs();
    await this.#context.state();
    const present = new Set((await this.#context.base()).ids);
    const distinct = await this.#distinct();
    const into = new Map((await this.#context.store.merges()).map(({ keep, drop }) => [drop, keep]));
    const now = (id: string) => {
      let current = id;
      for (let next = into.get(id); next !== undefined; next = into.get(next)) current = next;
      return present.has(current) ? current : undefined;
    };
    const seen = new Set<string>();
    return pairs.flatMap(compared => {
      const [one, other] = [now(compared.one), now(compared.other)];
      if (one === undefined || other === undefined || one === other) return [];
      const key = keyOf(one, other);
      if (distinct.has(key) || seen.has(key)) return [];
      seen.add(key);
      return [{ one, other, score: compared.score, compared }];
    });
  }

  async #heads(pairs: readonly OpenPair[]): Promise<PairHead[]> {
    const customers = await this.#known(pairs.flatMap(({ one, other }) => [one, other]));
    return pairs.flatMap(({ one, other, score }) => {
      const [left, right] = [customers.get(one), customers.get(other)];
      return left && right ? [{ one: left, other: right, score }] : [];
    });
  }

  async #known(ids: readonly string[]): Promise<Map<string, KnownCustomer>> {
    return new Map((await this.#context.store.known(ids)).map(each => [each.id, each]));
  }
}

/** Those who are very probably the same as a customer, by the last search: one read by id. */
export async function likelyDuplicates(store: Store, id: string): Promise<LikelyDuplicate[]> {
  const likely = (await store.pairsOf(id)).filter(({ score }) => score >= LIKELY);
  if (likely.length === 0) return [];
  const distinct = new Set((await store.distinctPairs()).map(([one, other]) => keyOf(one, other)));
  const open = likely.filter(({ one, other }) => !distinct.has(keyOf(one, other)));
  const scores = new Map(open.map(({ one, other, score }) => [one === id ? other : one, score]));
  const known = await store.known([...scores.keys()]);
  return known.map(each => ({ id: each.id, name: each.name, score: scores.get(each.id)! }));
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

import type { Fact } from '../facts.ts';
import type { MergeRow } from '../tables.ts';
import type { Aliases } from './aliases.ts';
import {
  type Contribution,
  type FieldValue,
  type FieldValues,
  fieldsOf,
  groundsOf,
  type History,
  isSame,
  keyOf,
  type Traced,
  withFields,
  withoutContributions,
} from './history.ts';

/** Takes what an import said out of records, those that were merged into others among them. */
export class Stripper {
  readonly #step: number;
  readonly #aliases: Aliases;
  /** Merges of customers that only the import knew. */
  readonly vanished = new Set<number>();
  /** Merged customers as they are without the import, by merge. */
  readonly renewed = new Map<number, Traced>();
  /** The customers to whom somebody was merged in whom the import has a part. */
  readonly touched: ReadonlySet<string>;

  constructor(step: number, aliases: Aliases) {
    this.#step = step;
    this.#aliases = aliases;
    const merges = aliases.merges.filter(({ dropped }) => hasPart(dropped.history, step));
    this.touched = new Set(merges.map(({ drop }) => aliases.of(drop).id));
  }

  /** Whether somebody is still merged into the customer. */
  holds(id: string): boolean {
    return this.#aliases.merges.some(({ id: merge, keep }) => keep === id && !this.vanished.has(merge));
  }

  /** The record without what the import said. `facts`: what is left of the facts of all who are merged in it. */
  strip(traced: Traced, id: string, facts: readonly Fact[]): Traced {
    const into = this.#aliases.merges.filter(({ keep }) => keep === id);
    const renewals = new Map<number, Traced>();
    for (const merge of into) {
      const renewed = this.#merged(merge, traced, facts);
      if (renewed && renewed !== merge.dropped) renewals.set(merge.id, renewed);
    }
    const isKept = ({ step, merge }: Contribution) =>
      step !== this.#step && !(merge !== undefined && this.vanished.has(merge));
    const later = traced.history.later ?? [];
    if (later.every(isKept) && renewals.size === 0) return traced;
    const grounds = groundsOf(traced.history);
    return withoutContributions(traced, isKept, contribution => {
      const after = renewals.get(contribution.merge ?? 0);
      const before = into.find(({ id: merge }) => merge === contribution.merge)?.dropped;
      return after && before
        ? renewedSet(contribution, grounds.get(contribution)!, before, after)
        : contribution.set;
    });
  }

  /** Somebody who was merged in, without the import; null where then nothing of them is left. */
  #merged(merge: MergeRow, holder: Traced, facts: readonly Fact[]): Traced | null {
    const { dropped, drop, id } = merge;
    const stripped = this.strip(dropped, drop, facts);
    const isMade = dropped.history.made === this.#step;
    const isHeld =
      facts.some(({ part }) => part === id) ||
      (holder.history.later ?? []).some(({ part, step }) => part === id && step !== this.#step) ||
      (stripped.history.later ?? []).length > 0 ||
      this.holds(drop);
    if (isMade && !isHeld) {
      this.vanished.add(id);
      return null;
    }
    const older = stripped.history.older?.filter(({ step }) => step !== this.#step);
    const left = isMade ? identityAlone(stripped) : stripped;
    const renewed =
      older && older.length < stripped.history.older!.length
        ? { ...left, history: { ...left.history, older } }
        : left;
    if (renewed !== dropped) this.renewed.set(id, renewed);
    return renewed;
  }
}

/** What a merge gives the kept customer once the merged one is another. */
function renewedSet(
  { set }: Contribution,
  ground: FieldValues,
  before: Traced,
  after: Traced,
): Record<string, FieldValue> {
  const [old, now] = [fieldsOf(before.customer), fieldsOf(after.customer)];
  const renewed: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(set)) {
    if (Array.isArray(value)) {
      const has = new Set([...listOf(ground[field]), ...listOf(now[field])].map(keyOf));
      renewed[field] = value.filter(each => has.has(keyOf(each)));
    } else if (!isSame(value, old[field] ?? null)) renewed[field] = value;
    else if (now[field] !== undefined && now[field] !== '') renewed[field] = now[field];
  }
  return renewed;
}

function listOf(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

const identity = new Set(['name', 'email', 'phone', 'updatedAt']);

/** The record with name, contacts and what came later alone; nobody made it any more. */
export function identityAlone({ customer, history }: Traced): Traced {
  const { made: _, raws = {}, under = {}, ...rest } = history;
  const touched = new Set((history.later ?? []).flatMap(({ set }) => Object.keys(set)));
  const blanked: Record<string, FieldValue> = {};
  const beneath: Record<string, FieldValue> = { ...under };
  for (const [field, value] of Object.entries(fieldsOf(customer))) {
    if (identity.has(field)) continue;
    const blank = Array.isArray(value) ? [] : field in customer.columns ? null : '';
    if (!touched.has(field)) blanked[field] = blank;
    else beneath[field] = blank;
  }
  const theirs = new Set(listOf(under.labels).map(keyOf));
  const others = (tags: FieldValue | undefined) =>
    (Array.isArray(tags) ? tags : []).filter(tag => !theirs.has(keyOf(tag))) as FieldValue;
  if (touched.has('labels')) blanked.labels = others(customer.tags);
  const later = (history.later ?? []).map(each =>
    'labels' in each.set ? { ...each, set: { ...each.set, labels: others(each.set.labels) } } : each,
  );
  const kept = Object.fromEntries(Object.entries(raws).filter(([field]) => identity.has(field)));
  return {
    customer: withFields(customer, blanked),
    history: {
      ...rest,
      ...(Object.keys(kept).length > 0 && { raws: kept }),
      ...(touched.size > 0 && { under: beneath, later }),
    },
  };
}

function hasPart({ made, later = [], older = [] }: History, step: number): boolean {
  return made === step || later.some(each => each.step === step) || older.some(each => each.step === step);
}

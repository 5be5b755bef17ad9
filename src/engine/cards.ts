import { pinyin } from 'pinyin-pro';
import {
  type ActionResult,
  type Answers,
  type AvoidedAction,
  type Card,
  type Customer,
  contactKeys,
  type Day,
  type HandMark,
  isResting,
  type Override,
  type TagResult,
  type TierResult,
} from '../domain/index.ts';
import { languageFrom } from '../i18n/index.ts';
import { rankActions } from '../models/index.ts';
import type { Result, Run } from '../rules/index.ts';
import type { Base, KnownCustomer, SearchRow } from '../store/index.ts';
import { rowsOfIds } from './review/decided.ts';

type Of<Kind extends Result['kind']> = Extract<Result, { kind: Kind }>;

/** A published run with its results by kind, to be read row by row. */
export interface Publishable {
  readonly base: Base;
  readonly run: Run;
  readonly asOf: Day;
  readonly version: number;
  readonly tags: readonly Of<'tag'>[];
  readonly tiers: readonly Of<'tier'>[];
  readonly segments: readonly Of<'segment'>[];
  readonly actions: readonly Of<'action'>[];
  /** What people decided, by row. */
  readonly byHand: ReadonlyMap<number, readonly Override[]>;
  /** How people answered actions. */
  readonly answers: Answers;
}

/** Sorts a run's results by kind; tags by weight, heaviest first. */
export function publishable(
  base: Base,
  run: Run,
  asOf: Day,
  version: number,
  standing: readonly Override[],
  answers: Answers,
): Publishable {
  const of = <Kind extends Result['kind']>(kind: Kind) =>
    run.results.filter((result): result is Of<Kind> => result.kind === kind);
  return {
    base,
    run,
    asOf,
    version,
    tags: of('tag').sort((a, b) => b.weight - a.weight),
    tiers: of('tier'),
    segments: of('segment'),
    actions: rankActions(of('action')),
    byHand: byHandOf(base, run, standing),
    answers,
  };
}

/** By row, what people decided about rules that the run has: the latest about each. */
function byHandOf({ ids }: Base, { results }: Run, standing: readonly Override[]): Publishable['byHand'] {
  const byHand = new Map<number, Override[]>();
  if (standing.length === 0) return byHand;
  const rows = rowsOfIds(ids);
  for (const override of standing) {
    const row = rows.get(override.customer);
    const { kind, rule, to } = override;
    const result = results.find(each => each.kind === kind && each.name === rule);
    if (row === undefined || !result) continue;
    if (result.kind === 'tier' && to !== null && !result.levels.includes(String(to))) continue;
    const others = (byHand.get(row) ?? []).filter(each => each.kind !== kind || each.rule !== rule);
    byHand.set(row, [...others, override]);
  }
  return byHand;
}

/** The decisions of people that a card tells. */
function marksAt({ byHand }: Publishable, row: number): HandMark[] {
  return (byHand.get(row) ?? []).map(({ kind, rule, to, reason, until }) => ({
    kind,
    rule,
    to,
    reason,
    until,
  }));
}

/** Every tier's level at a row. */
export function tiersAt(from: Publishable, row: number): TierResult[] {
  return from.tiers.flatMap(({ name, levels, codes }) => {
    const code = codes[row]!;
    return code === 0 ? [] : [{ name, level: levels[code - 1]!, rank: code - 1, levels: levels.length }];
  });
}

/** The tags a row has, with what decided, heaviest first. */
export function tagsAt(from: Publishable, row: number): TagResult[] {
  const byHand = new Set((from.byHand.get(row) ?? []).map(({ kind, rule }) => `${kind} ${rule}`));
  return from.tags
    .filter(tag => tag.bits.has(row))
    .map(({ name, weight }) => ({
      name,
      weight,
      reasons: byHand.has(`tag ${name}`) ? [] : from.run.reasons(name, row), // the rule's are no reasons then
    }));
}

/** Of the actions that fit a customer, as many are proposed. */
const PROPOSED_ACTIONS = 3;

/** The actions that fit a row and do not rest, best first, with the message filled in. */
export function actionsAt(
  from: Publishable,
  row: number,
  customer: Pick<Customer, 'name' | 'company' | 'title'>,
): ActionResult[] {
  const answers = from.answers.get(from.base.ids[row]!);
  return from.actions
    .filter(action => action.bits.has(row))
    .filter(({ name }) => !isResting(answers?.get(name) ?? [], from.asOf, from.version))
    .slice(0, PROPOSED_ACTIONS)
    .map(({ name, target, priority, within, message }) => ({
      name,
      segment: target ?? '',
      priority,
      within,
      // The message speaks the language that it was written in.
      message: from.run.fill(name, row, {
        language: languageFrom([/\p{Script=Han}/u.test(message) ? 'zh' : 'en']),
        name: customer.name,
        company: customer.company,
        title: customer.title,
      }),
      reasons: from.run.reasons(name, row),
    }));
}

/** As many actions are told that are not to be taken. */
const AVOIDED_ACTIONS = 2;

/** The actions that would fit a row, were they suitable. */
function avoidedAt({ actions, run }: Publishable, row: number): AvoidedAction[] {
  return actions
    .filter(({ avoided }) => avoided?.has(row))
    .slice(0, AVOIDED_ACTIONS)
    .map(({ name }) => ({ name, reasons: run.reasons(name, row) }));
}

/** The card of one customer. */
export function cardAt(from: Publishable, row: number, customer: KnownCustomer): Card {
  const joined = from.base.frame.customers.joined;
  const since = joined?.form === 'numeric' ? joined.values[row]! : Number.NaN;
  const { orders } = from.base.frame;
  const first = orders.offsets[row]!;
  const firstOrder = first < orders.offsets[row + 1]! ? orders.day[first]! : null;
  const avoided = avoidedAt(from, row);
  const [action = null, ...further] = actionsAt(from, row, { ...customer, title: customer.title ?? '' });
  return {
    id: customer.id,
    keys: keysOf(customer),
    name: customer.name,
    company: customer.company,
    joined: Number.isNaN(since) ? firstOrder : since,
    tier: tiersAt(from, row)[0] ?? null,
    segments: from.segments.filter(segment => segment.bits.has(row)).map(segment => segment.name),
    tags: from.tags.filter(tag => tag.bits.has(row)).map(tag => tag.name),
    action,
    ...(further.length > 0 && { further }),
    ...(avoided.length > 0 && { avoided }),
    ...(from.byHand.has(row) && { byHand: marksAt(from, row) }),
    asOf: from.asOf,
    version: from.version,
  };
}

/** What the look-up finds a customer by. */
export function searchRowAt(card: Card, customer: KnownCustomer): SearchRow {
  const chinese = /\p{Script=Han}/u.test(card.name);
  const syllables = chinese
    ? pinyin(card.name, { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true })
    : [];
  return {
    id: card.id,
    name: card.name,
    company: card.company,
    emails: customer.emails,
    phones: customer.phones,
    pinyin: syllables.join('').toLowerCase(),
    initials: chinese
      ? syllables
          .map(syllable => syllable.charAt(0))
          .join('')
          .toLowerCase()
      : card.name
          .split(/[\s\-']+/)
          .map(word => word.charAt(0))
          .join('')
          .toLowerCase(),
    tier: card.tier,
    segment: card.segments[0] ?? '',
  };
}

function keysOf(customer: KnownCustomer): string[] {
  return [
    ...customer.emails.flatMap(email => contactKeys({ email })),
    ...customer.phones.flatMap(phone => contactKeys({ phone })),
  ];
}

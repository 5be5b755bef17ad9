import { addMonths, type Day } from '../../domain/index.ts';
import type { Duration, Window } from '../ast.ts';
import { windowDays, windowStart } from '../calendar.ts';
import type { CheckedDeclaration, CheckedTier } from '../checked.ts';
import type { Inside } from '../evaluate.ts';
import { factsOf } from '../plan.ts';
import type { RowSubject } from '../tokens.ts';
import type { Rows, Typed, TypedOperation } from '../types.ts';
import { aggregated, identityOf, isStatistic, values } from './parts.ts';
import type { Situation } from './situation.ts';

/** Where the passing of time alone can change what a rule comes to. */
export interface Timing {
  readonly windows: readonly { readonly of: RowSubject; readonly window: Window | null }[];
  /** Compared values whose distance changes by `slope` a day while no row enters or leaves a window. */
  readonly drifts: readonly { readonly left: Typed; readonly right: Typed; readonly slope: number }[];
  /** Ages in days compared with months, which differ in length. */
  readonly ages: readonly { readonly age: Typed; readonly months: Duration }[];
  /** Tiers that look at the level held before. */
  readonly tiers: readonly CheckedTier[];
  /** Something changes in a way that only looking at every day can tell. */
  readonly daily: boolean;
}

/** Operators through which a value only changes when one of its operands does. */
const still: ReadonlySet<string> = new Set([
  ...['or', 'and', 'not', '=', '!=', '>=', '>', '<=', '<', 'between', 'in', 'notIn', 'isKnown', 'isUnknown'],
  ...['contains', 'containsAny', 'containsAll', 'startsWith', 'endsWith', 'matchesAny'],
  ...['+', '-', '*', '/', 'of', 'negative', 'total', 'points'],
  ...['today', 'daysSince', 'yearOf', 'quarterOf', 'monthOf', 'dayOf', 'weekdayOf'],
  ...['frozen', 'rank', 'percentile', 'shareOfTotal', 'top', 'bottom'],
]);

/** How time acts on an expression, through all that it refers to. */
export function timingOf(inside: Inside, roots: readonly Typed[]): Timing {
  const reader = new TimingReader(inside);
  for (const root of roots) reader.visit(root);
  return reader;
}

class TimingReader implements Timing {
  readonly windows: { of: RowSubject; window: Window | null }[] = [];
  readonly drifts: { left: Typed; right: Typed; slope: number }[] = [];
  readonly ages: { age: Typed; months: Duration }[] = [];
  readonly tiers: CheckedTier[] = [];
  daily = false;
  readonly #inside: Inside;
  readonly #seen = new Set<object>();

  constructor(inside: Inside) {
    this.#inside = inside;
  }

  visit(typed: Typed): void {
    const identity = typed.form === 'declared' ? typed.declaration : identityOf(typed);
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    if (typed.form === 'declared') this.#declaration(typed.declaration);
    if (typed.form === 'operation') this.#operation(typed);
  }

  #declaration(declaration: CheckedDeclaration): void {
    if (declaration.kind === 'metric') this.visit(declaration.value);
    else if (declaration.kind === 'tier') this.#tier(declaration);
    else this.visit(declaration.when);
  }

  #tier(tier: CheckedTier): void {
    if (tier.levels.some(level => level.keep)) this.tiers.push(tier);
    this.visit(tier.by);
    for (const bound of tier.levels.flatMap(level => [level.from, level.keep])) {
      if (!bound) continue;
      this.visit(bound);
      this.#compare(tier.by, bound);
    }
  }

  #operation(typed: TypedOperation): void {
    const rows = aggregated(typed);
    if (rows) this.#rows(rows);
    if (rows || isStatistic(this.#inside, typed)) return;
    const { id, atom } = typed.construct;
    if (!still.has(id)) this.daily = true;
    for (const operand of values(typed)) this.visit(operand);
    if (!atom) return;
    const [value, ...bounds] = values(typed);
    if (bounds.length === 0) this.daily ||= this.#slope(value!) === null;
    for (const bound of bounds) this.#compare(value!, bound);
  }

  #rows(rows: Rows): void {
    this.windows.push({ of: rows.of, window: rows.window });
    this.daily ||= [rows.where, rows.value].some(each => each && this.#agesWithin(each));
  }

  /** Whether the rows' own condition depends on the day it is looked at. */
  #agesWithin(typed: Typed): boolean {
    if (typed.form !== 'operation') return typed.form === 'duration' && isMonths(typed);
    return (
      !still.has(typed.construct.id) ||
      ['daysSince', 'today'].includes(typed.construct.id) ||
      values(typed).some(each => this.#agesWithin(each))
    );
  }

  #compare(left: Typed, right: Typed): void {
    if (left.kind === 'text' || left.kind === 'texts') return;
    for (const [age, months] of [
      [left, right],
      [right, left],
    ] as const) {
      if (months.form === 'duration' && isMonths(months) && this.#slope(age) === 1) {
        this.ages.push({ age, months: months.duration });
        return;
      }
    }
    const slopes = [this.#slope(left), this.#slope(right)];
    if (slopes.includes(null)) this.daily = true;
    else if (slopes[0] !== slopes[1]) this.drifts.push({ left, right, slope: slopes[0]! - slopes[1]! });
  }

  /** By how much a number grows a day while no row enters or leaves a window; null where it does so unevenly. */
  #slope(typed: Typed): number | null {
    if (typed.form === 'duration') return isMonths(typed) ? null : 0;
    if (typed.form !== 'operation' || typed.kind === 'flag') return 0; // a condition turns on days of its own
    if (aggregated(typed) || isStatistic(this.#inside, typed)) return 0;
    const { id } = typed.construct;
    if (id === 'today') return 1;
    const slopes = typed.operands.map(each => this.#slope(each));
    const [first, second = 0] = slopes as [number | null, (number | null)?];
    if (slopes.includes(null) || !still.has(id)) return null;
    if (id === 'daysSince') return 1 - first!;
    if (id === '+') return first! + second!;
    if (id === '-') return first! - second!;
    if (id === 'negative') return -first!;
    return slopes.every(slope => slope === 0) ? 0 : null;
  }
}

function isMonths({ duration: { unit } }: { duration: Duration }): boolean {
  return unit !== 'day' && unit !== 'week';
}

/** The days in (asOf, last] on which a row comes to pass, enters or leaves a window, ascending. */
export function turningDays(timing: Timing, { frame, asOf }: Situation, last: Day): Day[] {
  const days = new Set<Day>();
  for (const { of, window } of timing.windows) {
    const { day: inOrder } = factsOf(frame, of);
    let seen = '';
    for (let day = asOf; day <= last; day++) {
      const [from, to] = window ? windowDays(day, window) : [Number.NEGATIVE_INFINITY, day];
      const now = `${firstFrom(inOrder, from)} ${firstFrom(inOrder, to + 1)}`;
      if (now !== seen && day > asOf) days.add(day);
      seen = now;
    }
  }
  return [...days].sort((a, b) => a - b);
}

/** The place of the first day that is not before `day`. */
function firstFrom(inOrder: Int32Array, day: Day): number {
  let low = 0;
  let high = inOrder.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (inOrder[middle]! < day) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The days after `asOf` around which drifting values cross, as long as no row enters or leaves a window. */
export function crossingDays(timing: Timing, inside: Inside): Day[] {
  const { asOf } = inside;
  const days: Day[] = [];
  for (const { left, right, slope } of timing.drifts) {
    const distance = numberAt(inside, right) - numberAt(inside, left);
    const crossing = asOf + Math.floor(distance / slope);
    if (Number.isFinite(crossing)) days.push(crossing - 1, crossing, crossing + 1, crossing + 2);
  }
  for (const { age, months } of timing.ages) {
    const from = asOf - numberAt(inside, age);
    if (Number.isFinite(from)) days.push(firstWithout(from, months), firstWithout(from + 1, months));
  }
  return days;
}

/** What a number comes to for the one customer; NaN where it is not known. */
export function numberAt(inside: Inside, typed: Typed): number {
  const value = inside.valueOf(typed, 0);
  return typeof value === 'number' ? value : Number.NaN;
}

/** The first day on which `day` is further back than so many months. */
function firstWithout(day: Day, months: Duration): Day {
  const length = months.count * ({ month: 1, quarter: 3, year: 12 } as Record<string, number>)[months.unit]!;
  let found = addMonths(day, length) - 4; // ends of months differ by up to three days
  while (windowStart(found, months) < day) found++;
  return found;
}

import type { Field } from '../../domain/index.ts';
import type { CheckedTier } from '../checked.ts';
import type { Inside } from '../evaluate.ts';
import type { Rows, Typed, TypedOperation } from '../types.ts';
import { aggregated, identityOf, isStatistic, values } from './parts.ts';
import { numberAt } from './timing.ts';

/** A smallest part of an outcome that can turn by itself: a test of a condition, or the level of a tier. */
export interface Atom {
  readonly typed: Typed;
  /** What it comes to. */
  read(one: Inside): unknown;
  /** By how much the value exceeds the bound it is measured against; NaN where there is no such number. */
  gap(one: Inside): number;
  /** Numbers that the value is measured against. */
  bounds(one: Inside): number[];
}

/** The parts that decided a condition (of a false `and` what failed, of a true `or` what holds), each once. */
export function decidingAtoms(one: Inside, root: Typed): Atom[] {
  const atoms: Atom[] = [];
  const seen = new Set<object>();
  const visit = (typed: Typed): void => {
    if (typed.form === 'declared') {
      if ('when' in typed.declaration) visit(typed.declaration.when);
      else if (typed.declaration.kind === 'tier') atoms.push(atomOf(typed));
      return;
    }
    const identity = identityOf(typed);
    if (seen.has(identity)) return;
    seen.add(identity);
    const { id } = typed.form === 'operation' ? typed.construct : { id: '' };
    if (typed.form !== 'operation' || !['and', 'or', 'not'].includes(id)) {
      atoms.push(atomOf(typed));
      return;
    }
    const holds = one.holds(typed, 0);
    const all = id === 'not' || (id === 'and') === holds;
    for (const part of typed.operands) if (all || one.holds(part, 0) === holds) visit(part);
  };
  visit(root);
  return atoms;
}

function atomOf(typed: Typed): Atom {
  return {
    typed,
    read: one => (typed.kind === 'flag' ? one.holds(typed, 0) : one.valueOf(typed, 0)),
    gap: one => nearestGap(measured(one, typed)),
    bounds: one => measured(one, typed).map(([, bound]) => bound),
  };
}

/** The value and what it is measured against, as numbers. */
function measured(one: Inside, typed: Typed): [value: number, bound: number][] {
  if (typed.form === 'declared' && typed.declaration.kind === 'tier') return ladder(one, typed.declaration);
  if (typed.form !== 'operation') return [];
  const [value, ...bounds] = values(typed);
  const tier = value?.form === 'declared' && value.declaration.kind === 'tier' ? value.declaration : null;
  if (tier) return ladder(one, tier);
  return bounds.map(bound =>
    bound.kind === 'text' ? [Number.NaN, Number.NaN] : [numberAt(one, value!), numberAt(one, bound)],
  );
}

function ladder(one: Inside, tier: CheckedTier): [value: number, bound: number][] {
  const value = numberAt(one, tier.by);
  return tier.levels.flatMap(({ from }) => (from ? [[value, numberAt(one, from)] as [number, number]] : []));
}

/** Of the bounds above the value the nearest; where there are none, the nearest below. */
function nearestGap(pairs: readonly (readonly [value: number, bound: number])[]): number {
  const gaps = pairs.map(([value, bound]) => value - bound).filter(gap => !Number.isNaN(gap));
  const missing = gaps.filter(gap => gap < 0);
  if (missing.length > 0) return Math.max(...missing);
  return gaps.length > 0 ? Math.min(...gaps) : Number.NaN;
}

/** What a person or time can change and an atom looks at, each once. */
export interface Levers {
  readonly rows: readonly RowsLever[];
  readonly fields: readonly Field[];
  /** Texts that fields are compared with. */
  readonly texts: readonly string[];
}

/** Rows that an aggregate looks at; `sum`: their values add up. */
export interface RowsLever {
  readonly rows: Rows;
  readonly sum: boolean;
}

export function leversOf(inside: Inside, root: Typed): Levers {
  const rows = new Map<string, RowsLever>();
  const fields = new Map<string, Field>();
  const texts = new Set<string>();
  const seen = new Set<object>();
  const visit = (typed: Typed): void => {
    const identity = typed.form === 'declared' ? typed.declaration : identityOf(typed);
    if (seen.has(identity)) return;
    seen.add(identity);
    if (typed.form === 'texts') for (const text of typed.values) texts.add(text);
    if (typed.form === 'column' && typed.space === 'customer' && typed.field.place === 'column')
      fields.set(typed.field.id, typed.field);
    if (typed.form === 'declared') for (const each of definedBy(typed)) visit(each);
    if (typed.form === 'operation') operation(typed);
  };
  const operation = (typed: TypedOperation): void => {
    const found = aggregated(typed);
    if (found) {
      const by = found.value?.form === 'column' ? found.value.field.id : '';
      const sum = typed.construct.id === 'sum';
      rows.set(`${found.of} ${by} ${sum} ${inside.planner.filter(found).key}`, { rows: found, sum });
    } else if (!isStatistic(inside, typed)) for (const each of values(typed)) visit(each);
  };
  visit(root);
  return { rows: [...rows.values()], fields: [...fields.values()], texts: [...texts] };
}

function definedBy({ declaration }: Extract<Typed, { form: 'declared' }>): readonly Typed[] {
  if (declaration.kind === 'metric') return [declaration.value];
  if (declaration.kind !== 'tier') return [declaration.when];
  const bounds = declaration.levels.flatMap(level => [level.from, level.keep]);
  return [declaration.by, ...bounds.filter(bound => bound !== null)];
}

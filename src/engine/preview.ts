import { Bits, type ValueKind } from '../domain/index.ts';
import { type Result, type Run, statisticsOf } from '../rules/index.ts';
import type { PublishedResults } from '../store/index.ts';
import type { DeclarationPreview, Preview } from './api.ts';
import { type Evaluation, moneyByRow, sumOver } from './evaluating.ts';
import { knownIn, quantileIn } from './numbers.ts';

/** Who came in and who went out of a declaration: for a tier, who rose and who fell. */
export interface Difference {
  readonly enters: Bits;
  readonly leaves: Bits;
}

/** The customers a result holds for: a metric's are those with a known value, a tier's those with a level. */
export function membersOf(result: Result, size: number): Bits {
  switch (result.kind) {
    case 'metric': {
      const { column } = result;
      if (column instanceof Bits) return column;
      const known =
        column.form === 'coded'
          ? (row: number) => column.codes[row] !== 0
          : (row: number) => !Number.isNaN(column.values[row]);
      return Bits.from(size, known);
    }
    case 'tier':
      return Bits.from(size, row => result.codes[row] !== 0);
    default:
      return result.bits;
  }
}

/** The difference between a result and the published one of the same kind and name; null where none is published. */
export function differenceOf(
  result: Result,
  size: number,
  published: PublishedResults | null,
): Difference | null {
  if (!published || result.kind === 'metric') return null;
  if (result.kind === 'tier') {
    const before = published.tiers.find(tier => tier.name === result.name);
    if (!before) return null;
    const height = (levels: readonly string[], code: number) => (code === 0 ? -1 : levels.length - code);
    const change = (row: number) =>
      height(result.levels, result.codes[row]!) - height(before.levels, before.codes[row]!);
    return {
      enters: Bits.from(size, row => change(row) > 0),
      leaves: Bits.from(size, row => change(row) < 0),
    };
  }
  const kinds = { tag: published.tags, segment: published.segments, action: published.actions };
  const before = kinds[result.kind].find(each => each.name === result.name);
  if (!before) return null;
  return { enters: result.bits.minus(before.bits), leaves: before.bits.minus(result.bits) };
}

/** What the editor shows of an evaluated text, against the published results. */
export function previewOf(
  evaluation: Evaluation,
  published: PublishedResults | null,
  tests: Preview['tests'],
): Preview {
  const { run, base, asOf } = evaluation;
  const money = moneyByRow(base, asOf);
  const size = base.frame.size;
  const declarations = run.results.map((result): DeclarationPreview => {
    const members = membersOf(result, size);
    const difference = differenceOf(result, size, published);
    const count = members.count();
    return {
      kind: result.kind,
      name: result.name,
      start: result.span[0],
      count,
      share: size === 0 ? 0 : count / size,
      money: sumOver(members, money),
      enters: difference?.enters.count() ?? 0,
      leaves: difference?.leaves.count() ?? 0,
      entersMoney: difference ? sumOver(difference.enters, money) : 0,
      leavesMoney: difference ? sumOver(difference.leaves, money) : 0,
      levels: result.kind === 'tier' ? levelCounts(result.levels, result.codes) : [],
      metric: result.kind === 'metric' ? summary(result.valueKind, result.column) : null,
    };
  });
  return {
    notes: evaluation.notes,
    tests,
    declarations,
    customers: size,
    asOf,
    took: evaluation.took,
    changed: changedCustomers(run, size, published),
    statistics: statisticsOf(run.checked).flatMap(({ span, typed }) => {
      const value = run.over(typed);
      if (typeof value !== 'number') return [];
      return [{ span, kind: typed.kind, value: Number.isNaN(value) ? null : value }];
    }),
  };
}

function levelCounts(levels: readonly string[], codes: Uint8Array): { name: string; count: number }[] {
  const counts = new Array<number>(levels.length + 1).fill(0);
  for (const code of codes) counts[code]!++;
  return levels.map((name, index) => ({ name, count: counts[index + 1]! }));
}

function summary(
  kind: ValueKind,
  column: Extract<Result, { kind: 'metric' }>['column'],
): DeclarationPreview['metric'] {
  if (column instanceof Bits || column.form === 'coded') return null;
  const known = knownIn(column.values);
  if (known.sorted.length === 0) return null;
  return { kind, mean: known.mean, median: quantileIn(known, 0.5) };
}

/** How many customers any published tag, tier, segment or action would change for. Gone rules count too. */
function changedCustomers(run: Run, size: number, published: PublishedResults | null): number {
  let changed = new Bits(size);
  const kept = new Set<string>();
  for (const result of run.results) {
    if (result.kind === 'metric') continue;
    const difference = differenceOf(result, size, published);
    if (difference) {
      kept.add(`${result.kind} ${result.name}`);
      changed = changed.or(difference.enters).or(difference.leaves);
    } else changed = changed.or(membersOf(result, size));
  }
  for (const gone of goneSets(published, kept, size)) changed = changed.or(gone);
  return changed.count();
}

function* goneSets(published: PublishedResults | null, kept: Set<string>, size: number): Generator<Bits> {
  if (!published) return;
  for (const [kind, sets] of [
    ['tag', published.tags],
    ['segment', published.segments],
    ['action', published.actions],
  ] as const) {
    for (const each of sets) if (!kept.has(`${kind} ${each.name}`)) yield each.bits;
  }
  for (const tier of published.tiers) {
    if (!kept.has(`tier ${tier.name}`)) yield Bits.from(size, row => tier.codes[row] !== 0);
  }
}

import { Bits } from '../domain/index.ts';
import type { Result } from '../rules/index.ts';
import type { ComparedDeclaration, Comparison } from './api.ts';
import { type Evaluation, moneyByRow, sumOver } from './evaluating.ts';
import { membersOf } from './preview.ts';

/** What the second evaluation does against the first; both over the same base at the same day. */
export function compareEvaluations(before: Evaluation, after: Evaluation): Comparison {
  const { base, asOf } = after;
  const { size } = base.frame;
  const money = moneyByRow(base, asOf);
  const none = new Bits(size);
  let changed = none;
  const declarations: ComparedDeclaration[] = [];
  const migrations: Comparison['migrations'][number][] = [];
  const keyOf = (result: Result) => `${result.kind} ${result.name}`;
  const old = new Map(before.run.results.map(result => [keyOf(result), result]));
  const now = new Map(after.run.results.map(result => [keyOf(result), result]));
  for (const key of new Set([...now.keys(), ...old.keys()])) {
    const [then, later] = [old.get(key), now.get(key)];
    const { kind, name } = (later ?? then)!;
    if (kind === 'metric') continue;
    const [left, entered] = [then ? membersOf(then, size) : none, later ? membersOf(later, size) : none];
    const moved =
      then?.kind === 'tier' && later?.kind === 'tier' ? movesBetween(then, later, size, money) : [];
    if (then?.kind === 'tier' && later?.kind === 'tier') {
      changed = changed.or(Bits.from(size, row => levelAt(then, row) !== levelAt(later, row)));
    }
    if (moved.length > 0) migrations.push({ tier: name, moves: moved });
    const enters = entered.minus(left);
    const leaves = left.minus(entered);
    changed = changed.or(enters).or(leaves);
    if (then && later && enters.count() + leaves.count() + moved.length === 0) continue;
    declarations.push({
      kind,
      name,
      before: then ? left.count() : null,
      after: later ? entered.count() : null,
      enters: enters.count(),
      leaves: leaves.count(),
      entersMoney: sumOver(enters, money),
      leavesMoney: sumOver(leaves, money),
    });
  }
  return { customers: size, changed: changed.count(), declarations, migrations };
}

type Tier = Extract<Result, { kind: 'tier' }>;

function levelAt({ levels, codes }: Tier, row: number): string | null {
  return levels[codes[row]! - 1] ?? null;
}

/** How many customers go from which level to which, largest first. */
function movesBetween(then: Tier, later: Tier, size: number, money: Float64Array) {
  const moves = new Map<string, { from: string | null; to: string | null; count: number; money: number }>();
  for (let row = 0; row < size; row++) {
    const [from, to] = [levelAt(then, row), levelAt(later, row)];
    if (from === to) continue;
    const key = JSON.stringify([from, to]);
    const move = moves.get(key) ?? { from, to, count: 0, money: 0 };
    move.count++;
    move.money += money[row] || 0;
    moves.set(key, move);
  }
  return [...moves.values()].sort((a, b) => b.count - a.count);
}

import { evaluate, type Result } from '../rules/index.ts';
import type { Base } from '../store/index.ts';
import type { Context } from './context.ts';
import { checkText } from './evaluating.ts';
import type { RuleEffect, RuleMove } from './importModel.ts';
import { membersOf } from './preview.ts';
import type { Publisher } from './publishing.ts';

/** How many changed customers are told by name. */
const told = 500;

/**
 * What the published rules would say otherwise if the base were `after`, whose first rows are the customers of now.
 * Both are evaluated at the same day, so that only the data make the difference. Null before the first publication.
 */
export async function ruleEffect(
  context: Context,
  publisher: Publisher,
  after: Base,
): Promise<RuleEffect | null> {
  const state = await context.state();
  if (state.version === 0) return null;
  const { text, base, asOf, run: before } = await publisher.evaluatePublished();
  const published = await context.results();
  const run = evaluate(checkText(text, after, state.currency), after.frame, {
    asOf,
    previousTiers: new Map((published?.tiers ?? []).map(tier => [tier.name, tier])),
  });
  const size = base.frame.size;
  const labels = await context.labels();
  const old = new Map(before.results.map(result => [`${result.kind} ${result.name}`, result]));
  const moves = new Map<number, RuleMove[]>();
  const tierRows = new Set<number>();
  const declarations: RuleEffect['declarations'][number][] = [];
  for (const later of run.results) {
    const then = old.get(`${later.kind} ${later.name}`);
    if (later.kind === 'metric' || !then) continue;
    const { kind, name } = later;
    const [was, is] = [outcomeAt(then, size), outcomeAt(later, after.frame.size)];
    let [enters, leaves, newcomers] = [0, 0, 0];
    for (let row = 0; row < after.frame.size; row++) {
      const to = is(row);
      if (row >= size) {
        if (to !== null) newcomers++;
        continue;
      }
      const from = was(row);
      if (from === to) continue;
      if (from === null) enters++;
      if (to === null) leaves++;
      if (kind === 'tier') tierRows.add(row);
      const known = moves.get(row);
      if (known) known.push({ kind, name, from, to });
      else moves.set(row, [{ kind, name, from, to }]);
    }
    declarations.push({ kind, name, enters, leaves, newcomers });
  }
  const rows = [...moves.keys()].sort(
    (one, other) => Number(tierRows.has(other)) - Number(tierRows.has(one)) || one - other,
  );
  return {
    tierChanges: tierRows.size,
    changed: moves.size,
    declarations,
    customers: rows.slice(0, told).map(row => ({
      id: base.ids[row]!,
      name: labels.names[row] ?? '',
      company: labels.companies[row] ?? '',
      moves: moves.get(row)!,
    })),
  };
}

/** What a result says of a row: a tier's level, else the name where it holds; null where not. */
function outcomeAt(result: Result, size: number): (row: number) => string | null {
  if (result.kind === 'tier') return row => result.levels[result.codes[row]! - 1] ?? null;
  const members = membersOf(result, size);
  return row => (members.has(row) ? result.name : null);
}

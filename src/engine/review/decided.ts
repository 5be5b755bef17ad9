import type { Day, Override, RuleVerdict } from '../../domain/index.ts';
import { isInForce } from '../../domain/index.ts';
import { type Checked, type Decided, decidedKey, type EvaluateOptions, type Run } from '../../rules/index.ts';
import type { PublishedResults } from '../../store/index.ts';

const rowsById = new WeakMap<readonly string[], ReadonlyMap<string, number>>();

/** The row of every customer. Kept for as long as the list of ids is. */
export function rowsOfIds(ids: readonly string[]): ReadonlyMap<string, number> {
  let rows = rowsById.get(ids);
  if (!rows) {
    rows = new Map(ids.map((id, row) => [id, row]));
    rowsById.set(ids, rows);
  }
  return rows;
}

/** The groups of segments that exclude each other, by name of the segment. */
export function groupsOf({ declarations }: Checked): ReadonlyMap<string, readonly string[]> {
  const segments = declarations.flatMap(each => (each.kind === 'segment' ? [each] : []));
  return new Map(
    segments.flatMap(({ name, group }) =>
      group === null
        ? []
        : [[name, segments.filter(other => other.group === group).map(other => other.name)] as const],
    ),
  );
}

/**
 * What people decided, for an evaluation over these rows. Of several decisions about the same the latest holds; who is
 * put into a segment of a group leaves its other segments. undefined where nobody decided anything.
 */
export function decidedOf(
  overrides: readonly Override[],
  ids: readonly string[],
  groups: ReturnType<typeof groupsOf>,
): Decided | undefined {
  const decided = new Map<string, Map<number, RuleVerdict>>();
  const put = (key: string, row: number, to: RuleVerdict) => {
    const rows = decided.get(key) ?? new Map<number, RuleVerdict>();
    decided.set(key, rows.set(row, to));
  };
  const rows = overrides.length > 0 ? rowsOfIds(ids) : null;
  for (const { customer, kind, rule, to } of overrides) {
    const row = rows!.get(customer);
    if (row === undefined) continue;
    if (kind === 'segment' && to === true) {
      for (const other of groups.get(rule) ?? []) put(decidedKey(kind, other), row, false);
    }
    put(decidedKey(kind, rule), row, to);
  }
  return decided.size > 0 ? decided : undefined;
}

type PreviousTiers = NonNullable<EvaluateOptions['previousTiers']>;

/**
 * The levels that the rules themselves gave when results were last stored: what `keep` looks at. A level that a person
 * gave is none that was earned.
 */
export function previousTiersOf(
  results: (Pick<PublishedResults, 'tiers'> & { readonly asOf: Day }) | null,
  overrides: readonly Override[],
  ids: readonly string[],
): PreviousTiers {
  const previous = new Map((results?.tiers ?? []).map(tier => [tier.name, tier]));
  for (const override of overrides) {
    const { kind, rule, customer, ruled } = override;
    const tier = previous.get(rule);
    const row = tier && rowsOfIds(ids).get(customer);
    if (kind !== 'tier' || !tier || row === undefined || ruled === undefined) continue;
    if (!isInForce(override, results!.asOf)) continue;
    const codes = tier.codes.slice();
    codes[row] = ruled === null ? 0 : tier.levels.indexOf(String(ruled)) + 1;
    previous.set(rule, { ...tier, codes });
  }
  return previous;
}

/** What a rule alone comes to at a row; undefined where the run has no such rule. */
export function ruledAt(
  run: Run,
  { kind, rule }: Pick<Override, 'kind' | 'rule'>,
  row: number,
): RuleVerdict | undefined {
  const result = run.results.find(each => each.kind === kind && each.name === rule);
  const ruled = result && run.ruled(rule);
  if (!ruled || row < 0 || row >= run.size) return undefined;
  if (!(ruled instanceof Uint8Array)) return ruled.has(row);
  return result.kind === 'tier' ? (result.levels[ruled[row]! - 1] ?? null) : undefined;
}

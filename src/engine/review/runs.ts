import type { Override, RuleVerdict } from '../../domain/index.ts';
import { type EvaluateOptions, evaluate, type Run } from '../../rules/index.ts';
import type { BaseState, NewRun, PublishedResults, RuleCount } from '../../store/index.ts';
import { sha256 } from '../checksum.ts';
import type { Evaluation } from '../evaluating.ts';
import { membersOf } from '../preview.ts';
import { rowsOfIds, ruledAt } from './decided.ts';

/** What is remembered of a run: enough to count, to compare, and to do it again. */
export async function runRecord(
  evaluation: Evaluation,
  results: PublishedResults,
  state: Pick<BaseState, 'currency' | 'models' | 'orders'>,
  version: number,
  at: number,
): Promise<NewRun> {
  const { run, base, asOf } = evaluation;
  const { currency, models, orders } = state;
  return {
    at,
    version,
    asOf,
    currency,
    customers: run.size,
    orders,
    digest: await digestOf(base.ids, results),
    settings: await settingsDigest(models),
    models,
    counts: countsOf(run),
    kept: keptOf(evaluation),
  };
}

/** SHA-256, hex, of how models are set. */
export async function settingsDigest(models: Readonly<Record<string, unknown>>): Promise<string> {
  const sorted = Object.entries(models).sort(([a], [b]) => (a < b ? -1 : 1));
  return sha256(new TextEncoder().encode(JSON.stringify(sorted)));
}

/** How many customers every rule but metrics holds for. */
export function countsOf(run: Run): RuleCount[] {
  return run.results.flatMap((result): RuleCount[] => {
    if (result.kind === 'metric') return [];
    const { kind, name } = result;
    const counts = new Uint32Array(256);
    if (result.kind === 'tier') for (const code of result.codes) counts[code]!++;
    const levels = result.kind === 'tier' ? result.levels : [];
    return [
      {
        kind,
        name,
        count: membersOf(result, run.size).count(),
        levels: levels.map((level, i) => ({ name: level, count: counts[i + 1]! })),
      },
    ];
  });
}

/**
 * SHA-256, hex, of what everybody got: for each customer by id, in the order of ids, the bits of tags, segments and
 * actions and the codes of tiers, with the names of all of them before. The order of rows does not matter.
 */
export async function digestOf(ids: readonly string[], results: PublishedResults): Promise<string> {
  const { tags, segments, actions, tiers } = results;
  const byName = <Named extends { readonly name: string }>(named: readonly Named[]) =>
    [...named].sort((a, b) => (a.name < b.name ? -1 : 1));
  const sets = [tags, segments, actions].map(each =>
    byName<{ name: string; bits: (typeof tags)[0]['bits'] }>(each),
  );
  const ladders = byName(tiers);
  const names = [
    sets.map(each => each.map(({ name }) => name)),
    ladders.map(({ name, levels }) => [name, levels]),
  ];
  const rows = Array.from(ids.keys()).sort((a, b) => (ids[a]! < ids[b]! ? -1 : 1));
  const bits = sets.flat().map(each => each.bits);
  const width = Math.ceil(bits.length / 8) + ladders.length;
  const head = new TextEncoder().encode(JSON.stringify([names, rows.map(row => ids[row])]));
  const bytes = new Uint8Array(head.length + width * rows.length);
  bytes.set(head);
  rows.forEach((row, place) => {
    const at = head.length + place * width;
    bits.forEach((set, i) => {
      if (set.has(row)) bytes[at + (i >> 3)]! |= 1 << (i & 7);
    });
    ladders.forEach(({ codes }, i) => {
      bytes[at + width - ladders.length + i] = codes[row]!;
    });
  });
  return sha256(bytes);
}

/** What the rules alone came to where people decided, by id of the override. */
export function ruledOf({ run, base }: Evaluation, overrides: readonly Override[]): Map<number, RuleVerdict> {
  const rows = rowsOfIds(base.ids);
  return new Map(
    overrides.flatMap(override => {
      const verdict = ruledAt(run, override, rows.get(override.customer) ?? -1);
      return verdict === undefined ? [] : [[override.id, verdict] as const];
    }),
  );
}

/** Who has a level only because it was held before: what a later replay has to know of the past. */
function keptOf({ run, base, asOf, decided }: Evaluation): NewRun['kept'] {
  const { checked } = run;
  const remembers = checked.declarations.some(
    each => each.kind === 'tier' && each.levels.some(level => level.keep !== null),
  );
  if (!remembers) return [];
  const fresh = evaluate(checked, base.frame, { asOf, reuse: run, ...(decided && { decided }) });
  return run.results.flatMap(result => {
    if (result.kind !== 'tier') return [];
    const [codes, plain] = [run, fresh].map(each => each.ruled(result.name) as Uint8Array);
    const kept = result.levels.map((): string[] => []);
    codes!.forEach((code, row) => {
      if (code > 0 && code !== plain![row]) kept[code - 1]!.push(base.ids[row]!);
    });
    return kept.flatMap((customers, i) =>
      customers.length > 0 ? [{ tier: result.name, level: result.levels[i]!, customers }] : [],
    );
  });
}

/** The levels held before a run, as far as they had a part in it. */
export function previousOf(
  kept: NewRun['kept'],
  ids: readonly string[],
): NonNullable<EvaluateOptions['previousTiers']> {
  const rows = rowsOfIds(ids);
  const previous = new Map<string, { levels: string[]; codes: Uint8Array }>();
  for (const { tier, level, customers } of kept) {
    const held = previous.get(tier) ?? { levels: [], codes: new Uint8Array(ids.length) };
    previous.set(tier, held);
    const code = held.levels.push(level);
    for (const id of customers) {
      const row = rows.get(id);
      if (row !== undefined) held.codes[row] = code;
    }
  }
  return previous;
}

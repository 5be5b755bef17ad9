import type { Bits, Hit, TierResult } from '../domain/index.ts';
import { foldSpelling } from '../domain/index.ts';
import type { Run } from '../rules/index.ts';
import type { Labels, PublishedResults } from '../store/index.ts';
import type { Member, MembersPage, MembersQuery, MembersRequest, MembersSort } from './api.ts';
import { columnNamed, valueIn } from './columns.ts';
import { type Evaluation, moneyByRow } from './evaluating.ts';
import { differenceOf, membersOf } from './preview.ts';

/** What the first tier says of a row, null where it has no level. */
export function tierAt(
  tiers: readonly { name: string; levels: readonly string[]; codes: Uint8Array }[],
  row: number,
): TierResult | null {
  const tier = tiers[0];
  const code = tier?.codes[row] ?? 0;
  if (!tier || code === 0) return null;
  return { name: tier.name, level: tier.levels[code - 1]!, rank: code - 1, levels: tier.levels.length };
}

/** A row as a line of a list. */
export function hitAt(
  row: number,
  id: string,
  labels: Labels,
  results: Pick<PublishedResults, 'tiers' | 'segments'> | null,
): Hit {
  return {
    id,
    name: labels.names[row] ?? '',
    company: labels.companies[row] ?? '',
    email: labels.emails[row] ?? '',
    phone: labels.phones[row] ?? '',
    tier: results ? tierAt(results.tiers, row) : null,
    segment: results?.segments.find(segment => segment.bits.has(row))?.name ?? '',
  };
}

/** The rows whose name, company or contact contains `search`, folded. All rows where it is empty. */
export function matchesSearch(labels: Labels, search: string): (row: number) => boolean {
  const wanted = foldSpelling(search);
  if (wanted === '') return () => true;
  return row =>
    [labels.names, labels.companies, labels.emails, labels.phones].some(texts =>
      foldSpelling(texts[row] ?? '').includes(wanted),
    );
}

/** The rows of the customers behind a count, in the order asked for; null where there is no such declaration. */
export function memberRows(
  evaluation: Evaluation,
  request: MembersQuery,
  labels: Labels,
  published: PublishedResults | null,
): number[] | null {
  const { run, base, asOf } = evaluation;
  const result = run.results.find(each => each.name === request.name);
  if (!result) return null;
  const size = base.frame.size;
  const difference = differenceOf(result, size, published);
  const sets: Record<MembersRequest['show'], () => Bits | undefined> = {
    matches: () => membersOf(result, size),
    enters: () => difference?.enters,
    leaves: () => difference?.leaves,
  };
  const also = run.results.find(each => each.name === request.also);
  const set = sets[request.show]();
  const wanted = matchesSearch(labels, request.search);
  const rows = ((also ? set?.and(membersOf(also, size)) : set)?.rows() ?? []).filter(wanted);
  const money = moneyByRow(base, asOf);
  return rows.sort(orderBy(evaluation, request.sort ?? { by: 'money', descending: true }, labels, money));
}

/** A page of the customers behind a count, in the order asked for. */
export function membersPage(
  evaluation: Evaluation,
  request: MembersRequest,
  labels: Labels,
  published: PublishedResults | null,
): MembersPage {
  const { run, base, asOf } = evaluation;
  const result = run.results.find(each => each.name === request.name);
  const rows = memberRows(evaluation, request, labels, published);
  if (!result || !rows) return { total: 0, money: 0, members: [] };
  const money = moneyByRow(base, asOf);
  const shown = {
    tiers: run.results.filter(each => each.kind === 'tier'),
    segments: run.results.filter(each => each.kind === 'segment'),
  };
  const columns = (request.columns ?? []).flatMap(name => {
    const column = columnNamed(evaluation, name);
    return column ? [{ name, column }] : [];
  });
  const members = rows.slice(request.offset, request.offset + request.limit).map(
    (row): Member => ({
      ...hitAt(row, base.ids[row]!, labels, shown),
      money: money[row] || 0,
      columns: columns.map(({ name, column }) => ({
        name,
        kind: column.kind,
        value: valueIn(column, row),
      })),
      values: valuesAt(run, result.kind, result.name, row),
    }),
  );
  let total = 0;
  for (const row of rows) total += money[row] || 0;
  return { total: rows.length, money: total, members };
}

/** How rows are ordered. Those without a value come last, equal ones by what they paid. */
function orderBy(
  evaluation: Evaluation,
  { by, descending }: MembersSort,
  labels: Labels,
  money: Float64Array,
): (a: number, b: number) => number {
  const turn = descending ? -1 : 1;
  const richest = (a: number, b: number) => (money[b] || 0) - (money[a] || 0) || a - b;
  if (by === 'money') return (a, b) => turn * ((money[a] || 0) - (money[b] || 0)) || a - b;
  const column = by === 'name' ? null : columnNamed(evaluation, by);
  const collator = new Intl.Collator('zh');
  const valueAt = (row: number) => (column ? valueIn(column, row) : labels.names[row] || null);
  return (a, b) => {
    const [left, right] = [valueAt(a), valueAt(b)];
    if (left === null || right === null) return +(left === null) - +(right === null) || richest(a, b);
    const order =
      typeof left === 'number' && typeof right === 'number'
        ? left - right
        : collator.compare(String(left), String(right));
    return turn * order || richest(a, b);
  };
}

function valuesAt(run: Run, kind: string, name: string, row: number): Member['values'] {
  if (kind === 'metric') {
    const metric = run.results.find(each => each.kind === 'metric' && each.name === name);
    const valueKind = metric?.kind === 'metric' ? metric.valueKind : 'number';
    return [{ name, kind: valueKind, value: run.value(name, row) }];
  }
  return run.reasons(name, row).map(reason => ({
    name: reason.subject,
    kind: reason.kind,
    value: reason.value,
  }));
}

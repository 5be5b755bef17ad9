import { contactKeys, type Note, type Reason, type Span } from '../domain/index.ts';
import {
  type Fate,
  type FindCustomer,
  fateOf,
  findings,
  type Mutant,
  mutantsOf,
  parse,
  runTests,
  type TestOutcome,
} from '../rules/index.ts';
import type { OnProgress } from './api.ts';
import type { Context } from './context.ts';
import type { Evaluation } from './evaluating.ts';
import { breathe } from './jobs.ts';

/** One rule test of the text and what it came to. `code` and `args` are put into words by src/i18n/checks.ts. */
export interface TestPreview {
  readonly name: string;
  readonly start: number;
  readonly verdict: TestOutcome['verdict'];
  readonly code: TestOutcome['code'];
  /** `customer` is the name of the customer on whom it was decided, where there is one. */
  readonly args: Note['args'];
  /** The condition that does not hold. */
  readonly at: Span | null;
  /** Id of the customer on whom it was decided. */
  readonly customer: string | null;
  readonly reasons: readonly Reason[];
}

/** A change of the text that no test notices. */
export interface Survivor extends Pick<Mutant, 'kind' | 'name' | 'span' | 'replacement'> {
  /** Customers who would be in something else. */
  readonly changed: number;
}

/** How much of what could go wrong with the rules their tests notice. */
export interface MutationReport {
  /** Changes tried that give a sound text. */
  readonly total: number;
  readonly killed: number;
  readonly survivors: readonly Survivor[];
}

/** Runs the tests of an evaluated text. */
export async function previewTests(context: Context, evaluation: Evaluation): Promise<TestPreview[]> {
  const { run } = evaluation;
  if (run.checked.tests.length === 0) return [];
  const find = await customerFinder(context, evaluation);
  const nameOf = await namer(context, evaluation);
  return runTests(run, find).map(({ span, row, args, ...outcome }) => ({
    ...outcome,
    start: span[0],
    args: row === null ? args : { ...args, customer: nameOf(row) },
    customer: row === null ? null : (evaluation.base.ids[row] ?? null),
  }));
}

/** What the base says of the rules. `customer` in the arguments is a name, '' where no single one shows it. */
export async function findingsOf(context: Context, evaluation: Evaluation): Promise<Note[]> {
  const nameOf = await namer(context, evaluation);
  const { currency } = evaluation.run.checked.world;
  return findings(evaluation.run, await context.results()).map(({ row, args, ...note }) => ({
    ...note,
    args: { ...args, currency, customer: row === null ? '' : nameOf(row) },
  }));
}

/** Changes one thing of the text at a time and looks whether a test that passes now would fail. */
export async function mutationReport(
  context: Context,
  evaluation: Evaluation,
  onProgress: OnProgress,
  signal: AbortSignal,
): Promise<MutationReport> {
  const { run, text } = evaluation;
  const find = await customerFinder(context, evaluation);
  const outcomes = runTests(run, find);
  const mutants = mutantsOf(text);
  const survivors: Survivor[] = [];
  let killed = 0;
  for (const [done, mutant] of mutants.entries()) {
    onProgress({ stage: 'evaluating', done, total: mutants.length });
    await breathe(signal);
    const fate: Fate = fateOf(mutant, run, outcomes, find);
    if (fate.kind === 'killed') killed++;
    if (fate.kind !== 'survived') continue;
    const { kind, name, span, replacement } = mutant;
    survivors.push({ kind, name, span, replacement, changed: fate.changed });
  }
  return { total: killed + survivors.length, killed, survivors };
}

async function namer(context: Context, { base }: Evaluation): Promise<(row: number) => string> {
  const { names, companies, emails, phones } = await context.labels();
  return row => names[row] || companies[row] || emails[row] || phones[row] || (base.ids[row] ?? '');
}

/** Looks up the customers that the tests of a text are about: by id, e-mail, phone or name. */
async function customerFinder(context: Context, { base, text }: Evaluation): Promise<FindCustomer> {
  const { names, emails, phones } = await context.labels();
  const found = new Map<string, number[]>();
  for (const { about } of parse(text).tests) {
    if (about?.kind !== 'text' || found.has(about.value)) continue;
    const who = about.value.trim();
    const own = base.ids.indexOf(who);
    const rows = own >= 0 ? [own] : rowsWith(emails, who.toLowerCase());
    if (rows.length === 0) rows.push(...(await rowsByContact(context, base.ids, who)));
    if (rows.length === 0) rows.push(...rowsWith(phones, who), ...rowsWith(names, who));
    found.set(about.value, [...new Set(rows)]);
  }
  return who => found.get(who) ?? [];
}

function rowsWith(column: readonly string[], wanted: string): number[] {
  const rows: number[] = [];
  for (let row = column.indexOf(wanted); row >= 0; row = column.indexOf(wanted, row + 1)) rows.push(row);
  return rows;
}

/** Those who have it as any of their contacts, not only as the first. */
async function rowsByContact(context: Context, ids: readonly string[], who: string): Promise<number[]> {
  const keys = contactKeys(who.includes('@') ? { email: who } : { phone: who });
  const cards = keys.length > 0 ? await context.store.cardsFor(keys) : [];
  return cards.flatMap(card => (card ? [ids.indexOf(card.id)] : [])).filter(row => row >= 0);
}

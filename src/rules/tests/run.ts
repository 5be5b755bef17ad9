import type { Reason, Span } from '../../domain/index.ts';
import type { CheckedDeclaration } from '../checked.ts';
import { type Inside, insideAnew, insideOf, type Run } from '../evaluate.ts';
import { explain } from '../reasons.ts';
import type { Typed } from '../types.ts';
import type { CheckedTest } from './check.ts';
import { invent } from './invent.ts';

/** What a test came to: `code` and `args` say it in words (src/i18n/checks.ts). */
export interface TestOutcome {
  readonly name: string;
  readonly span: Span;
  /** 'unknown': there is nobody whom it could be tried on. */
  readonly verdict: 'pass' | 'fail' | 'unknown';
  readonly code:
    | 'testPasses'
    | 'testPassesForAll'
    | 'testFails'
    | 'testFailsInvented'
    | 'testBroken'
    | 'testNobody'
    | 'testSeveral'
    | 'testNoCustomers';
  readonly args: Readonly<Record<string, string | number>>;
  /** The condition that does not hold, where one does not. */
  readonly at: Span | null;
  /** The customer of the base on whom it was decided. */
  readonly row: number | null;
  /** Why it does not hold for that customer. */
  readonly reasons: readonly Reason[];
}

/** The rows of the base that are called so: by contact, number or name. */
export type FindCustomer = (who: string) => readonly number[];

/** Tries every test of the run's text, on the run itself: what a test sees is what the rules came to. */
export function runTests(run: Run, find: FindCustomer): TestOutcome[] {
  const inside = insideOf(run);
  return run.checked.tests.map(test => outcomeOf(test, run, inside, find));
}

function outcomeOf(test: CheckedTest, run: Run, inside: Inside, find: FindCustomer): TestOutcome {
  const { name, span, about } = test;
  const base = { name, span, args: {}, at: null, row: null, reasons: [] };
  if (about.kind === 'everybody') return forAll(test, run, base);
  if (about.kind === 'invented') {
    for (const each of test.expects) run.over(each); // statistics are those of the whole base
    const { frame, given } = invent(about, inside);
    const alone = insideAnew(run, { frame, asOf: run.asOf, previousTiers: undefined, given });
    return decided(test, alone, 0, { ...base, verdict: 'pass', code: 'testPasses' });
  }
  const { who } = about;
  const rows = find(who);
  if (rows.length === 0)
    return { ...base, verdict: 'unknown', code: 'testNobody', args: { who }, at: about.span };
  if (rows.length > 1) {
    return {
      ...base,
      verdict: 'unknown',
      code: 'testSeveral',
      args: { who, count: rows.length },
      at: about.span,
    };
  }
  return decided(test, inside, rows[0]!, { ...base, verdict: 'pass', code: 'testPasses', row: rows[0]! });
}

/** The outcome for one customer: `passed`, unless a condition does not hold. */
function decided({ expects }: CheckedTest, inside: Inside, row: number, passed: TestOutcome): TestOutcome {
  const wrong = expects.find(each => !inside.holds(each, row));
  if (!wrong) return passed;
  const code = passed.row === null ? 'testFailsInvented' : 'testFails';
  return { ...passed, verdict: 'fail', code, ...failure(wrong, inside, row) };
}

function failure(wrong: Typed, inside: Inside, row: number): Pick<TestOutcome, 'args' | 'at' | 'reasons'> {
  const { text } = inside.checked.parsed;
  const { span } = wrong.node;
  const expectation = text.slice(...span).replace(/\s+/g, ' ');
  const declaration = decisive(wrong) ?? { kind: 'tag', name: '', span, weight: 0, when: wrong };
  return { args: { expectation }, at: span, reasons: explain(declaration, row, text, inside) };
}

/** The declaration that an expectation is about, null where it is a condition of its own. */
function decisive(typed: Typed): CheckedDeclaration | null {
  if (typed.form === 'declared') return typed.declaration;
  if (typed.form !== 'operation' || typed.construct.form === 'chain') return null;
  const [first] = typed.operands;
  return first ? decisive(first) : null;
}

type Base = Omit<TestOutcome, 'verdict' | 'code'>;

function forAll({ expects }: CheckedTest, run: Run, base: Base): TestOutcome {
  if (run.size === 0) return { ...base, verdict: 'unknown', code: 'testNoCustomers' };
  const inside = insideOf(run);
  for (const each of expects) {
    const breaking = inside.read(inside.planner.flags(each)).not();
    const [row] = breaking.rows(0, 1);
    if (row === undefined) continue;
    const found = failure(each, inside, row);
    const args = { ...found.args, count: breaking.count() };
    return { ...base, verdict: 'fail', code: 'testBroken', ...found, args, row };
  }
  return { ...base, verdict: 'pass', code: 'testPassesForAll', args: { count: run.size } };
}

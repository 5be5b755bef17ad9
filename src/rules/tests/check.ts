import type { Note, Span } from '../../domain/index.ts';
import type { Expression } from '../ast.ts';
import type { RowSubject } from '../tokens.ts';
import type { FieldColumn, Typed } from '../types.ts';
import { type ExpressionTyper, outerScope } from '../typing.ts';
import type { Given, InventedRows, TestDeclaration } from './tree.ts';

/** One thing that is taken for a fact: a column of the customer's record, or a computed value as given. */
export interface CheckedFact {
  readonly of: Typed;
  /** A number (money in minor units, dates as Day), texts as stored, or a length of time until the day. */
  readonly value: Typed;
}

export interface CheckedRows {
  readonly of: RowSubject;
  readonly node: InventedRows;
  /** Minor units, null = not known. */
  readonly each: number | null;
  readonly columns: readonly { readonly field: FieldColumn['field']; readonly value: Typed }[];
}

/** A test whose names and types are settled. */
export interface CheckedTest {
  readonly name: string;
  readonly span: Span;
  readonly about:
    | { readonly kind: 'everybody' }
    | { readonly kind: 'known'; readonly who: string; readonly span: Span }
    | {
        readonly kind: 'invented';
        readonly facts: readonly CheckedFact[];
        readonly rows: readonly CheckedRows[];
      };
  /** Conditions that must hold. */
  readonly expects: readonly Typed[];
}

/** What the checking of tests asks of the checker of the text. */
export interface TestChecker {
  readonly typer: ExpressionTyper;
  fault(code: string, args: Note['args'], span: Span): null;
}

/** Settles a test; null after a note. */
export function checkTest(test: TestDeclaration, checker: TestChecker): CheckedTest | null {
  const expects = test.expects.map(each => condition(each, test, checker));
  const about = settleAbout(test, checker);
  if (!about || expects.some(each => each === null)) return null;
  return { name: test.name.text, span: test.span, about, expects: expects as Typed[] };
}

function condition(
  expression: Expression,
  test: TestDeclaration,
  { typer, fault }: TestChecker,
): Typed | null {
  const typed = typer.type(expression, outerScope(test));
  if (!typed || typed.kind === 'flag') return typed;
  return fault('conditionNeeded', { kind: typed.kind }, expression.span);
}

function settleAbout({ about, ...test }: TestDeclaration, checker: TestChecker): CheckedTest['about'] | null {
  if (!about) return { kind: 'everybody' };
  if (about.kind === 'text') return { kind: 'known', who: about.value, span: about.span };
  return settleGiven(about, { about, ...test }, checker);
}

function settleGiven(given: Given, test: TestDeclaration, checker: TestChecker): CheckedTest['about'] | null {
  const facts: (CheckedFact | null)[] = [];
  const rows: (CheckedRows | null)[] = [];
  for (const fact of given.facts) {
    if (fact.kind === 'invented') rows.push(settleRows(fact, test, checker));
    else facts.push(settleFact(fact, test, checker));
  }
  if ([...facts, ...rows].some(each => each === null)) return null;
  return { kind: 'invented', facts: facts as CheckedFact[], rows: rows as CheckedRows[] };
}

/** `recency = 3 days`, `labels contains "VIP"`: typed like any condition, then taken apart. */
function settleFact(fact: Expression, test: TestDeclaration, checker: TestChecker): CheckedFact | null {
  const typed = checker.typer.type(fact, outerScope(test));
  return typed && (equality(typed) ?? checker.fault('factNeeded', {}, fact.span));
}

function equality(typed: Typed): CheckedFact | null {
  if (typed.form !== 'operation' || !['=', 'contains'].includes(typed.construct.id)) return null;
  const [of, value] = typed.operands as [Typed, Typed];
  if (typed.construct.id === 'contains' && of.kind !== 'texts') return null;
  return ['constant', 'duration', 'texts'].includes(value.form) && of.form !== 'constant'
    ? { of, value }
    : null;
}

function settleRows(node: InventedRows, test: TestDeclaration, checker: TestChecker): CheckedRows | null {
  const { of, where, each } = node;
  const typed = where && checker.typer.type(where, { ...outerScope(test), space: of });
  if (where && !typed) return null;
  const conditions = typed ? parts(typed) : [];
  const columns = conditions.map(part => {
    const fact = equality(part);
    return fact?.of.form === 'column' ? { field: fact.of.field, value: fact.value } : null;
  });
  if (columns.some(column => column === null)) return checker.fault('factNeeded', {}, where!.span);
  const amount = each && checker.typer.type(each, outerScope(test));
  const typing = amount && checker.typer.typing(each, outerScope(test));
  const money = amount?.kind === 'money' ? amount : amount && typing!.asMoney(amount);
  return {
    of,
    node,
    each: money?.form === 'constant' ? money.value : null,
    columns: columns as CheckedRows['columns'],
  };
}

function parts(typed: Typed): readonly Typed[] {
  return typed.form === 'operation' && typed.construct.id === 'and' ? typed.operands.flatMap(parts) : [typed];
}

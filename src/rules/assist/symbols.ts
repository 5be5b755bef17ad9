import type { Field, Span } from '../../domain/index.ts';
import type { Declaration, Expression } from '../ast.ts';
import { lex } from '../lexer.ts';
import { fieldsWith, findField } from '../names.ts';
import type { Parsed } from '../parse.ts';
import { foldName, type RowSubject } from '../tokens.ts';
import { expressionsOf, mentionsOf, partsOf } from './nodes.ts';

/** A place where the text writes a declared name. */
export interface Occurrence {
  readonly span: Span;
  /** 'declares' once; 'placeholder' in the braces of a message, where names stand without quotes. */
  readonly form: 'declares' | 'uses' | 'placeholder';
}

/** What an editor lists of a text: a declaration and where it and its name stand. */
export interface OutlineEntry {
  readonly kind: Declaration['kind'];
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** The declarations that have a name, in order of the text. */
export function outlineOf(parsed: Parsed): OutlineEntry[] {
  return parsed.declarations
    .filter(({ name }) => name.text !== '')
    .map(({ kind, name, span }) => ({ kind, name: name.text, span, nameSpan: name.span }));
}

/** Every place where the text writes a declared name, in order of the text; the first that declares it leads. */
export function occurrencesOf(parsed: Parsed, name: string): Occurrence[] {
  const folded = foldName(name);
  const declared = parsed.declarations.find(each => foldName(each.name.text) === folded);
  if (!declared || folded === '') return [];
  const found: Occurrence[] = [{ span: declared.name.span, form: 'declares' }];
  for (const { text, span, form } of usesIn(parsed)) {
    if (foldName(text) === folded) found.push({ span, form });
  }
  return found.sort((a, b) => a.span[0] - b.span[0]);
}

/** The declared name at an offset of the text, and where it stands there; null where there is none. */
export function symbolAt(parsed: Parsed, offset: number): { name: string; span: Span } | null {
  const at = ([start, end]: Span) => start <= offset && offset <= end;
  const own = parsed.declarations.find(({ name }) => name.text !== '' && at(name.span))?.name;
  const used = own ?? [...usesIn(parsed)].find(({ span }) => at(span));
  if (!used) return null;
  const folded = foldName(used.text);
  const declared = parsed.declarations.find(({ name }) => foldName(name.text) === folded);
  return declared ? { name: declared.name.text, span: used.span } : null;
}

/** The names of metrics and customer fields that a declaration looks at, its own first, then those behind tags. */
export function namesUsed(parsed: Parsed, name: string, own: readonly Field[] = []): string[] {
  const fields = fieldsWith(own);
  const found = new Map<string, string>();
  const walked = new Set<string>();
  const walk = (wanted: string): void => {
    const folded = foldName(wanted);
    const declaration = parsed.declarations.find(each => foldName(each.name.text) === folded);
    if (!declaration || walked.has(folded)) return;
    walked.add(folded);
    if (declaration.kind === 'metric') found.set(folded, declaration.name.text);
    const behind: string[] = [];
    for (const use of expressionsOf(declaration).flatMap(each => [...namesIn(each, null)])) {
      const key = foldName(use.text);
      const target = parsed.declarations.find(each => foldName(each.name.text) === key);
      if (target && target.kind !== 'metric') behind.push(target.name.text);
      else if (target) found.set(key, target.name.text);
      else if (fields.find('customer', use.text)) found.set(key, use.text);
    }
    if (declaration.kind === 'action' && declaration.target) behind.push(declaration.target.text);
    behind.forEach(walk);
  };
  walk(name);
  return [...found.values()];
}

interface Use {
  readonly text: string;
  readonly span: Span;
  readonly form: 'uses' | 'placeholder';
}

/** Every name that a text uses where it could mean a declaration, in conditions, references, targets and messages. */
export function* usesIn(parsed: Parsed): Generator<Use> {
  for (const declaration of parsed.declarations) {
    for (const { text, span } of mentionsOf(declaration)) yield { text, span, form: 'uses' };
    for (const expression of expressionsOf(declaration)) {
      if (declaration.kind === 'action' && expression === declaration.say) {
        yield* placeholdersIn(parsed.text, expression.span);
      } else {
        yield* namedIn(parsed.text, expression);
      }
    }
  }
  for (const test of parsed.tests) for (const part of partsOf(test)) yield* namedIn(parsed.text, part);
}

function* namedIn(source: string, expression: Expression): Generator<Use> {
  for (const { text, span } of namesIn(expression, null)) {
    yield { text, span: nameSpan(source, span), form: 'uses' };
  }
}

/** Names in an expression. Inside of `where` the fields of the rows come first, so those are no declared names. */
function* namesIn(expression: Expression, rows: RowSubject | null): Generator<{ text: string; span: Span }> {
  if (expression.kind === 'name' || expression.kind === 'reference') {
    const { name: text, span } = expression;
    if (!(rows && findField(rows, text))) yield { text, span };
  }
  const inside = 'of' in expression ? expression.of : rows;
  for (const part of partsOf(expression)) yield* namesIn(part, inside);
}

/** Of `tag NAME` the name alone. */
function nameSpan(text: string, [start, end]: Span): Span {
  const word = lex(text.slice(start, end)).tokens.findLast(token => token.type === 'word');
  return word ? [start + word.span[0], start + word.span[1]] : [start, end];
}

function* placeholdersIn(text: string, [start, end]: Span): Generator<Use> {
  for (const found of text.slice(start, end).matchAll(/\{([^{}]*)\}/g)) {
    const from = start + found.index + 1;
    yield { text: found[1]!, span: [from, from + found[1]!.length], form: 'placeholder' };
  }
}

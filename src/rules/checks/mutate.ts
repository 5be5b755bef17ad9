import type { Span } from '../../domain/index.ts';
import { allOf, partsOf } from '../assist/nodes.ts';
import type { Expression, Operation } from '../ast.ts';
import { type Construct, constructOf } from '../constructs.ts';
import { lex, type Token } from '../lexer.ts';
import { parse } from '../parse.ts';
import { narrowWidth } from '../tokens.ts';

/** The text with one thing changed. */
export interface Mutant {
  readonly kind: 'operator' | 'connective' | 'threshold' | 'window';
  /** The declaration it is in. */
  readonly name: string;
  /** What is changed, and what stands there instead. */
  readonly span: Span;
  readonly replacement: string;
  readonly text: string;
}

type Change = Pick<Mutant, 'kind' | 'span' | 'replacement'>;

/** What an operator turns into: the smallest change that a test should notice. */
const turned: Readonly<Record<string, string>> = {
  '>=': '>',
  '>': '>=',
  '<=': '<',
  '<': '<=',
  '=': '!=',
  '!=': '=',
  and: 'or',
  or: 'and',
  in: 'notIn',
  notIn: 'in',
  isKnown: 'isUnknown',
  isUnknown: 'isKnown',
};

/** Every operator, connective, bound and window of a text changed once, in order of the text. */
export function mutantsOf(text: string): Mutant[] {
  return parse(text).declarations.flatMap(declaration => {
    if (declaration.broken) return [];
    const changes = new Map<string, Change>();
    const kept = declaration.kind === 'tier' ? declaration.levels.flatMap(({ keep }) => keep ?? []) : [];
    for (const part of partsOf(declaration)) {
      for (const node of allOf(part)) {
        const keeps = kept.some(each => each.span[0] <= node.span[0] && node.span[1] <= each.span[1]);
        for (const change of changesAt(node, text, keeps)) changes.set(change.span.join(), change);
      }
    }
    return [...changes.values()]
      .sort((a, b) => a.span[0] - b.span[0])
      .map(change => {
        const [start, end] = change.span;
        const changed = text.slice(0, start) + change.replacement + text.slice(end);
        return { ...change, name: declaration.name.text, text: changed };
      });
  });
}

/** `keeps`: a bound to keep a level, which must not come above the one to reach it. */
function changesAt(node: Expression, text: string, keeps: boolean): Change[] {
  switch (node.kind) {
    case 'number':
    case 'duration':
      return moved(node.span, text, 'threshold', keeps ? -1 : 1);
    case 'rows':
    case 'windowed':
      return node.window ? windowChanges(node.span, text) : [];
    case 'operation':
      return operatorChanges(node, text);
    default:
      return [];
  }
}

function operatorChanges(node: Operation, text: string): Change[] {
  const { operands } = node;
  const construct = constructOf(node.construct);
  if (construct.id === 'not') {
    const [token] = lex(text.slice(...node.span)).tokens;
    const end = node.span[0] + (token?.span[1] ?? 0);
    return [{ kind: 'connective', span: [node.span[0], end], replacement: '' }];
  }
  const target = turned[construct.id];
  if (!target) return [];
  const kind = construct.form === 'chain' ? 'connective' : 'operator';
  const gaps =
    construct.form === 'postfix'
      ? [[operands[0]!.span[1], node.span[1]] as const]
      : operands.slice(1).map((operand, index) => [operands[index]!.span[1], operand.span[0]] as const);
  return gaps.flatMap(gap => {
    const found = operatorIn(gap, text, construct);
    if (!found) return [];
    const language = /[\u4e00-\u9fff≥≤≠]/.test(found.written) ? 'zh' : 'en';
    return [{ kind, span: found.span, replacement: constructOf(target)[language][0]! }];
  });
}

/** Where between two operands the operator is written: its longest spelling that fits. */
function operatorIn(
  [start, end]: Span,
  text: string,
  construct: Construct,
): { span: Span; written: string } | null {
  const gap = narrowWidth(text.slice(start, end)).toLowerCase();
  const spellings = [...construct.en, ...construct.zh, ...symbolsOf(construct)].sort(
    (a, b) => b.length - a.length,
  );
  for (const spelling of spellings) {
    const found = patternOf(spelling).exec(gap);
    if (!found) continue;
    const from = start + found.index;
    const span = [from, from + found[0].length] as const;
    return { span, written: text.slice(...span) };
  }
  return null;
}

function patternOf(spelling: string): RegExp {
  return new RegExp(spelling.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/ /g, '\\s+'));
}

function symbolsOf({ id }: Construct): string[] {
  return { '!=': ['<>'], '=': ['==', 'is', '是'], '>=': ['≧'], '<=': ['≦'] }[id] ?? [];
}

function windowChanges([start, end]: Span, text: string): Change[] {
  const { tokens } = lex(text.slice(start, end));
  const at = tokens.findIndex((token, index) => token.type === 'duration' && isLast(tokens[index - 1]));
  const token = tokens[at];
  return token ? moved([start + token.span[0], start + token.span[1]], text, 'window', 1) : [];
}

function isLast(token: Token | undefined): boolean {
  return token?.type === 'word' && token.words.includes('last');
}

/** The number in the span a tenth higher or lower, by one at least. */
function moved(span: Span, text: string, kind: Change['kind'], direction: 1 | -1): Change[] {
  const found = /\d+(?:\.\d+)?/.exec(narrowWidth(text.slice(...span)));
  if (!found) return [];
  const [digits] = found;
  const decimals = digits.split('.')[1]?.length ?? 0;
  const value = Number(digits);
  const step = decimals > 0 ? value * 0.1 : Math.max(1, Math.round(value * 0.1));
  const start = span[0] + found.index;
  const replacement = Math.max(0, value + direction * step).toFixed(decimals > 0 ? decimals + 1 : 0);
  return [{ kind, span: [start, start + digits.length], replacement }];
}

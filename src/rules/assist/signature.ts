import type { Language } from '../../i18n/index.ts';
import { type Construct, functionOf } from '../constructs.ts';
import { lex } from '../lexer.ts';
import { parse } from '../parse.ts';
import { printExpression } from '../print.ts';
import { allOf, expressionsOf } from './nodes.ts';

/** What a function wants, for the call at a place. Labels are those of the function's own example. */
export interface Signature {
  readonly construct: Construct;
  readonly name: string;
  readonly parameters: readonly string[];
  /** Which of them the place is in. */
  readonly active: number;
}

/** The function call around an offset, its innermost; null outside of calls. */
export function signatureAt(text: string, offset: number, language: Language): Signature | null {
  const { tokens } = lex(text.slice(0, offset));
  let closed = 0;
  let active = 0;
  for (let at = tokens.length - 1; at >= 0; at--) {
    const token = tokens[at]!;
    if (token.first && token.column === 0) return null;
    if (token.type !== 'symbol') continue;
    if (token.text === ')' || token.text === ']') closed++;
    else if (token.text === '[') closed--;
    else if (token.text === ',' && closed === 0) active++;
    else if (token.text === '(' && closed-- === 0) {
      const word = tokens[at - 1];
      const construct = word?.type === 'word' && !word.quoted ? functionOf(word.text) : undefined;
      if (!construct) return null;
      const parameters = parametersOf(construct, language);
      return {
        construct,
        name: construct[language][0]!,
        parameters,
        active: Math.min(active, Math.max(0, parameters.length - 1)),
      };
    }
  }
  return null;
}

function parametersOf(construct: Construct, language: Language): string[] {
  const [declaration] = parse(`metric m = ${construct.example[0]}`).declarations;
  for (const expression of declaration ? expressionsOf(declaration).flatMap(each => [...allOf(each)]) : []) {
    if (expression.kind === 'operation' && expression.construct === construct.id) {
      return expression.operands.map(operand => printExpression(operand, language));
    }
  }
  return [];
}

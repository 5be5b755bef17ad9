import { type Day, isoOf, type Span, type ValueKind } from '../../domain/index.ts';
import { type Language, minorDigits } from '../../i18n/index.ts';
import type { Expression } from '../ast.ts';
import { constructOf } from '../constructs.ts';
import type { Parsed } from '../parse.ts';
import { softWords } from '../tokens.ts';
import { allOf, expressionsOf } from './nodes.ts';
import type { TextEdit } from './rename.ts';

/** A statistic in a text with what it comes to: minor units, shares, days, numbers. */
export interface Freezable {
  readonly span: Span;
  readonly kind: ValueKind;
  readonly value: number | null;
}

/** A statistic that the text holds at the number of a day, and the text that lets it float again. */
export interface Frozen {
  readonly span: Span;
  readonly statistic: Span;
  readonly thaw: TextEdit;
}

/** Every frozen statistic of a text, in its order. */
export function frozenIn(parsed: Parsed, text: string): Frozen[] {
  return parsed.declarations
    .flatMap(expressionsOf)
    .flatMap(each => [...allOf(each)])
    .flatMap(node => {
      const statistic = frozenPart(node);
      if (!statistic) return [];
      const thaw = { span: node.span, text: text.slice(...statistic.span) };
      return [{ span: node.span, statistic: statistic.span, thaw }];
    });
}

function frozenPart(node: Expression): Expression | null {
  return node.kind === 'operation' && node.construct === 'frozen' ? (node.operands[0] ?? null) : null;
}

/**
 * The edit that holds a statistic at its value of a day, in the spelling of `language`; null where the value is not
 * known or is none that a rule can write.
 */
export function freezeEdit(
  { span, kind, value }: Freezable,
  day: Day,
  { language, currency }: { language: Language; currency: string },
): TextEdit | null {
  const number = value === null ? null : written(value, kind, currency);
  if (number === null) return null;
  const [frozen, on] = [constructOf('frozen')[language][0], softWords.on[language][0]];
  return { span: [span[1], span[1]], text: ` ${frozen} ${number} ${on} ${isoOf(day)}` };
}

/** A value as rules write it, to the cent or to six figures. */
function written(value: number, kind: ValueKind, currency: string): string | null {
  if (kind === 'date') return isoOf(Math.round(value));
  if (kind === 'money') {
    const digits = minorDigits(currency);
    return plain(value / 10 ** digits, digits);
  }
  if (kind === 'share') return `${plain(value * 100, 4)}%`;
  return kind === 'number' || kind === 'days' ? plain(value, 4) : null;
}

/** A decimal number without an exponent and without zeros that say nothing. */
function plain(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)));
}

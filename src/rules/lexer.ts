import { type Day, dayOf, type Span } from '../domain/index.ts';
import type { Duration } from './ast.ts';
import { chineseDurationAt } from './chineseCounts.ts';
import {
  clauseWords,
  type DurationUnit,
  durationUnits,
  narrowWidth,
  numberSuffixes,
  softWords,
  symbols,
} from './tokens.ts';
import { wordsOf } from './words.ts';

interface TokenBase {
  readonly span: Span;
  /** First on its line. */
  readonly first: boolean;
  /** Its column, 0 = not indented. */
  readonly column: number;
}
/** `words`: the words of the language it may stand for; `quoted`: in 「」 or backticks, always a name. */
export interface WordToken extends TokenBase {
  readonly type: 'word';
  readonly text: string;
  readonly words: readonly string[];
  readonly quoted: boolean;
}
export interface NumberToken extends TokenBase {
  readonly type: 'number';
  readonly value: number;
  readonly unit: 'plain' | 'percent' | 'money';
}
export interface DurationToken extends TokenBase {
  readonly type: 'duration';
  readonly duration: Duration;
}
export interface DateToken extends TokenBase {
  readonly type: 'date';
  readonly day: Day;
}
export interface TextToken extends TokenBase {
  readonly type: 'text';
  readonly value: string;
  readonly closed: boolean;
}
export interface SymbolToken extends TokenBase {
  readonly type: 'symbol';
  readonly text: string;
}
/** A character that begins nothing. */
export interface StrangeToken extends TokenBase {
  readonly type: 'strange';
  readonly text: string;
}
export interface EndToken extends TokenBase {
  readonly type: 'end';
}
export type Token =
  | WordToken
  | NumberToken
  | DurationToken
  | DateToken
  | TextToken
  | SymbolToken
  | StrangeToken
  | EndToken;

export interface Comment {
  readonly text: string;
  readonly span: Span;
  /** Nothing stands before it on its line. */
  readonly first: boolean;
}

const wordPattern = /[\p{L}\p{M}_][\p{L}\p{M}\p{N}_]*/uy;
const numberPattern = /\d+(?:\.\d+)?/y;
const datePattern = /(\d{4})(?:-(\d{1,2})-(\d{1,2})(?!\d)|年(\d{1,2})月(\d{1,2})日)/y;
const quotes: Readonly<Record<string, string>> = { '「': '」', '`': '`' };

const closingQuotes: Readonly<Record<string, string>> = { '“': '”', '‘': '’' };

const units = (Object.keys(durationUnits) as DurationUnit[])
  .flatMap(unit => {
    const { en, zh } = durationUnits[unit];
    return [...en, ...zh].map(spelling => ({ unit, spelling, latin: /^[a-z]/.test(spelling) }));
  })
  .sort((a, b) => b.spelling.length - a.spelling.length);

/** All tokens of the text, the last one of type 'end'. Comments stand apart. Never throws. */
export function lex(source: string): { tokens: Token[]; comments: Comment[] } {
  const text = narrowWidth(source);
  const tokens: Token[] = [];
  const comments: Comment[] = [];
  let at = 0;
  let lineStart = 0;
  let first = true;

  const base = (start: number, end: number): TokenBase => {
    const result = { span: [start, end] as const, first, column: start - lineStart };
    first = false;
    at = end;
    return result;
  };

  while (at < text.length) {
    const character = text[at]!;
    if (character === '\n') {
      lineStart = ++at;
      first = true;
      continue;
    }
    if (/\s/.test(character)) {
      at++;
      continue;
    }
    const start = at;
    if (character === '#' || text.startsWith('//', at)) {
      const end = endOfLine(text, at);
      const marks = character === '#' ? 1 : 2;
      comments.push({ text: source.slice(start + marks, end).trim(), span: [start, end], first });
      at = end;
      continue;
    }
    if (character === '"' || character === "'") {
      const { value, end, closed } = readText(source, text, at);
      tokens.push({ type: 'text', value, closed, ...base(start, end) });
      continue;
    }
    const closing = quotes[character];
    const closingAt = closing ? text.indexOf(closing, at + 1) : -1;
    if (closingAt > at && closingAt < endOfLine(text, at)) {
      const name = source.slice(at + 1, closingAt).trim();
      tokens.push({ type: 'word', text: name, words: [], quoted: true, ...base(start, closingAt + 1) });
      continue;
    }
    if (/\d/.test(character)) {
      tokens.push(readNumber(text, start, tokens.at(-1), base));
      continue;
    }
    const word = match(wordPattern, text, at)?.[0];
    const length = word ? chineseLength(word, text, start, tokens.at(-1)) : null;
    if (length) {
      tokens.push({ type: 'duration', duration: length.duration, ...base(start, start + length.length) });
      continue;
    }
    if (word) {
      const end = start + wordLength(word, text, start, tokens.at(-1));
      const spelled = text.slice(start, end);
      tokens.push({
        type: 'word',
        text: spelled,
        words: wordsOf(spelled),
        quoted: false,
        ...base(start, end),
      });
      continue;
    }
    const symbol = symbols.find(([spelling]) => text.startsWith(spelling, at)) ?? wideComparison(character);
    if (symbol) tokens.push({ type: 'symbol', text: symbol[1], ...base(start, start + symbol[0].length) });
    else {
      const whole = String.fromCodePoint(text.codePointAt(at)!);
      tokens.push({ type: 'strange', text: whole, ...base(start, start + whole.length) });
    }
  }
  tokens.push({ type: 'end', ...base(text.length, text.length) });
  return { tokens, comments };
}

function wideComparison(character: string): readonly [string, string] | undefined {
  const meant = ({ '≥': '>=', '≤': '<=', '≠': '!=', '≧': '>=', '≦': '<=' } as Record<string, string>)[
    character
  ];
  return meant ? [character, meant] : undefined;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

/**
 * How much of a run of letters is one word. Chinese writes no spaces, so the few words that stand before or after
 * a number are cut off where they fit: 近6个月, (6个月)的消费频次, 均值的150%.
 */
function wordLength(word: string, text: string, at: number, previous: Token | undefined): number {
  const near = /^(?:最近|近|每|最多|未来)(?=[ \t]*\d)|^[至到](?=[ \t]*\d{4}[-年])/.exec(
    text.slice(at, at + 12),
  );
  if (near) return near[0].length;
  const window = /^(?:最近|近|未来)/.exec(word);
  if (window && chineseDurationAt(text, at + window[0].length)) return window[0].length;
  const best = /[前后](?=[ \t]*\d+(?:\.\d+)?[ \t]*[%名位])/.exec(text.slice(at, at + word.length + 8));
  if (best && best.index < word.length) return best.index || 1;
  const behindValue =
    previous?.type === 'duration' ||
    (previous?.type === 'number' && previous.unit === 'percent') ||
    (previous?.type === 'symbol' && previous.text === ')');
  const possessive = /的(?=[ \t]*\d)/.exec(text.slice(at, at + word.length + 8));
  if (word.startsWith('的') && (behindValue || possessive?.index === 0)) return 1;
  return possessive && possessive.index > 0 && possessive.index < word.length
    ? possessive.index
    : word.length;
}

/**
 * A length of time in Chinese figures: behind 近 wherever it ends, before 内, and as a whole word where a value is
 * due. Elsewhere it is a name.
 */
function chineseLength(
  word: string,
  text: string,
  at: number,
  previous: Token | undefined,
): { duration: Duration; length: number } | null {
  const found = chineseDurationAt(text, at);
  if (!found) return null;
  const rest = word.slice(found.length);
  const starts = previous?.type === 'word' && !previous.quoted && beforeLengths.has(previous.text);
  if (starts && (rest === '' || beforeWindows.has(previous.text))) return found;
  if (/^(?:之内|以内|内)$/.test(rest)) return found;
  const due = previous?.type === 'symbol' && /^[-+<>(]|^<=|^>=/.test(previous.text);
  return due && rest === '' ? found : null;
}

const beforeWindows = new Set<string>([...clauseWords.last.zh, ...softWords.next.zh]);
const beforeLengths = new Set<string>([
  ...beforeWindows,
  ...[clauseWords.within, softWords.cooldown, softWords.per, clauseWords.to].flatMap(({ zh }) => zh),
  '介于',
]);

function readNumber(
  text: string,
  start: number,
  previous: Token | undefined,
  base: (start: number, end: number) => TokenBase,
): Token {
  const date = match(datePattern, text, start);
  if (date) {
    const day = dayOf(Number(date[1]), Number(date[2] ?? date[4]), Number(date[3] ?? date[5]));
    if (day !== null) return { type: 'date', day, ...base(start, start + date[0].length) };
  }
  const digits = match(numberPattern, text, start)![0];
  let end = start + digits.length;
  let value = Math.min(Number(digits), Number.MAX_VALUE);
  const gap = /^[ \t]*/.exec(text.slice(end, end + 20))![0].length;
  const inWindow = previous?.type === 'word' && previous.words.includes('last');
  const unit = units.find(each => fits(each, text, end, gap, inWindow));
  if (unit) {
    const length = gap + unit.spelling.length;
    return { type: 'duration', duration: { count: value, unit: unit.unit }, ...base(start, end + length) };
  }
  let suffix = numberSuffixes[text[end] as keyof typeof numberSuffixes];
  while (typeof suffix === 'number') {
    value = shiftDecimal(value, suffix);
    suffix = numberSuffixes[text[++end] as keyof typeof numberSuffixes];
  }
  if (suffix) end++;
  if (suffix === 'percent') value = shiftDecimal(value, -2);
  return { type: 'number', value, unit: suffix ?? 'plain', ...base(start, end) };
}

/** A Latin unit ends at a word boundary; a Chinese one needs none where it touches its number or follows 近. */
function fits(
  unit: (typeof units)[number],
  text: string,
  at: number,
  gap: number,
  inWindow: boolean,
): boolean {
  const end = at + gap + unit.spelling.length;
  if (text.slice(at + gap, end).toLowerCase() !== unit.spelling) return false;
  if (!unit.latin && (gap === 0 || inWindow)) return true;
  return !/[\p{L}\p{N}_]/u.test(text[end] ?? '');
}

function readText(
  source: string,
  text: string,
  start: number,
): { value: string; end: number; closed: boolean } {
  const end = endOfLine(text, start);
  const closing = closingQuotes[source[start]!] ?? source[start]!;
  const matched = source.slice(start + 1, end).includes(closing);
  const closes = (at: number) => (matched ? source[at] === closing : text[at] === text[start]);
  let value = '';
  for (let at = start + 1; at < end; at++) {
    if (closes(at)) return { value, end: at + 1, closed: true };
    if (source[at] === '\\' && at + 1 < end) {
      const escaped = source[++at]!;
      value += escaped === 'n' ? '\n' : escaped;
    } else value += source[at];
  }
  return { value, end, closed: false };
}

/** `value` times 10 to the power of `places`, without the error that multiplying would bring. */
export function shiftDecimal(value: number, places: number): number {
  const [digits, exponent] = String(value).split('e');
  return Math.min(Number(`${digits}e${Number(exponent ?? 0) + places}`), Number.MAX_VALUE);
}

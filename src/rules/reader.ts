import { isoOf, type Note, type Span } from '../domain/index.ts';
import type { Missing } from './ast.ts';
import type { Token, WordToken } from './lexer.ts';
import { type ClauseWord, clauseWords, foldName, type SoftWord, type Spelling, softWords } from './tokens.ts';
import { wordSpellings } from './words.ts';

const softSpellings = Object.fromEntries(
  Object.entries<Spelling>(softWords).map(([word, { en, zh }]) => [
    word,
    [...en, ...zh].map(spelling => spelling.split(' ')).sort((a, b) => b.length - a.length),
  ]),
) as Record<SoftWord, string[][]>;

/** What the declarations of one parse share. */
export interface Shared {
  /** The next id: unique within the parse. */
  next: number;
  /** The names that the text declares, folded. */
  readonly declared: ReadonlySet<string>;
}

/**
 * Reads the tokens of one declaration. The first failure is noted and ends the reading: from then on there is
 * only the end to be seen, so that a parser needs no error paths and one mistake gives one note.
 */
export class Reader {
  readonly #tokens: readonly Token[];
  readonly #shared: Shared;
  #at = 0;
  note: Note | null = null;
  /** `within 3 days` (without `next`) is a clause of the declaration, unless behind what may be a date. */
  limits = false;
  /** A minus that begins a line begins something new. */
  linewise = false;

  /** `tokens` end with one of type 'end'. */
  constructor(tokens: readonly Token[], shared: Shared) {
    this.#tokens = tokens;
    this.#shared = shared;
  }

  id(): number {
    return this.#shared.next++;
  }

  /** Whether the text declares something of that name. */
  isDeclared(name: string): boolean {
    return this.#shared.declared.has(foldName(name));
  }

  peek(ahead = 0): Token {
    return this.#tokens[Math.min(this.#at + ahead, this.#tokens.length - 1)]!;
  }

  take(): Token {
    const token = this.peek();
    if (this.#at < this.#tokens.length - 1) this.#at++;
    return token;
  }

  /** How many tokens were read. */
  get position(): number {
    return this.#at;
  }

  /** Where the token before the next one ends. */
  get end(): number {
    return this.#tokens[Math.max(this.#at - 1, 0)]!.span[1];
  }

  atEnd(): boolean {
    return this.peek().type === 'end';
  }

  atSymbol(text: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.type === 'symbol' && token.text === text;
  }

  /** Whether the next token may stand for that word of the language (a clause word or an operator's id). */
  atWord(word: string, ahead = 0): boolean {
    const token = this.peek(ahead);
    return token.type === 'word' && token.words.includes(word);
  }

  /** How many tokens spell that soft word here, 0 where they do not. */
  soft(word: SoftWord, ahead = 0): number {
    for (const spelling of softSpellings[word]) {
      if (spelling.every((each, index) => this.#spells(each, ahead + index))) return spelling.length;
    }
    return 0;
  }

  /** Whether the next tokens are these words, in small letters. */
  phrase(words: readonly string[]): boolean {
    return words.every((each, index) => this.#spells(each, index));
  }

  #spells(text: string, ahead: number): boolean {
    const token = this.peek(ahead);
    if (token.type === 'symbol') return token.text === text;
    return token.type === 'word' && !token.quoted && token.text.toLowerCase() === text;
  }

  /** Takes the soft word where it is next. */
  skipSoft(word: SoftWord): boolean {
    const length = this.soft(word);
    for (let taken = 0; taken < length; taken++) this.take();
    return length > 0;
  }

  /** Takes the word or symbol where it is next. */
  skip(wordOrSymbol: string): boolean {
    const there = this.atWord(wordOrSymbol) || this.atSymbol(wordOrSymbol);
    if (there) this.take();
    return there;
  }

  /** Takes the word or symbol, or fails. */
  expect(wordOrSymbol: string): void {
    if (!this.skip(wordOrSymbol)) this.unexpected('expected', spellingOf(wordOrSymbol));
  }

  /** A name: any word, also one of the language. */
  name(after: string): WordToken | null {
    const token = this.peek();
    if (token.type === 'word' && token.text !== '') {
      this.take();
      return token;
    }
    this.unexpected('expectedName', spellingOf(after));
    return null;
  }

  /** Fails at the next token; at the end of the previous one where the line breaks off. */
  unexpected(code: string, args: Note['args'] = {}): Missing {
    const token = this.peek();
    if (token.type === 'word' && !token.quoted) {
      const word = wordSpellings.find(each => token.text.startsWith(each) && /[^a-z]/.test(each));
      if (word && word !== token.text) {
        const rest = token.text.slice(word.length);
        return this.fail('missingSpace', { word, rest }, token.span);
      }
    }
    if (token.type === 'strange') return this.fail('strangeCharacter', { character: token.text }, token.span);
    if (token.type === 'text' && !token.closed) return this.fail('textNotClosed', {}, token.span);
    const broken = token.type === 'end' || (token.first && code !== 'unexpected');
    return this.fail(code, { ...args, found: shown(token) }, broken ? [this.end, this.end] : token.span);
  }

  /** Notes the failure and sees nothing but the end from now on. */
  fail(code: string, args: Note['args'], span: Span): Missing {
    this.note ??= { code, severity: 'error', args, span };
    this.#at = this.#tokens.length - 1;
    return { kind: 'missing', id: this.id(), span };
  }
}

/** Note arguments that name a word of the language in both spellings. */
export function spellingOf(word: string): Note['args'] {
  const spelling: Spelling | undefined = clauseWords[word as ClauseWord] ?? softWords[word as SoftWord];
  return { word: spelling?.en[0] ?? word, wordZh: spelling?.zh[0] ?? word };
}

/** A token as a note shows it. */
function shown(token: Token): string {
  switch (token.type) {
    case 'number':
    case 'text':
      return String(token.value);
    case 'duration':
      return `${token.duration.count} ${token.duration.unit}`;
    case 'date':
      return isoOf(token.day);
    case 'end':
      return '';
    default:
      return token.text;
  }
}

import type { Span } from '../../domain/index.ts';
import type { Language } from '../../i18n/index.ts';
import { allOf, expressionsOf } from '../assist/nodes.ts';
import type { Declaration, Expression } from '../ast.ts';
import { type Comment, lex, type Token } from '../lexer.ts';
import { clauseWords, softWords } from '../tokens.ts';

/** The language in which a declaration is spelled: that of its first word. */
export function spellingOf(declaration: Declaration, text: string): Language {
  const [word = ''] = /^\p{L}+/u.exec(text.slice(...declaration.span)) ?? [];
  return (clauseWords[declaration.kind].zh as readonly string[]).includes(word) ? 'zh' : 'en';
}

/** One declaration as it is written: its tokens, lines and parentheses, by offsets of the whole text. */
export class Source {
  readonly text: string;
  readonly declaration: Declaration;
  readonly language: Language;
  readonly #tokens: readonly Token[];
  readonly #comments: readonly Comment[];
  readonly #nodes: ReadonlySet<Expression>;

  constructor(text: string, declaration: Declaration) {
    this.text = text;
    this.declaration = declaration;
    const start = this.lineStart(declaration.span[0]);
    const { tokens, comments } = lex(text.slice(start, this.lineEnd(declaration.span[1])));
    const moved = ({ span }: { span: Span }) => [span[0] + start, span[1] + start] as const;
    this.#tokens = tokens.slice(0, -1).map(token => ({ ...token, span: moved(token) }));
    this.#comments = comments.map(comment => ({ ...comment, span: moved(comment) }));
    this.#nodes = new Set(expressionsOf(declaration).flatMap(each => [...allOf(each)]));
    this.language = spellingOf(declaration, text);
  }

  /** Whether the node stands in this text. */
  has(node: Expression): boolean {
    return this.#nodes.has(node);
  }

  /** The first token at or behind an offset. */
  tokenFrom(offset: number): Token | undefined {
    return this.#tokens.find(token => token.span[0] >= offset);
  }

  /** The last token that ends at or before an offset. */
  tokenBefore(offset: number): Token | undefined {
    return this.#tokens.findLast(token => token.span[1] <= offset);
  }

  /** Whether the node stands in parentheses of its own. */
  isWrapped([from, to]: Span): boolean {
    const before = this.tokenBefore(from);
    const behind = this.tokenFrom(to);
    return (
      before?.type === 'symbol' && before.text === '(' && behind?.type === 'symbol' && behind.text === ')'
    );
  }

  /** The node with its parentheses. */
  extent(span: Span): Span {
    let whole = span;
    while (this.isWrapped(whole)) {
      whole = [this.tokenBefore(whole[0])!.span[0], this.tokenFrom(whole[1])!.span[1]];
    }
    return whole;
  }

  /** The word that begins a clause, outside of the expressions and names; undefined where it is not written. */
  clause(word: string): Token | undefined {
    const taken = [...expressionsOf(this.declaration), this.declaration.name].map(each => each.span);
    const success = [...softWords.success.en, ...softWords.success.zh].map(each => each.split(' ')[0]!);
    return this.#tokens.find((token, index) => {
      const inside = taken.some(([from, to]) => token.span[0] >= from && token.span[1] <= to);
      if (token.type !== 'word' || !token.words.includes(word) || inside) return false;
      const before = this.#tokens[index - 1];
      return !(before?.type === 'word' && success.includes(before.text)); // `success within` is another clause
    });
  }

  lineStart(offset: number): number {
    return this.text.lastIndexOf('\n', offset - 1) + 1;
  }

  lineEnd(offset: number): number {
    const end = this.text.indexOf('\n', offset);
    return end < 0 ? this.text.length : end;
  }

  /** The white space that the line of an offset begins with. */
  indent(offset: number): string {
    return /^[ \t]*/.exec(this.text.slice(this.lineStart(offset), offset))![0];
  }

  /** Whether nothing but white space stands before the offset on its line. */
  isFirst(offset: number): boolean {
    return this.text.slice(this.lineStart(offset), offset).trim() === '';
  }

  /** Whether nothing but a comment follows on the line. */
  isLast(offset: number): boolean {
    const behind = this.tokenFrom(offset);
    return !behind || behind.span[0] >= this.lineEnd(offset);
  }

  /** Whether a comment that has a line to itself stands in [from, to). */
  hasOwnLineComment(from: number, to: number): boolean {
    return this.#comments.some(each => each.first && each.span[0] >= from && each.span[1] <= to);
  }

  /** The span to take out so that neither an empty line nor doubled spaces stay behind. */
  cut([from, to]: Span): Span {
    const first = this.isFirst(from);
    if (first && this.isLast(to)) return [Math.max(this.lineStart(from) - 1, 0), this.lineEnd(to)];
    const gap = (text: string) => text.length - text.trimStart().length;
    if (first) return [from, to + gap(this.text.slice(to, this.lineEnd(to)))];
    return [this.lineStart(from) + this.text.slice(this.lineStart(from), from).trimEnd().length, to];
  }
}

import type { Span } from '../../domain/index.ts';
import type { TextEdit } from '../assist/rename.ts';
import type {
  ActionDeclaration,
  Declaration,
  Duration,
  Expression,
  Level,
  Operation,
  ScoreDeclaration,
  ScoreItem,
  TierDeclaration,
} from '../ast.ts';
import { type Construct, constructOf, levels } from '../constructs.ts';
import { levelOf, name, printExpression } from '../print.ts';
import { type ClauseWord, clauseWords } from '../tokens.ts';
import { type Built, build } from './build.ts';
import type { Form } from './form.ts';
import { same } from './same.ts';
import { Source } from './source.ts';

/** Lines are broken before a condition that would make them longer than this. */
const widest = 90;

/**
 * What to change in `text`, from which the form was read, so that it says what the form says: only the parts that
 * differ are written anew, in the spelling of the declaration. In order, none touching another; [] without a change.
 */
export function fromForm(form: Form, text: string): TextEdit[] {
  return new Rewriter(text, form.origin, build(form)).run();
}

/** How operators are written whose operands may be written anew one by one. */
const placed: ReadonlySet<Construct['form']> = new Set([
  'infix',
  'prefix',
  'postfix',
  'between',
  'of',
  'function',
]);

/** How tightly an operand must bind to stand where it stands without parentheses. */
function minimumOf(construct: Construct, index: number): number {
  const { form, level } = construct;
  if (form === 'function') return 0;
  if (form === 'of') return levels.primary;
  if (form === 'prefix' || (form === 'infix' && index === 0 && level !== levels.comparison)) return level;
  return level + 1;
}

/** How wide a line looks: a Chinese character takes the room of two letters. */
function widthOf(line: string): number {
  return line.length + (line.match(/\p{Script=Han}/gu)?.length ?? 0);
}

const isChain = (node: Expression): node is Operation =>
  node.kind === 'operation' && constructOf(node.construct).form === 'chain';

/** A pair of what stands in the text and what shall stand there; either may be nothing. */
interface Pair<Node> {
  readonly before: Node | null;
  readonly after: Node | null;
}

const sameJoint = (before: Expression, after: Expression) =>
  isChain(before) && isChain(after) && before.construct === after.construct;

/** Pairs two lists: what is alike at both ends, then in order, then what is left over. */
function pairs<Node>(before: readonly Node[], after: readonly Node[]): Pair<Node>[] {
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && same(before[head], after[head])) head++;
  let tail = 0;
  while (tail < shorter - head && same(before.at(-1 - tail), after.at(-1 - tail))) tail++;
  const middle = Math.max(before.length, after.length) - head - tail;
  const at = (list: readonly Node[], index: number): Node | null => {
    if (index < head) return list[index]!;
    if (index < head + middle) return index < list.length - tail ? list[index]! : null;
    return list[index - head - middle + list.length - tail]!;
  };
  return Array.from({ length: head + middle + tail }, (_, index) => ({
    before: at(before, index),
    after: at(after, index),
  }));
}

/** How the conditions of a group become those of another; a single condition counts as a group of one. */
interface Sequence {
  readonly old: readonly Expression[];
  readonly pairs: readonly Pair<Expression>[];
  /** The old ones are a group already. */
  readonly grouped: boolean;
  /** What joins the new ones, and how tightly each must bind. */
  readonly word: string;
  readonly minimum: number;
}

class Rewriter {
  readonly #source: Source;
  readonly #built: Built;
  readonly #edits: TextEdit[] = [];
  /** How many parentheses are to be closed right behind what is being written. */
  #closing = 0;

  constructor(text: string, origin: Declaration, built: Built) {
    this.#source = new Source(text, origin);
    this.#built = built;
  }

  run(): TextEdit[] {
    const { declaration: before } = this.#source;
    const { declaration: after } = this.#built;
    if (before.kind === 'metric' && after.kind === 'metric') this.#diff(before.value, after.value, 0);
    if (before.kind === 'segment' && after.kind === 'segment') {
      this.#number('priority', before.priority, after.priority);
      if (before.when && after.when) this.#diff(before.when, after.when, 0);
    }
    if (before.kind === 'score' && after.kind === 'score') this.#score(before, after);
    if (before.kind === 'tag' && after.kind === 'tag') {
      this.#number('weight', before.weight, after.weight);
      this.#diff(before.when, after.when, 0);
    }
    if (before.kind === 'tier' && after.kind === 'tier') {
      this.#diff(before.by, after.by, 0);
      this.#levels(before, after);
    }
    if (before.kind === 'action' && after.kind === 'action') this.#action(before, after);
    return merged(this.#edits);
  }

  #action(before: ActionDeclaration, after: ActionDeclaration): void {
    if (before.target?.text !== after.target?.text) {
      const value = after.target && name(after.target.text);
      if (before.target && value !== null) this.#put(before.target.span, value);
      else this.#clause('for', before.target?.span ?? null, value);
    }
    this.#number('priority', before.priority, after.priority);
    if (!same(before.within, after.within) && !before.workingDays) {
      this.#clause('within', null, after.within && this.#duration(after.within));
    }
    for (const clause of ['eligible', 'applicable', 'suitable'] as const) {
      const [old, next] = [before[clause], after[clause]];
      if (old && next) this.#diff(old, next, 0);
    }
    this.#when(before.when, after.when);
    if (same(before.say, after.say)) return;
    const value = after.say && this.#print(after.say, 0);
    if (before.say && value !== null) this.#put(before.say.span, value);
    else if (before.say) this.#cut(this.#withWord(before.say.span));
    else this.#insert(before.span[1], `\n  ${this.#word('say')} ${value}`);
  }

  /** A value with the one word before it. */
  #withWord(span: Span): Span {
    const [from, to] = this.#source.extent(span);
    return [this.#source.tokenBefore(from)!.span[0], to];
  }

  #word(word: ClauseWord): string {
    return clauseWords[word][this.#source.language][0]!;
  }

  /** The words of a node: as they stand in the text or were typed, else printed. */
  #print(node: Expression, minimum: number): string {
    const text = printExpression(node, this.#source.language, each => {
      if (each.kind === 'duration') return undefined; // what surrounds it is of one spelling with it: `7天内`
      return this.#source.has(each) ? this.#source.text.slice(...each.span) : this.#built.typed.get(each);
    });
    return levelOf(node) < minimum ? `(${text})` : text;
  }

  #duration(duration: Duration): string {
    return this.#print({ kind: 'duration', id: -1, span: [0, 0], duration }, 0);
  }

  /** Writes `insert` in place of a span, apart from the words beside it. */
  #put([from, to]: Span, insert: string): void {
    const { text } = this.#source;
    const glued = (left: string, right: string) =>
      /[\p{L}\p{M}\p{N}_%]$/u.test(left) && /^[\p{L}\p{M}\p{N}_]/u.test(right);
    const before = glued(text.slice(0, from), insert) ? ' ' : '';
    const behind = glued(insert, text.slice(to, to + 2)) ? ' ' : '';
    this.#edits.push({ span: [from, to], text: before + insert + behind });
  }

  #remove(span: Span): void {
    this.#edits.push({ span, text: '' });
  }

  #insert(at: number, insert: string): void {
    this.#edits.push({ span: [at, at], text: insert });
  }

  #cut(span: Span): void {
    this.#remove(this.#source.cut(span));
  }

  /** `bare`: the parentheses around it in the text are not its own. */
  #diff(before: Expression, after: Expression, minimum: number, bare = false): void {
    const wrapped = !bare && this.#source.isWrapped(before.span);
    const keeps = same(before, after);
    const sequence = keeps ? null : this.#sequence(before, after);
    if (!keeps && !sequence && !this.#alike(before, after)) {
      this.#put(before.span, this.#print(after, wrapped ? 0 : minimum));
      return;
    }
    const loose = levelOf(after) < minimum && !wrapped;
    if (loose) this.#insert(before.span[0], '(');
    this.#closing += loose ? 1 : 0;
    if (sequence) this.#chain(sequence, sequence.grouped && !sameJoint(before, after));
    else if (!keeps) this.#parts(before, after);
    this.#closing -= loose ? 1 : 0;
    if (loose) this.#insert(before.span[1], ')');
  }

  /** Whether two nodes differ only in parts that have a place of their own in the text. */
  #alike(before: Expression, after: Expression): boolean {
    if (before.kind === 'operation' && after.kind === 'operation') {
      const { construct, operands } = before;
      if (!placed.has(constructOf(construct).form)) return false;
      return (
        construct === after.construct && operands.length === after.operands.length && operands.length > 0
      );
    }
    if (before.kind === 'list' && after.kind === 'list') return before.items.length === after.items.length;
    if (before.kind === 'windowed' && after.kind === 'windowed') return same(before.window, after.window);
    if (before.kind !== 'rows' || after.kind !== 'rows' || !before.where || !after.where) return false;
    return same({ ...before, where: null }, { ...after, where: null });
  }

  #parts(before: Expression, after: Expression): void {
    if (before.kind === 'operation' && after.kind === 'operation') {
      const construct = constructOf(before.construct);
      before.operands.forEach((operand, index) => {
        this.#diff(operand, after.operands[index]!, minimumOf(construct, index));
      });
    }
    if (before.kind === 'list' && after.kind === 'list') {
      before.items.forEach((item, index) => {
        this.#diff(item, after.items[index]!, 0);
      });
    }
    if (before.kind === 'windowed' && after.kind === 'windowed') {
      this.#diff(before.value, after.value, levels.primary);
    }
    if (before.kind === 'rows' && after.kind === 'rows') this.#diff(before.where!, after.where!, 0);
  }

  /** Conditions joined to or taken from others, paired; null where that is not what happened. */
  #sequence(before: Expression, after: Expression): Sequence | null {
    if (isChain(after) && after.operands.some(each => same(each, before))) {
      const { level, [this.#source.language]: words } = constructOf(after.construct);
      const old = [before];
      return { old, pairs: pairs(old, after.operands), grouped: false, word: words[0]!, minimum: level + 1 };
    }
    if (!isChain(before)) return null;
    const old = before.operands;
    const inside = old.some(each => same(each, after));
    if (inside || !isChain(after)) {
      return inside ? { old, pairs: pairs(old, [after]), grouped: true, word: '', minimum: 0 } : null;
    }
    const { level, [this.#source.language]: words } = constructOf(after.construct);
    return { old, pairs: pairs(old, after.operands), grouped: true, word: words[0]!, minimum: level + 1 };
  }

  #chain({ old, pairs: sequence, grouped, word, minimum }: Sequence, reworded: boolean): void {
    const source = this.#source;
    // around a single condition they are those of the group that it becomes
    const spans = old.map(each => (grouped ? source.extent(each.span) : each.span));
    /** The `and` or `or` before an old condition. */
    const joint = (index: number) => source.tokenFrom(spans[index - 1]![1])!.span;
    const kept = sequence.flatMap(({ before: node, after: wanted }) =>
      node && wanted ? [old.indexOf(node)] : [],
    );
    const [first = 0] = kept;
    if (first > 0) this.#cutHead(spans, first, joint);
    let index = -1;
    let runStart = -1;
    const added: string[] = [];
    const settle = (last: number) => {
      if (runStart > first) this.#cut([joint(runStart)[0], spans[last]![1]]);
      runStart = -1;
      if (added.length > 0) this.#append(spans, last, added.splice(0), joint);
    };
    for (const { before: node, after: wanted } of sequence) {
      if (node && wanted) {
        settle(index);
        index++;
        if (reworded && index > first) this.#put(joint(index), word);
        this.#diff(node, wanted, minimum, !grouped);
      } else if (node) {
        index++;
        if (runStart < 0) runStart = index;
      } else {
        const text = this.#print(wanted!, minimum);
        if (index < 0) this.#insert(spans[0]![0], `${text} ${word} `);
        else added.push(`${word} ${text}`);
      }
    }
    settle(index);
  }

  /** Takes out the conditions before the one at `first`, with what joins them. */
  #cutHead(spans: readonly Span[], first: number, joint: (index: number) => Span): void {
    const [from, to] = [spans[0]![0], spans[first]![0]];
    if (!this.#source.hasOwnLineComment(from, to)) {
      this.#remove([from, to]);
      return;
    }
    for (let index = 0; index < first; index++) {
      const [start, end] = spans[index]!;
      this.#remove([start, end]);
      const [word, behind] = joint(index + 1);
      this.#remove([word, this.#source.text[behind] === ' ' ? behind + 1 : behind]);
    }
  }

  /** Writes conditions behind the one at `index`: on lines of their own where others have one, or none is left. */
  #append(
    spans: readonly Span[],
    index: number,
    inserts: readonly string[],
    joint: (index: number) => Span,
  ): void {
    const source = this.#source;
    const end = spans[index]![1];
    const lined = spans.findIndex((_, at) => at > 0 && source.isFirst(joint(at)[0]));
    const line = ` ${inserts.join(' ')}`;
    const wide = widthOf(source.text.slice(source.lineStart(end), source.lineEnd(end)) + line) > widest;
    if (this.#closing > 0 || (lined < 0 && !wide)) {
      this.#insert(end, line);
      return;
    }
    const indent = lined < 0 ? `${source.indent(end)}  ` : source.indent(joint(lined)[0]) || '  ';
    const lines = inserts.map(each => `\n${indent}${each}`).join('');
    this.#insert(source.isLast(end) ? source.lineEnd(end) : end, lines);
  }

  #number(word: 'weight' | 'priority', before: number | null, after: number | null): void {
    if (before === after) return;
    const literal: Expression = {
      kind: 'number',
      id: -1,
      span: [0, 0],
      value: Math.abs(after ?? 0),
      unit: 'plain',
    };
    const value = after === null ? null : (after < 0 ? '-' : '') + this.#print(literal, 0);
    this.#clause(word, null, value);
  }

  /** Writes, changes or takes out a clause of one value; null = the value that follows the word. */
  #clause(word: ClauseWord, span: Span | null, value: string | null): void {
    const source = this.#source;
    const token = source.clause(word);
    if (!token) {
      const { name: named } = source.declaration;
      const at = source.declaration.kind === 'action' ? (source.declaration.target ?? named) : named;
      const anchor = word === 'for' ? named.span[1] : at.span[1];
      if (value !== null) this.#insert(anchor, ` ${this.#word(word)} ${value}`);
      return;
    }
    const sign = source.tokenFrom(token.span[1])!;
    const end = span?.[1] ?? (sign.type === 'symbol' ? source.tokenFrom(sign.span[1])! : sign).span[1];
    if (value === null) this.#cut([token.span[0], end]);
    else this.#put([sign.span[0], end], value);
  }

  /** The condition of an action, which may come and go. */
  #when(before: Expression | null, after: Expression | null): void {
    const source = this.#source;
    if (before && after) this.#diff(before, after, 0);
    else if (before) this.#cut(this.#withWord(before.span));
    else if (after) {
      const clause = `${this.#word('when')} ${this.#print(after, 0)}`;
      const { say: told } = source.declaration as ActionDeclaration;
      const say = told && source.tokenBefore(told.span[0])!.span[0];
      if (say === null) this.#insert(source.declaration.span[1], `\n  ${clause}`);
      else this.#insert(say, source.isFirst(say) ? `${clause}\n${source.indent(say)}` : `${clause} `);
    }
  }

  /** The end of a line of a ladder or score, with the comma behind it. */
  #endOf({ span }: Level | ScoreItem): number {
    const behind = this.#source.tokenFrom(span[1]);
    return behind?.type === 'symbol' && ',;'.includes(behind.text) ? behind.span[1] : span[1];
  }

  /** Lines between braces: those that stay are handed on in pairs, the others cut out and written in. */
  #lines<Line extends Level | ScoreItem>(
    old: readonly Line[],
    next: readonly Line[],
    opened: number,
    write: (line: Line) => string,
    change: (before: Line, after: Line) => void,
  ): void {
    const source = this.#source;
    const [first] = old;
    const lined = first ? source.isFirst(first.span[0]) : true;
    const indent = first ? source.indent(first.span[0]) : '  ';
    let index = -1;
    for (const { before, after } of pairs(old, next)) {
      if (before) index++;
      if (before && after) change(before, after);
      else if (before) this.#cut([before.span[0], this.#endOf(before)]);
      else if (after && index >= 0) {
        const at = this.#endOf(old[index]!);
        const alone = lined && source.isLast(at);
        const comma = at > old[index]!.span[1] ? '' : ',';
        const behind = source.isLast(at) ? '' : ',';
        if (alone) this.#insert(source.lineEnd(at), `\n${indent}${write(after)}`);
        else this.#insert(at, `${comma} ${write(after)}${behind}`);
      } else if (after && first) this.#insert(first.span[0], write(after) + (lined ? `\n${indent}` : ', '));
      else if (after) this.#insert(source.tokenFrom(opened)!.span[1], `\n${indent}${write(after)}\n`);
    }
  }

  #levels(before: TierDeclaration, after: TierDeclaration): void {
    this.#lines(
      before.levels,
      after.levels,
      this.#source.extent(before.by.span)[1],
      level => this.#rung(level),
      (old, next) => this.#level(old, next),
    );
  }

  #score(before: ScoreDeclaration, after: ScoreDeclaration): void {
    this.#closing++; // a line of a score is one line
    this.#lines(
      before.items,
      after.items,
      before.name.span[1],
      item => this.#item(item),
      (old, next) => this.#changeItem(old, next),
    );
    this.#closing--;
  }

  #item({ value, when }: ScoreItem): string {
    const worth = this.#print(value, levels.sum);
    return when ? `${worth} ${this.#word('when')} ${this.#print(when, 0)}` : worth;
  }

  /** `tag vip 30` holds no more than a name and a number: another condition is written in full. */
  #changeItem(before: ScoreItem, after: ScoreItem): void {
    const short = before.when && before.when.span[0] < before.value.span[0];
    const number = after.value.kind === 'number' && after.value.unit === 'plain';
    const fits = short
      ? same(before.when, after.when) && number
      : Boolean(before.when) === Boolean(after.when);
    if (!same(before, after) && !fits) {
      this.#put(before.span, this.#item(after));
      return;
    }
    this.#diff(before.value, after.value, levels.sum);
    if (before.when && after.when && !short) this.#diff(before.when, after.when, 0);
  }

  /** A level as it is written. */
  #rung({ name: named, from, keep }: Level): string {
    const bound = (word: ClauseWord, node: Expression) =>
      ` ${this.#word(word)} ${this.#print(node, levels.sum)}`;
    if (!from) return `${name(named.text)} ${this.#word('otherwise')}`;
    return name(named.text) + bound('from', from) + (keep ? bound('keep', keep) : '');
  }

  #level(before: Level, after: Level): void {
    const source = this.#source;
    if (before.name.text !== after.name.text) this.#put(before.name.span, name(after.name.text));
    if (!before.from || !after.from) {
      if (!same(before.from, after.from)) {
        const rest = this.#rung(after).slice(name(after.name.text).length + 1);
        this.#put([source.tokenFrom(before.name.span[1])!.span[0], before.span[1]], rest);
      }
      return;
    }
    this.#diff(before.from, after.from, levels.sum);
    const behind = source.extent(before.from.span)[1];
    if (before.keep && after.keep) this.#diff(before.keep, after.keep, levels.sum);
    else if (before.keep) this.#remove([behind, before.span[1]]);
    else if (after.keep)
      this.#insert(behind, ` ${this.#word('keep')} ${this.#print(after.keep, levels.sum)}`);
  }
}

/** Edits in order of the text, those that touch as one. */
function merged(edits: readonly TextEdit[]): TextEdit[] {
  const result: TextEdit[] = [];
  for (const { span, text } of [...edits].sort((a, b) => a.span[0] - b.span[0])) {
    const last = result.at(-1);
    if (last && span[0] <= last.span[1]) {
      const [from, to] = last.span;
      result[result.length - 1] = { span: [from, Math.max(to, span[1])], text: last.text + text };
    } else result.push({ span, text });
  }
  return result;
}

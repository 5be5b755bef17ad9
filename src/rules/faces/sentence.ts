import {
  type Day,
  type Field,
  fieldNamed,
  fieldOf,
  type Subject,
  valueId,
  valueLabel,
} from '../../domain/index.ts';
import { sentenceTexts } from '../../i18n/faces.ts';
import { formatDay, type Language, type Text, translate, type Values } from '../../i18n/index.ts';
import { actionLists, listedId } from '../actions.ts';
import type {
  ActionDeclaration,
  Declaration,
  Expression,
  Operation,
  RowsExpression,
  ScoreItem,
  SegmentDeclaration,
} from '../ast.ts';
import { constructOf, levels } from '../constructs.ts';
import { printExpression } from '../print.ts';
import type { RowSubject } from '../tokens.ts';
import { type Phrase, phrases } from './phrases.ts';
import { same } from './same.ts';
import {
  durationWords,
  fieldOfSubject,
  fieldWords,
  filled,
  isPlural,
  joined,
  literalWords,
  numberWords,
  textWords,
  windowWords,
} from './words.ts';

/** What a sentence cannot know from its declaration alone. */
export interface Surroundings {
  /** ISO 4217 code of all money. */
  readonly currency?: string;
  /** Whether the text declares that name: then it is not a field of the catalogue, and never translated. */
  declares?(name: string): boolean;
  /** The workspace's own fields. */
  readonly own?: readonly Field[];
}

/** The declaration as one natural sentence. Never throws; what has no words is quoted as it is written. */
export function sentence(declaration: Declaration, language: Language, around: Surroundings = {}): string {
  return new Speaker(language, around).declaration(declaration);
}

/** A value in words, as it stands in the middle of a sentence: '近 6 个月消费频次', 'the total amount of orders'. */
export function nounWords(
  node: Expression,
  language: Language,
  around: Surroundings = {},
  of: Subject = 'customer',
): string {
  return new Speaker(language, around).noun(node, of);
}

/** Whose fields are spoken of: those of the customer, or of the orders or interactions that are being counted. */
interface Scope {
  readonly of: Subject;
  /** The left side of the comparison that is being said. */
  readonly left: Expression | null;
}

const customers: Scope = { of: 'customer', left: null };

class Speaker {
  readonly #language: Language;
  readonly #currency: string;
  readonly #declares: (name: string) => boolean;
  readonly #own: readonly Field[];

  constructor(language: Language, around: Surroundings) {
    const { currency = 'CNY', declares = () => false, own = [] } = around;
    this.#own = own;
    this.#language = language;
    this.#currency = currency;
    this.#declares = declares;
  }

  declaration(declaration: Declaration): string {
    const name = declaration.name.text;
    switch (declaration.kind) {
      case 'metric':
        return this.#say(sentenceTexts.metric, { name, value: this.#either(declaration.value) });
      case 'tag': {
        const { weight } = declaration;
        const says = this.#say(sentenceTexts.tag, { name, when: this.#clause(declaration.when, customers) });
        return weight === null
          ? says
          : says + this.#say(sentenceTexts.weight, { weight: this.#number(weight) });
      }
      case 'segment':
        return this.#segment(declaration);
      case 'score': {
        const items = declaration.items.map(item => this.#scoreItem(item));
        return this.#say(sentenceTexts.score, { name, items: items.join(this.#semicolon) });
      }
      case 'tier': {
        const rungs = declaration.levels.map(({ name: level, from, keep }) => {
          if (!from) return this.#say(sentenceTexts.levelRest, { level: level.text });
          const bounds = { level: level.text, from: this.#noun(from, customers, '') };
          if (!keep) return this.#say(sentenceTexts.level, bounds);
          return this.#say(sentenceTexts.levelKept, { ...bounds, keep: this.#noun(keep, customers, '') });
        });
        const by = this.#noun(declaration.by, customers, '');
        return this.#say(sentenceTexts.tier, {
          name,
          by,
          levels: rungs.join(this.#semicolon),
        });
      }
      case 'action':
        return this.#action(declaration);
    }
  }

  noun(node: Expression, of: Subject): string {
    return this.#noun(node, { of, left: null }, '');
  }

  get #semicolon(): string {
    return this.#language === 'zh' ? '；' : '; ';
  }

  #segment({ name: { text: name }, group, priority, when }: SegmentDeclaration): string {
    const says = when
      ? this.#say(sentenceTexts.segment, { name, when: this.#clause(when, customers) })
      : this.#say(sentenceTexts.segmentRest, { name });
    const grouped = group ? this.#say(sentenceTexts.inGroup, { group: group.text }) : '';
    if (priority === null) return says + grouped;
    return says + grouped + this.#say(sentenceTexts.segmentPriority, { priority: this.#number(priority) });
  }

  #scoreItem({ value, when }: ScoreItem): string {
    if (!when && value.kind === 'reference' && value.to === 'tag') {
      return this.#say(sentenceTexts.scoreTag, { name: value.name });
    }
    const worth = this.#noun(value, customers, '');
    return when
      ? this.#say(sentenceTexts.scoreWhen, { value: worth, when: this.#clause(when, customers) })
      : worth;
  }

  #action(declaration: ActionDeclaration): string {
    const { name, target, priority, within, workingDays, when, say } = declaration;
    const who = [
      target ? this.#say(sentenceTexts.actionFor, { target: target.text }) : '',
      when ? this.#say(sentenceTexts.actionWhen, { when: this.#clause(when, customers) }) : '',
    ].filter(Boolean);
    const days = workingDays
      ? within && translate(this.#language, sentenceTexts.workingDays, { count: within.count })
      : within && durationWords(this.#language, within);
    const parts = [
      who.join(this.#language === 'zh' ? '，' : ' '),
      days ? this.#say(sentenceTexts.actionWithin, { within: days }) : '',
      priority === null ? '' : this.#say(sentenceTexts.actionPriority, { priority: this.#number(priority) }),
    ].filter(Boolean);
    const all = parts.join(this.#language === 'zh' ? '，' : ', ');
    const head = this.#say(sentenceTexts.action, { name: name.text, parts: all });
    return (
      head + this.#further(declaration) + (say ? this.#say(sentenceTexts.actionSay, { say: say.value }) : '')
    );
  }

  /** What an action says beyond for whom, when and what, a short sentence for each clause. */
  #further(action: ActionDeclaration): string {
    const language = this.#language;
    const { lever, active, limit, success, cooldown } = action;
    const texts = sentenceTexts;
    const comma = language === 'zh' ? '、' : ', ';
    const listed = (list: keyof typeof actionLists, word: { readonly text: string } | null) => {
      const id = word && listedId(list, word.text);
      return id ? actionLists[list][id]![language][0]! : (word?.text ?? '');
    };
    const channel = fieldOf('interaction', 'channel');
    const channels = action.channels.map(({ text }) =>
      valueLabel(channel, valueId(channel, text) ?? text, language),
    );
    const told = (row: Text, text: string) => (text === '' ? '' : this.#say(row, { text }));
    const either = (node: Expression | null) => (node ? this.#either(node) : '');
    const day = (value: Day) => formatDay(language, value);
    return [
      told(texts.goal, listed('goal', action.goal)),
      told(texts.type, listed('type', action.type)),
      told(texts.channels, channels.join(comma)),
      told(texts.role, action.role?.value ?? ''),
      told(texts.eligible, either(action.eligible)),
      told(texts.applicable, either(action.applicable)),
      told(texts.suitable, either(action.suitable)),
      told(texts.value, either(action.value)),
      told(texts.cost, either(action.cost)),
      lever
        ? this.#say(texts.lever, {
            factor: this.#number(lever.factor),
            by: lever.author ? this.#say(texts.leverBy, { author: lever.author.value }) : '',
            until: lever.until === null ? '' : this.#say(texts.leverUntil, { day: day(lever.until) }),
          })
        : '',
      ...action.context.map(({ key, text, weight }) => {
        const percent = `${weight < 0 ? '−' : '+'}${this.#number(Number((Math.abs(weight) * 100).toPrecision(12)))}%`;
        return this.#say(texts.context, { key: key.text, text: text.value, weight: percent });
      }),
      active ? this.#say(texts.active, { from: day(active.from), to: day(active.to) }) : '',
      told(texts.cooldown, cooldown ? durationWords(language, cooldown) : ''),
      limit
        ? translate(language, texts.limit, { times: limit.times, per: durationWords(language, limit.per) })
        : '',
      told(texts.excludes, action.excludes.map(each => `“${each.text}”`).join(comma)),
      action.consent ? this.#say(texts.consent, {}) : '',
      told(texts.incentive, listed('incentive', action.incentive)),
      success
        ? this.#say(texts.success, {
            within: durationWords(language, success.within),
            when: this.#clause(success.when, customers),
          })
        : '',
    ].join('');
  }

  #either(node: Expression): string {
    const condition = node.kind === 'operation' && constructOf(node.construct).level <= levels.comparison;
    return condition ? this.#clause(node, customers) : this.#noun(node, customers, '');
  }

  #say(row: Text, values: Values<Text>): string {
    const template = row[this.#language];
    return filled(
      template,
      Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value)])),
    );
  }

  #number(value: number): string {
    return numberWords(this.#language, value);
  }

  /** A condition as a clause, as it stands in a sentence. */
  #clause(node: Expression, scope: Scope, nested = false): string {
    if (node.kind !== 'operation') return this.#flag(node, scope, true);
    const construct = constructOf(node.construct);
    if (construct.form === 'chain') return this.#chain(node, scope, nested);
    if (construct.id === 'not') return this.#negated(node.operands[0]!, scope);
    return this.#atom(node, scope, true) ?? this.#flag(node, scope, true);
  }

  #chain({ construct, operands }: Operation, scope: Scope, nested: boolean): string {
    const parts = operands.map(each => this.#clause(each, scope, true));
    const isOr = construct === 'or';
    const chinese = this.#language === 'zh';
    const word = phrases[construct]!.says[this.#language];
    if (!nested) {
      if (chinese) return parts.reduce((all, part) => joined(`${all}，${word}`, part));
      return `${parts.slice(0, -1).join(', ')}${parts.length > 2 ? ',' : ''} ${word} ${parts.at(-1)}`;
    }
    if (chinese) return `（${parts.reduce((all, part) => joined(joined(all, word), part))}）`;
    const plain = parts.every(part => !part.includes('('));
    if (isOr && parts.length === 2 && plain) return `either ${parts[0]} or ${parts[1]}`;
    return `(${parts.join(` ${word} `)})`;
  }

  #negated(node: Expression, scope: Scope): string {
    if (node.kind !== 'operation') return this.#flag(node, scope, false);
    const construct = constructOf(node.construct);
    const atom = this.#atom(node, scope, false);
    if (atom !== null) return atom;
    if (construct.form === 'chain' || construct.id === 'not') {
      const inner = this.#clause(node, scope);
      return this.#fill(phrases.not!.says, { a: inner });
    }
    return this.#flag(node, scope, false);
  }

  #fill(template: Text, values: Readonly<Record<string, string>>): string {
    return filled(template[this.#language], values);
  }

  /** Something that holds or does not. */
  #flag(node: Expression, scope: Scope, holds: boolean): string {
    const texts = holds ? sentenceTexts : sentenceNot;
    if (node.kind === 'reference') {
      if (node.to === 'tag') return this.#say(texts.hasTag, { name: node.name });
      if (node.to === 'segment') return this.#say(texts.inSegment, { name: node.name });
      return this.#say(texts.holds, { name: node.name });
    }
    if (node.kind === 'name') {
      const field = this.#field(node.name, scope.of);
      if (!field) return this.#say(texts.holds, { name: node.name });
      return this.#say(texts.isSo, { name: fieldWords(this.#language, field) });
    }
    return this.#say(texts.holds, { name: this.#noun(node, scope, '') });
  }

  /** A comparison or another test of a value; null where the construct is none, or has no phrase. */
  #atom(node: Operation, scope: Scope, holds: boolean): string | null {
    const construct = constructOf(node.construct);
    const phrase = phrases[construct.id];
    const template = holds ? phrase?.says : phrase?.fails;
    if (!phrase || !template || construct.level !== levels.comparison) return null;
    const [subject, ...values] = node.operands as [Expression, ...Expression[]];
    const counted = this.#counted(subject, values, phrase, scope, holds);
    if (counted !== null) return counted;
    const inner = { ...scope, left: subject };
    const a = this.#noun(subject, scope, scope.of === 'customer' ? 'their ' : '');
    const [b = '', c = ''] = values.map(each =>
      this.#value(each, subject, inner, holds && construct.id === 'in'),
    );
    const [first] = values;
    const level =
      first && (first.kind === 'operation' || (first.kind === 'number' && first.unit !== 'plain'));
    const dated = first?.kind === 'date' ? (holds ? phrase.ofDates : phrase.failsDates) : undefined;
    const said = dated ?? (holds && level && phrase.against ? phrase.against : template);
    const clause = this.#fill(said, { a, b, c, ...agreement(a) });
    return holds || phrase.decided ? clause : this.#say(sentenceTexts.orUnknown, { clause });
  }

  /** 'they have at least 5 orders': a comparison of how many there are. */
  #counted(
    subject: Expression,
    values: readonly Expression[],
    phrase: Phrase,
    scope: Scope,
    holds: boolean,
  ): string | null {
    const template = holds ? phrase.many : phrase.fewer;
    if (!template || scope.of !== 'customer') return null;
    if (values.some(each => each.kind !== 'number' || each.unit !== 'plain')) return null;
    const measure = measureOf(subject, name => this.#declares(name));
    const rows = subject.kind === 'operation' && subject.construct === 'count' ? subject.operands[0] : null;
    const ofRows = rows?.kind === 'rows' && !rows.field && (subject as Operation).operands.length === 1;
    if (this.#language === 'zh' ? measure === null : !ofRows) return null;
    const [b = '', c = ''] = values.map(each => this.#noun(each, scope, ''));
    const amount = this.#fill(template, { b, c, m: measure ?? '' }).trim();
    if (this.#language === 'zh') {
      const noun = ofRows ? this.#rows(rows as RowsExpression) : this.#noun(subject, scope, '');
      return joined(noun, amount);
    }
    const one = values.length === 1 && b === '1';
    return `they have ${amount} ${this.#rows(rows as RowsExpression, one)}`;
  }

  /** What a value is compared with. */
  #value(node: Expression, subject: Expression, scope: Scope, anyOf: boolean): string {
    const field = fieldOfSubject(subject, scope.of, this.#own);
    const shown = field && !(subject.kind === 'name' && this.#declares(subject.name)) ? field : null;
    if (node.kind === 'text') return textWords(this.#language, node.value, shown);
    if (node.kind === 'list') {
      const items = node.items.map(each => this.#value(each, subject, scope, false));
      if (this.#language === 'zh')
        return items.every(each => each.startsWith('“')) ? items.join('') : items.join('、');
      return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} or ${items.at(-1)}`;
    }
    if (node.kind === 'name' && !this.#declares(node.name) && !this.#field(node.name, scope.of)) {
      return textWords(this.#language, node.name, shown);
    }
    if (node.kind === 'number' && node.unit === 'plain' && shown && !anyOf) {
      if (shown.kind === 'days') return durationWords(this.#language, { count: node.value, unit: 'day' });
      if (shown.kind === 'money')
        return literalWords(this.#language, { ...node, unit: 'money' }, this.#currency);
    }
    return this.#noun(node, scope, scope.of === 'customer' ? 'their ' : '');
  }

  #field(name: string, of: Subject) {
    return this.#declares(name) && of === 'customer' ? undefined : fieldNamed(name, of, this.#own);
  }

  /** A value as a noun; `owner` stands before names. */
  #noun(node: Expression, scope: Scope, owner: string): string {
    const language = this.#language;
    const own = language === 'zh' ? '' : owner;
    switch (node.kind) {
      case 'number':
        return literalWords(language, node, this.#currency);
      case 'duration':
        return durationWords(language, node.duration);
      case 'date':
        return formatDay(language, node.day);
      case 'text':
        return textWords(language, node.value, null);
      case 'list':
        return node.items.map(each => this.#noun(each, scope, '')).join(language === 'zh' ? '、' : ', ');
      case 'name': {
        const field = this.#field(node.name, scope.of);
        return own + (field ? fieldWords(language, field) : node.name);
      }
      case 'reference':
        return own + node.name;
      case 'windowed': {
        const window = windowWords(language, node.window);
        const value = this.#noun(node.value, scope, owner);
        return language === 'zh' ? joined(window, value) : value + window;
      }
      case 'rows':
        return this.#rows(node);
      case 'operation':
        return this.#operation(node, scope, owner);
      case 'missing':
        return '…';
      default:
        return printExpression(node, language);
    }
  }

  #operation(node: Operation, scope: Scope, owner: string): string {
    const phrase = phrases[node.construct];
    if (!phrase) return printExpression(node, this.#language);
    const construct = constructOf(node.construct);
    const [first, second] = node.operands;
    if (first?.kind === 'rows') return this.#aggregate(phrase, first, node);
    const ofLeft = !first || (scope.left !== null && same(first, scope.left));
    if (phrase.ofLeft && ofLeft) {
      return this.#fill(phrase.ofLeft, { b: second ? this.#noun(second, scope, '') : '' });
    }
    const [a = '', b = '', c = ''] = node.operands.map(each => {
      const owned = construct.form !== 'function' && construct.form !== 'within';
      const text = this.#noun(each, scope, owned ? owner : '');
      const calculated = each.kind === 'operation' && constructOf(each.construct).form === 'infix';
      return calculated && construct.form === 'infix' ? this.#say(sentenceTexts.bracketed, { text }) : text;
    });
    const everybody = this.#language === 'zh' ? '全体' : 'all customers';
    if (construct.form === 'within' && a.includes(everybody)) {
      return a.replace(everybody, this.#say(sentenceTexts.sameGroup, { group: b }));
    }
    return this.#fill(phrase.ofAll ?? phrase.says, { a, b, c, rows: a, ...agreement(a) });
  }

  #aggregate(phrase: Phrase, rows: RowsExpression, node: Operation): string {
    const named = rows.field && (fieldNamed(rows.field.text, rows.of, this.#own) ?? null);
    const field = named ? fieldWords(this.#language, named) : (rows.field?.text ?? '');
    if (phrase === phrases.share && rows.where) {
      const where = this.#where(rows.where, rows.of);
      return this.#fill(phrase.says, { rows: this.#rows({ ...rows, where: null }), where });
    }
    if (phrase === phrases.count && rows.field) {
      return this.#say(sentenceTexts.countKnown, { field, rows: this.#rows(rows) });
    }
    const template = named?.kind === 'date' && phrase.ofDates ? phrase.ofDates : phrase.says;
    const [, b] = node.operands;
    return this.#fill(template, { field, rows: this.#rows(rows), b: b ? this.#noun(b, customers, '') : '' });
  }

  /** The orders or interactions that are meant. */
  #rows({ of, window, where }: RowsExpression, one = false): string {
    const language = this.#language;
    const noun = rowNouns[of][language];
    const within = window ? windowWords(language, window) : '';
    if (!where)
      return language === 'zh' ? joined(within, noun) : `${one ? noun.slice(0, -1) : noun}${within}`;
    if (language === 'zh') return joined(joined(within, this.#where(where, of)), `的${noun}`);
    const { status, rest } = parted(where, of);
    const adjective =
      status && `${textWords('en', status, fieldNamed('status', 'order')!).slice(1, -1).toLowerCase()} `;
    const clause = rest ? ` ${this.#where(rest, of)}` : '';
    return `${adjective ?? ''}${one ? noun.slice(0, -1) : noun}${within}${clause}`;
  }

  /** A flag of rows, or that it is not set; null for other conditions. */
  #rowsFlag(node: Expression, of: RowSubject): string | null {
    const not = node.kind === 'operation' && node.construct === 'not';
    const flag = not ? node.operands[0]! : node;
    if (flag.kind !== 'name') return null;
    const field = fieldNamed(flag.name, of);
    const name = field ? fieldWords(this.#language, field) : flag.name;
    return this.#say(not ? sentenceTexts.rowsAreNot : sentenceTexts.rowsAre, { name });
  }

  /** What holds for rows: an attribute before them in Chinese, a relative clause in English. */
  #where(node: Expression, of: RowSubject): string {
    const scope = { of, left: null };
    if (this.#language === 'zh') {
      const parts = conjuncts(node).map(each => {
        const { status } = parted(each, of);
        if (status) return textWords('zh', status, fieldNamed('status', 'order')!).slice(1, -1);
        return this.#rowsFlag(each, of) ?? this.#clause(each, scope, true);
      });
      return parts.reduce((all, part) => joined(joined(all, '且'), part));
    }
    const parts = conjuncts(node).map(each => {
      const flag = this.#rowsFlag(each, of);
      if (flag !== null) return flag;
      const chain = each.kind === 'operation' && ['or', 'and', 'not'].includes(each.construct);
      if (chain) return `for which ${this.#clause(each, scope, true)}`;
      return `whose ${this.#clause(each, scope, true)}`;
    });
    return parts.join(' and ');
  }
}

const rowNouns: Readonly<Record<RowSubject, Text>> = {
  order: { en: 'orders', zh: '订单' },
  interaction: { en: 'interactions', zh: '互动' },
};

const { hasTagNot: hasTag, inSegmentNot: inSegment, holdsNot: holds, isSoNot: isSo } = sentenceTexts;
const sentenceNot = { hasTag, inSegment, holds, isSo };

/** What an English verb is like beside its noun. */
function agreement(noun: string): Record<string, string> {
  const plural = isPlural(noun.replace(/^their /, ''));
  return plural
    ? { is: 'are', has: 'have', does: 'do', begins: 'begin', ends: 'end', fits: 'fit', returns: 'return' }
    : {
        is: 'is',
        has: 'has',
        does: 'does',
        begins: 'begins',
        ends: 'ends',
        fits: 'fits',
        returns: 'returns',
      };
}

/** The Chinese measure word of what is counted; null for what is not a number of things. */
function measureOf(subject: Expression, declares: (name: string) => boolean): string | null {
  if (subject.kind === 'windowed') return measureOf(subject.value, declares);
  if (subject.kind === 'operation' && subject.construct === 'count' && subject.operands.length === 1) {
    const [rows] = subject.operands;
    return rows?.kind === 'rows' && !rows.field ? (rows.of === 'order' ? '单' : '次') : null;
  }
  if (subject.kind !== 'name' || declares(subject.name)) return null;
  const field = fieldNamed(subject.name, 'customer');
  return field?.id === 'frequency' ? '单' : field?.id === 'consultations' ? '次' : null;
}

function conjuncts(node: Expression): readonly Expression[] {
  return node.kind === 'operation' && node.construct === 'and' ? node.operands : [node];
}

/** The status that orders must have, which is said before them, and what else must hold. */
function parted(where: Expression, of: RowSubject): { status: string | null; rest: Expression | null } {
  const all = conjuncts(where);
  const found = all.find(each => statusIn(each, of) !== null);
  if (!found) return { status: null, rest: where };
  const others = all.filter(each => each !== found);
  const rest =
    others.length === 0
      ? null
      : others.length === 1
        ? others[0]!
        : { ...(where as Operation), operands: others };
  return { status: statusIn(found, of), rest };
}

function statusIn(node: Expression, of: RowSubject): string | null {
  if (of !== 'order' || node.kind !== 'operation' || node.construct !== '=') return null;
  const [left, right] = node.operands;
  const isStatus = left?.kind === 'name' && fieldNamed(left.name, 'order')?.id === 'status';
  return isStatus && right?.kind === 'text' ? right.value : null;
}

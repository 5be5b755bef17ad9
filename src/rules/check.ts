import type { Field, Note, Span } from '../domain/index.ts';
import { type ActionParts, checkAction } from './actions.ts';
import type {
  ActionDeclaration,
  Declaration,
  Duration,
  Expression,
  Level,
  Name,
  ScoreDeclaration,
  ScoreItem,
  SegmentDeclaration,
  TierDeclaration,
} from './ast.ts';
import type {
  Checked,
  CheckedAction,
  CheckedDeclaration,
  CheckedLevel,
  CheckedMetric,
  CheckedSegment,
  CheckedTag,
  CheckedTier,
  World,
} from './checked.ts';
import { constructOf } from './constructs.ts';
import { type Fields, fieldsWith } from './names.ts';
import type { Parsed } from './parse.ts';
import { nearest } from './spelling.ts';
import { type CheckedTest, checkTest } from './tests/check.ts';
import { foldName } from './tokens.ts';
import { isNumeric, type Typed } from './types.ts';
import { type Declarations, ExpressionTyper, outerScope } from './typing.ts';
import { alike } from './units.ts';

/** Longer chains of references than any rule book has; beyond it resolving could exhaust the stack. */
const longestChain = 300;

/** Settles names, types and order. Declarations with errors are left out; the others run. Never throws. */
export function check(parsed: Parsed, world: World): Checked {
  return new Checker(parsed, world).run();
}

class Checker implements Declarations {
  readonly #parsed: Parsed;
  readonly #world: World;
  readonly #typer: ExpressionTyper;
  readonly #fields: Fields;
  readonly #notes: Note[];
  readonly #declared = new Map<string, Declaration>();
  readonly #checked = new Map<Declaration, CheckedDeclaration | null>();
  readonly #ordered: CheckedDeclaration[] = [];
  readonly #underway: Declaration[] = [];
  /** Declarations in a circle, with the way round. */
  readonly #circular = new Map<Declaration, string>();

  constructor(parsed: Parsed, world: World) {
    this.#parsed = parsed;
    this.#world = world;
    this.#notes = [...parsed.notes];
    this.#fields = fieldsWith(world.fields);
    this.#typer = new ExpressionTyper(world, this, note => this.#notes.push(note));
  }

  run(): Checked {
    for (const declaration of this.#parsed.declarations) this.#declare(declaration);
    for (const declaration of this.#parsed.declarations) this.#check(declaration);
    const tests = this.#tests();
    const notes = this.#notes.sort((a, b) => a.span[0] - b.span[0] || a.span[1] - b.span[1]);
    return { parsed: this.#parsed, world: this.#world, declarations: this.#ordered, tests, notes };
  }

  #tests(): CheckedTest[] {
    const checker = { typer: this.#typer, fault: this.#fault.bind(this) };
    const seen = new Set<string>();
    return this.#parsed.tests.flatMap(test => {
      const { text: name, span } = test.name;
      if (test.broken) return [];
      if (seen.has(foldName(name))) this.#fault('nameTwice', { name }, span);
      seen.add(foldName(name));
      const settled = checkTest(test, checker) ?? [];
      // An invented customer may have values that nobody in the base has.
      if (test.about?.kind === 'given') this.#forget(test.about.span);
      return settled;
    });
  }

  find(name: string): Declaration | undefined {
    return this.#declared.get(foldName(name));
  }

  names(kind?: Declaration['kind']): string[] {
    const all = [...this.#declared.values()];
    return all.filter(each => !kind || each.kind === kind).map(each => each.name.text);
  }

  resolve(declaration: Declaration, at: Expression): CheckedDeclaration | null {
    const from = this.#underway.indexOf(declaration);
    const current = this.#underway.at(-1);
    const { text: name } = declaration.name;
    if (from >= 0) {
      const round = this.#underway.slice(from);
      const path = [...round, declaration].map(each => each.name.text).join(' → ');
      for (const each of round) this.#circular.set(each, path);
      return this.#fault('cycle', { path }, at.span);
    }
    if (this.#underway.length > longestChain) return this.#fault('chainTooLong', { name }, at.span);
    const checked = this.#check(declaration);
    if (checked) return checked;
    const path = this.#circular.get(declaration);
    if (path && current && this.#circular.has(current)) return this.#fault('cycle', { path }, at.span);
    return this.#fault('brokenReference', { name }, at.span);
  }

  weightedTags(at: Expression): readonly CheckedTag[] | null {
    const tags: CheckedTag[] = [];
    for (const declaration of this.#declared.values()) {
      if (declaration.kind !== 'tag' || !declaration.weight) continue;
      const checked = this.resolve(declaration, at);
      if (checked?.kind !== 'tag') return null;
      tags.push(checked);
    }
    return tags;
  }

  #declare(declaration: Declaration): void {
    const { name } = declaration;
    if (name.text === '') return;
    const folded = foldName(name.text);
    if (this.#declared.has(folded)) {
      this.#fault('nameTwice', { name: name.text }, name.span);
      this.#checked.set(declaration, null);
    } else this.#declared.set(folded, declaration);
  }

  #check(declaration: Declaration): CheckedDeclaration | null {
    const done = this.#checked.get(declaration);
    if (done !== undefined) return done;
    this.#underway.push(declaration);
    const checked = declaration.broken ? null : this.#meaning(declaration);
    this.#underway.pop();
    this.#checked.set(declaration, checked);
    if (checked) this.#ordered.push(checked);
    return checked;
  }

  #fault(code: string, args: Note['args'], span: Span, severity: Note['severity'] = 'error'): null {
    this.#notes.push({ code, severity, args, span });
    return null;
  }

  /** Takes back what was said of values that do not occur, inside of a span. */
  #forget([start, end]: Span): void {
    const kept = this.#notes.filter(({ code, span }) => {
      return !(code.startsWith('unknownValue') && span[0] >= start && span[1] <= end);
    });
    this.#notes.splice(0, this.#notes.length, ...kept);
  }

  #meaning(declaration: Declaration): CheckedDeclaration | null {
    const base = { name: declaration.name.text, span: declaration.span };
    switch (declaration.kind) {
      case 'metric': {
        const value = this.#typer.type(declaration.value, outerScope(declaration));
        if (!value) return null;
        if (
          value.form === 'texts' ||
          value.form === 'list' ||
          value.form === 'rows' ||
          value.kind === 'texts'
        ) {
          return this.#fault('notAMetric', {}, declaration.value.span);
        }
        return { kind: 'metric', ...base, value };
      }
      case 'tag': {
        const when = this.#condition(declaration.when, declaration);
        return when && { kind: 'tag', ...base, weight: declaration.weight ?? 0, when };
      }
      case 'segment':
        return this.#segment(declaration, base);
      case 'score':
        return this.#score(declaration, base);
      case 'tier':
        return this.#tier(declaration, base);
      case 'action':
        return this.#action(declaration, base);
    }
  }

  #condition(expression: Expression, declaration: Declaration): Typed | null {
    const typed = this.#typer.type(expression, outerScope(declaration));
    if (!typed || typed.kind === 'flag') return typed;
    return this.#fault('conditionNeeded', { kind: typed.kind }, expression.span);
  }

  /** A segment of a group: its condition holds, and none of those with a higher priority does. */
  #segment(declaration: SegmentDeclaration, base: { name: string; span: Span }): CheckedSegment | null {
    const { group, priority } = declaration;
    const own = declaration.when ? this.#condition(declaration.when, declaration) : null;
    if (declaration.when && !own) return null;
    if (!group) return own && { kind: 'segment', ...base, when: own, group: null };
    const members = this.#members(group);
    const at = members.indexOf(declaration);
    const rival = members.find(each => {
      return each !== declaration && (own ? each.when && each.priority === priority : !each.when);
    });
    if (rival && !own) return this.#fault('otherwiseTwice', { name: group.text }, group.span);
    if (rival && priority !== null && members.indexOf(rival) < at) {
      const args = { name: base.name, other: rival.name.text, priority };
      this.#fault('priorityTwice', args, declaration.name.span, 'warning');
    }
    const parts: Typed[] = own ? [own] : [];
    for (const higher of members.slice(0, at)) {
      const { name } = higher;
      const node: Expression = { ...group, kind: 'reference', to: 'segment', name: name.text };
      const checked = this.resolve(higher, node);
      if (!checked) return null;
      const held: Typed = { form: 'declared', kind: 'flag', declaration: checked, space: 'customer', node };
      const without: Expression = { ...node, kind: 'operation', construct: 'not', operands: [node] };
      const not = constructOf('not');
      parts.push({ ...held, form: 'operation', construct: not, operands: [held], node: without });
    }
    const when = this.#all(parts);
    if (!when) return this.#fault('otherwiseAlone', { name: group.text }, group.span);
    return { kind: 'segment', ...base, when, group: group.text };
  }

  /** The segments of a group, highest priority first, in order of the text among equals, `otherwise` last. */
  #members(group: Name): SegmentDeclaration[] {
    const folded = foldName(group.text);
    const rank = (each: SegmentDeclaration) => (each.when ? (each.priority ?? 0) : Number.NEGATIVE_INFINITY);
    return [...this.#declared.values()]
      .filter(each => each.kind === 'segment')
      .filter(each => each.group && foldName(each.group.text) === folded)
      .sort((a, b) => rank(b) - rank(a) || 0);
  }

  #all(conditions: readonly Typed[]): Typed | null {
    const [first, second] = conditions;
    if (!first || !second) return first ?? null;
    const { node } = first;
    const and = constructOf('and');
    return { form: 'operation', construct: and, operands: conditions, kind: 'flag', space: 'customer', node };
  }

  /** A score is a metric: the sum of its lines. */
  #score(declaration: ScoreDeclaration, base: { name: string; span: Span }): CheckedMetric | null {
    if (declaration.items.length === 0) return this.#fault('noItems', {}, declaration.name.span);
    const items = declaration.items.map(item => this.#item(item, declaration));
    if (items.some(item => item === null)) return null;
    const node: Expression = { ...declaration.name, kind: 'name', name: base.name };
    const construct = constructOf('total');
    const operands = items as Typed[];
    const value: Typed = { form: 'operation', construct, kind: 'number', operands, space: 'customer', node };
    return { kind: 'metric', ...base, value };
  }

  #item(item: ScoreItem, declaration: ScoreDeclaration): Typed | null {
    const value = this.#typer.type(item.value, outerScope(declaration));
    const condition = item.when && this.#condition(item.when, declaration);
    if (!value || (item.when && !condition)) return null;
    const node = item.value;
    const construct = constructOf('points');
    const base = { form: 'operation', construct, kind: 'number', space: 'customer', node } as const;
    if (value.form === 'declared' && value.declaration.kind === 'tag') {
      const { weight } = value.declaration;
      if (!weight) return this.#fault('tagWithoutWeight', { name: value.declaration.name }, node.span);
      const own: Typed = { form: 'constant', kind: 'number', value: weight, space: 'customer', node };
      const held = this.#all([value, condition].filter(each => each !== null))!;
      return { ...base, operands: [held, own] };
    }
    if (value.kind === 'flag') return this.#fault('itemNeedsWeight', {}, node.span);
    if (value.kind !== 'number' && value.kind !== 'share' && value.kind !== 'days') {
      return this.#fault('itemNeedsNumber', { kind: value.kind }, node.span);
    }
    return condition ? { ...base, operands: [condition, value] } : value;
  }

  #tier(declaration: TierDeclaration, base: { name: string; span: Span }): CheckedTier | null {
    const by = this.#typer.type(declaration.by, outerScope(declaration));
    if (by && !isNumeric(by.kind))
      return this.#fault('tierNeedsNumber', { kind: by.kind }, declaration.by.span);
    if (!by) return null;
    if (declaration.levels.length > 200) return this.#fault('tooManyLevels', {}, declaration.name.span);
    if (declaration.levels.length === 0) return this.#fault('noLevels', {}, declaration.name.span);
    const levels = declaration.levels.map(level => this.#level(level, by, declaration));
    if (levels.some(level => level === null)) return null;
    const sound = this.#inOrder(declaration.levels, levels as CheckedLevel[]);
    return sound ? { kind: 'tier', ...base, by, levels: levels as CheckedLevel[] } : null;
  }

  #level(level: Level, by: Typed, declaration: TierDeclaration): CheckedLevel | null {
    const bound = (expression: Expression | null): Typed | null | undefined => {
      if (!expression) return undefined;
      const scope = { ...outerScope(declaration), against: by };
      const typed = this.#typer.type(expression, scope);
      return typed && (alike(by, typed, '>=', this.#typer.typing(expression, scope))?.[1] ?? null);
    };
    const from = bound(level.from);
    const keep = bound(level.keep);
    if (from === null || keep === null) return null;
    return { name: level.name.text, from: from ?? null, keep: keep ?? null };
  }

  /** Levels go from the highest down, `otherwise` last, `keep` no higher than `from`, each name once. */
  #inOrder(levels: readonly Level[], checked: readonly CheckedLevel[]): boolean {
    const value = (typed: Typed | null | undefined) =>
      typed?.form === 'constant' ? typed.value : Number.NaN;
    const seen = new Set<string>();
    const before = this.#notes.length;
    levels.forEach((level, index) => {
      const { from, keep } = checked[index]!;
      const name = level.name.text;
      if (seen.has(foldName(name))) this.#fault('levelTwice', { name }, level.name.span);
      seen.add(foldName(name));
      if (!from && index < levels.length - 1) this.#fault('otherwiseNotLast', { name }, level.span);
      if (value(keep) > value(from)) this.#fault('keepAboveFrom', { name }, level.keep!.span);
      if (index > 0 && value(from) >= value(checked[index - 1]!.from)) {
        this.#fault('levelsNotDescending', { name }, level.from!.span);
      }
    });
    return this.#notes.length === before;
  }

  #action(declaration: ActionDeclaration, base: { name: string; span: Span }): CheckedAction | null {
    const parts: ActionParts = {
      target: declaration.target ? this.#target(declaration.target) : null,
      when: declaration.when && this.#condition(declaration.when, declaration),
      eligible: declaration.eligible && this.#condition(declaration.eligible, declaration),
      applicable: declaration.applicable && this.#condition(declaration.applicable, declaration),
      suitable: declaration.suitable && this.#condition(declaration.suitable, declaration),
      value: declaration.value && this.#money(declaration.value, declaration),
      cost: declaration.cost && this.#money(declaration.cost, declaration),
      success: declaration.success && this.#condition(declaration.success.when, declaration),
    };
    const broken = Object.entries(parts).some(([part, typed]) => {
      return !typed && declaration[part as keyof ActionParts];
    });
    const details = checkAction(declaration, name => this.find(name), {
      fault: (code, args, span, severity) => this.#fault(code, args, span, severity),
      days: daysIn,
      actions: this.names('action'),
    });
    if (broken || !details) return null;
    const { target, when: own, eligible, applicable, suitable, value, cost, success } = parts;
    const targeted = this.#all([target, own].filter(each => each !== null));
    const when = this.#all([target, own, eligible, applicable, suitable].filter(each => each !== null));
    if (!when) return this.#fault('actionNeedsTarget', { name: base.name }, declaration.name.span);
    return {
      kind: 'action',
      ...base,
      target: declaration.target ? this.find(declaration.target.text)!.name.text : null,
      when,
      targeted,
      stages: { eligible, applicable, suitable },
      value,
      cost,
      success,
      details,
      priority: declaration.priority ?? 0,
      within: declaration.within ? daysIn(declaration.within) : null,
      message: declaration.say?.value ?? '',
      placeholders: this.#placeholders(declaration),
    };
  }

  #money(expression: Expression, declaration: ActionDeclaration): Typed | null {
    const scope = outerScope(declaration);
    const typed = this.#typer.type(expression, scope);
    if (!typed || typed.kind === 'money') return typed;
    if (typed.kind === 'number' && typed.form !== 'rows') {
      return this.#typer.typing(expression, scope).asMoney(typed);
    }
    return this.#fault('moneyNeeded', { kind: typed.kind }, expression.span);
  }

  #target(name: Name): Typed | null {
    const declaration = this.find(name.text);
    if (!declaration) {
      const guess = nearest(name.text, this.names('segment'));
      return this.#fault(guess ? 'unknownNameGuess' : 'unknownName', { name: name.text, guess }, name.span);
    }
    if (declaration.kind !== 'segment' && declaration.kind !== 'tag') {
      return this.#fault('targetNotSegment', { name: name.text }, name.span);
    }
    const node: Expression = { ...name, kind: 'reference', to: declaration.kind, name: name.text };
    const checked = this.resolve(declaration, node);
    return checked && { form: 'declared', kind: 'flag', declaration: checked, space: 'customer', node };
  }

  #placeholders(declaration: ActionDeclaration): CheckedAction['placeholders'] {
    const found: [string, Typed | Field][] = [];
    const { say } = declaration;
    for (const [whole, inside] of say?.value.matchAll(/\{([^{}]+)\}/g) ?? []) {
      const name = inside!.trim();
      const node: Expression = { kind: 'name', id: say!.id, span: say!.span, name };
      const declared = this.find(name);
      const field = this.#fields.find('customer', name);
      const usable = declared && ['metric', 'score', 'tier'].includes(declared.kind) && this.#check(declared);
      if (usable || (field && field.place !== 'row')) {
        const value = this.#typer.type(node, outerScope(usable ? declaration : null));
        if (value) found.push([name, value]);
      } else if (field) found.push([name, field]);
      else {
        const at = this.#parsed.text.indexOf(whole, say!.span[0]);
        this.#fault('openPlaceholder', { name }, at < 0 ? say!.span : [at, at + whole.length], 'info');
      }
    }
    return new Map(found);
  }
}

/** A time limit in days: a month counts 30, a year 365. */
function daysIn({ count, unit }: Duration): number {
  return count * { day: 1, week: 7, month: 30, quarter: 90, year: 365 }[unit];
}

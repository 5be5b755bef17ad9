import { type Field, foldSpelling, type Note, type Subject, valueId } from '../domain/index.ts';
import { minorDigits } from '../i18n/index.ts';
import type {
  Declaration,
  Expression,
  ListLiteral,
  Operation,
  RowsExpression,
  Window,
  Windowed,
} from './ast.ts';
import { windowKey } from './calendar.ts';
import type { CheckedDeclaration, CheckedTag, World } from './checked.ts';
import { levelsOf } from './compare.ts';
import { constructOf, levels } from './constructs.ts';
import { shiftDecimal } from './lexer.ts';
import { type Fields, fieldsWith } from './names.ts';
import { parseExpression } from './parse.ts';
import { nearest } from './spelling.ts';
import type { TestDeclaration } from './tests/tree.ts';
import { clauseWords, foldName } from './tokens.ts';
import { fieldBehind, type Texts, type Typed } from './types.ts';
import { spellingsOf, type Typing } from './units.ts';
import { wordSpellings } from './words.ts';

/** What the typing of expressions asks of the checker of declarations. */
export interface Declarations {
  find(name: string): Declaration | undefined;
  names(kind?: Declaration['kind']): Iterable<string>;
  /** The checked declaration, null after a note at `at` where it cannot be used. */
  resolve(declaration: Declaration, at: Expression): CheckedDeclaration | null;
  /** All tags that have a weight, null after a note at `at` where one of them cannot be used. */
  weightedTags?(at: Expression): readonly CheckedTag[] | null;
}

/** Where an expression stands. */
export interface Scope {
  /** Whose fields bare names are: the customer's, inside `where` the order's or interaction's. */
  readonly space: Subject;
  /** The window that a surrounding `in last ...` lays over aggregates, and whether any took it. */
  readonly window: Window | null;
  readonly use: { applied: number; own: number };
  /** The left side of the comparison in which the expression stands. */
  readonly against: Typed | null;
  /** `orders...` may stand here. */
  readonly rows: boolean;
  /** The declaration that is being defined; null inside the catalogue, where only fields have names. */
  readonly inside: Declaration | TestDeclaration | null;
  /** The text was checked before: say nothing twice. */
  readonly quiet: boolean;
}

/** The scope of a declaration's own expressions. */
export function outerScope(inside: Scope['inside']): Scope {
  const use = { applied: 0, own: 0 };
  return { space: 'customer', window: null, use, against: null, rows: false, inside, quiet: false };
}

function isBackwards(window: Window): boolean {
  return 'from' in window && window.from > window.to;
}

/** The scope of the customer who owns a row, from inside of `where`. */
function ofCustomer(scope: Scope): Scope {
  if (scope.space === 'customer') return scope;
  const use = { applied: 0, own: 0 };
  return { ...scope, space: 'customer', window: null, use, rows: false };
}

/** Constructs whose operands are values of customers, wherever they stand. */
const overCustomers: readonly string[] = ['function', 'top', 'within', 'frozen'];

const definitions = new Map<Field, Expression>();

/** The expression that defines a derived field of the catalogue; read once. */
function definitionOf(field: Field): Expression {
  let expression = definitions.get(field);
  if (!expression) {
    expression = parseExpression(field.define ?? '').expression;
    definitions.set(field, expression);
  }
  return expression;
}

interface Laid {
  readonly typed: Typed | null;
  readonly applied: number;
  readonly own: number;
}

/** Settles names, types, units and literals of expressions. Every fault is one note and a null. */
export class ExpressionTyper {
  readonly #world: World;
  readonly #declarations: Declarations;
  readonly #note: (note: Note) => void;
  readonly #fields: Fields;
  readonly #digits: number;
  readonly #laid = new Map<string, Laid>();

  constructor(world: World, declarations: Declarations, note: (note: Note) => void) {
    this.#world = world;
    this.#declarations = declarations;
    this.#note = note;
    this.#fields = fieldsWith(world.fields);
    this.#digits = minorDigits(world.currency);
  }

  /** The typed expression, null after a note. */
  type(expression: Expression, scope: Scope): Typed | null {
    const base = { node: expression, space: scope.space };
    switch (expression.kind) {
      case 'number': {
        const { value, unit } = expression;
        if (unit === 'money') {
          return { form: 'constant', kind: 'money', value: shiftDecimal(value, this.#digits), ...base };
        }
        return { form: 'constant', kind: unit === 'percent' ? 'share' : 'number', value, ...base };
      }
      case 'duration':
        return { form: 'duration', kind: 'days', duration: expression.duration, ...base };
      case 'date':
        return { form: 'constant', kind: 'date', value: expression.day, ...base };
      case 'text':
        return { form: 'texts', kind: 'text', values: [expression.value], ...base };
      case 'list':
        return this.#list(expression, scope);
      case 'name':
        return this.#name(expression.name, expression, scope);
      case 'reference': {
        const declaration = this.#declarations.find(expression.name);
        if (declaration?.kind === expression.to) return this.#declared(declaration, expression, scope);
        if (declaration) {
          const { en, zh } = clauseWords[declaration.kind];
          const args = { name: expression.name, word: en[0], wordZh: zh[0] };
          return this.fault('otherKind', args, expression, scope);
        }
        return this.#unknown(expression.name, expression, this.#declarations.names(expression.to), scope);
      }
      case 'rows':
        return this.#rows(expression, scope);
      case 'windowed':
        return this.#windowed(expression, scope);
      case 'operation':
        return this.#operation(expression, scope);
      case 'missing':
        return null;
    }
  }

  fault(code: string, args: Note['args'], at: Expression, scope: Scope): null {
    if (scope.quiet) return null;
    const called = typeof args.function === 'string' ? constructOf(args.function) : null;
    const named = called ? { ...args, function: called.en[0]!, functionZh: called.zh[0]! } : args;
    this.#note({ code, severity: 'error', args: named, span: at.span });
    return null;
  }

  /** What constructs may ask in this scope. */
  typing(node: Expression, scope: Scope): Typing {
    return {
      node,
      fault: (code, args, at) => this.fault(code, args, at, scope),
      asMoney: number => this.#asMoney(number),
      asStored: (column, literals) => this.#asStored(column, literals as Texts, scope),
    };
  }

  #name(name: string, node: Expression, scope: Scope): Typed | null {
    if (scope.space !== 'customer') {
      const own = this.#fields.find(scope.space, name);
      if (own) return this.#field(own, node, scope);
    }
    const against = scope.against;
    const level = against && levelsOf(against)?.find(each => foldName(each) === foldName(name));
    const literal: Texts = { form: 'texts', kind: 'text', values: [level ?? name], space: scope.space, node };
    if (level) return literal;
    const declaration = scope.inside ? this.#declarations.find(name) : undefined;
    const field = this.#fields.find('customer', name);
    if (declaration && !(declaration === scope.inside && field)) {
      return this.#declared(declaration, node, scope);
    }
    if (field) return this.#spread(this.#field(field, node, ofCustomer(scope)), scope);
    if (against?.kind === 'text' || against?.kind === 'texts') return literal;
    const declared = scope.inside ? this.#declarations.names() : [];
    return this.#unknown(name, node, [...declared, ...this.#fields.names(scope.space)], scope);
  }

  #unknown(name: string, node: Expression, candidates: Iterable<string>, scope: Scope): null {
    const glued = wordSpellings.find(word => {
      const at = name.indexOf(word);
      return at > 0 && /[^a-z]/.test(word) && this.#isKnown(name.slice(0, at), scope);
    });
    if (glued) {
      const before = name.slice(0, name.indexOf(glued));
      const rest = name.slice(before.length + glued.length);
      return this.fault('missingSpaces', { before, word: glued, rest }, node, scope);
    }
    const guess = nearest(name, candidates);
    return this.fault(guess ? 'unknownNameGuess' : 'unknownName', { name, guess }, node, scope);
  }

  #isKnown(name: string, scope: Scope): boolean {
    return Boolean(this.#fields.find(scope.space, name) ?? this.#declarations.find(name));
  }

  #field(field: Field, node: Expression, scope: Scope): Typed | null {
    if (field.place === 'row')
      return this.fault('recordField', { name: field.zh, id: field.id }, node, scope);
    if (field.place === 'derived') {
      const inside = {
        ...scope,
        space: 'customer',
        against: null,
        rows: false,
        inside: null,
        quiet: true,
      } as const;
      return this.#lay(`field ${field.id}`, definitionOf(field), node, inside);
    }
    return { form: 'column', kind: field.kind, space: field.of, field, node };
  }

  #declared(declaration: Declaration, node: Expression, scope: Scope): Typed | null {
    const { name } = declaration;
    if (scope.space !== 'customer') {
      return this.#spread(this.#declared(declaration, node, ofCustomer(scope)), scope);
    }
    if (declaration.kind === 'action' && scope.inside?.kind !== 'test')
      return this.fault('actionHasNoValue', { name: name.text }, node, scope);
    const checked = this.#declarations.resolve(declaration, node);
    if (!checked) return null;
    if (declaration.kind === 'score') {
      return checked.kind === 'metric' ? { ...checked.value, node } : null;
    }
    if (declaration.kind === 'metric') {
      const inside = { ...outerScope(declaration), window: scope.window, use: scope.use, quiet: true };
      return this.#lay(`metric ${foldName(name.text)}`, declaration.value, node, inside);
    }
    const kind = declaration.kind === 'tier' ? 'text' : 'flag';
    return { form: 'declared', kind, declaration: checked, space: 'customer', node };
  }

  /** The meaning of a name, typed once for every window; seen from `node`. */
  #lay(key: string, expression: Expression, node: Expression, scope: Scope): Typed | null {
    const { window } = scope;
    const windowed = `${key} ${window ? windowKey(window) : ''}`;
    let laid = this.#laid.get(windowed);
    if (!laid) {
      const use = { applied: 0, own: 0 };
      const typed = this.type(expression, { ...scope, use });
      laid = { typed, ...use };
      this.#laid.set(windowed, laid);
    }
    scope.use.applied += laid.applied;
    scope.use.own += laid.own;
    return laid.typed && { ...laid.typed, node };
  }

  #rows(node: RowsExpression, scope: Scope): Typed | null {
    const { of } = node;
    const field = node.field && this.#fields.find(of, node.field.text);
    if (node.field && !field) return this.#unknown(node.field.text, node, this.#fields.names(of), scope);
    if (!scope.rows) {
      if (scope.space === of && field && !node.window && !node.where) return this.#field(field, node, scope);
      return this.fault('rowsOutsideAggregate', { rows: of }, node, scope);
    }
    if (node.window && isBackwards(node.window)) return this.fault('periodBackwards', {}, node, scope);
    if (node.window) scope.use.own++;
    else if (scope.window) scope.use.applied++;
    const inner = { ...scope, space: of, window: null, against: null, rows: false };
    const value = field ? this.#field(field, node, inner) : null;
    const where = node.where ? this.type(node.where, inner) : null;
    if ((field && !value) || (node.where && !where)) return null;
    if (where && where.kind !== 'flag') {
      return this.fault('conditionNeeded', { kind: where.kind }, where.node, scope);
    }
    const window = node.window ?? scope.window;
    return { form: 'rows', kind: value?.kind ?? 'number', space: 'customer', of, value, window, where, node };
  }

  #windowed(node: Windowed, scope: Scope): Typed | null {
    if (isBackwards(node.window)) return this.fault('periodBackwards', {}, node, scope);
    scope.use.own++;
    const use = { applied: 0, own: 0 };
    const value = this.type(node.value, { ...scope, window: node.window, use });
    if (!value || use.applied > 0) return value && { ...value, node };
    return this.fault(use.own > 0 ? 'alreadyWindowed' : 'notWindowable', {}, node, scope);
  }

  /** A value of the customer where rows are looked at: that of the customer who owns the row. */
  #spread(value: Typed | null, scope: Scope): Typed | null {
    if (!value || scope.space === 'customer' || value.space !== 'customer') return value;
    const { kind, node } = value;
    const construct = constructOf('ofCustomer');
    return { form: 'operation', construct, kind, operands: [value], space: scope.space, node };
  }

  #list(node: ListLiteral, scope: Scope): Typed | null {
    const items = node.items.map(item => this.type(item, scope));
    if (items.some(item => item === null)) return null;
    if (items.length === 0) return this.fault('emptyList', {}, node, scope);
    const values = items.flatMap(item => (item?.form === 'texts' ? item.values : []));
    if (values.length === items.length)
      return { form: 'texts', kind: 'text', values, space: scope.space, node };
    return { form: 'list', kind: items[0]!.kind, items: items as Typed[], space: scope.space, node };
  }

  #operation(node: Operation, scope: Scope): Typed | null {
    const construct = constructOf(node.construct);
    if (construct.id === 'tagScore') return this.#tagScore(node, scope);
    const customers = overCustomers.includes(construct.form);
    const own = customers ? ofCustomer(scope) : scope;
    const typing = this.typing(node, own);
    const operands: Typed[] = [];
    let complete = true;
    for (const operand of node.operands) {
      const typed = this.type(operand, this.#operandScope(construct, operands[0] ?? null, own));
      if (typed) operands.push(typed);
      else complete = false;
    }
    if (!complete) return null;
    if (construct.ofLeftSide && operands.length === 0) {
      if (!scope.against) return typing.fault('noLeftSide', { function: construct.id }, node);
      operands.push(scope.against);
    }
    const { operands: expected } = construct;
    if (expected !== undefined && operands.length !== expected) {
      return typing.fault('wrongCount', { function: construct.id, expected, found: operands.length }, node);
    }
    const takesRows = construct.form === 'function' || construct.id === 'distinct';
    const stray = !takesRows && operands.find(operand => operand.form === 'rows');
    if (stray) return typing.fault('rowsOutsideAggregate', { rows: 'order' }, stray.node);
    const outcome = construct.type(operands, typing);
    return (
      outcome && this.#spread({ form: 'operation', construct, space: own.space, node, ...outcome }, scope)
    );
  }

  #tagScore(node: Operation, scope: Scope): Typed | null {
    const tags = this.#declarations.weightedTags?.(node);
    const base = { space: 'customer', node } as const;
    const operands = tags?.map((tag): Typed => {
      const weight: Typed = { form: 'constant', kind: 'number', value: tag.weight, ...base };
      const held: Typed = { form: 'declared', kind: 'flag', declaration: tag, ...base };
      const construct = constructOf('points');
      return { form: 'operation', construct, kind: 'number', operands: [held, weight], ...base };
    });
    if (!operands) return null;
    const construct = constructOf('tagScore');
    return this.#spread({ form: 'operation', construct, kind: 'number', operands, ...base }, scope);
  }

  #operandScope(construct: ReturnType<typeof constructOf>, first: Typed | null, scope: Scope): Scope {
    if (construct.form === 'function') return { ...scope, against: null, rows: true };
    if (construct.id === 'distinct') return scope;
    const rows = false;
    if (construct.form === 'top') return { ...scope, rows, against: null };
    if (construct.level === levels.comparison) return { ...scope, rows, against: first };
    if (construct.level < levels.comparison) return { ...scope, rows, against: null };
    return { ...scope, rows };
  }

  #asMoney(number: Typed): Typed {
    if (number.form === 'constant') {
      return { ...number, kind: 'money', value: shiftDecimal(number.value, this.#digits) };
    }
    const { node, space } = number;
    const factor = { form: 'constant', kind: 'number', value: 10 ** this.#digits, node, space } as const;
    return {
      form: 'operation',
      kind: 'money',
      construct: constructOf('*'),
      operands: [number, factor],
      node,
      space,
    };
  }

  #asStored(column: Typed, literals: Texts, scope: Scope): Typed | null {
    const tier = levelsOf(column);
    const stored = literals.values.map(value => {
      return tier ? this.#level(tier, value, literals, scope) : this.#value(column, value, literals, scope);
    });
    if (stored.some(value => value === null)) return null;
    return { ...literals, values: stored as string[] };
  }

  #level(tier: readonly string[], value: string, literals: Texts, scope: Scope): string | null {
    const level = tier.find(each => foldName(each) === foldName(value));
    if (level !== undefined) return level;
    return this.fault('unknownLevel', { value, levels: tier.join(', ') }, literals.node, scope);
  }

  #value(column: Typed, value: string, literals: Texts, scope: Scope): string {
    const field = fieldBehind(column);
    if (!field) return value;
    const id = valueId(field, value);
    if (id !== null) return id;
    const occurring = this.#world.dictionary(field.of, field.id)?.values.slice(1) ?? [];
    if (occurring.includes(value)) return value;
    const alike = occurring.find(each => foldSpelling(each) === foldSpelling(value));
    if (alike !== undefined) return alike;
    const closed = (field.values ?? []).flatMap(spellingsOf);
    if (scope.quiet || (occurring.length === 0 && closed.length === 0)) return value;
    const guess = nearest(value, [...occurring, ...closed]);
    const code = guess ? 'unknownValueGuess' : 'unknownValue';
    const args = { value, guess, fieldEn: field.en, fieldZh: field.zh };
    this.#note({ code, severity: 'warning', args, span: literals.node.span });
    return value;
  }
}

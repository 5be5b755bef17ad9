import type { Field, Span } from '../../domain/index.ts';
import type { Language } from '../../i18n/index.ts';
import type { Expression } from '../ast.ts';
import type { CheckedDeclaration, CheckedTier } from '../checked.ts';
import { decidedKey } from '../decided.ts';
import { type Inside, insideOf, type Run } from '../evaluate.ts';
import { fieldsWith } from '../names.ts';
import { parseExpression } from '../parse.ts';
import { expressionIn } from '../reference.ts';
import { foldName } from '../tokens.ts';
import { isNumeric, type Typed, type TypedOperation } from '../types.ts';
import { aggregated, declarationNamed, identityOf, isStatistic } from './parts.ts';
import type { LevelProof, LineForm, Proof, ProofLine, Verdict } from './proof.ts';
import { rowsUsed } from './rowsUsed.ts';

/**
 * The proof of a declaration's outcome for a row, read off the run. null where no such declaration runs. `language` is
 * how definitions of the catalogue are spelled: the rules' own lines stay as written.
 */
export function prove(run: Run, name: string, row: number, language: Language = 'en'): Proof | null {
  const inside = insideOf(run);
  const declaration = declarationNamed(inside, name);
  return declaration && new Prover(inside, row, language).prove(declaration);
}

/** The text in which a line's node stands. */
interface Source {
  readonly text: string;
  /** The declaration whose own text it is, null for a definition of the catalogue. */
  readonly inside: string | null;
  /** Definitions of the catalogue: where the rule names the field. */
  readonly at: Span | null;
}

class Prover {
  readonly #inside: Inside;
  readonly #row: number;
  readonly #language: Language;
  readonly #proofs = new Map<CheckedDeclaration, Proof>();
  /** By what was computed, then by what defines it: names for names share the first. */
  readonly #definitions = new Map<object, Map<object, ProofLine>>();

  constructor(inside: Inside, row: number, language: Language) {
    this.#inside = inside;
    this.#row = row;
    this.#language = language;
  }

  prove(declaration: CheckedDeclaration): Proof {
    let proof = this.#proofs.get(declaration);
    if (!proof) {
      proof = this.#prove(declaration);
      this.#proofs.set(declaration, proof);
    }
    return proof;
  }

  #prove(declaration: CheckedDeclaration): Proof {
    const { kind, name, span } = declaration;
    const source = { text: this.#inside.checked.parsed.text, inside: name, at: null };
    const byHand = this.#inside.decided?.get(decidedKey(kind, name))?.has(this.#row) ?? false;
    const base = { kind, name, span, levels: [], previous: null, byHand };
    if (declaration.kind === 'metric') {
      const line = this.#line(declaration.value, source, true);
      return { ...base, value: line.value, holds: null, line };
    }
    if (declaration.kind === 'tier') return { ...base, ...this.#tier(declaration, source) };
    const holds = this.#inside.holds(declaration.when, this.#row);
    const { when } = declaration;
    const condition = this.#line(when, source, true);
    // A condition joined of several clauses, or with what a group excludes, stands nowhere as a whole.
    const joined = when.form === 'operation' && when.operands.some(part => part.node === when.node);
    const line = joined ? { ...condition, text: name, span } : condition;
    return { ...base, value: holds ? 1 : 0, holds, line };
  }

  #tier(tier: CheckedTier, source: Source): Pick<Proof, 'value' | 'holds' | 'line' | 'levels' | 'previous'> {
    const row = this.#row;
    const level = this.#inside.ruledLevel(tier, row);
    const held = tier.levels.findIndex(each => each.name === level);
    const line = this.#line(tier.by, source, true);
    const levels = tier.levels.map((each, index): LevelProof => {
      const decisive = index === held || held < 0;
      const bound = (typed: Typed | null) => typed && this.#line(typed, source, decisive);
      const from = each.from && this.#inside.valueOf(each.from, row);
      const entered = Number(line.value ?? Number.NaN) >= Number(from ?? Number.NaN);
      const reached = each.from === null ? 'otherwise' : entered ? 'entered' : 'kept';
      const outcome = index === held ? reached : held < 0 || index < held ? 'missed' : 'below';
      return { name: each.name, outcome, from: bound(each.from), keep: bound(each.keep) };
    });
    return { value: level, holds: null, line, levels, previous: this.#previous(tier) };
  }

  #previous(tier: CheckedTier): string | null {
    const previous = this.#inside.previousTiers?.get(tier.name);
    if (!previous || previous.codes.length !== this.#inside.frame.size) return null;
    if (!tier.levels.some(level => level.keep)) return null;
    return previous.levels[previous.codes[this.#row]! - 1] ?? null;
  }

  #line(typed: Typed, source: Source, decisive: boolean): ProofLine {
    const named = this.#definitionOf(typed, source);
    if (named) return this.#named(typed, source, decisive, named);
    const base = this.#base(typed, source, decisive);
    if (typed.form === 'declared') {
      return { ...base, form: 'reference', proof: this.prove(typed.declaration) };
    }
    if (typed.form === 'column') {
      return { ...base, form: 'field', field: { of: typed.field.of, id: typed.field.id } };
    }
    if (typed.form !== 'operation') return { ...base, form: 'literal' };
    return this.#operation(typed, base, source);
  }

  #operation(typed: TypedOperation, base: ProofLine, source: Source): ProofLine {
    const { construct, operands } = typed;
    const rows = aggregated(typed);
    if (rows) return { ...base, form: 'aggregate', rows: rowsUsed(this.#inside, rows, this.#row) };
    if (construct.id === 'frozen') return { ...base, form: 'calculation' };
    if (construct.id === 'within') return this.#within(typed, base, source);
    if (isStatistic(this.#inside, typed)) return { ...base, form: 'statistic', over: this.#over(typed) };
    const [first, second] = operands;
    if (construct.id === '*' && first?.node === typed.node && second?.node === typed.node) {
      return { ...this.#line(first, source, base.decisive), kind: base.kind, value: base.value };
    }
    const children = operands.map(part => {
      const decisive = part.kind !== 'flag' || decides(typed, base, this.#inside.holds(part, this.#row));
      return this.#line(part, source, base.decisive && decisive);
    });
    return { ...base, form: formOf(typed), children, verdict: verdictOf(construct.id, base, children) };
  }

  /** Something said of the customers of one group: this customer's own value and group are its parts. */
  #within(typed: TypedOperation, base: ProofLine, source: Source): ProofLine {
    const [inner, group] = typed.operands as [TypedOperation, Typed];
    const own = inner.construct.population === 'one' && inner.kind !== 'flag' ? [] : [inner.operands[0]!];
    const children = [...own, group].map(part => this.#line(part, source, base.decisive));
    if (typed.kind !== 'flag')
      return { ...base, form: 'statistic', children, over: this.#over(inner, group) };
    return { ...base, form: 'test', children, verdict: verdictOf('within', base, children) };
  }

  #base(typed: Typed, source: Source, decisive: boolean): ProofLine {
    const readable = typed.form !== 'list' && typed.form !== 'rows';
    const value = readable ? this.#inside.valueOf(typed, this.#row) : null;
    return {
      form: 'literal',
      span: source.at ?? typed.node.span,
      text: this.#textOf(typed.node, source),
      kind: typed.kind,
      value,
      verdict: typed.kind === 'flag' ? (value === 1 ? 'holds' : 'fails') : null,
      decisive,
      children: [],
      field: null,
      rows: null,
      over: null,
      proof: null,
    };
  }

  #textOf(node: Expression, { text, at }: Source): string {
    const written = textOf(node, text);
    return at && this.#language !== 'en' ? expressionIn(written, this.#language) : written;
  }

  /** How many customers (of this one's group) have a value; null where the statistic was given to the run. */
  #over(typed: TypedOperation, group: Typed | null = null): number | null {
    const { planner, frozen } = this.#inside;
    if (frozen && frozen.size > 0) return null;
    const values = this.#inside.read(planner.column(typed.operands[0]!));
    const codes = group && this.#inside.read(planner.coded(group)).codes;
    let count = 0;
    for (let row = 0; row < values.length; row++) {
      const counted = !codes || codes[row] === codes[this.#row];
      count += +(counted && !Number.isNaN(values[row]));
    }
    return count;
  }

  /** What a name stands for: a metric's expression or a derived field's, where it is not the value itself. */
  #definitionOf(
    typed: Typed,
    source: Source,
  ): { node: Expression; source: Source; field: Field | null } | null {
    let { node } = typed;
    while (node.kind === 'windowed') node = node.value;
    if (node.kind !== 'name' && node.kind !== 'reference') return null;
    const { parsed } = this.#inside.checked;
    const folded = foldName(node.name);
    const field = fieldsWith(this.#inside.checked.world.fields).find('customer', node.name);
    const own = source.inside !== null && foldName(source.inside) === folded && field;
    const declaration =
      source.inside === null || own
        ? undefined
        : parsed.declarations.find(each => foldName(each.name.text) === folded);
    if (declaration?.kind === 'metric') {
      const { text: name } = declaration.name;
      const inside = { text: parsed.text, inside: name, at: null };
      return { node: declaration.value, source: inside, field: null };
    }
    if (declaration || field?.place !== 'derived') return null;
    const text = field.define ?? '';
    const inside = { text, inside: null, at: source.at ?? node.span };
    return { node: parseExpression(text).expression, source: inside, field };
  }

  #named(
    typed: Typed,
    source: Source,
    decisive: boolean,
    { node, source: inside, field }: { node: Expression; source: Source; field: Field | null },
  ): ProofLine {
    const identity = identityOf(typed);
    const known = this.#definitions.get(identity) ?? new Map<object, ProofLine>();
    this.#definitions.set(identity, known);
    const definition = known.get(field ?? node) ?? this.#line({ ...typed, node }, inside, true);
    known.set(field ?? node, definition);
    const base = this.#base(typed, source, decisive);
    const { verdict } = definition;
    return {
      ...base,
      form: 'definition',
      verdict,
      children: [definition],
      field: field && { of: field.of, id: field.id },
    };
  }
}

function textOf(node: Expression, text: string): string {
  const written = text.slice(...node.span).replace(/\s+/g, ' ');
  // What a group excludes is named nowhere in the segment's own text.
  return node.kind === 'reference' && !written.includes(node.name) ? node.name : written;
}

function formOf({ construct, kind }: TypedOperation): LineForm {
  if (construct.id === 'and') return 'all';
  if (construct.id === 'or') return 'any';
  if (construct.id === 'not') return 'not';
  return kind === 'flag' ? 'test' : 'calculation';
}

/** Whether a part of a condition had a say: of a false `and` what failed, of a true `or` what holds, else all. */
function decides({ construct }: TypedOperation, { value }: ProofLine, holds: boolean): boolean {
  const whole = value === 1;
  if (construct.id === 'and') return whole || !holds;
  if (construct.id === 'or') return !whole || holds;
  return true;
}

function verdictOf(
  id: string,
  { verdict, value }: ProofLine,
  children: readonly ProofLine[],
): Verdict | null {
  if (verdict !== 'fails' || value !== 0 || ['and', 'or', 'not', 'isKnown', 'isUnknown'].includes(id)) {
    return verdict;
  }
  const missing = children.some(
    each => each.value === null && (isNumeric(each.kind) || each.form !== 'literal'),
  );
  return missing ? 'unknown' : 'fails';
}

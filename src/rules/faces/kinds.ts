import type { Field, ValueKind } from '../../domain/index.ts';
import type { Expression } from '../ast.ts';
import type { Checked } from '../checked.ts';
import { fieldBehind, type Typed } from '../types.ts';

/** What the checker made of a part of the text. */
export interface Meaning {
  readonly kind: ValueKind;
  /** The field of the catalogue whose values it has, null for others. */
  readonly field: Field | null;
  /** The levels of a tier, null for others. */
  readonly levels: readonly string[] | null;
}

/** What the parts of a text mean, as far as they are sound. */
export function meaningsOf(checked: Checked): ReadonlyMap<Expression, Meaning> {
  const found = new Map<Expression, Meaning>();
  const seen = new Set<unknown>();
  const look = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || seen.has(value)) return;
    seen.add(value);
    if (Array.isArray(value)) {
      value.forEach(look);
      return;
    }
    if (isTyped(value)) {
      const levels = levelsOf(value);
      if (!found.has(value.node)) {
        found.set(value.node, { kind: value.kind, field: fieldBehind(value) ?? null, levels });
      }
      if (value.form === 'declared') return;
    }
    for (const [key, part] of Object.entries(value)) if (!outside.has(key)) look(part);
  };
  for (const declaration of checked.declarations) look(declaration);
  return found;
}

const outside: ReadonlySet<string> = new Set(['node', 'construct', 'field', 'declaration', 'placeholders']);

function isTyped(value: object): value is Typed {
  return 'form' in value && 'kind' in value && 'node' in value;
}

function levelsOf(typed: Typed): readonly string[] | null {
  if (typed.form !== 'declared' || typed.declaration.kind !== 'tier') return null;
  return typed.declaration.levels.map(each => each.name);
}

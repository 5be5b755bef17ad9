import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import {
  type Day,
  type Field,
  fieldNamed,
  fields,
  type Subject,
  type ValueKind,
} from '../../../../domain/index.ts';
import type { CatalogueField } from '../../../../engine/index.ts';
import type { Language } from '../../../../i18n/index.ts';
import {
  type Checked,
  expressionOf,
  type Meaning,
  meaningsOf,
  nounWords,
  type Operand,
} from '../../../../rules/index.ts';

/** What a form knows of the rules around it and of the base. */
export interface FormWorld {
  /** The language of the interface, and the one in which the rule is spelled. */
  readonly language: Language;
  readonly spelling: Language;
  readonly currency: string;
  readonly today: Day;
  readonly catalogue: readonly CatalogueField[];
  /** All that a rule may name, the workspace's own fields too. */
  readonly fields: readonly Field[];
  readonly checked: Checked;
  /** The declaration that the form shows: it cannot refer to itself. */
  readonly self: string;
  declares(name: string): boolean;
  /** What a value means; fields of `of` where the checker has no say. */
  meaning(operand: Operand, of: Subject): Meaning;
  /** A value in a few words. */
  label(operand: Operand, of: Subject): string;
}

const Context = createContext<FormWorld | null>(null);
export const FormWorldProvider = Context.Provider;

export function useFormWorld(): FormWorld {
  return useContext(Context)!;
}

export function formWorld(
  given: Pick<FormWorld, 'language' | 'spelling' | 'currency' | 'today' | 'catalogue' | 'checked' | 'self'>,
): FormWorld {
  const own = given.checked.world.fields ?? [];
  const meanings = meaningsOf(given.checked);
  const names = new Set(given.checked.parsed.declarations.map(each => each.name.text));
  const declares = (name: string) => names.has(name);
  const fieldOf = (name: string, of: Subject): Field | undefined =>
    of === 'customer' && declares(name) ? undefined : fieldNamed(name, of, own);

  const guess = (operand: Operand, of: Subject): Meaning => {
    const plain = (kind: ValueKind): Meaning => ({ kind, field: null, levels: null });
    switch (operand.is) {
      case 'name': {
        const field = fieldOf(operand.name, of);
        return field ? { kind: field.kind, field, levels: null } : plain('number');
      }
      case 'windowed':
        return guess(operand.value, of);
      case 'aggregate': {
        const field = operand.field === null ? undefined : fieldNamed(operand.field, operand.of, own);
        if (operand.construct === 'share') return plain('share');
        return operand.construct === 'count' || !field ? plain('number') : plain(field.kind);
      }
      case 'call':
        return operand.construct === 'daysSince' ? plain('days') : plain('number');
      case 'reference':
        return plain(operand.to === 'tier' ? 'text' : 'flag');
      default:
        return plain('number');
    }
  };

  return {
    ...given,
    fields: [...fields, ...own],
    declares,
    meaning: (operand, of) => (operand.origin && meanings.get(operand.origin)) || guess(operand, of),
    label(operand, of) {
      if (operand.is === 'code') return operand.text;
      if (operand.is === 'name') {
        const field = fieldOf(operand.name, of);
        return field ? field[given.language] : operand.name;
      }
      if (operand.is === 'reference') return operand.name;
      return nounWords(
        expressionOf(operand),
        given.language,
        { currency: given.currency, declares, own },
        of,
      );
    },
  };
}

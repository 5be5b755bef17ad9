import { columnFields, type Field, type Interaction, type Order } from '../domain/index.ts';
import { formOf } from './columns.ts';
import type { Vocabulary } from './dictionaries.ts';
import type { Numbers } from './packed.ts';

/**
 * What happened to a chunk's customers: slot i owns rows offsets[i] .. offsets[i + 1), by day and minute; a slot
 * past the end owns none. Columns by field id, `minute`, `step` and `part`; an absent one is unknown throughout.
 */
export interface StoredFacts {
  readonly offsets: Numbers;
  readonly columns: Readonly<Record<string, Numbers>>;
}

export const noFacts: StoredFacts = { offsets: new Uint8Array(1), columns: {} };

/**
 * A fact as its columns hold it, by field id; an order's `number` is kept apart. `step` is the import that brought
 * it, `part` the merge through whose taken-in customer it came; 0 = none.
 */
export type Fact = Readonly<Record<string, string | number>>;

/** A column of facts as it is stored. */
export interface FactColumn {
  readonly id: string;
  readonly coded: boolean;
  readonly unknown: number;
}

export type FactSubject = 'order' | 'interaction';

/** The columns that are stored for a kind of fact. */
export function factColumns(fields: readonly Field[]): FactColumn[] {
  const columns = fields.map(field => {
    const coded = formOf(field) === 'coded';
    return { id: field.id, coded, unknown: coded ? 0 : Number.NaN };
  });
  return [
    { id: 'minute', coded: false, unknown: -1 },
    { id: 'step', coded: false, unknown: 0 },
    { id: 'part', coded: false, unknown: 0 },
    ...columns,
  ];
}

const shipped: Readonly<Record<FactSubject, ReadonlySet<string>>> = {
  order: new Set(['number', 'minute', ...columnFields('order').map(field => field.id)]),
  interaction: new Set(['minute', ...columnFields('interaction').map(field => field.id)]),
};

/** The facts of one slot in ascending order, as screens know them. */
export function readFacts<Of extends FactSubject>(
  of: Of,
  facts: StoredFacts,
  numbers: readonly string[],
  slot: number,
  vocabulary: Vocabulary,
): (Of extends 'order' ? Order : Interaction)[] {
  type Result = Of extends 'order' ? Order : Interaction;
  return factsAt(of, facts, slot, vocabulary, numbers).map(fact => {
    const known: Record<string, string | number> = {};
    const columns: Record<string, string | number> = {};
    for (const [id, value] of Object.entries(fact)) {
      if (id === 'step' || id === 'part') continue;
      if (shipped[of].has(id)) known[id] = value;
      else if (value !== '' && !Number.isNaN(value)) columns[id] = value;
    }
    delete known.repeat; // follows from the orders before
    const whole = Object.keys(columns).length === 0 ? known : { ...known, columns };
    return whole as unknown as Result;
  });
}

/** The facts of one slot in ascending order, as they are stored. */
export function factsAt(
  of: FactSubject,
  from: StoredFacts,
  slot: number,
  vocabulary: Vocabulary,
  numbers: readonly string[] = [],
): Fact[] {
  const start = from.offsets[slot] ?? 0;
  const end = from.offsets[slot + 1] ?? start;
  const columns = factColumns(vocabulary.columns(of)).map(column => ({
    ...column,
    values: from.columns[column.id],
    texts: column.coded ? vocabulary.dictionary(of, column.id).values : [],
  }));
  return Array.from({ length: end - start }, (_, i) => {
    const fact: Record<string, string | number> = { number: numbers[start + i] ?? '' };
    for (const { id, coded, unknown, values, texts } of columns) {
      const value = values ? values[start + i]! : unknown;
      fact[id] = coded ? texts[value]! : value;
    }
    return fact;
  });
}

/** Of all versions of a customer's orders, oldest first: those that hold, and those that were replaced. */
export function settle(versions: readonly Fact[]): { facts: Fact[]; older: Fact[] } {
  const byNumber = new Map<string | number, Fact>();
  const older: Fact[] = [];
  let unnumbered = 0;
  for (const fact of versions) {
    const key = fact.number || unnumbered++;
    const known = byNumber.get(key);
    if (known) older.push(known);
    byNumber.set(key, fact);
  }
  return { facts: [...byNumber.values()], older };
}

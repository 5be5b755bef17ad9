import { columnFields, type Field, type Interaction, type Order } from '../domain/index.ts';
import { formOf } from './columns.ts';
import type { Vocabulary } from './dictionaries.ts';
import { type Numbers, narrow, narrowKnown } from './packed.ts';

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

interface FactColumn {
  readonly id: string;
  readonly coded: boolean;
  readonly unknown: number;
}

export type FactSubject = 'order' | 'interaction';

/** The columns that are stored for a kind of fact. */
function factColumns(fields: readonly Field[]): FactColumn[] {
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

/** A chunk's facts while they are changed: every column wide, the order numbers by row ('' = none). */
interface Wide {
  readonly offsets: Float64Array;
  readonly columns: ReadonlyMap<string, Float64Array>;
  readonly numbers: string[];
}

export interface FactsChange {
  readonly facts: StoredFacts;
  readonly numbers: string[];
}

export interface FactsAdded extends FactsChange {
  readonly added: number;
  readonly replaced: number;
  /** Versions of orders that another step's replaced, by slot. */
  readonly older: ReadonlyMap<number, readonly Fact[]>;
}

/**
 * The facts with `additions` (by slot) in their places; the chunk has `size` customers afterwards. A fact with a
 * number that the customer already has replaces it, unless it says the very same.
 */
export function addFacts(
  of: FactSubject,
  before: StoredFacts,
  numbers: readonly string[],
  size: number,
  additions: ReadonlyMap<number, readonly Fact[]>,
  vocabulary: Vocabulary,
): FactsAdded {
  const stored = factColumns(vocabulary.columns(of));
  const old = widen(stored, before, numbers, size);
  const merged = new Map<number, readonly Fact[]>();
  const older = new Map<number, readonly Fact[]>();
  let added = 0;
  let replaced = 0;
  for (const [slot, more] of additions) {
    const result = merge(of, stored, factsAt(of, old, slot, vocabulary), more);
    merged.set(slot, result.facts);
    if (result.older.length > 0) older.set(slot, result.older);
    added += more.length;
    replaced += result.replaced;
  }
  return { ...pack(of, stored, old, size, merged, vocabulary), added, replaced, older };
}

/** The facts with those of some slots replaced; the chunk has `size` customers afterwards. */
export function putFacts(
  of: FactSubject,
  before: StoredFacts,
  numbers: readonly string[],
  size: number,
  changed: ReadonlyMap<number, readonly Fact[]>,
  vocabulary: Vocabulary,
): FactsChange {
  const sorted = new Map(Array.from(changed, ([slot, facts]) => [slot, inOrder(of, facts)]));
  const stored = factColumns(vocabulary.columns(of));
  return pack(of, stored, widen(stored, before, numbers, size), size, sorted, vocabulary);
}

function pack(
  of: FactSubject,
  stored: readonly FactColumn[],
  old: Wide,
  size: number,
  changed: ReadonlyMap<number, readonly Fact[]>,
  vocabulary: Vocabulary,
): FactsChange {
  const wide = assemble(of, stored, old, size, changed, vocabulary);
  const columns: Record<string, Numbers> = {};
  for (const { id, unknown } of stored) {
    const known = narrowKnown(wide.columns.get(id)!, unknown);
    if (known) columns[id] = known;
  }
  return { facts: { offsets: narrow(wide.offsets), columns }, numbers: wide.numbers };
}

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

/** A fact with the workspace's own columns beside the others. */
export function flatten({ columns, ...rest }: Order | Interaction): Fact {
  return { ...rest, ...columns } as Fact;
}

/** The facts of one slot in ascending order, as they are stored. */
export function factsAt(
  of: FactSubject,
  from: Wide | StoredFacts,
  slot: number,
  vocabulary: Vocabulary,
  numbers: readonly string[] = 'numbers' in from ? from.numbers : [],
): Fact[] {
  const start = from.offsets[slot] ?? 0;
  const end = from.offsets[slot + 1] ?? start;
  const columns = factColumns(vocabulary.columns(of)).map(column => ({
    ...column,
    values:
      from.columns instanceof Map ? from.columns.get(column.id) : (from as StoredFacts).columns[column.id],
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

function merge(
  of: FactSubject,
  stored: readonly FactColumn[],
  old: readonly Fact[],
  more: readonly Fact[],
): { facts: Fact[]; replaced: number; older: Fact[] } {
  const byNumber = new Map<string | number, Fact>();
  const older: Fact[] = [];
  let replaced = 0;
  let unnumbered = 0;
  for (const fact of [...old, ...more]) {
    const key = fact.number || unnumbered++;
    const known = byNumber.get(key);
    if (known) {
      replaced++;
      if (saysTheSame(stored, known, fact)) continue;
      if (known.step !== fact.step || known.part !== fact.part) older.push(known);
    }
    byNumber.set(key, fact);
  }
  return { facts: inOrder(of, [...byNumber.values()]), replaced, older };
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

function saysTheSame(stored: readonly FactColumn[], one: Fact, other: Fact): boolean {
  return stored.every(({ id, unknown, coded }) => {
    if (id === 'step' || id === 'part' || id === 'repeat') return true;
    const none = coded ? '' : unknown;
    return Object.is(one[id] ?? none, other[id] ?? none);
  });
}

/** By time, then by number: an order that no history of additions and removals can change. */
function inOrder(of: FactSubject, facts: readonly Fact[]): Fact[] {
  const sorted = [...facts].sort(
    (a, b) =>
      Number(a.day) - Number(b.day) ||
      Number(a.minute) - Number(b.minute) ||
      (a.number! < b.number! ? -1 : Number(a.number! > b.number!)),
  );
  return of === 'order' ? markRepeats(sorted) : sorted;
}

function markRepeats(orders: readonly Fact[]): Fact[] {
  let paidBefore = false;
  return orders.map(order => {
    const paid = order.status === 'paid';
    const repeat = +(paid && paidBefore);
    paidBefore ||= paid;
    return { ...order, repeat };
  });
}

function widen(
  stored: readonly FactColumn[],
  facts: StoredFacts,
  numbers: readonly string[],
  size: number,
): Wide {
  const rows = facts.offsets.at(-1)!;
  const offsets = new Float64Array(Math.max(size + 1, facts.offsets.length)).fill(rows);
  offsets.set(facts.offsets);
  const columns = new Map<string, Float64Array>();
  for (const { id, unknown } of stored) {
    const values = facts.columns[id];
    columns.set(id, values ? Float64Array.from(values) : new Float64Array(rows).fill(unknown));
  }
  return { offsets, columns, numbers: [...numbers] };
}

function assemble(
  of: FactSubject,
  stored: readonly FactColumn[],
  old: Wide,
  size: number,
  merged: ReadonlyMap<number, readonly Fact[]>,
  vocabulary: Vocabulary,
): Wide {
  const offsets = new Float64Array(size + 1);
  for (let slot = 0; slot < size; slot++) {
    const kept = old.offsets[slot + 1]! - old.offsets[slot]!;
    offsets[slot + 1] = offsets[slot]! + (merged.get(slot)?.length ?? kept);
  }
  const columns = new Map(stored.map(({ id }) => [id, new Float64Array(offsets[size]!)]));
  const numbers: string[] = [];
  let copied = 0;
  const copyUpTo = (slot: number) => {
    const [start, end] = [old.offsets[copied]!, old.offsets[slot]!];
    for (const [id, values] of columns) {
      values.set(old.columns.get(id)!.subarray(start, end), offsets[copied]!);
    }
    if (of === 'order') for (let row = start; row < end; row++) numbers.push(old.numbers[row] ?? '');
  };
  for (const slot of [...merged.keys()].sort((a, b) => a - b)) {
    copyUpTo(slot);
    const facts = merged.get(slot)!;
    for (const { id, coded, unknown } of stored) {
      const values = columns.get(id)!;
      const dictionary = vocabulary.dictionary(of, id);
      facts.forEach((fact, i) => {
        const value = fact[id];
        if (value === undefined) values[offsets[slot]! + i] = unknown;
        else values[offsets[slot]! + i] = coded ? dictionary.add(String(value)) : Number(value);
      });
    }
    if (of === 'order') for (const fact of facts) numbers.push(String(fact.number));
    copied = slot + 1;
  }
  copyUpTo(size);
  return { offsets, columns, numbers };
}

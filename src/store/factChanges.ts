import { hasRepeats } from '../domain/index.ts';
import type { Vocabulary } from './dictionaries.ts';
import { type Fact, type FactColumn, type FactSubject, factColumns, type StoredFacts } from './facts.ts';
import type { Addition, IncomingFacts } from './incomingFacts.ts';
import { type Numbers, narrow, narrowKnown } from './packed.ts';

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
 * The facts with `additions` (by slot, rows of `incoming`) in their places; the chunk has `size` customers
 * afterwards. A fact with a number that the customer already has replaces it, unless it says the very same.
 */
export function addFacts(
  incoming: IncomingFacts,
  before: StoredFacts,
  numbers: readonly string[],
  size: number,
  additions: ReadonlyMap<number, readonly Addition[]>,
  vocabulary: Vocabulary,
): FactsAdded {
  const all = [...additions.values()].flat();
  const added = all.reduce((total, { rows }) => total + rows.length, 0);
  const wide = new WideFacts(incoming.of, before, numbers, added, vocabulary);
  let from = wide.addRows(incoming, all);
  const changed = new Map<number, readonly number[]>();
  const older = new Map<number, readonly Fact[]>();
  let replaced = 0;
  for (const [slot, each] of additions) {
    const rows = wide.rowsAt(slot);
    for (const addition of each) for (let i = 0; i < addition.rows.length; i++) rows.push(from++);
    const merged = wide.merge(rows);
    changed.set(slot, wide.inOrder(merged.rows));
    replaced += merged.replaced;
    if (merged.older.length > 0)
      older.set(
        slot,
        merged.older.map(row => wide.factAt(row)),
      );
  }
  return { ...wide.pack(size, changed), added, replaced, older };
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
  const all = [...changed.values()].flat();
  const wide = new WideFacts(of, before, numbers, all.length, vocabulary);
  let from = wide.addFacts(all);
  const rows = new Map<number, readonly number[]>();
  for (const [slot, facts] of changed) rows.set(slot, wide.inOrder(facts.map(() => from++)));
  return wide.pack(size, rows);
}

interface WideColumn extends FactColumn {
  readonly values: Float64Array;
}

/** A chunk's facts while they are changed: every column wide, and what is new behind what is stored. */
class WideFacts {
  readonly #of: FactSubject;
  readonly #before: StoredFacts;
  readonly #vocabulary: Vocabulary;
  readonly #columns: readonly WideColumn[];
  readonly #byId: ReadonlyMap<string, Float64Array>;
  /** Columns in which two versions of an order can differ. */
  readonly #telling: readonly Float64Array[];
  readonly #numbers: string[];
  readonly #stored: number;

  /** `room`: how many rows will be added. */
  constructor(
    of: FactSubject,
    before: StoredFacts,
    numbers: readonly string[],
    room: number,
    vocabulary: Vocabulary,
  ) {
    this.#of = of;
    this.#before = before;
    this.#vocabulary = vocabulary;
    this.#stored = before.offsets.at(-1)!;
    this.#columns = factColumns(vocabulary.columns(of)).map(column => {
      const values = new Float64Array(this.#stored + room);
      const known = before.columns[column.id];
      if (known) values.set(known);
      else values.fill(column.unknown, 0, this.#stored);
      return { ...column, values };
    });
    this.#byId = new Map(this.#columns.map(({ id, values }) => [id, values]));
    const traces = ['step', 'part', 'repeat'];
    this.#telling = this.#columns.filter(({ id }) => !traces.includes(id)).map(({ values }) => values);
    this.#numbers = Array.from({ length: this.#stored }, (_, row) => numbers[row] ?? '');
  }

  /** Adds rows of a change; the place of the first. */
  addRows(incoming: IncomingFacts, additions: readonly Addition[]): number {
    const rows = new Uint32Array(additions.reduce((total, each) => total + each.rows.length, 0));
    const parts = this.#byId.get('part')!;
    let at = 0;
    for (const addition of additions) {
      rows.set(addition.rows, at);
      const first = this.#stored + at;
      at += addition.rows.length;
      parts.fill(addition.part, first, this.#stored + at);
    }
    for (const { id, values } of this.#columns)
      if (id !== 'part') incoming.fill(id, rows, values, this.#stored);
    for (const row of rows) this.#numbers.push(incoming.orderNumbers[row] ?? '');
    return this.#stored;
  }

  /** Adds facts; the place of the first. */
  addFacts(facts: readonly Fact[]): number {
    for (const { id, coded, unknown, values } of this.#columns) {
      const dictionary = this.#vocabulary.dictionary(this.#of, id);
      facts.forEach((fact, i) => {
        const value = fact[id];
        if (value === undefined) values[this.#stored + i] = unknown;
        else values[this.#stored + i] = coded ? dictionary.add(String(value)) : Number(value);
      });
    }
    for (const fact of facts) this.#numbers.push(String(fact.number ?? ''));
    return this.#stored;
  }

  /** The stored rows of a slot. */
  rowsAt(slot: number): number[] {
    const start = this.#before.offsets[slot] ?? this.#stored;
    const end = this.#before.offsets[slot + 1] ?? start;
    return Array.from({ length: end - start }, (_, i) => start + i);
  }

  /** Of rows with the same order number the last, where it says anything new. */
  merge(rows: readonly number[]): { rows: readonly number[]; replaced: number; older: number[] } {
    if (!hasRepeats(rows.map(row => this.#numbers[row]!))) return { rows, replaced: 0, older: [] };
    const byNumber = new Map<string | number, number>();
    const older: number[] = [];
    const [steps, parts] = [this.#byId.get('step')!, this.#byId.get('part')!];
    let replaced = 0;
    for (const row of rows) {
      const key = this.#numbers[row] || row;
      const known = byNumber.get(key);
      if (known !== undefined) {
        replaced++;
        if (this.#telling.every(values => Object.is(values[known], values[row]))) continue;
        if (steps[known] !== steps[row] || parts[known] !== parts[row]) older.push(known);
      }
      byNumber.set(key, row);
    }
    return { rows: [...byNumber.values()], replaced, older };
  }

  /** By time, then by number: an order that no history of additions and removals can change. */
  inOrder(rows: readonly number[]): readonly number[] {
    const [days, minutes, numbers] = [this.#byId.get('day')!, this.#byId.get('minute')!, this.#numbers];
    return [...rows].sort(
      (a, b) =>
        days[a]! - days[b]! ||
        minutes[a]! - minutes[b]! ||
        (numbers[a]! < numbers[b]! ? -1 : Number(numbers[a]! > numbers[b]!)),
    );
  }

  /** The fact of a row. */
  factAt(row: number): Fact {
    const fact: Record<string, string | number> = { number: this.#numbers[row]! };
    for (const { id, coded, values } of this.#columns) {
      const { values: texts } = this.#vocabulary.dictionary(this.#of, id);
      fact[id] = coded ? texts[values[row]!]! : values[row]!;
    }
    return fact;
  }

  /** The columns as they are stored, with the rows of some slots replaced; there are `size` slots afterwards. */
  pack(size: number, changed: ReadonlyMap<number, readonly number[]>): FactsChange {
    const offsets = new Float64Array(size + 1);
    const rows: number[] = [];
    for (let slot = 0; slot < size; slot++) {
      const replaced = changed.get(slot);
      if (replaced && this.#of === 'order') this.#markRepeats(replaced);
      for (const row of replaced ?? this.rowsAt(slot)) rows.push(row);
      offsets[slot + 1] = rows.length;
    }
    const columns: Record<string, Numbers> = {};
    const laid = new Float64Array(rows.length);
    for (const { id, unknown, values } of this.#columns) {
      for (let i = 0; i < rows.length; i++) laid[i] = values[rows[i]!]!;
      const known = narrowKnown(laid, unknown);
      if (known) columns[id] = known;
    }
    const numbers = this.#of === 'order' ? rows.map(row => this.#numbers[row]!) : [];
    return { facts: { offsets: narrow(offsets), columns }, numbers };
  }

  /** Marks the paid orders of somebody who had paid before. */
  #markRepeats(rows: readonly number[]): void {
    const [statuses, repeats] = [this.#byId.get('status')!, this.#byId.get('repeat')!];
    const paid = this.#vocabulary.dictionary('order', 'status').codeOf('paid');
    let paidBefore = false;
    for (const row of rows) {
      const isPaid = paid > 0 && statuses[row] === paid;
      repeats[row] = +(isPaid && paidBefore);
      paidBefore ||= isPaid;
    }
  }
}

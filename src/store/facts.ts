import { columnFields, type Field, type Interaction, type Order } from '../domain/index.ts';
import { formOf } from './columns.ts';
import type { Vocabulary } from './dictionaries.ts';
import { type Numbers, narrow, narrowKnown } from './packed.ts';

/**
 * What happened to a chunk's customers: slot i owns rows offsets[i] .. offsets[i + 1), by day and minute; a slot
 * past the end owns none. Columns by field id and `minute`; an absent one is unknown throughout.
 */
export interface StoredFacts {
  readonly offsets: Numbers;
  readonly columns: Readonly<Record<string, Numbers>>;
}

export const noFacts: StoredFacts = { offsets: new Uint8Array(1), columns: {} };

/** A fact as its columns hold it, by field id; an order's `number` is kept apart. */
type Fact = Readonly<Record<string, string | number>>;

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
  return [{ id: 'minute', coded: false, unknown: -1 }, ...columns];
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
  readonly added: number;
  readonly replaced: number;
}

/**
 * The facts with `additions` (by slot) in their places; the chunk has `size` customers afterwards. A fact with a
 * number that the customer already has replaces it.
 */
export function addFacts(
  of: FactSubject,
  before: StoredFacts,
  numbers: readonly string[],
  size: number,
  additions: ReadonlyMap<number, readonly (Order | Interaction)[]>,
  vocabulary: Vocabulary,
): FactsChange {
  const stored = factColumns(vocabulary.columns(of));
  const old = widen(stored, before, numbers, size);
  const merged = new Map<number, Fact[]>();
  let added = 0;
  let replaced = 0;
  for (const [slot, more] of additions) {
    const result = merge(factsAt(of, old, slot, vocabulary), more.map(flatten));
    merged.set(slot, of === 'order' ? markRepeats(result.facts) : result.facts);
    added += more.length;
    replaced += result.replaced;
  }
  const wide = assemble(of, stored, old, size, merged, vocabulary);
  const columns: Record<string, Numbers> = {};
  for (const { id, unknown } of stored) {
    const known = narrowKnown(wide.columns.get(id)!, unknown);
    if (known) columns[id] = known;
  }
  return { facts: { offsets: narrow(wide.offsets), columns }, numbers: wide.numbers, added, replaced };
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
      if (shipped[of].has(id)) known[id] = value;
      else if (value !== '' && !Number.isNaN(value)) columns[id] = value;
    }
    delete known.repeat; // follows from the orders before
    const whole = Object.keys(columns).length === 0 ? known : { ...known, columns };
    return whole as unknown as Result;
  });
}

/** A fact with the workspace's own columns beside the others. */
function flatten({ columns, ...rest }: Order | Interaction): Fact {
  return { ...rest, ...columns } as Fact;
}

function factsAt(
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

function merge(old: readonly Fact[], more: readonly Fact[]): { facts: Fact[]; replaced: number } {
  const byNumber = new Map<string | number, Fact>();
  let replaced = 0;
  let unnumbered = 0;
  const put = (fact: Fact) => {
    const key = fact.number || unnumbered++;
    if (byNumber.delete(key)) replaced++; // deleted first, so that the later one also stands later on an equal day
    byNumber.set(key, fact);
  };
  for (const fact of old) put(fact);
  for (const fact of more) put(fact);
  const facts = [...byNumber.values()].sort(
    (a, b) => Number(a.day) - Number(b.day) || Number(a.minute) - Number(b.minute),
  );
  return { facts, replaced };
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
  const offsets = new Float64Array(size + 1).fill(facts.offsets.at(-1)!);
  offsets.set(facts.offsets);
  const rows = offsets[size]!;
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

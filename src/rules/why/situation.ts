import { type Column, Dictionary, type Facts, type Frame } from '../../domain/index.ts';
import type { Inside } from '../evaluate.ts';
import { factsOf, type PreviousTiers } from '../plan.ts';
import type { RowSubject } from '../tokens.ts';

/** One customer's facts at a day: what a run of one row is made of. */
export type Situation = Pick<Inside, 'frame' | 'asOf' | 'previousTiers'>;

/** The facts of one row of a run. */
export function situationOf({ frame, asOf, previousTiers }: Inside, row: number): Situation {
  const tiers: PreviousTiers = new Map(
    [...(previousTiers ?? [])]
      .filter(([, { codes }]) => codes.length === frame.size)
      .map(([name, { levels, codes }]) => [name, { levels, codes: codes.slice(row, row + 1) }]),
  );
  return { frame: oneRow(frame, row), asOf, previousTiers: tiers };
}

function oneRow(frame: Frame, row: number): Frame {
  return {
    size: 1,
    customers: mapColumns(frame.customers, column => slice(column, row, row + 1)),
    orders: oneOwner(frame.orders, row),
    interactions: oneOwner(frame.interactions, row),
  };
}

function oneOwner({ offsets, day, columns }: Facts, row: number): Facts {
  const from = offsets[row]!;
  const to = offsets[row + 1]!;
  return {
    offsets: Uint32Array.of(0, to - from),
    day: day.slice(from, to),
    columns: mapColumns(columns, column => slice(column, from, to)),
  };
}

function mapColumns<From, To>(
  columns: Readonly<Record<string, From>>,
  change: (column: From) => To,
): Record<string, To> {
  return Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, change(column)]));
}

function slice<Kind extends Column>(column: Kind, from: number, to: number): Kind;
function slice(column: Column, from: number, to: number): Column {
  if (column.form === 'numeric') return { ...column, values: column.values.slice(from, to) };
  if (column.form === 'coded') return { ...column, codes: column.codes.slice(from, to) };
  const first = column.offsets[from]!;
  return {
    ...column,
    offsets: column.offsets.slice(from, to + 1).map(offset => offset - first),
    codes: column.codes.slice(first, column.offsets[to]),
  };
}

/** The same with a field of the customer's record set; null = not known. A set field gets exactly `value`. */
export function withField(
  situation: Situation,
  id: string,
  value: number | string | readonly string[] | null,
): Situation {
  const { frame } = situation;
  const column = columnOf(value, frame.customers[id]);
  return { ...situation, frame: { ...frame, customers: { ...frame.customers, [id]: column } } };
}

function columnOf(value: number | string | readonly string[] | null, old: Column | undefined): Column {
  if (typeof value === 'number' || (value === null && old?.form === 'numeric')) {
    return { form: 'numeric', values: Float64Array.of(value ?? Number.NaN) };
  }
  const texts = value === null ? [] : typeof value === 'string' ? [value] : (value as readonly string[]);
  const { dictionary, codes } = coded(texts, old && old.form !== 'numeric' ? old.dictionary : null);
  if (typeof value === 'object' && (value !== null || old?.form === 'set')) {
    return {
      form: 'set',
      offsets: Uint32Array.of(0, codes.length),
      codes: Uint32Array.from(codes),
      dictionary,
    };
  }
  return { form: 'coded', codes: Uint32Array.of(codes[0] ?? 0), dictionary };
}

/** Codes of the texts; the base's own dictionary is never added to. */
function coded(
  texts: readonly string[],
  shared: Dictionary | null,
): { dictionary: Dictionary; codes: readonly number[] } {
  const known = shared && texts.every(text => text === '' || shared.codeOf(text) > 0);
  const dictionary = known ? shared : new Dictionary(shared?.values);
  return { dictionary, codes: texts.map(text => dictionary.add(text)) };
}

/** The same with `count` more orders or interactions, alike, on the day of the situation. */
export function withRows(
  situation: Situation,
  of: RowSubject,
  columns: Readonly<Record<string, number | string>>,
  count: number,
): Situation {
  const { frame, asOf } = situation;
  const facts = factsOf(frame, of);
  let at = facts.day.length;
  while (at > 0 && facts.day[at - 1]! > asOf) at--;
  const changed: Record<string, Facts['columns'][string]> = {};
  for (const id of new Set([...Object.keys(facts.columns), ...Object.keys(columns)])) {
    changed[id] = widened(facts.columns[id], columns[id], facts.day.length, at, count);
  }
  const day = new Int32Array(insert(facts.day, at, asOf, count));
  const wider: Facts = { offsets: Uint32Array.of(0, day.length), day, columns: changed };
  return { ...situation, frame: { ...frame, [of === 'order' ? 'orders' : 'interactions']: wider } };
}

function widened(
  old: Facts['columns'][string] | undefined,
  value: number | string | undefined,
  size: number,
  at: number,
  count: number,
): Facts['columns'][string] {
  if (old ? old.form === 'numeric' : typeof value === 'number') {
    const values = old?.form === 'numeric' ? old.values : new Float64Array(size).fill(Number.NaN);
    const added = typeof value === 'number' ? value : Number.NaN;
    return { form: 'numeric', values: Float64Array.from(insert(values, at, added, count)) };
  }
  const codes = old?.form === 'coded' ? old.codes : new Uint32Array(size);
  const text = typeof value === 'string' ? value : '';
  const { dictionary, codes: added } = coded([text], old?.form === 'coded' ? old.dictionary : null);
  return { form: 'coded', codes: Uint32Array.from(insert(codes, at, added[0]!, count)), dictionary };
}

function insert(values: ArrayLike<number>, at: number, value: number, count: number): number[] {
  const all = Array.from(values);
  all.splice(at, 0, ...new Array<number>(count).fill(value));
  return all;
}

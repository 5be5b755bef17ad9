import { Dictionary } from './frame.ts';
import type { Interaction, Order } from './model.ts';

/** What every order and every interaction has; further columns are the workspace's own. */
const shapes = {
  order: {
    texts: ['currency', 'product', 'category', 'channel', 'status'],
    numbers: ['day', 'minute', 'amount', 'quantity'],
  },
  interaction: { texts: ['kind', 'channel', 'topic'], numbers: ['day', 'minute', 'csat', 'nps'] },
} as const;

type FactKind = keyof typeof shapes;
type FactOf<Kind extends FactKind> = Kind extends 'order' ? Order : Interaction;

/** A column of texts: codes[row] of `dictionary`, 0 = ''. */
export interface TextColumn {
  codes: Uint32Array;
  readonly dictionary: Dictionary;
}

/** A column of numbers, NaN = not said. */
export interface NumberColumn {
  values: Float64Array;
}

const blankAtOnce = 1_024;

/**
 * Orders or interactions in columns, a row each in the order in which they came: a million of them are few objects.
 * A row is added as a whole, or opened, filled column by column, and kept or dropped.
 */
export class FactRows<Kind extends FactKind> {
  readonly kind: Kind;
  length = 0;
  /** Numbers by field id, NaN = not said. Longer than the rows. */
  readonly numbers = new Map<string, NumberColumn>();
  /** Texts by field id. Longer than the rows. */
  readonly texts = new Map<string, TextColumn>();
  /** The number of each order, '' = none. */
  readonly orderNumbers: string[] = [];
  #room = blankAtOnce;
  /** Rows from here on are not even blank yet: memory that nobody has touched costs nothing. */
  #blank = 0;

  constructor(kind: Kind) {
    this.kind = kind;
    for (const id of shapes[kind].texts) this.text(id);
    for (const id of shapes[kind].numbers) this.number(id);
  }

  /** Adds a fact; its row. */
  add(fact: FactOf<Kind>): number {
    const row = this.open();
    const values = fact as unknown as Readonly<Record<string, string | number>>;
    const { texts, numbers } = shapes[this.kind];
    for (const id of texts) this.#putText(id, row, values[id] as string);
    for (const id of numbers) this.number(id).values[row] = values[id] as number;
    for (const id in fact.columns) {
      const value = fact.columns[id]!;
      if (typeof value === 'string') this.#putText(id, row, value);
      else this.number(id).values[row] = value;
    }
    this.keep('number' in fact ? fact.number : '');
    return row;
  }

  /** Opens a further row, in which nothing is said yet. */
  open(): number {
    if (this.length === this.#blank) this.#makeBlank();
    return this.length;
  }

  /** The open row counts. `orderNumber`: that of an order, '' = none. */
  keep(orderNumber: string): void {
    if (this.kind === 'order') this.orderNumbers.push(orderNumber);
    this.length++;
  }

  /** The open row is let go, with what it says. */
  drop(): void {
    for (const { codes } of this.texts.values()) codes[this.length] = 0;
    for (const { values } of this.numbers.values()) values[this.length] = Number.NaN;
  }

  /** The fact of a row. */
  at(row: number): FactOf<Kind> {
    const known: Record<string, string | number> = {};
    const columns: Record<string, string | number> = {};
    const shape: readonly string[] = [...shapes[this.kind].texts, ...shapes[this.kind].numbers];
    if (this.kind === 'order') known.number = this.orderNumbers[row]!;
    for (const [id, { codes, dictionary }] of this.texts) {
      const text = dictionary.values[codes[row]!]!;
      if (shape.includes(id)) known[id] = text;
      else if (text !== '') columns[id] = text;
    }
    for (const [id, { values }] of this.numbers) {
      const value = values[row]!;
      if (shape.includes(id)) known[id] = value;
      else if (!Number.isNaN(value)) columns[id] = value;
    }
    const whole = Object.keys(columns).length === 0 ? known : { ...known, columns };
    return whole as unknown as FactOf<Kind>;
  }

  #putText(id: string, row: number, value: string): void {
    const column = this.text(id);
    column.codes[row] = column.dictionary.add(value);
  }

  /** A column of texts, made where it is new. */
  text(id: string): TextColumn {
    let column = this.texts.get(id);
    if (!column) {
      column = { codes: new Uint32Array(this.#room), dictionary: new Dictionary() };
      this.texts.set(id, column);
    }
    return column;
  }

  /** A column of numbers, made where it is new. */
  number(id: string): NumberColumn {
    let column = this.numbers.get(id);
    if (!column) {
      column = { values: new Float64Array(this.#room).fill(Number.NaN, 0, this.#blank) };
      this.numbers.set(id, column);
    }
    return column;
  }

  #makeBlank(): void {
    if (this.#blank === this.#room) this.#grow();
    this.#blank += blankAtOnce;
    for (const { values } of this.numbers.values()) values.fill(Number.NaN, this.length, this.#blank);
  }

  #grow(): void {
    this.#room *= 2;
    for (const column of this.texts.values()) {
      const codes = new Uint32Array(this.#room);
      codes.set(column.codes);
      column.codes = codes;
    }
    for (const column of this.numbers.values()) {
      const values = new Float64Array(this.#room);
      values.set(column.values);
      column.values = values;
    }
  }
}

/** The facts of many customers, read as a map of each one's by customer id; they become objects when they are read. */
export class FactTable<Kind extends FactKind> implements ReadonlyMap<string, readonly FactOf<Kind>[]> {
  readonly rows: FactRows<Kind>;
  readonly #rowsOf: ReadonlyMap<string, Uint32Array>;

  /** `rowsOf`: the rows of each customer. */
  constructor(rows: FactRows<Kind>, rowsOf: ReadonlyMap<string, Uint32Array>) {
    this.rows = rows;
    this.#rowsOf = rowsOf;
  }

  /** The facts as a table, which they may be already. */
  static of<Kind extends FactKind>(
    kind: Kind,
    facts: ReadonlyMap<string, readonly FactOf<Kind>[]>,
  ): FactTable<Kind> {
    if (facts instanceof FactTable) return facts;
    const rows = new FactRows(kind);
    const rowsOf = new Map<string, Uint32Array>();
    for (const [id, each] of facts)
      rowsOf.set(
        id,
        Uint32Array.from(each, fact => rows.add(fact)),
      );
    return new FactTable(rows, rowsOf);
  }

  /** How many customers have any. */
  get size(): number {
    return this.#rowsOf.size;
  }

  /** The rows of a customer in their order. */
  rowsOf(id: string): Uint32Array | undefined {
    return this.#rowsOf.get(id);
  }

  has(id: string): boolean {
    return this.#rowsOf.has(id);
  }

  get(id: string): readonly FactOf<Kind>[] | undefined {
    const rows = this.#rowsOf.get(id);
    return rows && Array.from(rows, row => this.rows.at(row));
  }

  keys(): MapIterator<string> {
    return this.#rowsOf.keys();
  }

  *values(): MapIterator<readonly FactOf<Kind>[]> {
    for (const id of this.#rowsOf.keys()) yield this.get(id)!;
  }

  *entries(): MapIterator<[string, readonly FactOf<Kind>[]]> {
    for (const id of this.#rowsOf.keys()) yield [id, this.get(id)!];
  }

  [Symbol.iterator](): MapIterator<[string, readonly FactOf<Kind>[]]> {
    return this.entries();
  }

  forEach(
    visit: (
      facts: readonly FactOf<Kind>[],
      id: string,
      map: ReadonlyMap<string, readonly FactOf<Kind>[]>,
    ) => void,
  ): void {
    for (const [id, facts] of this) visit(facts, id, this);
  }
}

/** How many facts a map of them holds. */
export function countFacts(facts: ReadonlyMap<string, readonly unknown[]>): number {
  let total = 0;
  if (facts instanceof FactTable) for (const id of facts.keys()) total += facts.rowsOf(id)!.length;
  else for (const each of facts.values()) total += each.length;
  return total;
}

import type { FactRows } from '../../domain/index.ts';
import { fieldOf } from '../../domain/index.ts';
import type { Cleaned, Fault } from '../clean/cleaned.ts';
import { refuse } from '../clean/cleaned.ts';
import type { Moment } from '../clean/date.ts';
import { detached } from '../clean/text.ts';
import { cellReader, remembered, type ValueContext } from './cells.ts';
import type { Collected } from './collected.ts';
import type { Party } from './record.ts';

/** Cleans a cell and lays it into a row; the fault where it cannot be read. */
export type LayCell = (cell: string, row: number) => Fault | null;

/** What follows from the cells of a row; the fault where they make no fact. */
type Complete = (row: number) => Fault | null;

/** Reads orders or interactions straight into columns, a row at a time. */
export class FactReader {
  readonly #facts: Collected<'order'> | Collected<'interaction'>;
  readonly #complete: Complete;
  /** The order number of the open row. */
  #number = '';

  /** `hasStatus`: whether the file says which orders are paid. */
  constructor(facts: Collected<'order'> | Collected<'interaction'>, currency: string, hasStatus: boolean) {
    this.#facts = facts;
    const { rows } = facts;
    this.#complete = isOrders(rows) ? completeOrder(rows, currency, hasStatus) : completeInteraction(rows);
  }

  /** How the cells of a column are read that goes to a field of the facts. */
  column(id: string, context: ValueContext): LayCell {
    const { rows } = this.#facts;
    const { form, read } = cellReader(rows.kind, fieldOf(rows.kind, id, context.own), context);
    if (form === 'list') throw new Error(`a fact has no lists: ${id}`);
    if (form === 'number') return layNumber(rows, id, read);
    if (form === 'date') return layDate(rows, id, read);
    return id === 'number' ? this.#layOrderNumber(read) : layText(rows, id, read);
  }

  /** Begins a row; it says nothing yet. */
  open(): number {
    this.#number = '';
    return this.#facts.rows.open();
  }

  /** Completes the open row by what follows from its cells; the fault where they make no fact. */
  complete(row: number): Fault | null {
    return this.#complete(row);
  }

  /** The open row counts, as the party's. */
  keep(party: Party): void {
    this.#facts.keep(party.index, this.#number);
  }

  /** The open row is let go. */
  drop(): void {
    this.#facts.rows.drop();
  }

  #layOrderNumber(read: (cell: string) => Cleaned<string>): LayCell {
    return cell => {
      const { value, fault } = read(detached(cell));
      this.#number = value;
      return fault;
    };
  }
}

type Rows = FactRows<'order'> | FactRows<'interaction'>;

function isOrders(rows: Rows): rows is FactRows<'order'> {
  return rows.kind === 'order';
}

/** Texts that come again and again are cleaned once, and those that come again at once not even looked for. */
function layText(rows: Rows, id: string, read: (cell: string) => Cleaned<string>): LayCell {
  const column = rows.text(id);
  const codes = new Map<string, number>();
  let last: string | null = null;
  let code: number | undefined;
  return (cell, row) => {
    if (cell !== last) {
      last = null;
      code = codes.get(cell);
      if (code === undefined) {
        const kept = detached(cell);
        const { value, fault } = read(kept);
        if (fault) return fault;
        code = column.dictionary.add(value);
        if (codes.size < remembered) codes.set(kept, code);
      }
      last = cell;
    }
    column.codes[row] = code!;
    return null;
  };
}

function layNumber(rows: Rows, id: string, read: (cell: string) => Cleaned<number | null>): LayCell {
  const column = rows.number(id);
  return (cell, row) => {
    const { value, fault } = read(cell);
    if (value !== null) column.values[row] = value;
    return fault;
  };
}

/** A day, with its minute where it is the day of the fact itself. */
function layDate(rows: Rows, id: string, read: (cell: string) => Cleaned<Moment | null>): LayCell {
  const [days, minutes] = [rows.number(id), id === 'day' ? rows.number('minute') : null];
  return (cell, row) => {
    const { value, fault } = read(cell);
    if (value === null) return fault;
    days.values[row] = value.day;
    if (minutes) minutes.values[row] = value.minute;
    return null;
  };
}

/** A negative amount is a refund; a file without a status column brings paid orders. */
function completeOrder(rows: FactRows<'order'>, base: string, hasStatus: boolean): Complete {
  const [days, amounts, quantities] = [rows.number('day'), rows.number('amount'), rows.number('quantity')];
  const [statuses, currencies] = [rows.text('status'), rows.text('currency')];
  const [paid, refunded] = [statuses.dictionary.add('paid'), statuses.dictionary.add('refunded')];
  const currency = currencies.dictionary.add(base);
  return row => {
    if (Number.isNaN(days.values[row])) return refuse('dateMissing').fault;
    const amount = amounts.values[row]!;
    if (Number.isNaN(amount)) return refuse('amountMissing').fault;
    if (statuses.codes[row] === 0) {
      if (hasStatus) return refuse('statusMissing').fault;
      statuses.codes[row] = paid;
    }
    if (amount < 0 && statuses.codes[row] === paid) statuses.codes[row] = refunded;
    amounts.values[row] = Math.abs(amount);
    quantities.values[row] = Math.abs(quantities.values[row]!);
    currencies.codes[row] = currency;
    return null;
  };
}

/** A row with a rating and no kind is a survey. */
function completeInteraction(rows: FactRows<'interaction'>): Complete {
  const [days, ratings, scores] = [rows.number('day'), rows.number('csat'), rows.number('nps')];
  const kinds = rows.text('kind');
  const survey = kinds.dictionary.add('survey');
  return row => {
    if (Number.isNaN(days.values[row])) return refuse('dateMissing').fault;
    const isRated = !Number.isNaN(ratings.values[row]) || !Number.isNaN(scores.values[row]);
    if (isRated && kinds.codes[row] === 0) kinds.codes[row] = survey;
    return null;
  };
}

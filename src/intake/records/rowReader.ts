import type { Refusal, Subject } from '../../domain/index.ts';
import { restoreCell } from '../../domain/index.ts';
import type { Fault } from '../clean/cleaned.ts';
import { refuse } from '../clean/cleaned.ts';
import type { DateOrder } from '../clean/date.ts';
import { detached } from '../clean/text.ts';
import type { TableMapping } from '../mapping/mapping.ts';
import type { Row } from '../table/form.ts';
import { customerPart, interactionOf, orderOf } from './assemble.ts';
import type { CustomerPart, ImportedRecord } from './record.ts';
import type { PutCell, ValueContext, Values } from './values.ts';
import { noValues, readerOf } from './values.ts';

/** How many of a refused row's cells are kept for mending. */
const cellsKept = 500;
/** What a spreadsheet shows where a formula fails. #N/A, a search that finds nothing, is read as blank. */
const cellErrors = new Set(['#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!']);
const hash = 0x23;

/** How many different customers are remembered with their cleaned cells. */
const partsRemembered = 65_536;

interface ColumnReader {
  readonly column: number;
  readonly of: Subject;
  readonly put: PutCell;
  /** Whether the cell itself is kept. */
  readonly isKept: boolean;
}

/** A customer as it was read, with the cells that say whose row it is. */
interface Recalled {
  readonly cells: readonly string[];
  readonly part: CustomerPart;
}

/** The fields that tell customers apart, best first. */
const tellingFields = ['customerId', 'email', 'phone', 'name'];

/** Turns rows into records: one that cannot be read in full is refused in full, with the first cell to blame. */
export class RowReader {
  readonly #headings: readonly string[];
  readonly #mapping: TableMapping;
  readonly #columns: readonly ColumnReader[];
  readonly #factColumns: readonly ColumnReader[];
  /** The columns about the customer, those that tell customers apart first. */
  readonly #customerColumns: readonly number[];
  /** Customers by the first of their cells, in files of facts, where each stands in many rows; they are cleaned once. */
  readonly #known: Map<string, Recalled> | null;
  readonly #restore: (cell: string) => string;
  readonly #hasStatus: boolean;
  readonly #own: { readonly customer: readonly string[]; readonly fact: readonly string[] };

  /** `dateOrders`: for date columns, by column number; the others are read ISO-like. `isJson`: no cell was neutralised. */
  constructor(
    headings: readonly string[],
    mapping: TableMapping,
    context: Omit<ValueContext, 'order' | 'currency'>,
    dateOrders: ReadonlyMap<number, DateOrder>,
    isJson = false,
  ) {
    this.#restore = isJson ? cell => cell : restoreCell;
    this.#headings = headings;
    this.#mapping = mapping;
    this.#columns = mapping.columns.flatMap((target, column) => {
      if (!target) return [];
      const order = dateOrders.get(column) ?? 'ymd';
      const put = readerOf(target.of, target.field, { ...context, order, currency: mapping.currency });
      const isKept = target.of === 'customer' || target.field === 'number';
      return [{ column, of: target.of, put, isKept }];
    });
    this.#factColumns = this.#columns.filter(({ of }) => of !== 'customer');
    this.#customerColumns = customerColumns(mapping);
    this.#known = mapping.subject === 'customer' ? null : new Map();
    const own = mapping.columns.filter(target => context.own?.some(field => field.id === target?.field));
    this.#own = {
      customer: own.flatMap(target => (target?.of === 'customer' ? [target.field] : [])),
      fact: own.flatMap(target => (target && target.of !== 'customer' ? [target.field] : [])),
    };
    this.#hasStatus = mapping.columns.some(target => target?.of === 'order' && target.field === 'status');
  }

  /** The record of a row, or why it is refused. */
  read(row: Row): ImportedRecord | Refusal {
    const { cells, line } = row;
    const shape = row.fault ?? this.#shapeFault(cells);
    if (shape) return this.#refusal(row, shape, '');
    const fact = noValues();
    const known = this.#recall(cells);
    const customer = known ? null : noValues();
    for (const { column, of, put, isKept } of known ? this.#factColumns : this.#columns) {
      const cell = this.#restore(isKept ? detached(cells[column]!) : cells[column]!);
      const fault =
        cell.charCodeAt(0) === hash && cellErrors.has(cell)
          ? refuse('cellError', { value: cell }).fault
          : put(cell, of === 'customer' && customer ? customer : fact);
      if (fault) return this.#refusal(row, fault, this.#headings[column]!);
    }
    const part = known ?? customerPart(customer!, this.#own.customer, this.#mapping.currency);
    if (!hasKey(part)) return this.#refusal(row, refuse('keyMissing').fault!, '');
    if (!known) this.#remember(cells, part);
    return this.#withFact(row, line, part, fact);
  }

  #recall(cells: readonly string[]): CustomerPart | undefined {
    const found = this.#known?.get(this.#keyOf(cells));
    const columns = this.#customerColumns;
    return found && columns.every((column, i) => found.cells[i] === cells[column]) ? found.part : undefined;
  }

  #remember(cells: readonly string[], part: CustomerPart): void {
    if (!this.#known) return;
    if (this.#known.size >= partsRemembered) this.#known.clear();
    const kept = this.#customerColumns.map(column => detached(cells[column]!));
    this.#known.set(detached(this.#keyOf(cells)), { cells: kept, part });
  }

  /** The first cell that says whose row it is. */
  #keyOf(cells: readonly string[]): string {
    for (const column of this.#customerColumns) if (cells[column] !== '') return cells[column]!;
    return '';
  }

  #withFact(row: Row, line: number, customer: CustomerPart, fact: Values): ImportedRecord | Refusal {
    const { subject, currency } = this.#mapping;
    if (subject === 'order') {
      const { value: order, fault } = orderOf(fact, currency, this.#hasStatus, this.#own.fact);
      return fault
        ? this.#refusal(row, fault, this.#blame(fault))
        : { line, customer, order, interaction: null };
    }
    if (subject === 'interaction') {
      const { value: interaction, fault } = interactionOf(fact, this.#own.fact);
      return fault
        ? this.#refusal(row, fault, this.#blame(fault))
        : { line, customer, order: null, interaction };
    }
    return { line, customer, order: null, interaction: null };
  }

  #shapeFault(cells: readonly string[]): Fault | null {
    const wanted = this.#headings.length;
    if (cells.length === wanted) return null;
    const isPadded = cells.length > wanted && cells.slice(wanted).every(cell => cell.trim() === '');
    return isPadded ? null : refuse('cellCount', { found: cells.length, wanted }).fault;
  }

  /** The heading of the column whose blank cell is at fault. */
  #blame(fault: Fault): string {
    const field = { dateMissing: 'day', amountMissing: 'amount', statusMissing: 'status' }[fault.code];
    const { subject, columns } = this.#mapping;
    const column = columns.findIndex(target => target?.of === subject && target.field === field);
    return this.#headings[column] ?? '';
  }

  #refusal({ line, cells }: Row, { code, args }: Fault, column: string): Refusal {
    return { code, args, line, column, cells: cells.slice(0, cellsKept) };
  }
}

function customerColumns({ columns }: TableMapping): number[] {
  const rankOf = (column: number) => {
    const rank = tellingFields.indexOf(columns[column]!.field);
    return rank < 0 ? tellingFields.length : rank;
  };
  return columns
    .flatMap((target, column) => (target?.of === 'customer' ? [column] : []))
    .sort((one, other) => rankOf(one) - rankOf(other));
}

export function isRefusal(outcome: ImportedRecord | Refusal): outcome is Refusal {
  return 'code' in outcome;
}

function hasKey({ customerId, name, company, emails, phones }: CustomerPart): boolean {
  return customerId !== '' || name !== '' || company !== '' || emails.length > 0 || phones.length > 0;
}

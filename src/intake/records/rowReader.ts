import type { Refusal } from '../../domain/index.ts';
import { restoreCell } from '../../domain/index.ts';
import type { Fault } from '../clean/cleaned.ts';
import { refuse } from '../clean/cleaned.ts';
import type { DateOrder } from '../clean/date.ts';
import { detached } from '../clean/text.ts';
import type { TableMapping } from '../mapping/mapping.ts';
import { type Cells, Columns, cellsOf } from '../table/cells.ts';
import type { Row } from '../table/form.ts';
import type { ValueContext } from './cells.ts';
import { customerPart } from './customerPart.ts';
import { FactReader, type LayCell } from './facts.ts';
import type { CustomerPart, Party, Recipient } from './record.ts';
import type { PutCell } from './values.ts';
import { noValues, readerOf } from './values.ts';

/** How many of a refused row's cells are kept for mending. */
const cellsKept = 500;
/** What a spreadsheet shows where a formula fails. #N/A, a search that finds nothing, is read as blank. */
const cellErrors = new Set(['#DIV/0!', '#NAME?', '#NULL!', '#NUM!', '#REF!', '#VALUE!', '#SPILL!', '#CALC!']);
const hash = 0x23;

/** How many different customers are remembered with their cleaned cells. */
const partsRemembered = 65_536;

/** A column, and where its cells go. */
type ColumnReader =
  | { readonly column: number; readonly put: PutCell; readonly lay: null }
  | { readonly column: number; readonly put: null; readonly lay: LayCell };

/** A customer as it was read, with the cells that say whose row it is. */
interface Recalled {
  readonly cells: string;
  readonly part: CustomerPart;
  readonly party: Party;
}

/** Hands rows on as they are read: one that cannot be read in full is refused in full, with the first cell to blame. */
export class RowReader {
  readonly #headings: readonly string[];
  readonly #mapping: TableMapping;
  readonly #into: Recipient;
  /** Null in a file that is about customers. */
  readonly #facts: FactReader | null;
  readonly #columns: readonly ColumnReader[];
  readonly #factColumns: readonly ColumnReader[];
  /** The columns about the customer. */
  readonly #customerColumns: Columns;
  /**
   * Customers by the hash of their cells, in files of facts, where each stands in many rows; they are cleaned once.
   * By the cells themselves the map would have to look at every text that it comes by.
   */
  readonly #known = new Map<number, Recalled>();
  readonly #restore: (cell: string) => string;
  /** The workspace's own fields of customers. */
  readonly #own: readonly string[];

  /** `dateOrders`: for date columns, by column number; the others are read ISO-like. `isJson`: no cell was neutralised. */
  constructor(
    headings: readonly string[],
    mapping: TableMapping,
    context: Omit<ValueContext, 'order' | 'currency'>,
    dateOrders: ReadonlyMap<number, DateOrder>,
    into: Recipient,
    isJson = false,
  ) {
    const { subject, columns, currency } = mapping;
    this.#restore = isJson ? cell => cell : restoreCell;
    this.#headings = headings;
    this.#mapping = mapping;
    this.#into = into;
    const hasStatus = columns.some(target => target?.of === 'order' && target.field === 'status');
    const facts =
      subject === 'customer'
        ? null
        : new FactReader(subject === 'order' ? into.orders : into.interactions, currency, hasStatus);
    this.#facts = facts;
    this.#columns = columns.flatMap((target, column): ColumnReader[] => {
      if (!target) return [];
      const cells = { ...context, order: dateOrders.get(column) ?? 'ymd', currency };
      if (target.of === 'customer')
        return [{ column, put: readerOf('customer', target.field, cells), lay: null }];
      return facts && target.of === subject
        ? [{ column, put: null, lay: facts.column(target.field, cells) }]
        : [];
    });
    this.#factColumns = this.#columns.filter(({ lay }) => lay);
    this.#customerColumns = new Columns(
      columns.flatMap((target, column) => (target?.of === 'customer' ? [column] : [])),
    );
    this.#own = columns.flatMap(target =>
      target?.of === 'customer' && context.own?.some(({ id }) => id === target.field) ? [target.field] : [],
    );
  }

  /** Reads a row to where it belongs; why it is refused, or null. */
  read(row: Row): Refusal | null {
    const cells = cellsOf(row);
    const shape = row.fault ?? this.#shapeFault(row, cells);
    if (shape) return this.#refusal(row, shape, '');
    const refusal = this.#readCells(row, cells);
    if (refusal) this.#facts?.drop();
    return refusal;
  }

  #readCells(row: Row, cells: Cells): Refusal | null {
    const place = this.#facts ? this.#facts.open() : 0;
    const hash = this.#facts ? cells.hash(this.#customerColumns) : 0;
    const known = this.#facts ? this.#recall(hash, cells) : undefined;
    const said = known ? null : noValues();
    for (const { column, put, lay } of known ? this.#factColumns : this.#columns) {
      const cell = this.#restore(cells.cell(column));
      const fault = isError(cell)
        ? refuse('cellError', { value: cell }).fault
        : put
          ? put(detached(cell), said!)
          : lay(cell, place);
      if (fault) return this.#refusal(row, fault, this.#headings[column]!);
    }
    const part = known?.part ?? customerPart(said!, this.#own, this.#mapping.currency);
    if (!hasKey(part)) return this.#refusal(row, refuse('keyMissing').fault!, '');
    const lacking = this.#facts?.complete(place);
    if (lacking) return this.#refusal(row, lacking, this.#blame(lacking));
    const party = this.#into.tell(part, known?.party);
    if (!this.#facts) party.isNamed = true;
    else {
      this.#facts.keep(party);
      if (!known) this.#remember(hash, cells, part, party);
    }
    return null;
  }

  #recall(hash: number, cells: Cells): Recalled | undefined {
    const found = this.#known.get(hash);
    return found?.cells === cells.joined(this.#customerColumns) ? found : undefined;
  }

  #remember(hash: number, cells: Cells, part: CustomerPart, party: Party): void {
    if (this.#known.size >= partsRemembered) this.#known.clear();
    this.#known.set(hash, { cells: detached(cells.joined(this.#customerColumns)), part, party });
  }

  #shapeFault(row: Row, { width }: Cells): Fault | null {
    const wanted = this.#headings.length;
    if (width === wanted) return null;
    const isPadded = width > wanted && row.cells.slice(wanted).every(cell => cell.trim() === '');
    return isPadded ? null : refuse('cellCount', { found: width, wanted }).fault;
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

function isError(cell: string): boolean {
  return cell.charCodeAt(0) === hash && cellErrors.has(cell);
}

function hasKey({ customerId, name, company, emails, phones }: CustomerPart): boolean {
  return customerId !== '' || name !== '' || company !== '' || emails.length > 0 || phones.length > 0;
}

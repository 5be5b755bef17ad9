import type { Collected } from './collected.ts';

/**
 * What a row or a form says about a customer, clean: '' and empty lists where it says nothing. `columns` by field
 * id: texts by stored id, dates as Day, money in minor units; only what is known.
 */
export interface CustomerPart {
  readonly customerId: string;
  readonly name: string;
  readonly company: string;
  readonly title: string;
  readonly address: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly labels: readonly string[];
  readonly columns: Readonly<Record<string, string | number>>;
  /**
   * Cells as they stood, by field id: only where a cell is not the clean value's plain text (`plainText`), or says
   * something that is no value (138****8000).
   */
  readonly raws: Readonly<Record<string, string>>;
}

/** The raws of rows whose cells were clean already, which most are. */
export const noRaws: CustomerPart['raws'] = {};

/** A customer as the rows of files tell of it, however often it comes. */
export interface Party {
  /** Its number, by which its orders and interactions are filed. */
  readonly index: number;
  part: CustomerPart;
  /** What was said last. */
  last: CustomerPart;
  /** Whether a row was about the customer alone. */
  isNamed: boolean;
}

/** Where rows go once they are read. */
export interface Recipient {
  readonly orders: Collected<'order'>;
  readonly interactions: Collected<'interaction'>;
  /** Takes in what a row says of its customer; who it is. `known`: who it was when the same part came before. */
  tell(part: CustomerPart, known?: Party): Party;
}

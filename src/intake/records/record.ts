import type { Interaction, Order } from '../../domain/index.ts';

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

/** One row of a file after cleaning. */
export interface ImportedRecord {
  /** Line on which the row begins, 1 = first line of the file. */
  readonly line: number;
  readonly customer: CustomerPart;
  readonly order: Order | null;
  readonly interaction: Interaction | null;
}

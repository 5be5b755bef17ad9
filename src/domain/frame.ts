/** The values of a coded column. Code 0 means 'not known'; codes are stable, so values are only ever added. */
export class Dictionary {
  readonly values: string[];
  readonly #codes = new Map<string, number>();

  /** `values[0]` stands for 'not known' and is the empty string. */
  constructor(values: readonly string[] = ['']) {
    this.values = values.length > 0 ? [...values] : [''];
    for (let code = 1; code < this.values.length; code++) this.#codes.set(this.values[code]!, code);
  }

  /** The value's code, 0 where it is not in the dictionary. */
  codeOf(value: string): number {
    return this.#codes.get(value) ?? 0;
  }

  /** The value's code; it is added where it is new. The empty string is 'not known'. */
  add(value: string): number {
    if (value === '') return 0;
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.values.push(value) - 1;
      this.#codes.set(value, code);
    }
    return code;
  }
}

/** Numbers, money (minor units), shares (1 = 100 %), days: NaN is 'not known'. Dates are `Day`. */
export interface NumericColumn {
  readonly form: 'numeric';
  readonly values: Float64Array<ArrayBuffer>;
}

/** Texts from a dictionary: code 0 is 'not known'. */
export interface CodedColumn {
  readonly form: 'coded';
  readonly codes: Uint32Array<ArrayBuffer>;
  readonly dictionary: Dictionary;
}

/** Several texts a row: row i has codes[offsets[i] .. offsets[i + 1]). */
export interface SetColumn {
  readonly form: 'set';
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly codes: Uint32Array<ArrayBuffer>;
  readonly dictionary: Dictionary;
}

export type Column = NumericColumn | CodedColumn | SetColumn;

/**
 * What happened to customers: customer i owns rows offsets[i] .. offsets[i + 1), in ascending order of day.
 * `day` is always known; the other columns are named by field id.
 */
export interface Facts {
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly day: Int32Array<ArrayBuffer>;
  readonly columns: Readonly<Record<string, NumericColumn | CodedColumn>>;
}

/** A base of customers as columns: what rules and models read. Customer columns are named by field id. */
export interface Frame {
  readonly size: number;
  readonly customers: Readonly<Record<string, Column>>;
  readonly orders: Facts;
  readonly interactions: Facts;
}

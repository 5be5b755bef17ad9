import type { FactTable } from '../domain/index.ts';
import type { Vocabulary } from './dictionaries.ts';
import { type FactColumn, type FactSubject, factColumns } from './facts.ts';

/** Facts of a change that come to one customer; `part`: the merge through which they come, 0 = none. */
export interface Addition {
  readonly rows: Uint32Array;
  readonly part: number;
}

/** Lays values of a table into a stored column, from place `at` on. */
type Fill = (rows: Uint32Array, into: Float64Array, at: number) => void;

/** The orders or interactions of a change, as the columns of chunks take them in. */
export class IncomingFacts {
  readonly of: FactSubject;
  readonly orderNumbers: readonly string[];
  readonly #fills: ReadonlyMap<string, Fill>;

  /** `step`: the import that brings them, 0 = none. */
  constructor(table: FactTable<FactSubject>, step: number, vocabulary: Vocabulary) {
    const { kind, orderNumbers } = table.rows;
    this.of = kind;
    this.orderNumbers = orderNumbers;
    const columns = factColumns(vocabulary.columns(kind));
    this.#fills = new Map(columns.map(column => [column.id, fillOf(column, table, step, vocabulary)]));
  }

  /** Lays one column of some rows into `into`, from place `at` on. */
  fill(column: string, rows: Uint32Array, into: Float64Array, at: number): void {
    this.#fills.get(column)!(rows, into, at);
  }
}

function fillOf(
  { id, coded, unknown }: FactColumn,
  { rows: source }: FactTable<FactSubject>,
  step: number,
  vocabulary: Vocabulary,
): Fill {
  const [texts, numbers] = [source.texts.get(id), source.numbers.get(id)];
  if (id === 'step') return (rows, into, at) => into.fill(step, at, at + rows.length);
  if (!texts && !numbers) return (rows, into, at) => into.fill(unknown, at, at + rows.length);
  if (!coded && numbers) {
    return (rows, into, at) => {
      for (let i = 0; i < rows.length; i++) into[at + i] = numbers.values[rows[i]!]!;
    };
  }
  const dictionary = vocabulary.dictionary(source.kind, id);
  if (coded && texts) {
    const codes = new Int32Array(texts.dictionary.values.length).fill(-1); // only what is stored gets a code
    return (rows, into, at) => {
      for (let i = 0; i < rows.length; i++) {
        const code = texts.codes[rows[i]!]!;
        if (codes[code] === -1) codes[code] = dictionary.add(texts.dictionary.values[code]!);
        into[at + i] = codes[code]!;
      }
    };
  }
  return (rows, into, at) => {
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!;
      if (texts) {
        const text = texts.dictionary.values[texts.codes[row]!]!;
        into[at + i] = text === '' ? unknown : Number(text);
      } else {
        const value = numbers!.values[row]!;
        into[at + i] = Number.isNaN(value) ? unknown : dictionary.add(String(value));
      }
    }
  };
}

import type { SourceAddress } from './address.ts';
import type { Encoding } from './encoding.ts';
import type { Subject } from './fields.ts';
import type { Refusal } from './note.ts';

/** A field that a column of a file goes to. */
export interface FieldTarget {
  readonly of: Subject;
  readonly field: string;
}

/** A source of files that come again: by which headings they are known, and how they are read. */
export interface NamedSource {
  readonly id: number;
  readonly name: string;
  readonly subject: Subject;
  /** The columns of the last file, in its order; null = not imported. */
  readonly columns: readonly { readonly heading: string; readonly target: FieldTarget | null }[];
  readonly currency: string;
  /** Sheet, encoding or separator where they had to be chosen. */
  readonly reading: {
    readonly sheet?: string;
    readonly encoding?: Encoding;
    readonly delimiter?: string;
  };
  /** The last file, and when it was imported (milliseconds since 1970). */
  readonly fileName: string;
  readonly usedAt: number;
  /** Where it is fetched from, absent where its files are chosen by hand. */
  readonly address?: SourceAddress;
}

/** The rows of one file that an import refused, with all that is needed to read them again without the file. */
export interface RefusedFile {
  readonly fileName: string;
  /** How the file held its table: 'text', 'workbook', 'json', 'jsonLines'. */
  readonly format: string;
  readonly headings: readonly string[];
  readonly subject: Subject;
  readonly columns: readonly (FieldTarget | null)[];
  readonly currency: string;
  /** The year from which a workbook counts its days, absent = 1900. */
  readonly serialsFrom?: 1904 | undefined;
  /** In which order the figures of a date stand, by number of the column: 'ymd', 'dmy', 'mdy'. */
  readonly dateOrders: Readonly<Record<number, string>>;
  /** How many were refused; the rows kept may be fewer. */
  readonly total: number;
  readonly refusals: readonly Refusal[];
}

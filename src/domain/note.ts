/**
 * Something a stage has to say about what it was given. Only the interface turns `code` and `args` into words
 * (src/i18n/ruleNotes.ts and problems.ts have a text for every code).
 */
export interface Note {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly args: Readonly<Record<string, string | number>>;
  /** Where in the text it applies: [start, end) in UTF-16 units. */
  readonly span: Span;
}

export type Span = readonly [start: number, end: number];

/** An input that was not accepted: the original values stay with it, so that it can be mended and tried again. */
export interface Refusal {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;
  /** Line in the file, 1 = the header line. */
  readonly line: number;
  /** Heading of the column that is to blame, '' for the whole line. */
  readonly column: string;
  readonly cells: readonly string[];
}

/** A mistake of the outside world that the user is told about in words: `code` has a text in src/i18n/problems.ts. */
export class Problem extends Error {
  readonly code: string;
  readonly args: Readonly<Record<string, string | number>>;

  constructor(code: string, args: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(args)}`);
    this.name = 'Problem';
    this.code = code;
    this.args = args;
  }
}

/** A stretch of the text, [start, end) in UTF-16 units. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A stretch and what comes in its place. */
export interface Replacement extends Stretch {
  readonly text: string;
}

export type SuggestionKind = 'keyword' | 'function' | 'field' | 'name' | 'value' | 'snippet';

/** One thing that could stand at the cursor, in place of the text from `start` to the cursor. */
export interface Suggestion {
  readonly label: string;
  /** A snippet of the editor: `$0` is where the cursor goes. */
  readonly insert: string;
  readonly start: number;
  readonly kind: SuggestionKind;
  readonly detail: string;
  readonly help: string;
  /** All spellings by which it is found. */
  readonly filter: string;
}

/** What is said about a stretch of the text. */
export interface Explanation extends Stretch {
  readonly title: string;
  readonly lines: readonly string[];
  /** A picture as an address, and what it shows in words; null for none. */
  readonly picture: { readonly address: string; readonly words: string } | null;
}

/** The call around the cursor: its label, and where in it each value stands. */
export interface Call {
  readonly label: string;
  readonly parameters: readonly (readonly [start: number, end: number])[];
  readonly active: number;
  readonly help: string;
}

/** A number shown inside the text, behind the offset. */
export interface Inlay {
  readonly offset: number;
  readonly text: string;
  readonly title: string;
}

export interface OutlineItem extends Stretch {
  readonly name: string;
  /** Its kind in the language of the interface. */
  readonly detail: string;
  readonly kind: 'metric' | 'tag' | 'tier' | 'segment' | 'action' | 'other';
  readonly nameAt: Stretch;
}

/** A change that is offered where the cursor stands. */
export interface QuickFix {
  readonly title: string;
  /** Whether it mends what a note says; the others are only another way to write it. */
  readonly mends: boolean;
  readonly edits: readonly Replacement[];
}

/** What the language of a model asks of the studio: offsets in, offsets out. */
export interface LanguageHooks {
  complete(text: string, offset: number): Promise<readonly Suggestion[]>;
  /** What is to be said about what stands at an offset; null for nothing. */
  hover(text: string, offset: number): Promise<Explanation | null>;
  call(text: string, offset: number): Call | null;
  /** The declared name at an offset and every place it is written at, where it is declared first; null for none. */
  symbol(
    text: string,
    offset: number,
  ): { readonly name: string; readonly at: Stretch; readonly places: readonly Stretch[] } | null;
  /** The edits of a new name, or the sentence that says why not. */
  rename(text: string, offset: number, name: string): readonly Replacement[] | string;
  outline(text: string): readonly OutlineItem[];
  format(text: string): readonly Replacement[];
  fixes(text: string, start: number, end: number): readonly QuickFix[];
  inlays(text: string): readonly Inlay[];
}

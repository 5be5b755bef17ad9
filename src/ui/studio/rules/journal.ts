/** The latest text of the draft, for as long as it is not stored: a page that crashes cannot finish its writes. */
export interface Journal {
  keep(text: string): void;
  drop(): void;
  /** The text that an earlier page could not store, null where all was stored. */
  read(): string | null;
}

const key = 'tierlens.draft';

/** The journal of this browser: it is written before the next key can come. */
export const pageJournal: Journal = {
  keep: text => localStorage.setItem(key, text),
  drop: () => localStorage.removeItem(key),
  read: () => localStorage.getItem(key),
};

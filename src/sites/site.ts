import type { Contact } from '../domain/index.ts';

/** What a page says about who is writing in it now. */
export interface Reading {
  /** Key of the thread or message that is open, '' = none. Known before, and changes with, the people in it. */
  readonly thread: string;
  /** The customers who are writing, the main sender first. Empty while the page is still changing over. */
  readonly contacts: readonly Contact[];
  /** Addresses that occur near the message but may belong to anybody: shown as a guess only. */
  readonly suggestions: readonly Contact[];
}

/** One kind of page that we can read. Selectors match structure, never words that a translation changes. */
export interface Site {
  readonly id: string;
  /** The highest rank that matches reads the page. */
  readonly rank: number;
  /** When, and against which release, the selectors were last seen to work. */
  readonly checkedOn: string;
  /** How sure the selectors are: A = seen on the real product, B = from one good source, C = weak. */
  readonly sure: 'A' | 'B' | 'C';
  matches(url: URL, document: Document): boolean;
  /** Reads without changing the page. */
  read(document: Document, url: URL): Reading;
}

export const nobody: Reading = { thread: '', contacts: [], suggestions: [] };

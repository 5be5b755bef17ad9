import type { Contact } from '../domain/index.ts';

/** What a page says about who is writing in it now. */
export interface Reading {
  /** Key of the thread or message that is open, '' = none. Known before, and changes with, the people in it. */
  readonly thread: string;
  /** The customers who are writing, the main sender first. Empty while the page is still changing over. */
  readonly contacts: readonly Contact[];
  /** People who occur near the message but may be anybody, some by name alone: shown as a guess only. */
  readonly suggestions: readonly Contact[];
}

/** What the user has told about pages: it makes the same page say more. */
export interface Knowledge {
  /** Addresses of the agent and the team, in lower case: never the customer. */
  readonly own: readonly string[];
}

/**
 * How sure the anchors of a site are: A = seen on the real product or in its own source, B = one good source, C = weak
 * sources, D = nothing is known of its pages, the generic reader and what the user teaches have to do.
 */
export type Sureness = 'A' | 'B' | 'C' | 'D';

/** One kind of page that we can read. Anchors are structure and attributes, never words that a translation changes. */
export interface Site {
  readonly id: string;
  /** The highest rank that matches reads the page. */
  readonly rank: number;
  /** When, and against which release, the anchors were last seen to work; where they are known from its file says. */
  readonly checkedOn: string;
  readonly sure: Sureness;
  /** Whether no anchor is the name of a class: those change with a build of the product. */
  readonly withoutClasses: boolean;
  matches(url: URL, document: Document): boolean;
  /** Selector of the fields in which an answer is written: a textarea, an editable element, or the frame of one. */
  readonly compose?: string;
  /** The key of the open thread in the page's address, '' = none; missing where the address never tells. */
  threadIn?(url: URL): string;
  /** Reads without changing the page; null where nothing is as this file knows it. */
  read(document: Document, url: URL, knowledge?: Knowledge): Reading | null;
}

export const nobody: Reading = { thread: '', contacts: [], suggestions: [] };

/** Where on the pages of one site the writer stands, as the user has shown it. */
export interface TaughtPlace {
  /** Scheme, host and port of the site. */
  readonly origin: string;
  /** Selectors of the frames of that site that lead to it, the outermost first; missing where it is in the page itself. */
  readonly frames?: readonly string[] | undefined;
  /** Selector of the element that states the address or the number, or, where there is neither, the name. */
  readonly at: string;
  /** Selector of the name within it, '' where the element is the name itself, null where there is none to read. */
  readonly name: string | null;
  readonly reads: 'email' | 'phone' | 'name';
}

/** What the user has told about reading pages. */
export interface ReadingSettings {
  /** Addresses of the user and the team, in lower case: never the customer. */
  readonly own: readonly string[];
  /** How numbers of customers and orders look, as in idPattern.ts. */
  readonly patterns: readonly string[];
  readonly taught: readonly TaughtPlace[];
}

/** What the card's script needs of that on one site. */
export interface PageKnowledge {
  readonly own: readonly string[];
  readonly patterns: readonly string[];
  readonly taught: TaughtPlace | null;
}

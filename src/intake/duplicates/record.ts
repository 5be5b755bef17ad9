/** A customer as far as it tells who somebody is. '' and empty lists where nothing is known. */
export interface DuplicateRecord {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
  readonly address: string;
  /** YYYYMMDD, other marks between the figures allowed. */
  readonly birthday: string;
  /** Whatever else is written down of the person by name of the column: city, postcode, number of a document. */
  readonly attributes: Readonly<Record<string, string>>;
}

/** What one comparison of two records says, for and against. */
export interface DuplicateReason {
  /** The comparison: 'givenName', 'email', ..., or the name of an attribute. */
  readonly part: string;
  /** How the two values stand to one another: 'same', 'typo', 'different', ... */
  readonly code: string;
  /** Evidence in bits (log2 of the likelihood ratio): above 0 for one person, below 0 for two. */
  readonly bits: number;
}

/** Pairs less probable than this are not told. */
export const leastTold = 0.05;

/** Two records that may be one customer; places in the list that was given. */
export interface DuplicatePair {
  readonly one: number;
  readonly other: number;
  /** Probability that they are the same, 0 to 1. */
  readonly score: number;
}

/** Records that were not compared each with each by something that too many of them share. */
export interface Crowd {
  /** What they share: see `KeyKind`; 'sharedEmail', 'sharedPhone' for contacts that are no evidence. */
  readonly kind: string;
  /** The contact, '' for others. */
  readonly value: string;
  readonly count: number;
  /** Places of the first of them. */
  readonly examples: readonly number[];
}

const mostExamples = 5;

/** Counts a crowd by its places. */
export function crowdOf(places: readonly number[]): Pick<Crowd, 'count' | 'examples'> {
  return { count: places.length, examples: places.slice(0, mostExamples) };
}

import type { Field } from './fields.ts';

/** What an inspector found when one value of the base was held against its source document. */
export interface AuditEntry {
  readonly right: boolean;
  /** What the source says where the base is wrong, '' where it was not written down. */
  readonly found: string;
}

/** One drawn customer with the values as they stood at the draw, and what was found so far, both by field id. */
export interface AuditItem {
  readonly customer: string;
  readonly name: string;
  readonly values: Readonly<Record<string, string | number>>;
  readonly entries: Readonly<Record<string, AuditEntry>>;
}

/** A sampling audit: a seeded draw from the base that a person holds against the source documents. */
export interface Audit {
  readonly id: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly seed: number;
  /** Customers in the base at the draw. */
  readonly population: number;
  /** Ids of the customer fields that are looked at. */
  readonly fields: readonly string[];
  /** Those of them that are the workspace's own, as they were at the draw: they may be renamed or deleted since. */
  readonly ownFields?: readonly Field[];
  /** Share of wrong records that is still accepted, and how sure the verdict must be. */
  readonly tolerated: number;
  readonly confidence: number;
  readonly items: readonly AuditItem[];
}

/** Where a record stands: not every field looked at yet, all right, or at least one wrong. */
export type AuditStanding = 'open' | 'right' | 'wrong';

/** A record is wrong with its first wrong field, and right once every field was found right. */
export function standingOf({ entries }: AuditItem, fields: readonly string[]): AuditStanding {
  if (Object.values(entries).some(({ right }) => !right)) return 'wrong';
  return fields.every(field => entries[field]) ? 'right' : 'open';
}

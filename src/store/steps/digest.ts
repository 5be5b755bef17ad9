import type { Fact } from '../facts.ts';
import type { Tables } from '../tables.ts';
import { type Entry, OpenBase } from './open.ts';

/** A line for every customer, in the order of ids: the id, and a hash of the record with all its facts. */
export async function linesOf(tables: Tables): Promise<string> {
  const open = await OpenBase.open(tables);
  const lines: string[] = [];
  for (let chunk = 0; chunk < open.summaries.length; chunk++) {
    for (const entry of await open.entries(chunk)) {
      lines.push(`${JSON.stringify(entry.customer.id)} ${hashOf(contentOf(entry))}`);
    }
    await open.close(chunk);
  }
  return lines.sort().join('\n');
}

/** A customer with its facts as one text, in which neither the order of storage nor history shows. */
function contentOf({ customer, orders, interactions }: Entry): string {
  return JSON.stringify([inOrder(customer), factsOf(orders), factsOf(interactions)]);
}

function factsOf(facts: readonly Fact[]): string[] {
  return facts.map(({ step: _, part: __, ...fact }) => JSON.stringify(inOrder(fact))).sort();
}

function inOrder(record: object): unknown[] {
  return Object.entries(record)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, value]) => [
      key,
      value && typeof value === 'object' && !Array.isArray(value) ? inOrder(value) : value,
    ]);
}

/** 106 bits by two multiplicative hashes (cyrb53, public domain): nothing here has to withstand an attacker. */
function hashOf(text: string): string {
  return hash53(text, 0).toString(36) + hash53(text, 0x9e3779b9).toString(36);
}

function hash53(text: string, seed: number): number {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ seed;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    one = Math.imul(one ^ unit, 2654435761);
    two = Math.imul(two ^ unit, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return 4294967296 * (2097151 & two) + (one >>> 0);
}

import type { DuplicateRecord } from './record.ts';

/**
 * A number of 52 bits by which a record is known again as long as nothing of what is compared changes: two FNV-1a
 * hashes with different beginnings. Two records of a million have the same by chance in one base of ten thousand.
 */
export function markOf(record: DuplicateRecord): number {
  const { id, name, company, emails, phones, address, birthday, attributes } = record;
  const text = JSON.stringify([id, name, company, emails, phones, address, birthday, attributes]);
  let [one, other] = [0x811c9dc5, 0x2a1f3b77];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 0x01000193);
    other = Math.imul(other ^ code, 0x01000193) ^ (other >>> 13);
  }
  return ((one ^ (one >>> 15)) >>> 6) * 2 ** 26 + ((other ^ (other >>> 15)) >>> 6);
}

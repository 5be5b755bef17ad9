import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'papaparse';
import type { DuplicateRecord } from '../../../src/intake/duplicates/record.ts';

export const folder = path.resolve(import.meta.dirname, '../../../../shared/truth/data/er');
export const hasSets = existsSync(folder);

/** A set of records with who is who: records of one person have the same `person`. */
export interface LabelledSet {
  readonly records: readonly DuplicateRecord[];
  readonly persons: readonly string[];
}

/** Which column means what: one table for all sets, as the mapping of an import is; others become attributes. */
const meanings: Readonly<Record<string, string>> = {
  given_name: 'given',
  first_name: 'given',
  fname_c1: 'given',
  fname_c2: 'given',
  surname: 'family',
  lname_c1: 'family',
  lname_c2: 'family',
  name: 'given',
  street_number: 'address',
  address_1: 'address',
  address_2: 'address',
  address: 'address',
  suburb: 'city',
  city: 'city',
  date_of_birth: 'birthday',
  dob: 'birthday',
  by: 'birthday',
  bm: 'birthday',
  bd: 'birthday',
  email: 'email',
  phone: 'phone',
};

/** Reads sets in `files`; `person` says whose a row is, `leave` names the columns that are no data. */
export function readSet(
  files: readonly string[],
  person: (row: Readonly<Record<string, string>>) => string,
  leave: readonly string[],
): LabelledSet {
  const rows = files.flatMap(file => {
    const text = readFileSync(path.join(folder, file), 'utf8');
    return parse<Record<string, string>>(text, {
      header: true,
      skipEmptyLines: true,
      transformHeader: heading => heading.trim(),
      transform: cell => cell.trim(),
    }).data;
  });
  return { records: rows.map((row, at) => recordOf(row, at, leave)), persons: rows.map(person) };
}

/** What is no date of the calendar an import refuses. */
function dateOf(written: string): string {
  const date = written.replace(/\D/g, '').replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  const day = Date.parse(`${date}T00:00Z`);
  return !Number.isNaN(day) && new Date(day).toISOString().startsWith(date) ? date : '';
}

function recordOf(
  row: Readonly<Record<string, string>>,
  at: number,
  leave: readonly string[],
): DuplicateRecord {
  const parts: Record<string, string[]> = {};
  const attributes: Record<string, string> = {};
  for (const [heading, cell] of Object.entries(row)) {
    if (cell === '' || cell === 'NA' || leave.includes(heading)) continue;
    const meaning = meanings[heading];
    if (meaning && meaning !== 'city') parts[meaning] = [...(parts[meaning] ?? []), cell];
    else attributes[meaning ?? heading] = cell;
  }
  const joined = (part: string, by: string) => (parts[part] ?? []).join(by);
  return {
    id: String(at),
    name: [joined('given', ' '), joined('family', ' ')].filter(part => part !== '').join(' '),
    company: '',
    emails: parts.email ?? [],
    phones: parts.phone ?? [],
    address: joined('address', ' '),
    birthday: dateOf((parts.birthday ?? []).map(part => part.padStart(2, '0')).join('')),
    attributes,
  };
}

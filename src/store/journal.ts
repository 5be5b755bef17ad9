import type { JournalContent, JournalEntry } from '../domain/index.ts';
import { Aliases } from './steps/aliases.ts';
import type { Tables } from './tables.ts';

type Read = Pick<Tables, 'journal' | 'merges'>;

/** What was written down about a customer and whoever was merged into them, the latest first. */
export async function readJournal(tables: Read, id: string): Promise<JournalEntry[]> {
  const aliases = await Aliases.read(tables);
  const ids = [id, ...aliases.into(id).map(({ drop }) => drop)];
  const entries = await tables.journal.where('customer').anyOf(ids).toArray();
  return entries.map(entry => ({ ...entry, customer: id })).sort((one, other) => other.at - one.at);
}

/** All entries of a kind; those about somebody who was merged are about the kept customer. */
export async function readEntries(tables: Read, kind: JournalContent['kind']): Promise<JournalEntry[]> {
  const aliases = await Aliases.read(tables);
  const entries = await tables.journal.where('content.kind').equals(kind).toArray();
  return entries.map(entry => ({ ...entry, customer: aliases.of(entry.customer).id }));
}

/** Forgets what was written down about customers that are erased. */
export async function forgetJournal(
  { journal }: Pick<Tables, 'journal'>,
  gone: ReadonlySet<string>,
): Promise<void> {
  await journal
    .where('customer')
    .anyOf([...gone])
    .delete();
}

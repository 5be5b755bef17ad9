import type { Tables } from '../tables.ts';
import { Aliases } from './aliases.ts';
import { keyOf } from './history.ts';
import { OpenBase } from './open.ts';
import { sweepDictionaries } from './sweep.ts';

/**
 * Takes customers out with everything that is kept of them: facts, cards, look-up, earlier values, merges, values
 * that nobody else has, and whoever was merged into them. Ids that nobody has are passed over. How many went.
 */
export async function removeAll(tables: Tables, ids: readonly string[]): Promise<number> {
  const aliases = await Aliases.read(tables);
  const open = await OpenBase.open(tables);
  const wanted = new Set(ids.map(id => aliases.of(id).id));
  await open.find(wanted);
  const contacts = new Set<string>();
  const gone = new Set<string>();
  for (const id of wanted) {
    if (!open.has(id)) continue;
    const { customer } = (await open.get(id))!;
    for (const each of [...customer.emails, ...customer.phones]) contacts.add(keyOf(each));
    open.remove(id);
    gone.add(id);
    for (const { id: merge, drop } of aliases.into(id)) {
      gone.add(drop);
      await tables.merges.delete(merge);
    }
  }
  await forgetPairs(tables, gone);
  await forgetInAudits(tables, gone);
  await forgetRefused(tables, gone, contacts);
  await open.write();
  if (gone.size > 0) await sweepDictionaries(tables);
  return [...wanted].filter(id => gone.has(id)).length;
}

/** Takes the people out of audits; that one more record was right or wrong stays, for the verdict rests on it. */
async function forgetInAudits(tables: Pick<Tables, 'audits'>, gone: ReadonlySet<string>): Promise<void> {
  await tables.audits.toCollection().modify((audit, place) => {
    if (!audit.items.some(({ customer }) => gone.has(customer))) return;
    place.value = {
      ...audit,
      items: audit.items.map(item => {
        if (!gone.has(item.customer)) return item;
        const entries = Object.entries(item.entries).map(([field, { right }]) => [
          field,
          { right, found: '' },
        ]);
        return { customer: '', name: '', values: {}, entries: Object.fromEntries(entries) };
      }),
    };
  });
}

/** Forgets who is not the same as customers that are no longer there. */
export async function forgetPairs(
  tables: Pick<Tables, 'distinct'>,
  gone: ReadonlySet<string>,
): Promise<void> {
  await tables.distinct.filter(({ pair }) => pair.split(SEPARATOR).some(id => gone.has(id))).delete();
}

/** Forgets the refused rows that name customers who are no longer there, by id or by a contact. */
async function forgetRefused(
  tables: Pick<Tables, 'refused'>,
  gone: ReadonlySet<string>,
  contacts: ReadonlySet<string>,
): Promise<void> {
  const isTheirs = (cell: string) => gone.has(cell.trim()) || contacts.has(keyOf(cell.trim()));
  await tables.refused.toCollection().modify(row => {
    Object.assign(row, {
      files: row.files.map(file => {
        const refusals = file.refusals.filter(({ cells }) => !cells.some(isTheirs));
        return { ...file, refusals, total: file.total - (file.refusals.length - refusals.length) };
      }),
    });
  });
}

/** Stands between the two ids of a pair. */
const SEPARATOR = '\t';

/** The two ids in order, as they are kept. */
export function pairOf(one: string, other: string): string {
  return [one, other].sort().join(SEPARATOR);
}

/** The two ids again. */
export function idsOf(pair: string): [string, string] {
  return pair.split(SEPARATOR) as [string, string];
}

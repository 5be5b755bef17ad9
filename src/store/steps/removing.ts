import type { FieldTarget } from '../../domain/index.ts';
import { forgetJournal } from '../journal.ts';
import { forgetOverrides } from '../overrides.ts';
import { unpackTexts } from '../packed.ts';
import { forgetFound } from '../pairs.ts';
import { forgetInRuns } from '../runs.ts';
import type { Tables } from '../tables.ts';
import { Aliases } from './aliases.ts';
import { type FieldValues, fieldsOf, keyOf, type Traced } from './history.ts';
import { OpenBase } from './open.ts';
import { idsOf } from './pairKeys.ts';
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
  const gone = new Set<string>();
  const contacts = new Set<string>();
  const names = new Set<string>();
  const remember = (traced: Traced) => {
    for (const { name, email, phone } of everSaid(traced)) {
      if (typeof name === 'string') names.add(name);
      for (const contact of [email, phone].flat()) if (contact) contacts.add(keyOf(String(contact)));
    }
  };
  for (const id of wanted) {
    if (!open.has(id)) continue;
    remember((await open.get(id))!);
    open.remove(id);
    gone.add(id);
    for (const { id: merge, drop, dropped } of aliases.into(id)) {
      remember(dropped);
      gone.add(drop);
      await tables.merges.delete(merge);
    }
  }
  await forgetPairs(tables, gone);
  await forgetInAudits(tables, gone);
  await forgetOverrides(tables, gone);
  await forgetJournal(tables, gone);
  await forgetInRuns(tables, gone);
  await open.write();
  if (gone.size === 0) return 0;
  await forgetRefused(tables, { ids: gone, contacts, names: await heldByNobody(tables, names) });
  await sweepDictionaries(tables);
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

/** Forgets who may be, and who is not, the same as customers that are no longer there. */
export async function forgetPairs(tables: Tables, gone: ReadonlySet<string>): Promise<void> {
  await tables.distinct.filter(({ pair }) => idsOf(pair).some(id => gone.has(id))).delete();
  await forgetFound(tables, gone);
}

/** What was ever said of a customer, by field. */
function everSaid({ customer, history: { under = {}, later = [] } }: Traced): FieldValues[] {
  return [fieldsOf(customer), under, ...later.map(({ set }) => set)];
}

/** Of these names, those that no customer has. */
async function heldByNobody(
  tables: Pick<Tables, 'labels'>,
  names: ReadonlySet<string>,
): Promise<ReadonlySet<string>> {
  const left = new Set(names);
  left.delete('');
  await tables.labels.each(record => {
    for (const name of unpackTexts(record.names)) left.delete(name);
  });
  return left;
}

/** By what refused rows tell of somebody: ids and names in their columns, contacts (by key) anywhere. */
interface Traces {
  readonly ids: ReadonlySet<string>;
  readonly contacts: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

async function forgetRefused(tables: Pick<Tables, 'refused'>, traces: Traces): Promise<void> {
  const { ids, contacts, names } = traces;
  const none: ReadonlySet<string> = new Set();
  const known: Readonly<Record<string, ReadonlySet<string>>> = { customerId: ids, name: names };
  const isTheirs = (cell: string, target: FieldTarget | null | undefined) =>
    (known[target?.of === 'customer' ? target.field : ''] ?? none).has(cell.trim()) ||
    [cell, ...cell.split(/[\s;,、；，/|<>()（）]+/)].some(part => contacts.has(keyOf(part.trim())));
  await tables.refused.toCollection().modify(row => {
    Object.assign(row, {
      files: row.files.map(file => {
        const refusals = file.refusals.filter(
          ({ cells }) => !cells.some((cell, column) => isTheirs(cell, file.columns[column])),
        );
        return { ...file, refusals, total: file.total - (file.refusals.length - refusals.length) };
      }),
    });
  });
}

import type { NamedSource, Secret, SourceAddress } from '../domain/index.ts';
import { refusalColumns, type Target } from '../intake/index.ts';
import type { Change } from '../store/index.ts';
import type { Context } from './context.ts';
import type { AddressDraft } from './importModel.ts';
import type { ReadPart } from './importReading.ts';

type Remembered = NonNullable<Change['sources']>[number];

/** The sources that an import remembers, as they are afterwards, with their secrets. */
export async function rememberedSources(
  context: Context,
  parts: readonly ReadPart[],
): Promise<Pick<Change, 'sources' | 'secrets'>> {
  const known = await context.store.sources();
  const secrets: Secret[] = [];
  const sources = parts.flatMap((read): Remembered[] => {
    const { part, table, mapping } = read;
    const now = context.now().getTime();
    const used = { fileName: part.file.name, usedAt: now };
    if (part.refreshes) return [{ ...part.refreshes.source, ...used, ...refreshed(read, now) }];
    if (!part.remember) return [];
    const { name, id, address: draft } = part.remember;
    const before = known.find(each => each.id === id)?.address;
    const address = draft && settle(draft, before, context.newId, secrets);
    return [
      {
        ...(id !== undefined && { id }),
        name,
        subject: mapping.subject,
        columns: ownColumns(table.headings, mapping.columns),
        currency: mapping.currency,
        reading: { ...part.choice, ...(isOneOfMany(read) && { sheet: table.sheet }) },
        ...used,
        ...(address && {
          address: { ...address, since: now, failures: 0, last: recordOf(read, now), isPaused: false },
        }),
      },
    ];
  });
  return { sources, secrets };
}

/** A list of a JSON answer is found by its name, however many others there are next time. */
function isOneOfMany({ part, table }: ReadPart): boolean {
  return table.sheets.length > 1 || (part.remember?.address !== undefined && table.sheet !== '');
}

function refreshed(read: ReadPart, now: number): Partial<Pick<NamedSource, 'address'>> {
  const { source, answer } = read.part.refreshes!;
  if (!source.address) return {};
  return { address: { ...source.address, answer, failures: 0, last: recordOf(read, now) } };
}

function recordOf({ part, table, outcome }: ReadPart, at: number): NonNullable<SourceAddress['last']> {
  const missing = part.refreshes ? missingColumns(part.refreshes.source, table.headings) : [];
  return {
    at,
    result: 'imported',
    rows: outcome.rows,
    refused: outcome.refused,
    code: missing.length > 0 ? 'sourceColumnsMissing' : '',
    args: missing.length > 0 ? { columns: missing.join(', ') } : {},
  };
}

function missingColumns({ columns }: NamedSource, headings: readonly string[]): string[] {
  return columns.flatMap(({ heading, target }) => (target && !headings.includes(heading) ? [heading] : []));
}

/**
 * A draft as it is kept, with its secret put to `secrets` under a new key. A secret that is not given again stays the
 * one that was kept.
 */
export function settle(
  { url, header, value, schedule, answer }: Omit<AddressDraft, 'id'>,
  before: SourceAddress | undefined,
  newId: () => string,
  secrets: Secret[],
): Omit<SourceAddress, 'since' | 'failures' | 'last' | 'isPaused'> {
  let secret = header === '' ? '' : (before?.secret ?? '');
  if (header !== '' && value !== null) {
    secret = newId();
    secrets.push({ key: secret, origin: new URL(url).origin, value });
  }
  return { url, header, secret, schedule, answer, import: before?.import ?? 0 };
}

/** The columns to be remembered: those of the file itself. */
function ownColumns(headings: readonly string[], targets: readonly (Target | null)[]) {
  return headings
    .map((heading, column) => ({ heading, target: targets[column] ?? null }))
    .slice(refusalColumns(headings));
}

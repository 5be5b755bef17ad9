import type { NamedSource, Secret } from '../domain/index.ts';
import type { Change } from './model.ts';
import type { Tables } from './tables.ts';

type SourceTables = Pick<Tables, 'sources' | 'secrets'>;

/** Remembers the sources of an import; what is not said of a known one stays as it was. */
export async function putSources(
  tables: SourceTables,
  { sources = [], secrets = [] }: Pick<Change, 'sources' | 'secrets'>,
  step: number,
): Promise<void> {
  for (const { id, ...source } of sources) {
    const address = source.address && { ...source.address, import: step };
    const known = id === undefined ? undefined : await tables.sources.get(id);
    const row = { ...known, ...source, ...(address && { address }) };
    if (id === undefined) await tables.sources.add(row);
    else await tables.sources.put({ ...row, id } as NamedSource);
  }
  if (secrets.length === 0) return;
  await tables.secrets.bulkPut([...secrets]);
  await forgetSecrets(tables);
}

/** Changes what a source is called and where it comes from; one that is gone stays gone. */
export async function changeSource(
  tables: SourceTables,
  id: number,
  change: Partial<Pick<NamedSource, 'name' | 'address'>>,
  secret: Secret | null,
): Promise<void> {
  if ((await tables.sources.update(id, change)) === 0 && !(await tables.sources.get(id))) return;
  if (secret) await tables.secrets.put(secret);
  await forgetSecrets(tables);
}

/** Forgets the secrets that no source sends any more. */
export async function forgetSecrets(tables: SourceTables): Promise<void> {
  const used = new Set((await tables.sources.toArray()).map(({ address }) => address?.secret ?? ''));
  await tables.secrets.filter(({ key }) => !used.has(key)).delete();
}

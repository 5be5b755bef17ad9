import { strToU8, zipSync } from 'fflate';
import type { Language } from '../i18n/index.ts';
import type { Context } from './context.ts';
import { viewCustomer } from './customers.ts';
import type { Exporter } from './exporting.ts';
import type { Publisher } from './publishing.ts';

/**
 * Everything held of one person, as a ZIP: person.json as it is kept, with results and their reasons, where every
 * value came from, cards, merges, audits and imports; and the same customer, orders and interactions as tables.
 */
export async function exportPerson(
  context: Context,
  publisher: Publisher,
  exporter: Exporter,
  id: string,
  language: Language,
): Promise<Blob | null> {
  const view = await viewCustomer(context, publisher, id);
  if (!view) return null;
  const { store } = context;
  const provenance = await store.provenance(id);
  const sources = new Set(Object.values(provenance ?? {}).map(({ source }) => source));
  sources.add(view.customer.source);
  const held = {
    ...view,
    provenance,
    storedCards: await store.cardsFor(view.card.keys),
    overrides: (await store.overrides()).filter(({ customer }) => customer === id),
    merges: (await store.merges()).filter(({ keep, drop }) => keep === id || drop === id),
    notTheSameAs: (await store.distinctPairs()).filter(pair => pair.includes(id)),
    audits: (await store.audits()).flatMap(({ at, items }) =>
      items.filter(({ customer }) => customer === id).map(item => ({ at, ...item })),
    ),
    imports: (await store.imports()).filter(({ fileName }) => sources.has(fileName)),
  };
  const files: Record<string, Uint8Array> = {
    'person.json': strToU8(`${JSON.stringify(held, null, 2)}\n`),
  };
  const list = { of: 'ids', ids: [id] } as const;
  for (const subject of ['customer', 'order', 'interaction'] as const) {
    const columns = (await exporter.columns(list, subject)).map(column => column.id);
    const request = { list, subject, columns, language, format: 'csv', bom: true, title: '' } as const;
    const { file } = await exporter.list(request, () => undefined, new AbortController().signal);
    files[`${subject}s.csv`] = new Uint8Array(await file.arrayBuffer());
  }
  return new Blob([new Uint8Array(zipSync(files))], { type: 'application/zip' });
}

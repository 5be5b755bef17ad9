import { dueAt, type NamedSource } from '../domain/index.ts';
import { isReachable } from './access.ts';
import { refreshSources } from './writer.ts';

/** The alarm at which sources are fetched. */
export const SOURCES = 'sources';
/** A source that could not even be tried comes again after this. */
const PAUSE = 60_000;

/** Sets the alarm for the source that is due first; takes it away where none is. */
export async function armSources(sources: readonly NamedSource[]): Promise<void> {
  const due = sources.flatMap(({ address }) => (address && dueAt(address)) ?? []);
  if (due.length === 0) await chrome.alarms.clear(SOURCES);
  else await chrome.alarms.create(SOURCES, { when: Math.max(Math.min(...due), Date.now() + PAUSE) });
}

/** Fetches the sources that are due, one after the other, each on the terms that hold for its host now. */
export async function refreshDueSources(sources: readonly NamedSource[]): Promise<void> {
  await armSources(sources); // should we be stopped on the way, they are tried again
  const now = Date.now();
  const due = sources.flatMap(({ id, address }) =>
    address && (dueAt(address) ?? Number.POSITIVE_INFINITY) <= now ? [{ id, url: address.url }] : [],
  );
  const terms = due.map(async ({ id, url }) => ({ id, isAllowed: await isReachable(new URL(url).origin) }));
  if (due.length > 0) await refreshSources(await Promise.all(terms));
}

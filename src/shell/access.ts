import { ask } from './client.ts';

// The browser grants hosts for everything at once. A host that is only fetched from is on a list of our own, so that
// the card's script never runs in its pages.

/** The match pattern of a site. Ports do not count: the browser grants hosts. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the user, in one question, to let Tierlens read sites; resolves whether they did. Call it in the click itself,
 * before any await: the browser shows its question only to a user's gesture. The popup is closed by that question;
 * then the browser's own event tells the background.
 */
export async function allowSites(origins: readonly string[]): Promise<boolean> {
  const patterns = origins.map(patternOf);
  const allowed = await chrome.permissions.request({ origins: patterns });
  if (allowed) {
    await changeFetchOnly(others => others.filter(pattern => !patterns.includes(pattern)));
    await ask('siteAllowed', {});
  }
  return allowed;
}

/** Takes the permission back; cards on open pages go at once. */
export async function revokeSite(origin: string): Promise<void> {
  await chrome.permissions.remove({ origins: [patternOf(origin)] });
}

/**
 * Asks the user to let Tierlens fetch from an origin; resolves whether they did. Pages of it stay unread unless the
 * site was allowed for itself. Call it in the click: the gesture outlasts what is looked up before.
 */
export async function allowFetching(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  if (await chrome.permissions.contains({ origins: [pattern] })) return true;
  await changeFetchOnly(others => [...others, pattern]); // before: the background hears of a permission at once
  const allowed = await chrome.permissions.request({ origins: [pattern] });
  if (!allowed) await changeFetchOnly(others => others.filter(each => each !== pattern));
  return allowed;
}

/** Takes the permission to fetch back, unless the site was allowed for itself. */
export async function revokeFetching(origin: string): Promise<void> {
  const pattern = patternOf(origin);
  if ((await fetchOnly()).includes(pattern)) await chrome.permissions.remove({ origins: [pattern] });
}

/** Whether we may fetch from an origin. */
export function isReachable(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [patternOf(origin)] });
}

/** The patterns of the sites on which the card's script runs. */
export async function sitePatterns(): Promise<string[]> {
  return (await granted()).read;
}

/** Sites as they are allowed, as `https://host` in alphabetical order: to be read, and only to be fetched from. */
export interface AllowedSites {
  readonly read: readonly string[];
  readonly fetched: readonly string[];
}

export async function isAllowed(origin: string): Promise<boolean> {
  const pattern = patternOf(origin);
  const [granted, only] = await Promise.all([
    chrome.permissions.contains({ origins: [pattern] }),
    fetchOnly(),
  ]);
  return granted && !only.includes(pattern);
}

/** Forgets what was only fetched from and is no longer granted. */
export async function forgetUnreachable(): Promise<void> {
  const { origins = [] } = await chrome.permissions.getAll();
  await changeFetchOnly(patterns => patterns.filter(pattern => origins.includes(pattern)));
}

/** Calls with the allowed sites now and after every change, until `signal` aborts. */
export function watchAllowedSites(listener: (sites: AllowedSites) => void, signal: AbortSignal): void {
  const tell = () =>
    void allowedSites().then(sites => {
      if (!signal.aborted) listener(sites);
    });
  chrome.permissions.onAdded.addListener(tell);
  chrome.permissions.onRemoved.addListener(tell);
  chrome.storage.local.onChanged.addListener(tell);
  signal.addEventListener('abort', () => {
    chrome.permissions.onAdded.removeListener(tell);
    chrome.permissions.onRemoved.removeListener(tell);
    chrome.storage.local.onChanged.removeListener(tell);
  });
  tell();
}

async function allowedSites(): Promise<AllowedSites> {
  const { read, fetched } = await granted();
  const sites = (patterns: readonly string[]) => patterns.map(pattern => pattern.replace(/\/\*$/, '')).sort();
  return { read: sites(read), fetched: sites(fetched) };
}

/** The patterns that are granted: to be read, and only to be fetched from. */
async function granted(): Promise<{ read: string[]; fetched: string[] }> {
  const [{ origins = [] }, only] = await Promise.all([chrome.permissions.getAll(), fetchOnly()]);
  const isOnly = (pattern: string) => only.includes(pattern);
  return { read: origins.filter(pattern => !isOnly(pattern)), fetched: origins.filter(isOnly) };
}

async function fetchOnly(): Promise<readonly string[]> {
  const { fetchOnly = [] } = await chrome.storage.local.get<{ fetchOnly?: string[] }>('fetchOnly');
  return fetchOnly;
}

async function changeFetchOnly(change: (patterns: readonly string[]) => readonly string[]): Promise<void> {
  const before = await fetchOnly();
  const after = [...new Set(change(before))];
  if (after.join() !== before.join()) await chrome.storage.local.set({ fetchOnly: after });
}

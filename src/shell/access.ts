import { ask } from './client.ts';

/** The match pattern of a site. Ports do not count: the browser grants hosts. */
export function patternOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

/**
 * Asks the user to let Tierlens read a site; resolves whether they did. Call it in the click itself, before any
 * await: the browser shows its question only to a user's gesture. The popup may be closed by that question; then the
 * browser's own event tells the background.
 */
export async function allowSite(origin: string): Promise<boolean> {
  const allowed = await chrome.permissions.request({ origins: [patternOf(origin)] });
  if (allowed) await ask('siteAllowed', {});
  return allowed;
}

/** Takes the permission back; cards on open pages go at once. */
export async function revokeSite(origin: string): Promise<void> {
  await chrome.permissions.remove({ origins: [patternOf(origin)] });
}

/** Allowed sites as `https://host`, in alphabetical order. */
export async function allowedSites(): Promise<string[]> {
  const { origins = [] } = await chrome.permissions.getAll();
  return origins.map(pattern => pattern.replace(/\/\*$/, '')).sort();
}

export function isAllowed(origin: string): Promise<boolean> {
  return chrome.permissions.contains({ origins: [patternOf(origin)] });
}

/** Calls with the allowed sites now and after every change, until `signal` aborts. */
export function watchAllowedSites(listener: (sites: readonly string[]) => void, signal: AbortSignal): void {
  const tell = () =>
    void allowedSites().then(sites => {
      if (!signal.aborted) listener(sites);
    });
  chrome.permissions.onAdded.addListener(tell);
  chrome.permissions.onRemoved.addListener(tell);
  signal.addEventListener('abort', () => {
    chrome.permissions.onAdded.removeListener(tell);
    chrome.permissions.onRemoved.removeListener(tell);
  });
  tell();
}

import { z } from '../domain/zod.ts';

const MOST = 100;

/** What an organisation has set for all its browsers. */
export interface Policy {
  /** Sites on which the card is to appear, as `https://host`: the browser grants hosts, so ports do not count. */
  readonly sites: readonly string[];
  /** What stands among the sites and is no address of one, as it was written. */
  readonly refused: readonly string[];
  /** Contents of pack files. */
  readonly packs: readonly string[];
}

const texts = z.array(z.string()).catch([]);
const policy = z.object({ sites: texts, packs: texts }).catch({ sites: [], packs: [] });

/** A policy as the browser hands it over. */
export function policyFrom(stored: unknown): Policy {
  const { sites, packs } = policy.parse(stored);
  const read = sites.map(written => ({ written, site: siteOf(written) }));
  return {
    sites: [...new Set(read.flatMap(({ site }) => site ?? []))].slice(0, MOST),
    refused: read.filter(({ site }) => site === null).map(({ written }) => written),
    packs: packs.slice(0, MOST),
  };
}

function siteOf(written: string): string | null {
  const url = URL.canParse(written) ? new URL(written) : null;
  return url && /^https?:$/.test(url.protocol) ? `${url.protocol}//${url.hostname}` : null;
}

/** Calls with what the organisation has set, now and after every change, until `signal` aborts. */
export function watchPolicy(
  listener: (policy: Policy) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  const tell = () =>
    chrome.storage.managed.get(null).then(stored => {
      if (!signal.aborted) listener(policyFrom(stored));
    }, onError);
  chrome.storage.managed.onChanged.addListener(tell);
  signal.addEventListener('abort', () => chrome.storage.managed.onChanged.removeListener(tell));
  void tell();
}

import { z } from '../domain/zod.ts';

const MOST = 100;

/** What an organisation has set for all its browsers. */
export interface Policy {
  /** Origins on which the card is to appear. */
  readonly sites: readonly string[];
  /** Contents of pack files. */
  readonly packs: readonly string[];
}

const texts = z.array(z.string()).catch([]);
const policy = z.object({ sites: texts, packs: texts }).catch({ sites: [], packs: [] });

/** A policy as the browser hands it over; what is no address of a site is left out. */
export function policyFrom(stored: unknown): Policy {
  const { sites, packs } = policy.parse(stored);
  const origins = sites.flatMap(site => {
    const url = URL.canParse(site) ? new URL(site) : null;
    return url && /^https?:$/.test(url.protocol) ? [url.origin] : [];
  });
  return { sites: [...new Set(origins)].slice(0, MOST), packs: packs.slice(0, MOST) };
}

/** What the organisation has set; nothing where the browser is not managed. */
export async function getPolicy(): Promise<Policy> {
  return policyFrom(await chrome.storage.managed.get(null));
}

import { generic } from './generic.ts';
import { roundcube } from './roundcube.ts';
import type { Site } from './site.ts';

export type { Reading, Site } from './site.ts';

/** The pages that we can read, the particular before the general. The only place where a site is added. */
export const sites: readonly Site[] = [roundcube, generic].sort((one, other) => other.rank - one.rank);

/** The site that reads this page: the highest rank that matches, in the end the generic one. */
export function siteFor(url: URL, document: Document): Site {
  return sites.find(site => site.matches(url, document))!;
}

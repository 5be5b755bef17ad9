import { chatwoot } from './chatwoot.ts';
import { exmail } from './exmail.ts';
import { fastmail } from './fastmail.ts';
import { feishu } from './feishu.ts';
import { freescout } from './freescout.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { generic } from './generic.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { helpScout } from './helpScout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { netease } from './netease.ts';
import { osticket } from './osticket.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { qqMail } from './qqMail.ts';
import { requestTracker } from './requestTracker.ts';
import { roundcube } from './roundcube.ts';
import { salesforce } from './salesforce.ts';
import type { Knowledge, Reading, Site } from './site.ts';
import { yahoo } from './yahoo.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zohoDesk.ts';
import { zohoMail } from './zohoMail.ts';

export type { Knowledge, Reading, Site } from './site.ts';

const webmail = [
  gmail,
  outlook,
  yahoo,
  proton,
  fastmail,
  zohoMail,
  qqMail,
  netease,
  exmail,
  feishu,
  roundcube,
];
const helpdesks = [
  ...[zendesk, freshdesk, intercom, front, helpScout, hubspot, salesforce, zohoDesk],
  ...[chatwoot, zammad, freescout, osticket, glpi, requestTracker],
];

/** The pages that we can read, the particular before the general. The only place where a site is added. */
export const sites: readonly Site[] = [...webmail, ...helpdesks, generic].sort(
  (one, other) => other.rank - one.rank,
);

/** The site that reads this page: the highest rank that matches, in the end the generic one. */
export function siteFor(url: URL, document: Document): Site {
  return sites.find(site => site.matches(url, document))!;
}

/** What a page says, by whom it was read, and whether a thread is open in which nobody was found. */
export interface PageReading extends Reading {
  readonly site: string;
  readonly missed: boolean;
}

/**
 * Reads a page: by the file of its site, and where nothing is as that knows it, by the generic reader. A name that a
 * site shows without an address is joined to the address that the generic reader finds under the same name.
 */
export function readPage(document: Document, url: URL, knowledge: Knowledge): PageReading {
  const site = siteFor(url, document);
  const special = site === generic ? null : site.read(document, url, knowledge);
  const settled = special !== null && (special.contacts.length > 0 || special.suggestions.length === 0);
  if (settled) return { ...special, site: site.id, missed: false };
  const general = generic.read(document, url, knowledge)!;
  const thread = site.threadIn?.(url);
  const reading = special ? joined(special, general) : { ...general, thread: thread || general.thread };
  // On a list of a known product a guess would only be somebody whose message is not open.
  const suggestions = thread === '' ? [] : reading.suggestions;
  return { ...reading, suggestions, site: site.id, missed: Boolean(thread) && reading.contacts.length === 0 };
}

function joined(named: Reading, general: Reading): Reading {
  const names = new Set(named.suggestions.map(({ name }) => name?.toLowerCase()));
  const same = general.contacts.filter(({ name }) => name !== undefined && names.has(name.toLowerCase()));
  return same.length > 0 ? { ...named, contacts: same, suggestions: [] } : named;
}

import { findIds, type IdPattern, type TaughtPlace } from '../domain/index.ts';
import { chatwoot } from './chatwoot.ts';
import { documentsIn, isVisible, lineOf } from './dom.ts';
import { exmail } from './exmail.ts';
import { fastmail } from './fastmail.ts';
import { feishu } from './feishu.ts';
import { type FrameReport, readFrames } from './frames.ts';
import { freescout } from './freescout.ts';
import { freshdesk } from './freshdesk.ts';
import { front } from './front.ts';
import { generic } from './generic.ts';
import { glpi } from './glpi.ts';
import { gmail } from './gmail.ts';
import { helpScout } from './helpScout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { isMessageText } from './marks.ts';
import { netease } from './netease.ts';
import { osticket } from './osticket.ts';
import { outlook } from './outlook.ts';
import { proton } from './proton.ts';
import { qqMail } from './qqMail.ts';
import { requestTracker } from './requestTracker.ts';
import { roundcube } from './roundcube.ts';
import { salesforce } from './salesforce.ts';
import { contactsInSelection } from './selection.ts';
import type { Knowledge, Reading, Site } from './site.ts';
import { taughtSite } from './teach.ts';
import { yahoo } from './yahoo.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zohoDesk.ts';
import { zohoMail } from './zohoMail.ts';

export { censor } from './censor.ts';
export { documentIn, documentsIn } from './dom.ts';
export type { FrameReport } from './frames.ts';
export { contactsInSelection } from './selection.ts';
export type { Knowledge, Reading, Site } from './site.ts';
export { type Lesson, learn } from './teach.ts';

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

/** All that makes a page say more: what the user has told, what is selected, what frames of other origins hold. */
export interface Circumstances extends Knowledge {
  readonly patterns?: readonly IdPattern[];
  readonly taught?: TaughtPlace | null;
  readonly selected?: string;
  readonly frames?: readonly FrameReport[];
}

/**
 * Reads a page: as the user has taught it, else by the file of its site, and where nothing is as that knows it, by the
 * generic reader and in frames. What is selected counts before all where it is an address or a number by itself. Where
 * nobody is found, numbers of orders in the page's headings are a guess, as is what else is selected. Where somebody is,
 * such numbers in headings and in the message stand by, should the base not know them.
 */
export function readPage(document: Document, url: URL, around: Circumstances): PageReading {
  const site = siteFor(url, document);
  const read = readThread(document, url, site, around);
  const patterns = around.patterns ?? [];
  const selected = contactsInSelection(around.selected ?? '', patterns);
  if (selected.exact) {
    const thread = `${read.thread} ${around.selected}`.slice(0, MOST_KEY);
    return { ...read, thread, contacts: selected.contacts, suggestions: [], missed: false };
  }
  const isRead = read.contacts.length > 0;
  const texts =
    patterns.length > 0 ? [headingsOf(document, url), ...(isRead ? writtenIn(document, patterns) : [])] : [];
  const references = findIds(texts.join(' \n '), patterns).map(reference => ({ reference }));
  const suggestions = isRead ? references : [...selected.contacts, ...references, ...read.suggestions];
  return { ...read, thread: read.thread.slice(0, MOST_KEY), suggestions: suggestions.slice(0, 8) };
}

function readThread(document: Document, url: URL, site: Site, around: Circumstances): PageReading {
  const taught = around.taught ? taughtSite(around.taught).read(document, url, around) : null;
  if (taught && taught.contacts.length > 0) return { ...taught, site: 'taught', missed: false };
  const special = site === generic ? null : site.read(document, url, around);
  const settled = special !== null && (special.contacts.length > 0 || special.suggestions.length === 0);
  if (settled) return { ...special, site: site.id, missed: false };
  const general = generic.read(document, url, around)!;
  const thread = site.threadIn?.(url);
  const reading = special ? joined(special, general) : { ...general, thread: thread || general.thread };
  const framed = reading.contacts.length === 0 ? readFrames(document, around, around.frames ?? []) : null;
  if (framed)
    return { ...framed, thread: `${reading.thread} ${framed.thread}`, site: site.id, missed: false };
  // On a list of a known product a guess would only be somebody whose message is not open.
  if (thread === '' && !special)
    return { ...reading, contacts: [], suggestions: [], site: site.id, missed: false };
  const suggestions = thread === '' ? [] : [...(taught?.suggestions ?? []), ...reading.suggestions];
  return { ...reading, suggestions, site: site.id, missed: Boolean(thread) && reading.contacts.length === 0 };
}

function joined(named: Reading, general: Reading): Reading {
  const names = new Set(named.suggestions.map(({ name }) => name?.toLowerCase()));
  const same = general.contacts.filter(({ name }) => name !== undefined && names.has(name.toLowerCase()));
  return same.length > 0 ? { ...named, contacts: same, suggestions: [] } : named;
}

const MOST_KEY = 900;
const MOST_HEADINGS = 40;
const MOST_TEXTS = 8;

/** The texts of messages, in a page or in frames of its origin, that hold a number of one of the patterns. */
function writtenIn(page: Document, patterns: readonly IdPattern[]): string[] {
  const texts: string[] = [];
  for (const { document } of documentsIn(page)) {
    if (!document.body) continue; // it is only just coming
    const walker = document.createTreeWalker(document.body, 4 /* text */);
    for (let node = walker.nextNode(); node && texts.length < MOST_TEXTS; node = walker.nextNode()) {
      const text = node.nodeValue!.slice(0, MOST_KEY);
      const element = node.parentElement;
      if (!element || !/\d/.test(text) || findIds(text, patterns).length === 0) continue;
      if (isMessageText(element) && isVisible(element)) texts.push(text);
    }
  }
  return texts;
}

/** Where a page names what is open: its title, its headings, its address. */
function headingsOf(document: Document, url: URL): string {
  const headings = [...document.querySelectorAll('h1, h2, h3, [role=heading]')].slice(0, MOST_HEADINGS);
  const texts = headings.filter(isVisible).map(heading => lineOf(heading).slice(0, 300));
  return [document.title, ...texts, url.pathname].join(' \n ');
}

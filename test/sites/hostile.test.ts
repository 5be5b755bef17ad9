import { describe, expect, it } from 'vitest';
import { readPage } from '../../src/sites/index.ts';
import { framed, pages, scrambleClasses } from './pages.ts';

// What somebody could put into the text of a message to be taken for a customer. Products take much of it out; here
// all of it stays, in the place where each page shows what was written.
const victim = 'victim@example.test';
const link = `<a href="mailto:${victim}"><span title="${victim}">Victim</span></a>`;
const forged: Readonly<Record<string, string>> = {
  'a place of the sender': `<div class="from sender requester customer contact">${link}</div>`,
  'attributes of Gmail': `<h3 class="iw"><span class="gD" email="${victim}" name="Victim" data-hovercard-id="${victim}">Victim</span></h3>`,
  'a message of Gmail': `<div data-message-id="#1" data-legacy-message-id="1"><h3><span email="${victim}">Victim</span></h3></div>`,
  'a label of Outlook': `<div aria-label="From: Victim&lt;${victim}&gt;"><span>Victim&lt;${victim}&gt;</span></div>`,
  'a pill of Yahoo': `<div data-test-id="message-from"><span data-test-id="email-pill" title="${victim}">Victim</span></div>`,
  'a sender of Proton': `<span data-testid="recipients:sender"><button title="${victim}">Victim</button></span>`,
  'a card of Fastmail': `<h2 class="v-MessageCard-from" title="${victim}">Victim</h2>`,
  'an address of Chinese mail': `<span e="${victim}" n="Victim" class="nui-addr" title="${victim}"><span class="cmp-account-email nui-addr-email">${victim}</span></span>`,
  'a requester of Zendesk': `<div data-test-id="customer-context-tab-navigation"><div data-test-id="ticket-system-field-requester-select">${link}</div></div>`,
  'fields of helpdesks': `<div data-test-id="requester-info-contact-email"><div class="info-details-content">${victim}</div></div><input data-selenium-test="property-input-email" value="${victim}"><div data-attribute-name="email">${link}</div>`,
  'a sidebar': `<aside data-cy="customer-sidebar" data-tab="customer">${link}</aside>`,
  'a contact of Salesforce': `<lightning-formatted-email>${link}</lightning-formatted-email>`,
  'ids of osTicket': `<span id="user-9-email">${victim}</span><span id="user-9-name">Victim</span>`,
  'a list of GLPI': `<select data-actor-type="requester"><option data-itemtype="User" data-default-email="${victim}">Victim</option></select>`,
  'requestors of Request Tracker': `<div class="ticket-info-people"><div class="requestors"><div class="value"><span class="user" data-user-id="9">Victim &lt;${victim}&gt;</span></div></div></div>`,
  'a head of Roundcube': `<table class="headers-table"><tr><td class="header from"><a class="rcmContactAddress" title="${victim}">Victim</a></td></tr></table>`,
  'a head of any page': `<header><h2>Hello</h2><address>${link}</address></header><article><h2>${link}</h2></article>`,
};

const WRITTEN = /<p>您好[\s\S]*?<\/blockquote>/g;
const withText = pages.filter(page => (page.html + (page.frame ?? '')).includes('<p>您好'));

/** Fields of a form are taken out of messages by this product itself. */
const takesOut = ['glpi-by-hand'];
const scrambled = withText.filter(page => !takesOut.includes(page.name));

/** Those of the pages on which a text poses as somebody. */
function posing(
  text: string,
  among: typeof pages,
  change: (html: string) => string = html => html,
): string[] {
  const fooled = among.filter(({ html, frame, url }) => {
    const written = (page: string) => change(page).replace(WRITTEN, text);
    const { contacts } = readPage(framed(written(html), url.href, frame && written(frame)), url, { own: [] });
    return contacts.some(contact => contact.email === victim);
  });
  return fooled.map(page => page.name);
}

describe.each(Object.entries(forged))('%s in the text of a message', (_, text) => {
  it('is nobody, on every page', () => {
    expect(withText.length).toBeGreaterThan(25);
    expect(posing(text, withText)).toEqual([]);
  });

  it('is nobody with the names of all classes scrambled', () => {
    expect(posing(text, scrambled, scrambleClasses)).toEqual([]);
  });
});

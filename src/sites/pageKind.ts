import { domainOf, isDesk } from './address.ts';
import { isVisible } from './dom.ts';

/** What the address of a page is called where one message, ticket or person is open. */
const WORK =
  /(?:^|[^a-z])(?:tickets?|conversations?|threads?|messages?|msg|e?mails?|mailbox|webmail|inbox|cases?|requests?|issues?|chats?|leads?|contacts|customers?|clients?|(?:help)?desk|agent\w*|otrs|imp|read)(?:[^a-z]|$)/i;
/** Where nobody writes: pages of one's own settings, and the way in. */
const APART =
  /(?:^|[/#!])(?:log-?in|sign-?(?:in|up)|register|settings?|preferences|unsubscribe)(?:[/?#.]|$)/i;
/** What pages for everybody say of themselves to search engines. */
const PUBLISHED =
  'meta[property="og:type"]:not([content=website]), link[type*=rss], link[type*=atom], [itemtype$=Article], [itemtype$=Posting], [itemtype$=Product]';
const ANSWER = 'textarea, [contenteditable=true], [role=textbox]';

/**
 * What a page is for: `work` where its address says that something is open, or it has a field for an answer; `apart`
 * where nobody can be writing, as on pages for everybody.
 */
export function kindOf(document: Document, url: URL): 'work' | 'apart' | 'any' {
  const path = url.pathname + url.search + url.hash;
  if (APART.test(path) || document.querySelector('input[type=password]')) return 'apart';
  if (WORK.test(url.host + path) && /\d/.test(path)) return 'work';
  if (document.querySelector(PUBLISHED)) return 'apart';
  return [...document.querySelectorAll(ANSWER)].some(isAnswer) ? 'work' : 'any';
}

/** Whether an address is that of a desk of the house whose page it is. */
export function isOfHouse(email: string, url: URL): boolean {
  const domain = domainOf(email);
  return isDesk(email) && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

/** A form that asks for one's own address is for visitors: a comment, a question to the house. */
function isAnswer(field: Element): boolean {
  return isVisible(field) && !field.closest('form')?.querySelector('input[type=email]');
}

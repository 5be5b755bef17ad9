import { domainOf, isDesk } from './address.ts';
import { isVisible } from './dom.ts';

/** What the address of a page is called where one message, ticket or person is open. */
const WORK =
  /(?:^|[^a-z])(?:tickets?|conversations?|threads?|messages?|msg|e?mails?|mailbox|webmail|inbox|cases?|requests?|issues?|chats?|leads?|contacts|customers?|clients?|(?:help)?desk|agent\w*|otrs|imp|read)(?:[^a-z]|$)/i;
const NUMBERED = /\d|[A-Za-z0-9_-]{14,}/;
/** Where nobody writes: pages of one's own settings, and the way in. */
const APART =
  /(?:^|[/#!])(?:log-?in|log-?out|sign-?in|sign-?up|register|settings?|preferences|setup|unsubscribe)(?:[/?#.]|$)/i;
/** What pages for everybody say of themselves to search engines. */
const PUBLISHED = [
  'meta[property="og:type"]:is([content="article"], [content^="product"], [content="profile"])',
  'meta[property^="article:"], meta[property^="product:"]',
  'link[rel="alternate"]:is([type*="rss"], [type*="atom"])',
  '[itemtype*="schema.org/"]:is([itemtype$="Article"], [itemtype$="BlogPosting"], [itemtype$="Product"])',
].join();
const ANSWER = 'textarea, [contenteditable=true], [role=textbox]';

/** Whether a page is one in which people are answered: its address says so, or it has a field for an answer. */
export function isWorkplace(document: Document, url: URL): boolean {
  if (APART.test(url.pathname + url.hash) || document.querySelector('input[type=password]')) return false;
  const place = `${url.host}${url.pathname}${url.search}${url.hash}`;
  if (WORK.test(place) && NUMBERED.test(url.pathname + url.search + url.hash)) return true;
  return !isPublished(document) && [...document.querySelectorAll(ANSWER)].some(isAnswer);
}

/** Whether a page is for everybody, or one where nobody can be writing. */
export function isApart(document: Document, url: URL): boolean {
  return (
    APART.test(url.pathname + url.hash) ||
    document.querySelector('input[type=password]') !== null ||
    (isPublished(document) && !isWorkplace(document, url))
  );
}

/** Whether an address is that of a desk of the house whose page it is. */
export function isOfHouse(email: string, url: URL): boolean {
  const domain = domainOf(email);
  return isDesk(email) && (url.hostname === domain || url.hostname.endsWith(`.${domain}`));
}

function isPublished(document: Document): boolean {
  return document.querySelector(PUBLISHED) !== null;
}

/** A form that asks for one's own address is for visitors: a comment, a question to the house. */
function isAnswer(field: Element): boolean {
  return isVisible(field) && !field.closest('form')?.querySelector('input[type=email]');
}

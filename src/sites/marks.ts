import { QUOTED } from './dom.ts';

/** Whose place an element is, as far as the markup says. */
export type Role = 'sender' | 'reply' | 'other' | 'head' | 'elsewhere';

const BODY = [
  QUOTED,
  'pre, footer, [role=contentinfo], script, style, noscript, template, textarea, input, select, option',
].join(',');

/** Names that developers give to what holds the text of a message. */
const BODY_NAME =
  /^(?:(?:message|mail|email|msg|thread|comment|reply|post|ticket|article|entry)[-_]*(?:body|text|html|part|htmlpart|stanza|content|quote|bubble)s?|gmail[-_]quote|markdown-body|a3s)$/i;
const BODY_WORDS = new Set(
  'body prose quote quoted signature bubble richtext stanza htmlpart messagebody mailbody'.split(' '),
);
/** A body of something else. */
const FRAME_WORDS = new Set(
  'card panel modal table list accordion dialog sidebar page main basic section drawer'.split(' '),
);
const MESSAGE_WORDS = new Set(
  'message messages mail email msg thread comment reply post ticket article entry conversation'.split(' '),
);
const SENDER = new Set(
  'from sender requester requesters requestor requestors customer author reporter client buyer visitor contact'.split(
    ' ',
  ),
);
const OTHER = new Set(
  'to cc bcc assignee agent owner profile login logged me self team staff replyto'.split(' '),
);
/** What the place of who is signed in is called. */
const ACCOUNT = new Set('account profile usermenu login logged me self current signout'.split(' '));
/** These say it of the element itself only: a sender can be shown by what shows recipients elsewhere. */
const WEAKLY_OTHER = new Set('recipient recipients account'.split(' '));
const NAMING = [
  'class',
  'id',
  'data-testid',
  'data-test-id',
  'data-selenium-test',
  'data-cy',
  'data-id',
  'data-tab',
  'data-actor-type',
  'itemprop',
  'data-field',
];
const NEAR = 6;
const NAME_WORDS = new Set('name names nick nickname displayname fullname username'.split(' '));
const LIST_NAME = /^(?:message|mail|thread|conversation|item|ticket|inbox)s?[-_](?:\w+[-_])?list$/i;

/** What the markup calls an element: class, id, test ids and their like, in kebab case. */
export function namesOf(element: Element): string[] {
  const given = NAMING.map(attribute => element.getAttribute(attribute) ?? '').join(' ');
  return given
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .split(/\s+/)
    .filter(Boolean);
}

/** Whose place it is: the nearest element around that is named says so. */
export function roleOf(element: Element): Role {
  let head = false;
  let weak = false;
  let steps = 0;
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    const role = steps < NEAR ? namedRole(at) : null;
    if (role === 'weak') weak = true;
    else if (role) return role;
    head ||= at.tagName === 'HEADER' || /^H[1-4]$/.test(at.tagName) || at.tagName === 'ADDRESS';
    head ||= at.tagName === 'ASIDE' || /^(?:heading|complementary)$/.test(at.getAttribute('role') ?? '');
    steps++;
  }
  return weak ? 'other' : head ? 'head' : 'elsewhere';
}

/** The role that an element's own names tell; of several the sender's. */
export function namedRole(element: Element): 'sender' | 'reply' | 'other' | 'weak' | null {
  let role: 'other' | 'weak' | null = null;
  for (const name of namesOf(element)) {
    if (/(?:^|[^a-z])reply[-_]?to$/i.test(name)) return 'reply';
    const words = wordsOf(name);
    if (/user-?_?menu/i.test(name)) role = 'other';
    else if (words.some(word => SENDER.has(word))) return 'sender';
    else if (words.some(word => OTHER.has(word))) role = 'other';
    else if (words.some(word => WEAKLY_OTHER.has(word))) role ??= 'weak';
  }
  return role;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

/** Whether an element is called, or lies in what is called, the account of who is signed in. */
export function isAccount(element: Element): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < 4; at = at.parentElement, steps++) {
    if (
      namesOf(at)
        .flatMap(wordsOf)
        .some(word => ACCOUNT.has(word))
    )
      return true;
  }
  return false;
}

/** Whether an element lies in what somebody wrote. */
export function isMessageText(element: Element): boolean {
  if (element.closest(BODY)) return true;
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (at.localName.includes('rich-text') || isBodyName(at)) return true;
  }
  return false;
}

function isBodyName(element: Element): boolean {
  return namesOf(element).some(name => {
    if (BODY_NAME.test(name)) return true;
    const words = wordsOf(name);
    if (words.some(word => FRAME_WORDS.has(word))) return false;
    const isText = words
      .slice(0, Math.max(0, words.lastIndexOf('content')))
      .some(word => MESSAGE_WORDS.has(word));
    return isText || words.some(word => BODY_WORDS.has(word)) || /richtext|rich-?text/i.test(name);
  });
}

/** Whether the markup calls an element, or what it is directly in, a name: then an address in it is one by choice. */
export function isName(element: Element): boolean {
  const around = [element, element.parentElement].filter(each => each !== null);
  return around.some(each =>
    namesOf(each)
      .flatMap(wordsOf)
      .some(word => NAME_WORDS.has(word)),
  );
}

/** Whether an element lies in what the markup calls a list of messages. */
export function isInMessageList(element: Element): boolean {
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    if (namesOf(at).some(name => LIST_NAME.test(name))) return true;
  }
  return false;
}

/**
 * Whether an element stands among paragraphs or quotations, as in a text that somebody wrote and nothing in the
 * markup calls so: what it states in a link or an attribute may be put there to pose as somebody.
 */
export function isAmongParagraphs(element: Element): boolean {
  let at: Element | null = element;
  for (let steps = 0; at && steps < 4; steps++, at = at.parentElement) {
    if (/^(?:HEADER|ASIDE|ARTICLE|MAIN|SECTION|NAV|BODY|TD|TH|DD)$/.test(at.tagName)) return false;
    if (/^(?:P|BLOCKQUOTE)$/.test(at.tagName)) return true;
    if ([...at.children].some(child => child.tagName === 'BLOCKQUOTE')) return true;
  }
  return false;
}

import { QUOTED } from './dom.ts';

/** Whose place an element is, as far as the markup says; an author may be anybody on a page for everybody. */
export type Role = 'sender' | 'author' | 'reply' | 'other' | 'head' | 'elsewhere';

const BODY = [
  QUOTED,
  'pre, code, footer, [role=contentinfo], script, style, noscript, template, textarea, input, select, option',
].join(',');

/** Names that developers give to what holds the text of a message. */
const BODY_NAME =
  /^(?:(?:message|mail|email|msg|thread|comment|reply|post|ticket|article|entry)[-_]*(?:body|text|html|part|htmlpart|stanza|content|quote|bubble)s?|gmail[-_]quote|markdown-body|a3s)$/i;
const BODY_WORDS = new Set(
  'body prose quote quoted signature bubble richtext stanza htmlpart messagebody mailbody'.split(' '),
);
/** A body of something else. */
const FRAME_WORDS = new Set(
  'addr address card panel modal table list accordion dialog sidebar page main basic section drawer'.split(
    ' ',
  ),
);
const MESSAGE_WORDS = new Set(
  'message messages mail email msg thread comment reply post ticket article entry conversation'.split(' '),
);
const SENDER = new Set('from sender requester requesters requestor requestors customer reporter'.split(' '));
/** These show recipients too, in a place that is called so. */
const WEAKLY_SENDER = new Set('author client buyer visitor contact'.split(' '));
/** With these it is the house's own place for its customers: customer service, contact us. */
const OF_HOUSE = new Set('service support care us link form help'.split(' '));
const OTHER = new Set(
  'to cc ccs bcc assignee agent owner login logged me self team staff replyto followers organization'.split(
    ' ',
  ),
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
  'data-fieldname',
  'data-attribute-name',
];
const NEAR = 6;
const NAME_WORDS = new Set('name names nick nickname displayname fullname username'.split(' '));
const LIST_NAME =
  /^(?:message|mail|thread|conversation|item|ticket|inbox)s?[-_](?:\w+[-_])?list(?:[-_]?(?:\w+[-_])?(?:item|row)s?)?$|(?:mailbox|inbox|ticket|conversation)[-_]?(?:item|row)s?$/i;

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
  let weak = NEAR;
  let sender = false;
  let steps = 0;
  for (let at: Element | null = element; at && at.tagName !== 'BODY'; at = at.parentElement) {
    const role = steps < NEAR ? namedRole(at) : null;
    if (role === 'weak') weak = Math.min(weak, steps);
    else if (role === 'author') sender = true;
    else if (role === 'sender' && steps - weak > 2) return 'other';
    else if (role === 'sender') return isForeignTo(at) ? 'elsewhere' : role;
    else if (role) return role;
    head ||= at.tagName === 'HEADER' || /^H[1-4]$/.test(at.tagName) || at.tagName === 'ADDRESS';
    head ||= isAside(at) || /^(?:heading)$/.test(at.getAttribute('role') ?? '');
    steps++;
  }
  if (sender && weak === NEAR) return isForeignTo(element) ? 'elsewhere' : 'author';
  return weak < NEAR ? 'other' : head ? 'head' : 'elsewhere';
}

/** A bar beside something; one that stands before everything else is the page's own. */
function isAside(element: Element): boolean {
  if (element.tagName !== 'ASIDE' && element.getAttribute('role') !== 'complementary') return false;
  const first = element.ownerDocument.querySelector('main, [role=main], article, h1, h2, section');
  return first !== null && (first.compareDocumentPosition(element) & 4) /* follows or within */ !== 0;
}

/**
 * Whether what bears a telling name stands in what only a build tool has named: then the page's own elements do not
 * speak this language, and whoever wrote the text can have brought it along.
 */
function isForeignTo(element: Element): boolean {
  for (let at = element.parentElement; at && at.tagName !== 'BODY'; at = at.parentElement) {
    const names = (at.getAttribute('class') ?? '').split(/\s+/).filter(Boolean);
    if (names.length > 0 && names.every(isGenerated) && namesOf(at).length === names.length) return true;
  }
  return false;
}

const UTILITY = /^[a-z-]{1,7}-\d+$/;

function isGenerated(name: string): boolean {
  const isWord = (part: string) => /^[A-Za-z]{3,}$/.test(part) && /[aeiouy]/i.test(part);
  return (
    !UTILITY.test(name) &&
    !name
      .replace(/([a-z])([A-Z])/g, '$1-$2')
      .split(/[^A-Za-z0-9]+/)
      .some(isWord)
  );
}

/** The role that an element's own names tell; of several the sender's. */
export function namedRole(element: Element): 'sender' | 'author' | 'reply' | 'other' | 'weak' | null {
  let role: 'other' | 'author' | 'weak' | null = null;
  for (const name of namesOf(element)) {
    if (/(?:^|[^a-z])reply[-_]?to$/i.test(name)) return 'reply';
    const words = wordsOf(name);
    if (/user-?_?menu/i.test(name)) role = 'other';
    else if (words.some(word => OF_HOUSE.has(word))) continue;
    else if (words.some(word => SENDER.has(word))) return 'sender';
    else if (words.some(word => WEAKLY_SENDER.has(word))) role ??= 'author';
    else if (words.some(word => OTHER.has(word))) role = 'other';
    else if (words.some(word => WEAKLY_OTHER.has(word))) role ??= 'weak';
  }
  return role;
}

function wordsOf(name: string): string[] {
  return name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
}

/** Whether one of the names of an element, or of what is so close around it, passes. */
function isCalled(element: Element, near: number, passes: (name: string) => boolean): boolean {
  for (let at: Element | null = element, steps = 0; at && steps < near; at = at.parentElement, steps++) {
    if (at.tagName !== 'BODY' && namesOf(at).some(passes)) return true;
  }
  return false;
}

/** Whether an element is called, or lies in what is called, the account of who is signed in. */
export function isAccount(element: Element): boolean {
  return isCalled(element, 4, name => wordsOf(name).some(word => ACCOUNT.has(word)));
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
    return isText || words.some(word => BODY_WORDS.has(word)) || /rich[-_]?text/i.test(name);
  });
}

/** Whether the markup calls an element, or what it is directly in, a name: then an address in it is one by choice. */
export function isName(element: Element): boolean {
  return isCalled(element, 2, name => wordsOf(name).some(word => NAME_WORDS.has(word)));
}

const OWN_NAME =
  /(?:user|my|current)(?:account|menu)|account(?:place|menu|switch|info|button)|loggedin|signedin|profile(?:btn|button|menu)/;
const THEIRS = /customer|contact|client|requester|sender/;

/** Whether an element is called the place of who is signed in, wherever it stands. */
export function isOwnPlace(element: Element): boolean {
  return isCalled(element, 4, each => {
    const name = each.toLowerCase().replace(/[^a-z]/g, '');
    return OWN_NAME.test(name) && !THEIRS.test(name);
  });
}

const EMAIL_FIELD = /(?:^|[^a-z])(?:e-?mail)s?(?:$|[^a-z])/i;

/** Whether an element is called the field of an address: by its tag, its names, or those of what is close around. */
export function isEmailField(element: Element): boolean {
  if (element.matches('input[name*="email" i], input[type=email]')) return true;
  return EMAIL_FIELD.test(element.localName) || isCalled(element, 3, name => EMAIL_FIELD.test(name));
}

/** Whether an element lies in what the markup calls a list of messages. */
export function isInMessageList(element: Element): boolean {
  return isCalled(element, Number.POSITIVE_INFINITY, name => LIST_NAME.test(name));
}

/** Whether a paragraph or a quotation stands above an element in what holds both: a text has begun there. */
export function isBelowText(element: Element): boolean {
  for (let at: Element | null = element; at && !/^(?:MAIN|ARTICLE|SECTION|ASIDE|BODY)$/.test(at.tagName); ) {
    for (let above = at.previousElementSibling; above; above = above.previousElementSibling) {
      if (/^(?:P|BLOCKQUOTE)$/.test(above.tagName)) return true;
    }
    at = at.parentElement;
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
    if (at.tagName === 'P' && namedRole(at)) return false;
    if (/^(?:P|BLOCKQUOTE)$/.test(at.tagName)) return true;
    if ([...at.children].some(child => child.tagName === 'BLOCKQUOTE')) return true;
  }
  return false;
}

import type { TaughtPlace } from '../domain/index.ts';
import { declare } from './declared.ts';
import { documentIn, documentsIn, findAll, isVisible, lineOf, QUOTED } from './dom.ts';
import { isMessageText } from './marks.ts';
import type { Reading, Site } from './site.ts';
import { valueAt } from './source.ts';

/** What a page would say by a taught place; null where the user pointed at nothing that can be found again. */
export interface Lesson {
  readonly place: TaughtPlace;
  readonly reading: Reading;
}

const AROUND = { body: QUOTED, shadow: false, hidden: false };
const FARTHEST = 5;
/** Attributes that developers give for others to find an element by, the most lasting first. */
const ANCHORS = [
  ...['data-testid', 'data-test-id', 'data-test', 'data-cy', 'data-qa', 'data-selenium-test', 'data-field'],
  ...['data-tab', 'data-role', 'data-name', 'itemprop', 'id', 'role', 'name'],
];
/** Classes that say how something looks, or that a build has made up. */
const FLEETING =
  /\d|^(?:is|has|js|ng|css|sc|jsx|svelte|active|selected|open|hover|focus|show|hide|hidden)(?:-|$)|^[a-zA-Z]{1,3}$|[A-Z]{2}|[:/[\]]/;

/**
 * What is to be kept of the element at which the user pointed, in the page or in a frame of its origin: an address or
 * a number in it or not far around it, and the way to it by attributes and structure. The way is tried on the page:
 * null unless it leads to one person.
 */
export function learn(element: Element, page: Document, url: URL): Lesson | null {
  const frames = documentsIn(page).find(({ document }) => document === element.ownerDocument)?.frames;
  const path = frames?.map(selectorOf).filter(each => each !== null);
  if (!frames || path?.length !== frames.length) return null;
  for (const found of placesFor(element, url.origin)) {
    const place = frames.length > 0 ? { ...found, frames: path } : found;
    const reading = taughtSite(place).read(page, url, { own: [] });
    if (reading && reading.contacts.length + reading.suggestions.length === 1) return { place, reading };
  }
  return null;
}

function placesFor(element: Element, origin: string): TaughtPlace[] {
  const places: TaughtPlace[] = [];
  const shown = lineOf(element);
  let steps = 0;
  for (
    let at: Element | null = element;
    at && at.tagName !== 'BODY' && steps < FARTHEST;
    at = at.parentElement, steps++
  ) {
    const selector = at === element ? selectorOf(at) : containerOf(at, element);
    if (selector === null) continue;
    const name = at === element ? '' : pathWithin(at, element);
    if (valueAt(at, ':any', AROUND)) places.push({ origin, at: selector, name, reads: 'email' });
    else if (valueAt(at, 'a[href^="tel:" i] @href', AROUND) || /^tel:/i.test(at.getAttribute('href') ?? '')) {
      places.push({ origin, at: selector, name, reads: 'phone' });
    }
  }
  const selector = selectorOf(element);
  if (selector !== null && shown !== '' && shown.length <= 120) {
    places.push({ origin, at: selector, name: '', reads: 'name' });
  }
  return places;
}

/** Reads the pages of a site as the user has taught it. */
export function taughtSite({ origin, frames = [], at, name, reads }: TaughtPlace): Site {
  const names = name === null ? [] : [name === '' ? ':text' : `${name} :text`];
  const host = new URL(origin);
  const site = declare({
    id: 'taught',
    checkedOn: 'by the user',
    sure: 'A',
    withoutClasses: false,
    views: [
      {
        scope: 'body',
        from: [
          {
            at,
            email: reads === 'email' ? [':any'] : [],
            phone: reads === 'phone' ? ['@href', 'a[href^="tel:" i] @href'] : [],
            name: names,
            only: true,
          },
        ],
      },
    ],
  });
  return {
    ...site,
    matches: url => url.origin === host.origin,
    read(page, url, knowledge) {
      const document = frames.reduce<Document | null>(frameIn, page);
      if (!document || !isSelector(document, at)) return null;
      const reading = site.read(document, url, knowledge);
      const places = document === page ? [url] : [url, new URL(document.URL)];
      const thread = places.map(place => place.pathname + place.search + place.hash).join(' ');
      return reading && { ...reading, thread };
    },
  };
}

/** The document in the frame of a selector, where there is one in sight that no message has brought along. */
function frameIn(document: Document | null, selector: string): Document | null {
  const frame = document && isSelector(document, selector) ? document.querySelector(selector) : null;
  return frame && isVisible(frame) && !isMessageText(frame) ? documentIn(frame) : null;
}

function isSelector(document: Document, selector: string): boolean {
  try {
    document.querySelector(selector);
    return true;
  } catch {
    return false; // from a file of somebody else's
  }
}

/**
 * A selector that matches the element and nothing else in sight: the shortest chain of lasting attributes and classes,
 * with places among siblings where nothing else tells. Texts are no part of it, and figures in ids are left open.
 */
export function selectorOf(element: Element): string | null {
  const document = element.ownerDocument;
  const chain: string[] = [];
  for (let at: Element | null = element; at && at.tagName !== 'HTML'; at = at.parentElement) {
    for (const step of [...anchorsOf(at), ...classesOf(at)]) {
      const selector = [step, ...chain].join(' ');
      if (isOnly(document, selector, element)) return selector;
    }
    chain.unshift(anchorsOf(at)[0] ?? classesOf(at)[0] ?? placeOf(at));
    const selector = chain.join(' > ');
    if (at === element && /[[.]/.test(selector) && isOnly(document, selector, element)) return selector;
    if (at.tagName === 'BODY') return isOnly(document, selector, element) ? selector : null;
  }
  return null;
}

/** A selector of what is around an element: by what it has itself, else by what it holds, else by its place. */
function containerOf(outer: Element, inner: Element): string | null {
  const own = selectorOf(outer);
  if (own !== null && /[#.[]/.test(own)) return own;
  const path =
    pathWithin(outer, inner)
      ?.replace(/^:scope /, '')
      .replace(/[^ ]+$/, '') ?? '';
  for (const step of [...anchorsOf(inner), ...classesOf(inner)]) {
    const selector = `${outer.localName}:has(${path}${step})`;
    if (isOnly(outer.ownerDocument, selector, outer)) return selector;
  }
  return own;
}

function isOnly(document: Document, selector: string, element: Element): boolean {
  const matches = findAll(document, selector).filter(each => isVisible(each));
  return matches.length === 1 && matches[0] === element;
}

function anchorsOf(element: Element): string[] {
  return ANCHORS.flatMap(attribute => {
    const value = element.getAttribute(attribute);
    if (!value || value.length > 60 || /[@\s"\\]/.test(value)) return [];
    const [, before = '', after = ''] = /^(\D*)\d[\d-]*(\D*)$/.exec(value) ?? [];
    if (!/\d/.test(value))
      return [attribute === 'id' ? `#${escapeName(value)}` : `[${attribute}="${value}"]`];
    if (before.length + after.length < 4) return [];
    return [(before && `[${attribute}^="${before}"]`) + (after && `[${attribute}$="${after}"]`)];
  });
}

function classesOf(element: Element): string[] {
  return [...element.classList].filter(name => !FLEETING.test(name)).map(name => `.${escapeName(name)}`);
}

function placeOf(element: Element): string {
  const tag = element.localName;
  const alike = [...(element.parentElement?.children ?? [])].filter(each => each.localName === tag);
  return alike.length > 1 ? `${tag}:nth-of-type(${alike.indexOf(element) + 1})` : tag;
}

function pathWithin(outer: Element, inner: Element): string | null {
  const steps: string[] = [];
  for (let at: Element | null = inner; at && at !== outer; at = at.parentElement) steps.unshift(placeOf(at));
  const path = `:scope > ${steps.join(' > ')}`;
  return outer.querySelector(path) === inner ? path : null;
}

function escapeName(name: string): string {
  return name.replace(/[^\w-]/g, sign => `\\${sign}`);
}

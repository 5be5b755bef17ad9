import type { Contact } from '../domain/index.ts';
import { addressesIn, contactOf, domainOf, isAutomatic } from './address.ts';
import { nobody, type Reading, type Site } from './site.ts';

/**
 * Roundcube, skin Elastic. A message opens in a frame of the same origin (preview) or as a page of its own; neither
 * the address nor the title of the outer page tells. The message's HTML lies outside #message-header, and Roundcube
 * prefixes the classes in it, so a mail cannot pose as its own header.
 */
export const roundcube: Site = {
  id: 'roundcube',
  rank: 100,
  checkedOn: '1.6.5, 2026-10',
  sure: 'A',
  matches: (_, document) =>
    document.body?.classList.contains('task-mail') === true &&
    document.querySelector('#layout-content, #message-header, #messagecontframe') !== null,
  read(document, url) {
    if (document.body.classList.contains('action-compose')) return readCompose(document, url);
    const own = addressesIn(document.querySelector('.header-title.username')?.textContent ?? '')[0] ?? '';
    if (document.querySelector('#message-header')) {
      return { thread: threadOf(document), contacts: sendersOf(document, own), suggestions: [] };
    }
    return readPreview(document, own);
  },
};

function readPreview(document: Document, own: string): Reading {
  const selected = [...document.querySelectorAll('#messagelist tr.message.selected')];
  if (selected.length > 1) return nobody;
  const wanted = selected[0] ? uidOfRow(selected[0].id) : '';
  const frame = document.querySelector<HTMLIFrameElement>('iframe#messagecontframe');
  const message = frame?.contentDocument ?? null;
  if (!message?.querySelector('#message-header')) return { ...nobody, thread: wanted };
  const shown = threadOf(message);
  // The row is marked before its message has arrived: until then the frame still holds the previous one.
  if (wanted && shown && wanted !== shown) return { ...nobody, thread: wanted };
  return { thread: shown, contacts: sendersOf(message, own), suggestions: [] };
}

function sendersOf(message: Document, own: string): Contact[] {
  const from = peopleIn(message, 'from');
  const sender = from[0]?.email ?? '';
  if (own && sender === own) return peopleIn(message, 'to').filter(person => person.email !== own);
  const replyTo = peopleIn(message, 'replyto').filter(person => person.email !== own);
  const relayed = isAutomatic(sender) || (own !== '' && domainOf(sender) === domainOf(own));
  return relayed && replyTo.length > 0 ? replyTo : from;
}

function peopleIn(message: Document, header: 'from' | 'replyto' | 'to'): Contact[] {
  const links = message.querySelectorAll(`#message-header td.header.${header} a.rcmContactAddress`);
  return [...links].flatMap(link => {
    const email = addressesIn(link.getAttribute('title') ?? '')[0];
    return email ? [contactOf(email, link.textContent ?? '')] : [];
  });
}

function readCompose(document: Document, url: URL): Reading {
  const written = document.querySelector<HTMLTextAreaElement>('textarea#_to')?.value ?? '';
  const contacts = written.split(/[,;](?=(?:[^"]*"[^"]*")*[^"]*$)/).flatMap(part => {
    const email = addressesIn(part).at(-1);
    return email ? [contactOf(email, part.replace(/<[^>]*>\s*$/, ''))] : [];
  });
  return { thread: `compose ${url.search}`, contacts, suggestions: [] };
}

/** Message number from the page's own address, else from the link that opens it in a window of its own. */
function threadOf(message: Document): string {
  const places = [
    message.URL,
    message.querySelector('#message-header a[href*="_uid="]')?.getAttribute('href'),
  ];
  for (const place of places) {
    const uid = place && /[?&]_uid=([^&#]+)/.exec(place)?.[1];
    if (uid) return decodeURIComponent(uid);
  }
  return '';
}

/** Rows are named rcmrow + base64 of the message number. */
function uidOfRow(id: string): string {
  try {
    return atob(
      id
        .replace(/^rcmrow/, '')
        .replace(/-/g, '+')
        .replace(/_/g, '/'),
    );
  } catch {
    return '';
  }
}

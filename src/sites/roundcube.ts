import { addressesIn, contactOf } from './address.ts';
import { documentIn } from './dom.ts';
import { judge, peopleIn, type Verdict } from './people.ts';
import { nobody, type Reading, type Site } from './site.ts';

/** The head of a message in the skins Elastic, Larry (page, preview) and Classic. */
const HEAD = '#message-header, #messageheader, #messagepreviewheader, table.headers-table';
const PLACES = '#layout-content, #messagelist, #messagecontframe, #message-header, .headers-table';

/**
 * Roundcube. A message opens in a frame of the same origin (preview) or as a page of its own; neither the address nor
 * the title of the outer page tells. The cells of the head are named by the server in every skin; the message's HTML
 * lies outside of it, and Roundcube prefixes the classes in it, so a mail cannot pose as its own head.
 */
export const roundcube: Site = {
  id: 'roundcube',
  rank: 100,
  checkedOn: '1.6.5, 2026-10',
  sure: 'A',
  withoutClasses: false,
  compose: '#composebody, #composebody_ifr',
  matches: (url, document) =>
    document.querySelector(PLACES) !== null &&
    (document.body.classList.contains('task-mail') || /[?&]_task=mail\b/.test(url.search)),
  read(document, url, knowledge) {
    const isCompose =
      document.body.classList.contains('action-compose') || /[?&]_action=compose\b/.test(url.search);
    if (isCompose) return readCompose(document, url);
    const shown = document.querySelector('.header-title.username, .username, #topnav .username');
    const own = new Set([...(knowledge?.own ?? []), ...addressesIn(shown?.textContent ?? '').slice(0, 1)]);
    if (document.querySelector(HEAD)) return { thread: threadOf(document), ...peopleOf(document, own) };
    return readPreview(document, own);
  },
};

function readPreview(document: Document, own: ReadonlySet<string>): Reading {
  const selected = [...document.querySelectorAll('#messagelist tr.message.selected')];
  if (selected.length > 1) return nobody;
  const wanted = selected[0] ? uidOfRow(selected[0].id) : '';
  const frame = document.querySelector<HTMLIFrameElement>('iframe#messagecontframe');
  const message = frame && documentIn(frame);
  if (!message?.querySelector(HEAD)) return { ...nobody, thread: wanted };
  const shown = threadOf(message);
  // The row is marked before its message has arrived: until then the frame still holds the previous one.
  if (wanted && shown && wanted !== shown) return { ...nobody, thread: wanted };
  return { thread: shown, ...peopleOf(message, own) };
}

function peopleOf(message: Document, own: ReadonlySet<string>): Verdict {
  const inCell = (header: string) =>
    peopleIn(
      message.body,
      [{ at: `td.header.${header} a.rcmContactAddress`, email: ['@title'], many: true, hidden: true }],
      {
        body: '#messagebody',
        shadow: false,
        hidden: false,
      },
    );
  return judge([{ from: inCell('from').slice(0, 1), replyTo: inCell('replyto'), to: inCell('to') }], own);
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
    message.querySelector(':is(#message-header, #messageheader) a[href*="_uid="]')?.getAttribute('href'),
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

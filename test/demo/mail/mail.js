import {
  avatar,
  element,
  hint,
  icon,
  longMoment,
  momentAgo,
  paragraphs,
  say,
  shortMoment,
  toast,
} from '../kit/page.js';
import { inbox, sent } from './messages.js';
import { texts } from './texts.js';

const own = { name: say(texts.agent), email: 'care@dawn-coffee.test' };
const folders = [
  ['inbox', 'inbox'],
  ['starred', 'star'],
  ['sent', 'send'],
  ['drafts', 'file'],
  ['archive', 'archive'],
  ['trash', 'trash-2'],
];
const messages = [
  ...inbox.map(each => ({ ...each, folder: 'inbox', to: own })),
  ...sent.map(each => ({ ...each, folder: 'sent', from: own })),
].map(each => ({ ...each, moment: momentAgo(each.days, each.time), replies: [] }));

let searched = '';
let replying = false;

/** The address names what is open: `#inbox/renewal`. */
function place() {
  const [folder, id] = location.hash.slice(1).split('/');
  return {
    folder: folders.some(([name]) => name === folder) ? folder : 'inbox',
    open: messages.find(message => message.id === id) ?? null,
  };
}

function go(folder, id = '') {
  replying = false;
  history.pushState(null, '', `#${folder}${id ? `/${id}` : ''}`);
  draw();
}

function listed(folder) {
  const words = searched.toLowerCase();
  return messages.filter(
    message =>
      (folder === 'starred' ? message.starred : message.folder === folder) &&
      `${message.subject} ${message.from.name} ${message.text}`.toLowerCase().includes(words),
  );
}

function topBar() {
  return element(
    'header',
    { class: 'top' },
    element(
      'a',
      { class: 'brand', href: '#inbox' },
      element('img', { src: '../kit/mail.svg', alt: '', width: 28 }),
      'Demo Mail',
    ),
    element(
      'label',
      { class: 'search' },
      icon('search'),
      element('input', {
        type: 'search',
        placeholder: say(texts.search),
        'aria-label': say(texts.search),
        value: searched,
        input: event => {
          searched = event.currentTarget.value;
          drawList();
        },
      }),
    ),
    element(
      'div',
      { class: 'account' },
      element('div', {}, element('strong', {}, own.name), element('span', { class: 'address' }, own.email)),
      avatar(own.name, 32),
    ),
  );
}

function folderList(current) {
  return element(
    'nav',
    { class: 'folders', 'aria-label': say(texts.folders) },
    element(
      'button',
      { type: 'button', class: 'button primary compose', click: () => toast(say(texts.demo)) },
      icon('pen-line'),
      say(texts.compose),
    ),
    element(
      'ul',
      {},
      folders.map(([name, picture]) => {
        const unread = messages.filter(message => message.unread && message.folder === name).length;
        return element(
          'li',
          {},
          element(
            'a',
            { href: `#${name}`, 'aria-current': name === current && 'page' },
            icon(picture),
            element('span', {}, say(texts[name])),
            unread > 0 && element('b', {}, String(unread)),
          ),
        );
      }),
    ),
    element('p', { class: 'team' }, say(texts.team)),
  );
}

function messageList({ folder, open }) {
  const shown = listed(folder);
  return element(
    'section',
    { class: 'list', 'aria-label': say(texts.messages) },
    element(
      'div',
      { class: 'list-head' },
      element('h2', {}, say(texts[folder])),
      element('span', { class: 'total' }, say(texts.count, { count: shown.length })),
    ),
    element(
      'ul',
      {},
      shown.map(message => row(message, folder, message === open)),
    ),
    shown.length === 0 && element('div', { class: 'empty' }, icon('mail-open', 28), say(texts.noneHere)),
  );
}

function row(message, folder, isOpen) {
  const other = message.folder === 'sent' ? message.to : message.from;
  return element(
    'li',
    {
      id: `row-${message.id}`,
      class: message.unread ? 'row unread' : 'row',
      'aria-current': String(isOpen),
    },
    element(
      'button',
      { type: 'button', click: () => go(folder, message.id) },
      avatar(other.name, 34),
      element(
        'span',
        { class: 'line' },
        element('span', { class: 'who' }, other.name),
        message.files && icon('paperclip', 13),
        element('time', {}, shortMoment(message.moment)),
      ),
      element('span', { class: 'subject' }, message.subject),
      element('span', { class: 'excerpt' }, excerptOf(message.text)),
    ),
    message.starred && element('span', { class: 'starred' }, icon('star', 14)),
  );
}

/** The beginning of a text after its greeting. */
function excerptOf(text) {
  const [first, ...rest] = text.split(/\n+/);
  return (first.length < 24 && rest.length > 0 ? rest.join(' ') : text).slice(0, 90);
}

/** j and k, or the arrows, go through the list as in any webmail. */
function moveByKey(event) {
  const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key];
  if (!step || event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea'))
    return;
  event.preventDefault();
  const { folder, open } = place();
  const shown = listed(folder);
  const next = shown[Math.max(0, Math.min(shown.length - 1, shown.indexOf(open) + step))];
  if (!next) return;
  go(folder, next.id);
  document.querySelector(`#row-${next.id} button`).focus();
}

function readingPane({ open }) {
  if (!open) {
    return element(
      'main',
      { class: 'reader' },
      element('div', { class: 'empty' }, icon('mail-open', 32), say(texts.choose)),
    );
  }
  return element(
    'main',
    { class: 'reader' },
    element(
      'div',
      { class: 'tools', role: 'toolbar' },
      tool('archive', texts.toArchive, () => move(open, 'archive')),
      tool('trash-2', texts.toTrash, () => move(open, 'trash')),
      tool('star', texts.star, () => {
        open.starred = !open.starred;
        draw();
      }),
    ),
    element(
      'article',
      { class: 'message', 'aria-labelledby': 'subject' },
      element(
        'header',
        { class: 'message-head' },
        element('h1', { id: 'subject' }, open.subject),
        people(open),
      ),
      element('div', { class: 'message-body' }, paragraphs(open.text)),
      open.files?.map(file => element('p', { class: 'file' }, icon('paperclip', 14), file)),
      open.replies.map(text =>
        element('div', { class: 'message-body own' }, element('strong', {}, own.name), paragraphs(text)),
      ),
      answer(open),
    ),
  );
}

function people({ from, to, replyTo, moment }) {
  return element(
    'div',
    { class: 'people' },
    avatar(from.name, 40),
    element(
      'div',
      {},
      element(
        'div',
        { class: 'from' },
        element('a', { href: `mailto:${from.email}` }, from.name),
        element('span', { class: 'address' }, `<${from.email}>`),
      ),
      replyTo &&
        element(
          'div',
          { class: 'reply-to' },
          `${say(texts.replyTo)} `,
          element('a', { href: `mailto:${replyTo.email}` }, replyTo.name),
        ),
      element('div', { class: 'to' }, to === own ? say(texts.toMe) : say(texts.to, { name: to.name })),
    ),
    element('time', { datetime: moment.toISOString() }, longMoment(moment)),
  );
}

function answer(message) {
  const name = (message.replyTo ?? message.from).name;
  if (message.folder === 'sent') return null;
  if (!replying) {
    return element(
      'div',
      { class: 'buttons' },
      element(
        'button',
        { type: 'button', class: 'button', click: startReply },
        icon('reply'),
        say(texts.reply),
      ),
      element(
        'button',
        { type: 'button', class: 'button', click: () => toast(say(texts.demo)) },
        icon('forward'),
        say(texts.forward),
      ),
    );
  }
  const text = element('textarea', {
    'aria-label': say(texts.answer, { name }),
    placeholder: say(texts.answer, { name }),
  });
  return element(
    'form',
    {
      class: 'answer',
      submit: event => {
        event.preventDefault();
        if (text.value.trim() === '') return text.focus();
        message.replies.push(text.value);
        replying = false;
        draw();
        toast(say(texts.sentNow));
      },
    },
    text,
    element(
      'div',
      { class: 'buttons' },
      element('button', { class: 'button primary' }, icon('send'), say(texts.send)),
      element(
        'button',
        {
          type: 'button',
          class: 'button',
          click: () => {
            replying = false;
            draw();
          },
        },
        say(texts.discard),
      ),
    ),
  );
}

function startReply() {
  replying = true;
  draw();
  document.querySelector('.answer textarea').focus();
}

function tool(picture, label, press) {
  return element(
    'button',
    { type: 'button', class: 'plain', title: say(label), 'aria-label': say(label), click: press },
    icon(picture),
  );
}

function move(message, folder) {
  message.folder = folder;
  go(place().folder);
}

function drawList() {
  document.querySelector('.list').replaceWith(messageList(place()));
}

/** Draws what the address names; the frame of the page stays. */
function draw() {
  const here = place();
  if (here.open) here.open.unread = false;
  document.title = here.open ? `${here.open.subject} · Demo Mail` : `${say(texts[here.folder])} · Demo Mail`;
  const scrolled = document.querySelector('.list ul')?.scrollTop ?? 0;
  document.querySelector('.folders').replaceWith(folderList(here.folder));
  drawList();
  document.querySelector('.reader').replaceWith(readingPane(here));
  document.querySelector('.list ul').scrollTop = scrolled;
}

document.body.append(
  element(
    'div',
    { class: 'page' },
    hint() ?? '',
    topBar(),
    element(
      'div',
      { class: 'panes' },
      element('nav', { class: 'folders' }),
      element('section', { class: 'list' }),
      element('main', { class: 'reader' }),
    ),
  ),
);
draw();
addEventListener('popstate', draw);
addEventListener('keydown', moveByKey);

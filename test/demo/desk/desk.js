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
import { texts } from './texts.js';
import { tickets } from './tickets.js';

const own = { name: say(texts.agent), email: 'care@dawn-coffee.test' };
let view = 'all';
let searched = '';

for (const ticket of tickets) {
  for (const entry of ticket.conversation) entry.moment = momentAgo(entry.days, entry.time);
}

const lastMoment = ticket => ticket.conversation.at(-1).moment;
const channelOf = ticket => say(texts[`${ticket.channel}Channel`]);

/** The ticket that the address names, else the first. */
function current() {
  const number = Number(new URLSearchParams(location.search).get('ticket'));
  return tickets.find(ticket => ticket.number === number) ?? tickets[0];
}

function go(ticket) {
  const address = new URL(location.href);
  address.searchParams.set('ticket', ticket.number);
  history.pushState(null, '', address);
  draw();
}

function listed() {
  const words = searched.toLowerCase();
  return tickets.filter(
    ticket =>
      (ticket.state === 'solved') === (view === 'solvedView') &&
      `${ticket.number} ${ticket.subject} ${ticket.requester.name}`.toLowerCase().includes(words),
  );
}

function rail() {
  const press = () => toast(say(texts.demo));
  const item = (picture, text, isCurrent) =>
    element(
      'button',
      {
        type: 'button',
        'aria-label': say(text),
        title: say(text),
        'aria-current': isCurrent && 'page',
        click: isCurrent ? undefined : press,
      },
      icon(picture, 20),
    );
  return element(
    'nav',
    { class: 'rail' },
    element('img', { src: '../kit/desk.svg', alt: 'Demo Desk', width: 32 }),
    item('ticket', texts.tickets, true),
    item('users', texts.customers, false),
    item('settings', texts.settings, false),
    element('span', { class: 'account', title: `${own.name} ${own.email}` }, avatar(own.name, 32)),
  );
}

function ticketList() {
  const open = current();
  const shown = listed();
  return element(
    'section',
    { class: 'list', 'aria-label': say(texts.tickets) },
    element('h2', {}, say(texts.tickets)),
    element(
      'label',
      { class: 'search' },
      icon('search'),
      element('input', {
        type: 'search',
        value: searched,
        placeholder: say(texts.search),
        'aria-label': say(texts.search),
        input: event => {
          searched = event.currentTarget.value;
          drawRows();
        },
      }),
    ),
    element(
      'div',
      { class: 'views', role: 'group', 'aria-label': say(texts.views) },
      ['all', 'solvedView'].map(name =>
        element(
          'button',
          {
            type: 'button',
            'aria-pressed': String(view === name),
            click: () => {
              view = name;
              draw();
            },
          },
          say(texts[name]),
        ),
      ),
    ),
    element(
      'ul',
      {},
      shown.map(ticket => row(ticket, ticket === open)),
    ),
  );
}

function row(ticket, isOpen) {
  return element(
    'li',
    { class: 'row', 'aria-current': String(isOpen) },
    element(
      'button',
      { type: 'button', click: () => go(ticket) },
      element('span', { class: `dot ${ticket.state}`, title: say(texts[ticket.state]) }),
      element('span', { class: 'subject' }, ticket.subject),
      element('time', {}, shortMoment(lastMoment(ticket))),
      element('span', { class: 'detail' }, `${ticket.requester.name} · #${ticket.number}`),
      ticket.urgent && element('span', { class: 'urgent' }, say(texts.urgent)),
    ),
  );
}

function conversation(ticket) {
  return element(
    'main',
    { class: 'ticket' },
    element(
      'header',
      { class: 'ticket-head' },
      element('h1', {}, ticket.subject),
      element(
        'p',
        {},
        element('span', { class: `badge ${ticket.state}` }, say(texts[ticket.state])),
        ticket.urgent && element('span', { class: 'urgent' }, say(texts.urgent)),
        ` #${ticket.number} · ${say(texts.via, { channel: channelOf(ticket) })}`,
      ),
    ),
    element(
      'ol',
      { class: 'thread' },
      ticket.conversation.map(entry => entryOf(entry, ticket)),
    ),
    answer(ticket),
  );
}

function entryOf({ by, moment, text }, { requester }) {
  const name = by ? own.name : requester.name;
  return element(
    'li',
    { class: by ?? 'customer-entry' },
    avatar(name, 32),
    element(
      'div',
      {},
      element(
        'p',
        { class: 'who' },
        element('strong', {}, name),
        by === 'note' && element('span', { class: 'badge note-badge' }, say(texts.note)),
        element('time', { datetime: moment.toISOString() }, longMoment(moment)),
      ),
      element('div', { class: 'message-body' }, paragraphs(text)),
    ),
  );
}

function answer(ticket) {
  const label = say(texts.answer, { name: ticket.requester.name });
  const text = element('textarea', { placeholder: label, 'aria-label': label });
  const send = solved => event => {
    event.preventDefault();
    if (text.value.trim() === '') {
      text.focus();
      return;
    }
    ticket.conversation.push({ by: 'agent', text: text.value, moment: new Date() });
    ticket.state = solved ? 'solved' : 'pending';
    draw();
    toast(say(texts.sentNow));
  };
  return element(
    'form',
    { class: 'answer', submit: send(false) },
    text,
    element(
      'div',
      { class: 'buttons' },
      element('button', { class: 'button primary' }, icon('send'), say(texts.send)),
      element('button', { type: 'button', class: 'button', click: send(true) }, say(texts.solve)),
    ),
  );
}

function sideBox(ticket) {
  const { requester, conversation: entries, product, state } = ticket;
  const fact = (label, ...value) => [element('dt', {}, say(label)), element('dd', {}, ...value)];
  return element(
    'aside',
    { class: 'side' },
    element(
      'section',
      { class: 'requester' },
      element('h2', {}, say(texts.requester)),
      element('div', { class: 'person' }, avatar(requester.name, 44), element('strong', {}, requester.name)),
      element(
        'p',
        {},
        icon('mail', 15),
        element('a', { href: `mailto:${requester.email}` }, requester.email),
      ),
      requester.phone &&
        element(
          'p',
          {},
          icon('phone', 15),
          element('a', { href: `tel:${requester.phone.replace(/[^+\d]/g, '')}` }, requester.phone),
        ),
      element('p', {}, icon('map-pin', 15), requester.place),
    ),
    element(
      'section',
      {},
      element('h2', {}, say(texts.ticket)),
      element(
        'dl',
        {},
        fact(texts.state, say(texts[state])),
        fact(texts.assignee, own.name),
        product ? fact(texts.product, product) : [],
        fact(texts.channel, channelOf(ticket)),
        fact(texts.created, longMoment(entries[0].moment)),
      ),
    ),
  );
}

function drawRows() {
  const open = current();
  document.querySelector('.list ul').replaceChildren(...listed().map(ticket => row(ticket, ticket === open)));
}

/** Draws the ticket that the address names; the page itself is never loaded again. */
function draw() {
  const ticket = current();
  document.title = `#${ticket.number} ${ticket.subject} · Demo Desk`;
  document.querySelector('.list').replaceWith(ticketList());
  document.querySelector('.ticket').replaceWith(conversation(ticket));
  document.querySelector('.side').replaceWith(sideBox(ticket));
}

document.body.append(
  element(
    'div',
    { class: 'page' },
    hint() ?? '',
    element(
      'div',
      { class: 'panes' },
      rail(),
      element('section', { class: 'list' }),
      element('main', { class: 'ticket' }),
      element('aside', { class: 'side' }),
    ),
  ),
);
draw();
addEventListener('popstate', draw);

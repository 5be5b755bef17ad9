import { avatar, make, messages, words } from '../messages.js';

const say = words({
  tickets: { en: 'Tickets', zh: '工单' },
  open: { en: 'Open', zh: '处理中' },
  opened: { en: 'opened', zh: '创建于' },
  email: { en: 'E-mail', zh: '邮箱' },
  phone: { en: 'Phone', zh: '电话' },
  channel: { en: 'Channel', zh: '渠道' },
  web: { en: 'Web form', zh: '网页表单' },
  reply: { en: 'Reply to the customer', zh: '回复客户' },
  send: { en: 'Send', zh: '发送' },
});

const tickets = messages.map((message, index) => ({ ...message, number: 20431 + index * 7 }));
const tabs = document.getElementById('tickets');
tabs.setAttribute('aria-label', say.tickets);

function tab(ticket) {
  const link = make('a', { href: `?ticket=${ticket.number}` }, `#${ticket.number}`);
  link.addEventListener('click', event => {
    event.preventDefault();
    history.pushState(null, '', link.href);
    show();
  });
  return link;
}

function panel({ name, email, phone }) {
  const line = (label, ...value) => [make('dt', {}, label), make('dd', {}, ...value)];
  return make(
    'aside',
    { class: 'customer-panel' },
    avatar(name),
    make('h2', {}, name),
    make(
      'dl',
      {},
      ...line(say.email, make('a', { href: `mailto:${email}` }, email)),
      ...(phone ? line(say.phone, make('a', { href: `tel:${phone.replaceAll(/[^+\d]/g, '')}` }, phone)) : []),
      ...line(say.channel, say.web),
    ),
  );
}

function thread({ subject, number, when, text }) {
  return make(
    'section',
    { class: 'thread' },
    make('h1', {}, subject),
    make('p', { class: 'state' }, make('b', {}, say.open), ` #${number} · ${say.opened} ${when}`),
    make('div', { class: 'comment-body' }, text.join('\n\n')),
    make('textarea', { 'aria-label': say.reply, placeholder: say.reply }),
    make('button', { class: 'main', type: 'button' }, say.send),
  );
}

/** Shows the ticket that the address names, else the first. The page itself is never loaded again. */
function show() {
  const number = Number(new URLSearchParams(location.search).get('ticket'));
  const ticket = tickets.find(each => each.number === number) ?? tickets[0];
  for (const link of tabs.children) {
    const current = link.textContent === `#${ticket.number}`;
    if (current) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
  document.getElementById('ticket').replaceChildren(panel(ticket), thread(ticket));
  document.title = `#${ticket.number} ${ticket.subject} - Demo Desk`;
}

tabs.append(...tickets.map(tab));
addEventListener('popstate', show);
show();

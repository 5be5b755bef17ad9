import { avatar, make, messages, words } from '../messages.js';

const say = words({
  search: { en: 'Search mail', zh: '搜索邮件' },
  compose: { en: 'Compose', zh: '写邮件' },
  folders: { en: 'Folders', zh: '文件夹' },
  inbox: { en: 'Inbox', zh: '收件箱' },
  starred: { en: 'Starred', zh: '星标邮件' },
  sent: { en: 'Sent', zh: '已发送' },
  drafts: { en: 'Drafts', zh: '草稿箱' },
  archive: { en: 'Archive', zh: '归档' },
  messages: { en: 'Messages', zh: '邮件列表' },
  nothing: { en: 'Open a message.', zh: '请打开一封邮件。' },
  to: { en: 'to agent@shop.test', zh: '发送至 agent@shop.test' },
  reply: { en: 'Reply', zh: '回复' },
  forward: { en: 'Forward', zh: '转发' },
});

const list = document.getElementById('list');
const reader = document.getElementById('reader');
list.setAttribute('aria-label', say.messages);
const search = document.getElementById('search');
search.placeholder = say.search;
search.setAttribute('aria-label', say.search);

const folders = document.getElementById('folders');
folders.setAttribute('aria-label', say.folders);
folders.append(
  make('button', { class: 'main', type: 'button' }, say.compose),
  ...['inbox', 'starred', 'sent', 'drafts', 'archive'].map(folder =>
    make('span', {}, say[folder], folder === 'inbox' ? make('b', {}, String(messages.length)) : ''),
  ),
);

function row(message) {
  const button = make(
    'button',
    { type: 'button' },
    avatar(message.name),
    make('strong', {}, message.name),
    make('time', {}, message.when),
    make('em', {}, message.subject),
  );
  button.addEventListener('click', () => {
    history.pushState(null, '', `?message=${message.id}`);
    show();
  });
  return make('li', { class: message.unread ? 'unread' : undefined, 'data-id': message.id }, button);
}

function read(message) {
  return make(
    'article',
    {},
    make('h1', {}, message.subject),
    make(
      'header',
      { class: 'head' },
      avatar(message.name),
      make(
        'div',
        { class: 'from' },
        make('strong', {}, message.name),
        make('a', { href: `mailto:${message.email}`, 'data-name': message.name }, message.email),
      ),
      make('div', { class: 'to' }, `${say.to} · ${message.when}`),
    ),
    make('div', { class: 'message-body' }, ...message.text.map(part => make('p', {}, part))),
    make(
      'div',
      { class: 'reply' },
      make('button', { class: 'main', type: 'button' }, say.reply),
      make('button', { class: 'plain', type: 'button' }, say.forward),
    ),
  );
}

/** Shows what the address says: one message, or none. The page itself is never loaded again. */
function show() {
  const id = new URLSearchParams(location.search).get('message');
  const message = messages.find(each => each.id === id);
  for (const item of list.children) item.setAttribute('aria-current', String(item.dataset.id === id));
  reader.replaceChildren(message ? read(message) : make('p', { class: 'nothing' }, say.nothing));
  document.title = message ? `${message.subject} - Demo Mail` : 'Demo Mail';
}

list.append(...messages.map(row));
addEventListener('popstate', show);
show();

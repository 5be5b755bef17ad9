// What both demo pages share: language, dates, elements. Text only ever becomes text nodes.
const parameters = new URLSearchParams(location.search);
const wanted = parameters.get('lang') ?? navigator.language;

/** 'zh' or 'en': ?lang=, else the browser's. */
export const language = wanted.toLowerCase().startsWith('zh') ? 'zh' : 'en';
export const locale = language === 'zh' ? 'zh-CN' : 'en';
document.documentElement.lang = locale;
const theme = parameters.get('theme');
if (theme) document.documentElement.dataset.theme = theme;

/** The spelling of a text in the page's language, `{name}` filled in. */
export function say(text, values = {}) {
  return text[language].replace(/\{(\w+)\}/g, (_, name) => values[name] ?? '');
}

/** An element; attributes that are false are left out, functions are listeners, the rest are children. */
export function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === 'function') made.addEventListener(name, value);
    else if (value !== false && value !== undefined) made.setAttribute(name, value === true ? '' : value);
  }
  made.append(...children.flat().filter(child => child !== null && child !== undefined && child !== false));
  return made;
}

export function icon(name, size = 16) {
  const namespace = 'http://www.w3.org/2000/svg';
  const drawing = document.createElementNS(namespace, 'svg');
  const use = document.createElementNS(namespace, 'use');
  use.setAttribute('href', `../kit/icons.svg#${name}`);
  drawing.setAttribute('class', 'icon');
  drawing.setAttribute('width', size);
  drawing.setAttribute('height', size);
  drawing.setAttribute('aria-hidden', 'true');
  drawing.append(use);
  return drawing;
}

/** A coloured disc with a name's first letters. */
export function avatar(name, size = 36) {
  const words = name
    .replace(/[^\p{L}\p{N}\s]/gu, ' ')
    .trim()
    .split(/\s+/);
  const letters = /\p{Script=Han}/u.test(name)
    ? name.slice(-1)
    : words.length > 1
      ? words[0][0] + words.at(-1)[0]
      : name.slice(0, 1);
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.codePointAt(0)) % 360, 7);
  return element(
    'span',
    { class: 'avatar', 'aria-hidden': 'true', style: `--hue:${hue};--size:${size}px` },
    letters.toUpperCase(),
  );
}

/** The moment `days` ago at 'HH:MM'. */
export function momentAgo(days, time) {
  const [hours, minutes] = time.split(':').map(Number);
  const moment = new Date();
  moment.setDate(moment.getDate() - days);
  moment.setHours(hours, minutes, 0, 0);
  return moment;
}

/** As short as a list has room for: the time today, the weekday this week, else the day. */
export function shortMoment(moment) {
  const days = Math.round(
    (new Date().setHours(0, 0, 0, 0) - new Date(moment).setHours(0, 0, 0, 0)) / 86_400_000,
  );
  const form =
    days === 0
      ? { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
      : days < 6
        ? { weekday: 'short' }
        : { month: 'short', day: 'numeric' };
  return moment.toLocaleString(locale, form);
}

export function longMoment(moment) {
  return moment.toLocaleString(locale, {
    weekday: 'short',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
}

/** Paragraphs of a plain text; `>` begins a quoted line. */
export function paragraphs(text) {
  return text
    .trim()
    .split(/\n\s*\n/)
    .map(part =>
      part.startsWith('>') ? element('blockquote', {}, part.replace(/^> ?/gm, '')) : element('p', {}, part),
    );
}

/** Says something at the foot of the page for a few seconds. */
export function toast(text) {
  const note = element('div', { class: 'toast', role: 'status' }, text);
  document.body.append(note);
  setTimeout(() => note.remove(), 3_500);
}

/** The strip that tells a newcomer how to see the card; shown where the address asks for it with ?hint. */
export function hint() {
  if (!parameters.has('hint')) return null;
  const strip = element(
    'aside',
    { class: 'hint', 'aria-label': say({ en: 'How to begin', zh: '如何开始' }) },
    icon('info', 18),
    element(
      'p',
      {},
      say({
        en: 'Press the Tierlens button in the toolbar (behind the puzzle piece), then “Allow this site”. From then on a card tells who is writing.',
        zh: '点击工具栏中的 Tierlens 按钮（在拼图图标里），再点“允许此网站”。之后卡片会告诉你来信的是谁。',
      }),
    ),
    element(
      'button',
      {
        type: 'button',
        class: 'plain',
        'aria-label': say({ en: 'Close', zh: '关闭' }),
        click: () => strip.remove(),
      },
      icon('x'),
    ),
  );
  return strip;
}

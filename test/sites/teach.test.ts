import { describe, expect, it } from 'vitest';
import { patternsOf } from '../../src/domain/index.ts';
import { censor, contactsInSelection, learn, readPage } from '../../src/sites/index.ts';
import { taughtSite } from '../../src/sites/teach.ts';
import { documentOf, framed, pages, scrambleClasses } from './pages.ts';

const url = new URL('https://desk.example.test/t/7?x=1');
const desk = (name: string, inside: string) =>
  `<body><div class="css-1x9"><div data-qa="head"><h2>${name}</h2>${inside}</div></div><p>Ask zhang.wei@acme-sz.test</p></body>`;
const mail = (email: string) => `<a href="mailto:${email}">${email}</a>`;

describe('teaching by pointing', () => {
  const cases: readonly [what: string, page: (name: string, email: string) => string, point: string][] = [
    ['the name beside an address', (name, email) => desk(name, `<span>${email}</span>`), 'h2'],
    ['the address itself', (name, email) => desk(name, `<span>${email}</span>`), 'span'],
    ['a name above a link', (name, email) => desk(name, `<ul><li>${mail(email)}</li></ul>`), 'h2'],
    [
      'an id with a number that is another in each ticket',
      (name, email) =>
        `<body><b id="user-${email.length}-name">${name}</b><i id="user-${email.length}-email">${email}</i></body>`,
      'i',
    ],
    [
      'a name that alone has a mark, beside an address',
      (name, email) =>
        `<body><div><div><div><i data-qa="party">${name}</i><u>${email}</u></div></div><p>x</p></div></body>`,
      'i',
    ],
    [
      'the second cell of a table without any names',
      (name, email) =>
        `<body><table><tr><td>Von</td><td>${name} &lt;${email}&gt;</td></tr><tr><td>An</td><td>a@shop.test</td></tr></table></body>`,
      'tr:first-child td + td',
    ],
  ];
  it.each(cases)('%s', (_, page, point) => {
    const document = documentOf(page('Nora New', 'nora@example.test'), url.href);
    const lesson = learn(document.querySelector(point)!, document, url);
    expect(lesson?.reading.contacts[0]?.email).toBe('nora@example.test');
    const { place } = lesson!;
    expect(place.origin).toBe('https://desk.example.test');
    for (const word of ['Nora', 'nora', 'Von', '@', 'css-1x9'])
      expect(JSON.stringify(place)).not.toContain(word);
    const other = documentOf(scrambleClasses(page('Li', 'li.lei@example.test')), url.href);
    const read = readPage(other, new URL('https://desk.example.test/t/8'), { own: [], taught: place });
    expect(read).toMatchObject({ site: 'taught', contacts: [{ email: 'li.lei@example.test' }] });
  });

  it('of a page that shows a name alone the name is kept, and is a guess', () => {
    const document = documentOf(desk('Nora New', ''), url.href);
    const lesson = learn(document.querySelector('h2')!, document, url)!;
    expect(lesson).toMatchObject({
      place: { reads: 'name' },
      reading: { contacts: [], suggestions: [{ name: 'Nora New' }] },
    });
  });

  it('a telephone number is kept where there is no address', () => {
    const document = documentOf(desk('Nora', '<a href="tel:+4930123456">call</a>'), url.href);
    const lesson = learn(document.querySelector('a')!, document, url)!;
    expect(lesson).toMatchObject({
      place: { reads: 'phone' },
      reading: { contacts: [{ phone: '+4930123456' }] },
    });
  });

  it('what cannot be found again, and nothing at all, teach nothing', () => {
    const document = documentOf('<body><div></div><input><main></main></body>', url.href);
    for (const element of document.querySelectorAll('div, input, main')) {
      expect(learn(element, document, url)).toBeNull();
    }
  });

  it('in frames of the same origin, with the way through the frames; frames of others, and of messages, teach nothing', () => {
    const holding = (frame: string, held: Document) => {
      const document = documentOf(`<body><main><p>x</p>${frame}</main></body>`, url.href);
      Object.defineProperty(document.querySelector('iframe')!, 'contentDocument', { value: held });
      return document;
    };
    const messageOf = (name: string, email: string) =>
      documentOf(desk(name, `<span>${email}</span>`), 'https://desk.example.test/frame?m=7');
    const nested = (inner: Document) =>
      holding('<iframe name="outer"></iframe>', holding('<iframe class="pane"></iframe>', inner));
    const inner = messageOf('Nora New', 'nora@example.test');
    const lesson = learn(inner.querySelector('h2')!, nested(inner), url)!;
    expect(lesson.place).toMatchObject({ frames: ['[name="outer"]', '.pane'], reads: 'email' });
    expect(lesson.reading.contacts).toEqual([{ email: 'nora@example.test', name: 'Nora New' }]);
    const other = nested(messageOf('Li', 'li.lei@example.test'));
    const read = readPage(other, url, { own: [], taught: lesson.place });
    expect(read).toMatchObject({ site: 'taught', thread: '/t/7?x=1 /frame?m=7' });
    expect(read.contacts).toEqual([{ email: 'li.lei@example.test', name: 'Li' }]);

    const foreign = holding('<iframe name="outer" sandbox="allow-same-origin"></iframe>', inner);
    expect(learn(inner.querySelector('h2')!, foreign, url)).toBeNull();
    const ofMessage = holding('<div class="message-body"><iframe name="outer"></iframe></div>', inner);
    expect(learn(inner.querySelector('h2')!, ofMessage, url)).toBeNull();
    const broken = { ...lesson.place, frames: ['['] };
    expect(readPage(other, url, { own: [], taught: broken }).site).not.toBe('taught');
  });

  it('a selector of a broken file is no error of the page', () => {
    const document = documentOf(desk('Nora', mail('nora@example.test')), url.href);
    const site = taughtSite({ origin: url.origin, at: ':::(', name: null, reads: 'email' });
    expect(site.read(document, url)).toBeNull();
    const taught = { origin: url.origin, at: '[', name: null, reads: 'email' } as const;
    expect(() => readPage(document, url, { own: [], taught })).not.toThrow();
  });

  it('where the taught place is empty, the page is read as if nothing had been taught', () => {
    const document = documentOf(
      `<body><div class="from">${mail('nora@example.test')}</div></body>`,
      url.href,
    );
    const taught = { origin: url.origin, at: '.gone', name: null, reads: 'email' } as const;
    expect(readPage(document, url, { own: [], taught }).contacts).toEqual([{ email: 'nora@example.test' }]);
  });
});

describe('a censored report', () => {
  it.each(pages)('of $name holds nobody', ({ html, frame, url: address }) => {
    const report = censor(framed(html, address.href, frame), address, 'x');
    expect(report.split('\n').length).toBeGreaterThan(1);
    for (const secret of [
      '@',
      'wang.fang',
      '王芳',
      'Wang Fang',
      'zhang',
      '13800138000',
      '123456',
      'Order',
      'acme',
    ]) {
      expect(report).not.toContain(secret);
    }
  });

  it('says what is where', () => {
    const document = documentOf(
      `<body><main id="m12"><a class="from x9" data-test-id="sender" title="a@b.test" href="mailto:a@b.test">A</a></main></body>`,
      url.href,
    );
    expect(censor(document, url, 'generic').split('\n')).toEqual([
      'https://….test/…/… generic',
      'body',
      ' main id=m0',
      '  a class=from x0 data-test-id=sender title=‹address› href=mailto ‹text›',
    ]);
  });
});

describe('a selection', () => {
  const patterns = patternsOf(['A-\\d{6}']);
  const cases: readonly [text: string, exact: boolean, contacts: object[]][] = [
    ['', false, []],
    ['Nora New', false, []],
    [' Nora@Example.test\n', true, [{ email: 'nora@example.test' }]],
    ['Nora New <nora@example.test>', true, [{ email: 'nora@example.test', name: 'Nora New' }]],
    [
      '"zhang.wei@acme.test" <mallory@evil.test>',
      false,
      [{ email: 'zhang.wei@acme.test' }, { email: 'mallory@evil.test' }],
    ],
    ['+86 138 0013 8000', true, [{ phone: '+86 138 0013 8000' }]],
    ['A-123456', true, [{ reference: 'A-123456' }]],
    ['my order A-123456 and a@b.test please', false, [{ email: 'a@b.test' }, { reference: 'A-123456' }]],
    ['2026', false, []],
    ['x'.repeat(500), false, []],
  ];
  it.each(cases)('%j', (text, exact, contacts) => {
    expect(contactsInSelection(text, patterns)).toEqual({ exact, contacts });
  });

  it('numbers in the heading and the text of a message stand beside the writer, those of other lines do not', () => {
    const document = documentOf(
      `<title>Re: A-123456</title><body><ul><li>A-222222</li></ul><div class="from">${mail('nora@example.test')}</div>
      <div class="message-body">my order A-654321, 13800138000 <script>A-333333</script></div></body>`,
      url.href,
    );
    const { contacts, suggestions } = readPage(document, url, { own: [], patterns });
    expect(contacts).toEqual([{ email: 'nora@example.test' }]);
    expect(suggestions).toEqual([{ reference: 'A-123456' }, { reference: 'A-654321' }]);
    expect(readPage(document, url, { own: [] }).suggestions).toEqual([]);
  });

  it('of a number in the heading of a page only a guess is made, by pattern', () => {
    const document = documentOf(
      '<title>Re: A-123456</title><body><h1>A-654321, A-12</h1><p>A-111111</p></body>',
      url.href,
    );
    const { contacts, suggestions } = readPage(document, url, { own: [], patterns });
    expect(contacts).toEqual([]);
    expect(suggestions).toEqual([{ reference: 'A-123456' }, { reference: 'A-654321' }]);
  });
});

describe('frames', () => {
  const from = (email: string) => `<body><div class="from">${mail(email)}</div></body>`;
  const outer = (frame: string) => documentOf(`<body><div>${frame}</div></body>`, url.href);
  const holding = (frame: string, held: Document) => {
    const document = outer(frame);
    Object.defineProperty(document.querySelector('iframe')!, 'contentDocument', { value: held });
    return readPage(document, url, { own: [] }).contacts;
  };
  const own = 'https://desk.example.test/message';

  it('of the same origin with an address of its own are read; what a message can bring along is not', () => {
    expect(holding('<iframe></iframe>', documentOf(from('nora@example.test'), own))).toHaveLength(1);
    expect(holding('<iframe></iframe>', documentOf(from('nora@example.test'), 'about:blank'))).toEqual([]);
    expect(holding('<iframe srcdoc="x"></iframe>', documentOf(from('nora@example.test'), own))).toEqual([]);
    expect(
      holding('<iframe sandbox="allow-same-origin"></iframe>', documentOf(from('nora@example.test'), own)),
    ).toEqual([]);
  });

  it('of another origin count by what the background vouches for, outside of messages, one alone', () => {
    const reading = { thread: 't', contacts: [{ email: 'nora@example.test' }], suggestions: [] };
    const frames = [{ origin: 'https://mail.test', reading }];
    const read = (frame: string) => {
      const document = documentOf(`<body>${frame}</body>`, url.href);
      for (const each of document.querySelectorAll('iframe')) each.setAttribute('src', 'https://mail.test/x');
      return readPage(document, url, { own: [], frames }).contacts;
    };
    expect(read('<iframe></iframe>')).toEqual(reading.contacts);
    expect(read('<div class="message-body"><iframe></iframe></div>')).toEqual([]);
    expect(read('<blockquote><iframe></iframe></blockquote>')).toEqual([]);
    expect(read('<iframe></iframe><iframe></iframe>')).toEqual([]);
    expect(read('<iframe srcdoc="x"></iframe>')).toEqual([]);
    expect(read('')).toEqual([]);
  });
});

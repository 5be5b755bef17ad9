import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPage as read, sites } from '../../src/sites/index.ts';
import { expectations, framed, pages, scrambleClasses } from './pages.ts';

const saved = path.resolve(import.meta.dirname, '../../../shared/pages/saved');
const generic = sites.at(-1)!;

function readPage(html: string, url: URL, frame?: string) {
  const document = framed(html, url.href, frame);
  const before = document.documentElement.outerHTML;
  const { missed, ...said } = read(document, url, { own: [] });
  expect(document.documentElement.outerHTML, 'the page is not changed').toBe(before);
  return missed ? { ...said, missed } : said;
}

const emails = (contacts: readonly { readonly email?: string }[]) => contacts.map(contact => contact.email);

describe('pages', () => {
  it.each(pages)('$name', ({ html, url, frame, expected }) => {
    expect(readPage(html, url, frame)).toEqual(expected());
  });

  it('every expectation has its page, every site its pages', () => {
    expect(pages.map(page => page.name).sort()).toEqual([...expectations].sort());
    const read = new Set(pages.map(page => page.expected().site));
    expect(sites.map(site => site.id).filter(id => !read.has(id))).toEqual([]);
  });
});

describe('pages with the names of all classes scrambled', () => {
  const read = pages.filter(page => page.expected().site !== 'generic');
  /** That the agent wrote, by another address than the page names, is told by a class alone. */
  const needClasses = ['proton-answered-by-hand'];
  it.each(read)('$name', ({ name, html, url, frame, expected }) => {
    const reading = readPage(scrambleClasses(html), url, frame && scrambleClasses(frame));
    const wanted = expected();
    const site = sites.find(each => each.id === wanted.site)!;
    if (site.withoutClasses && !needClasses.includes(name))
      expect(emails(reading.contacts)).toEqual(emails(wanted.contacts));
    else if (!needClasses.includes(name))
      for (const email of emails(reading.contacts)) expect(emails(wanted.contacts)).toContain(email);
  });
});

describe('the generic reader alone', () => {
  const withWriter = pages.filter(page => /by-hand$/.test(page.name) && page.expected().contacts.length > 0);
  const results = withWriter.map(({ name, html, url, frame, expected }) => {
    const reading = generic.read(framed(html, url.href, frame), url, { own: ['agent@shop.test'] })!;
    const wanted = emails(expected().contacts);
    const found = emails(reading.contacts);
    return {
      name,
      isFound: found.some(email => wanted.includes(email)),
      isWrong: found.some(email => !wanted.includes(email)),
    };
  });

  it('takes nobody else for the writer', () => {
    expect(results.filter(each => each.isWrong).map(each => each.name)).toEqual([]);
  });

  it('finds the writer on most pages; these are the others', () => {
    const missed = results.filter(each => !each.isFound).map(each => each.name.replace(/-by-hand$/, ''));
    expect(missed).toEqual([
      ...['chatwoot-whatsapp', 'exmail-old', 'freshdesk-phone', 'freshdesk-two-addresses'],
      ...['front', 'front-handle', 'glpi-agent-asks', 'glpi', 'gmail-via-list-details', 'netease-sent'],
      ...['proton-2022', 'qq-mail-old', 'yahoo-address-beside'],
    ]);
    expect(missed.length / results.length).toBeLessThan(0.25);
  });
});

describe.skipIf(!existsSync(saved))('pages saved from real servers (../shared/pages/saved)', () => {
  const roundcube = 'http://127.0.0.1:11080/?_task=mail&_mbox=INBOX';
  const osticket = 'http://127.0.0.1/scp/tickets.php';
  const rt = 'http://127.0.0.1:11081';
  const file = (name: string) => readFileSync(path.join(saved, name), 'utf8');
  const cases: readonly [page: string, url: string, frame: string | null, site: string, emails: string[]][] =
    [
      [
        'roundcube/roundcube-preview',
        roundcube,
        'roundcube/roundcube-preview.frame0',
        'roundcube',
        ['alice.johnson@northwind.test'],
      ],
      [
        'roundcube/roundcube-zh-preview',
        roundcube,
        'roundcube/roundcube-zh-preview.frame0',
        'roundcube',
        ['zhang.wei@acme-sz.test'],
      ],
      [
        'roundcube/roundcube-spoof',
        roundcube,
        'roundcube/roundcube-spoof.frame0',
        'roundcube',
        ['mallory@evil.test'],
      ],
      ['roundcube/roundcube-list', roundcube, 'roundcube/roundcube-list.frame0', 'roundcube', []],
      ['roundcube/roundcube-message', roundcube, null, 'roundcube', ['lina@163mail.test']],
      ['rt/rt-home', `${rt}/`, null, 'generic', []],
      ['rt/rt-search', `${rt}/Search/Results.html?Query=id>0`, null, 'generic', []],
      ['rt/rt-ticket1', `${rt}/Ticket/Display.html?id=1`, null, 'requestTracker', ['zhang.wei@acme-sz.test']],
      [
        'rt/rt-ticket9',
        `${rt}/Ticket/Display.html?id=9`,
        null,
        'requestTracker',
        ['bob@contoso.test', 'gina.park@umbrella.test'],
      ],
      ['osticket/osticket-ticket', `${osticket}?id=1`, null, 'osticket', ['zhang.wei@acme-sz.test']],
      ['osticket/osticket-ticket2', `${osticket}?id=2`, null, 'osticket', ['lina@163mail.test']],
      ['osticket/osticket-queue', osticket, null, 'generic', []],
      [
        'osticket/osticket-user',
        'http://127.0.0.1/scp/users.php?id=2',
        null,
        'osticket',
        ['zhang.wei@acme-sz.test'],
      ],
      [
        'freescout/freescout-conversation',
        'http://127.0.0.1/conversation/1',
        null,
        'freescout',
        ['zhang.wei@acme-sz.test'],
      ],
      [
        'freescout/freescout-hostile',
        'http://127.0.0.1/conversation/2',
        null,
        'freescout',
        ['lina@163mail.test'],
      ],
      ['freescout/freescout-mailbox', 'http://127.0.0.1/mailbox/1/2', null, 'freescout', []],
      ['gmail/injected-thread-identifier', 'https://mail.google.com/mail/u/0/#inbox', null, 'gmail', []],
      [
        'gmail/compose-dialog-evan-brass',
        'https://mail.google.com/mail/u/0/#inbox?compose=new',
        null,
        'gmail',
        [],
      ],
      ['gmail/list-row-2019-redacted', 'https://mail.google.com/mail/u/0/#inbox', null, 'gmail', []],
    ];
  it.each(cases)('%s', (page, url, frame, site, wanted) => {
    const reading = readPage(file(`${page}.html`), new URL(url), frame ? file(`${frame}.html`) : undefined);
    expect(reading.site).toBe(site);
    expect(emails(reading.contacts)).toEqual(wanted);
    expect(reading.suggestions).toEqual([]);
  });

  it('the generic reader never takes an address out of a hostile mail', () => {
    const url = new URL('http://127.0.0.1/conversation/2');
    const reading = generic.read(framed(file('freescout/freescout-hostile.html'), url.href), url)!;
    const all = emails([...reading.contacts, ...reading.suggestions]);
    expect(all).not.toContain('zhang.wei@acme-sz.test');
    expect(all).not.toContain('vip@evil.test');
  });
});

it('what stands in open shadow roots is read where a product has them', () => {
  const url = new URL('https://acme.lightning.force.com/lightning/r/Case/5008d00000AbCdEAAV/view');
  const document = framed(
    '<body><div class="windowViewMode-normal active"><records-panel></records-panel></div></body>',
    url.href,
  );
  const field = document.createElement('lightning-formatted-email');
  const link = document.createElement('a');
  link.setAttribute('href', 'mailto:wang.fang@example.test');
  field.append(link);
  document.querySelector('records-panel')!.attachShadow({ mode: 'open' }).append(field);
  expect(read(document, url, { own: [] }).contacts).toEqual([{ email: 'wang.fang@example.test' }]);
});

it('fields in which an answer is written are found where a product is known to have them', () => {
  const document = framed(
    '<body><div g_editable="true" contenteditable="true"></div></body>',
    'https://x.test/',
  );
  const known = sites.filter(site => site.compose !== undefined);
  const found = known.filter(site => document.querySelector(site.compose!) !== null).map(site => site.id);
  expect(found).toEqual(['gmail']);
  expect(known.length).toBeGreaterThan(10);
});

it('sites are told apart by id, and each says when it was checked and how sure it is', () => {
  expect(new Set(sites.map(site => site.id)).size).toBe(sites.length);
  for (const site of sites) {
    expect(site.checkedOn).toMatch(/\d{4}-\d{2}/);
    expect(['A', 'B', 'C', 'D']).toContain(site.sure);
  }
  expect(sites.at(-1)?.id).toBe('generic');
});

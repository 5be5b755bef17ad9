import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Window } from 'happy-dom';
import { describe, expect, it } from 'vitest';
import { siteFor, sites } from '../../src/sites/index.ts';

const here = import.meta.dirname;
const saved = path.resolve(here, '../../../shared/pages/saved');

function documentOf(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: { disableJavaScriptFileLoading: true, disableCSSFileLoading: true },
  });
  window.document.write(html.replace(/<script\b[\s\S]*?<\/script>|<link\b[^>]*>|<img\b[^>]*>/gi, ''));
  return window.document as unknown as Document;
}

/** Reads a saved page; `frame` stands for what its first frame holds. */
function readPage(html: string, url: string, frame?: string) {
  const document = documentOf(html.replace(/<iframe([^>]*?) src="[^"]*"/g, '<iframe$1'), url);
  const holder = document.querySelector('iframe');
  if (holder && frame !== undefined) {
    Object.defineProperty(holder, 'contentDocument', { value: documentOf(frame, 'about:blank') });
  }
  const site = siteFor(new URL(url), document);
  const before = document.documentElement.outerHTML;
  const reading = site.read(document, new URL(url));
  expect(document.documentElement.outerHTML, 'the page is not changed').toBe(before);
  return { site: site.id, ...reading };
}

describe('pages', () => {
  const pages = readdirSync(path.join(here, 'pages')).filter(name => !name.endsWith('.frame.html'));
  it.each(pages)('%s', page => {
    const name = page.replace(/\.html$/, '');
    const html = readFileSync(path.join(here, 'pages', page), 'utf8');
    const url = /^<!-- (\S+) -->/.exec(html)?.[1];
    const frame = path.join(here, 'pages', `${name}.frame.html`);
    const expected = JSON.parse(readFileSync(path.join(here, 'expected', `${name}.json`), 'utf8'));
    const held = existsSync(frame) ? readFileSync(frame, 'utf8') : undefined;
    expect(readPage(html.replace(/^.*\n/, ''), url!, held)).toEqual(expected);
  });

  it('every expectation has its page', () => {
    const expected = readdirSync(path.join(here, 'expected')).map(name => name.replace(/\.json$/, '.html'));
    expect(pages.sort()).toEqual(expected.sort());
  });
});

describe.skipIf(!existsSync(saved))('pages saved from real servers (../shared/pages/saved)', () => {
  const url = 'http://127.0.0.1:11080/?_task=mail&_mbox=INBOX';
  const file = (name: string) => readFileSync(path.join(saved, name), 'utf8');
  const cases: readonly [page: string, frame: string | null, site: string, emails: string[]][] = [
    [
      'roundcube/roundcube-preview',
      'roundcube/roundcube-preview.frame0',
      'roundcube',
      ['alice.johnson@northwind.test'],
    ],
    [
      'roundcube/roundcube-zh-preview',
      'roundcube/roundcube-zh-preview.frame0',
      'roundcube',
      ['zhang.wei@acme-sz.test'],
    ],
    ['roundcube/roundcube-spoof', 'roundcube/roundcube-spoof.frame0', 'roundcube', ['mallory@evil.test']],
    ['roundcube/roundcube-list', 'roundcube/roundcube-list.frame0', 'roundcube', []],
    ['roundcube/roundcube-message', null, 'roundcube', ['lina@163mail.test']],
    ['rt/rt-home', null, 'generic', []],
  ];
  it.each(cases)('%s', (page, frame, site, emails) => {
    const reading = readPage(file(`${page}.html`), url, frame ? file(`${frame}.html`) : undefined);
    expect(reading.site).toBe(site);
    expect(reading.contacts.map(contact => contact.email)).toEqual(emails);
  });

  it('the generic reader never takes an address out of a hostile mail', () => {
    const reading = readPage(file('freescout/freescout-hostile.html'), 'http://127.0.0.1/conversation/2');
    const all = [...reading.contacts, ...reading.suggestions].map(contact => contact.email);
    expect(all).not.toContain('zhang.wei@acme-sz.test');
  });
});

it('sites are told apart by id, and each says when it was checked', () => {
  expect(new Set(sites.map(site => site.id)).size).toBe(sites.length);
  for (const site of sites) expect(site.checkedOn).toMatch(/\d{4}-\d{2}/);
  expect(sites.at(-1)?.id).toBe('generic');
});

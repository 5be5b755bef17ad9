import { expect, type Page, test } from '@playwright/test';
import type { readPage } from '../../src/sites/index.ts';
import { chooseBrowser, thisMachine } from '../run/browser.ts';
import { pages, scrambleClasses } from '../sites/pages.ts';
import { productIn } from './inPage.ts';

// The pages of test/sites in Chromium, each at its own address: real selectors, real frames, real visibility.
test.use({
  launchOptions: { executablePath: chooseBrowser(thisMachine()), args: ['--no-sandbox'] },
});

let readers: string;
test.beforeAll(async () => {
  readers = await productIn('src/sites/index.ts');
});

async function readIn(page: Page, each: (typeof pages)[number], change: (html: string) => string) {
  const { frame, url } = each;
  const html = each.html.replace(
    /<iframe(?![^>]* src=)/,
    frame === undefined ? '<iframe' : '<iframe src="/held"',
  );
  await page.route('**/*', route => {
    const isFrame = route.request().frame() !== page.mainFrame();
    const body = route.request().resourceType() === 'document' ? change(isFrame ? (frame ?? '') : html) : '';
    return route.fulfill({ contentType: 'text/html; charset=utf-8', body });
  });
  await page.goto('about:blank'); // from one address to another of the same page but for the hash nothing would load
  await page.goto(url.href);
  await page.evaluate(readers);
  const reading = await page.evaluate(() => {
    const { product } = window as unknown as { product: { readPage: typeof readPage } };
    return product.readPage(document, new URL(location.href), { own: [] });
  });
  await page.unrouteAll();
  return reading;
}

test('every page is read in Chromium as in the tests of the readers', async ({ page }) => {
  test.setTimeout(120_000);
  const other: string[] = [];
  for (const each of pages) {
    const { contacts, site } = await readIn(page, each, html => html);
    const wanted = each.expected();
    const same = JSON.stringify([site, contacts]) === JSON.stringify([wanted.site, wanted.contacts]);
    if (!same) other.push(`${each.name}: ${site} ${JSON.stringify(contacts)}`);
  }
  expect(other).toEqual([]);
});

test('with the names of all classes scrambled nobody else is found', async ({ page }) => {
  test.setTimeout(120_000);
  const wrong: string[] = [];
  for (const each of pages.filter(
    ({ name }) => /by-hand$/.test(name) && name !== 'proton-answered-by-hand',
  )) {
    const { contacts } = await readIn(page, each, scrambleClasses);
    const wanted = each.expected().contacts.map(({ email }) => email);
    if (contacts.some(({ email }) => !wanted.includes(email))) wrong.push(each.name);
  }
  expect(wrong).toEqual([]);
});

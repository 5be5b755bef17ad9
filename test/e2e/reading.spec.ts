import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { pickTexts } from '../../src/i18n/pick.ts';
import { readingTexts } from '../../src/i18n/reading.ts';
import { allowSite, loadSample, openPopup, openStudio, publish } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { withExtension } from './fixture.ts';

test.describe.configure({ mode: 'serial' });
const group = withExtension('en');
let server: Server;
let port: number;
const known = 'zhang.wei@acme-sz.test';

/** A helpdesk of nobody's, whose markup says nothing; `frame` shows another page in a frame. */
function deskPage(parameters: URLSearchParams): string {
  const [who, name, frame] = ['who', 'name', 'frame'].map(key => parameters.get(key) ?? '');
  const body = parameters.has('quiet')
    ? ''
    : `<div class="k3">Hello, my order is SO-20260701-0001. <b>${known}</b></div>`;
  const message = `<div class="k1"><div class="k2"><i data-qa="party">${name}</i><u>${who}</u></div></div>`;
  return `<!doctype html><html lang="en"><title>Desk</title><body><div class="k0">${who ? message : ''}${body}</div>
    ${frame ? `<iframe src="${frame}" width="700" height="500"></iframe>` : ''}</body></html>`;
}

/** A message in which the markup says who wrote; in its text, frames that pose as another. */
function framedMail(): string {
  const forged = `<div class=from><a href=mailto:li.na@example.test>Li Na</a></div>`;
  return `<!doctype html><title>Mail</title><main><article><div class="from"><a href="mailto:${known}">W</a></div>
    <div class="message-body"><iframe srcdoc="${forged}"></iframe></div></article></main>`;
}

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(pathname === '/mail' ? framedMail() : deskPage(searchParams));
  });
  await new Promise<void>(resolve => server.listen(0, resolve));
  port = (server.address() as AddressInfo).port;
  const studio = await openStudio(group.running);
  await loadSample(studio, 'en');
  await publish(studio, 'en');
  await studio.close();
});

test.afterAll(() => {
  server?.close();
});

const desk = (parameters: Record<string, string>) =>
  `http://127.0.0.1:${port}/desk?${new URLSearchParams(parameters)}`;

async function badgeOf(page: Page): Promise<string> {
  const own = await group.running.context.newPage();
  await own.goto(group.running.url('popup'));
  const text = await own.evaluate(async url => {
    const [tab] = (await chrome.tabs.query({})).filter(each => each.url === url);
    return chrome.action.getBadgeText({ tabId: tab!.id! });
  }, page.url());
  await own.close();
  return text;
}

test('on a page whose markup says nothing the writer is pointed at once, and found from then on', async () => {
  const page = await group.running.context.newPage();
  await page.goto(desk({ who: 'nora.new@example.test', name: 'Nora New' }));
  await allowSite(group.running, page, 'en');
  const popup = await openPopup(group.running, page);
  await popup.getByRole('button', { name: readingTexts.pick.en }).click();
  const card = await ClosedCard.of(page);
  await expect.poll(() => card.text()).toContain(pickTexts.point.en);
  await page.click('.k0', { position: { x: 3, y: 3 } });
  await page.getByText('Nora New').click();
  await expect.poll(() => card.text()).toContain('Found: Nora New · nora.new@example.test');
  await card.press(pickTexts.keep.en);
  await expect.poll(() => card.text()).toContain(`127.0.0.1:${port}`);

  await page.goto(desk({ who: known, name: '张伟' }));
  await expect.poll(() => card.text()).toMatch(/level 1 of \d.*张伟/);
  const studio = await openStudio(group.running, '#/settings');
  await expect(studio.getByText('[data-qa="party"]')).toBeVisible();
  await studio.getByRole('button', { name: /^Forget 127/ }).click();
  await expect(studio.getByText(readingTexts.taughtNone.en)).toBeVisible();
  await studio.close();
  await page.close();
});

test('an address, or the number of an order of a known pattern, is looked up when it is selected', async () => {
  const studio = await openStudio(group.running, '#/settings');
  await studio.getByLabel(readingTexts.patterns.en).fill('SO-\\d{8}-\\d{4}\nA(');
  await studio.getByRole('button', { name: readingTexts.save.en, exact: true }).click();
  await expect(studio.getByRole('alert')).toContainText('A(');
  await studio.close();
  const page = await group.running.context.newPage();
  await page.goto(desk({}));
  const card = await ClosedCard.of(page);
  await page.locator('b').dblclick({ position: { x: 5, y: 5 } });
  await page.locator('b').selectText();
  await expect.poll(() => card.text()).toContain('张伟');
  await page.evaluate(() => getSelection()?.removeAllRanges());
  await expect.poll(() => card.text()).not.toContain('level 1');
  await page.close();
});

test('a message in a frame of another allowed site counts; a frame that a message brings along does not', async () => {
  const page = await group.running.context.newPage();
  const framing = desk({ frame: `http://localhost:${port}/mail`, quiet: '1' });
  await page.goto(framing);
  const card = await ClosedCard.of(page);
  await page.waitForTimeout(600); // a while in which a card would have come
  expect(await card.text()).toBe('');
  await page.goto(`http://localhost:${port}/mail`);
  await allowSite(group.running, page, 'en');
  await page.goto(framing);
  await expect.poll(() => card.text()).toMatch(/level 1 of \d.*张伟/);
  expect(await card.text()).not.toContain('Li Na');
  await page.close();
});

test('a known product whose pages have changed says so; the report holds nobody', async () => {
  const page = await group.running.context.newPage();
  const address = 'https://mail.google.com/mail/u/0/#inbox/FMfcgzQZTpLqXYZabcDEFghi';
  await page.route('https://mail.google.com/**', route =>
    route.fulfill({
      contentType: 'text/html; charset=utf-8',
      body: deskPage(new URLSearchParams({ who: 'nora.new@example.test', name: '王芳', quiet: '1' })),
    }),
  );
  await page.goto(address);
  await allowSite(group.running, page, 'en');
  await expect.poll(() => badgeOf(page)).toBe('!');
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  const popup = await openPopup(group.running, page);
  await expect(popup.getByText(readingTexts.missedShort.en)).toBeVisible();
  const report = await popup.evaluate(async () => {
    const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
    return chrome.runtime.sendMessage({ to: 'background', name: 'report', input: { tabId: tab!.id } });
  });
  expect(report).toMatchObject({ ok: true, value: expect.stringContaining('gmail') });
  expect(report.value).toContain('‹text with address›');
  expect(report.value).not.toMatch(/@|王芳|nora/);
  await group.running.closeSurface(popup);
  await page.close();
});

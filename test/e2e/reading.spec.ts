import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import type { ReadingSettings } from '../../src/domain/index.ts';
import { cardTexts } from '../../src/i18n/card.ts';
import { pickTexts } from '../../src/i18n/pick.ts';
import { readingTexts } from '../../src/i18n/reading.ts';
import { taughtFile } from '../../src/shell/reading.ts';
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

/** A message in which the markup says who wrote; in its text, a number, and frames that pose as another. */
function framedMail(who: string): string {
  const forged = `<div class=from><a href=mailto:li.na@example.test>Li Na</a></div>`;
  return `<!doctype html><title>Mail</title><main><article><div class="from"><a href="mailto:${who}">W</a></div>
    <div class="message-body"><p>My number is sample-00001.</p><iframe srcdoc="${forged}"></iframe></div></article></main>`;
}

test.beforeAll(async () => {
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(
      pathname === '/mail' ? framedMail(searchParams.get('who') ?? known) : deskPage(searchParams),
    );
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

test('in a frame of the same site too, kept over a file and a reload; in a frame of another site the bar says so', async () => {
  const page = await group.running.context.newPage();
  const framing = (address: string) => desk({ frame: address, quiet: '1' });
  const point = async () => {
    const popup = await openPopup(group.running, page);
    await popup.getByRole('button', { name: readingTexts.pick.en }).click();
    await expect.poll(() => card.text()).toContain(pickTexts.point.en);
  };
  await page.goto(framing(desk({ who: 'nora.new@example.test', name: 'Nora New' })));
  const card = await ClosedCard.of(page);
  await point();
  await page.frameLocator('iframe').getByText('Nora New').click();
  await expect.poll(() => card.text()).toContain('Found: Nora New · nora.new@example.test');
  await card.press(pickTexts.keep.en);
  await expect.poll(() => card.text()).toContain(`127.0.0.1:${port}`);

  const studio = await openStudio(group.running, '#/settings');
  await expect(studio.getByText(/iframe » .*\[data-qa="party"\]/)).toBeVisible();
  const { reading } = await studio.evaluate(() => chrome.storage.local.get<{ reading: ReadingSettings }>());
  await studio.getByRole('button', { name: /^Forget 127/ }).click();
  await expect(studio.getByText(readingTexts.taughtNone.en)).toBeVisible();
  await studio.locator('input[accept^=".json"]').setInputFiles({
    name: 'sites.json',
    mimeType: 'application/json',
    buffer: Buffer.from(taughtFile(reading.taught)),
  });
  await expect(studio.getByRole('button', { name: /^Forget 127/ })).toBeVisible();
  await page.goto(framing(desk({ who: known, name: '张伟' })));
  await page.reload();
  await expect.poll(() => card.text()).toMatch(/level 1 of \d.*张伟/);
  // The message changes within its frame, which itself stays.
  await page
    .frameLocator('iframe')
    .locator('u')
    .evaluate(element => {
      element.textContent = 'alice.johnson@northwind.test';
    });
  await expect.poll(() => card.text()).toContain('Alice Johnson');

  await page.goto(framing(`http://localhost:${port}/desk?who=x%40y.test&name=X`));
  await point();
  await page.locator('iframe').click();
  await expect.poll(() => card.text()).toContain(pickTexts.foreign.en);
  await page.mouse.move(1_000, 20);
  await expect.poll(() => card.text()).toContain(pickTexts.point.en);
  await page.keyboard.press('Escape');
  await expect.poll(() => card.text()).not.toContain(pickTexts.point.en);
  await studio.getByRole('button', { name: /^Forget 127/ }).click();
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

test('a number in the message of a stranger hints at whose it is; that it is them the user says', async () => {
  const studio = await openStudio(group.running, '#/settings');
  await studio.getByLabel(readingTexts.patterns.en).fill('sample-\\d{5}');
  await studio.getByRole('button', { name: readingTexts.save.en, exact: true }).click();
  await expect(studio.getByRole('status')).toContainText(readingTexts.saved.en);
  const { name } = await studio.evaluate(async () => {
    const input = { id: 'sample-00001' };
    return (await chrome.runtime.sendMessage({ to: 'background', name: 'cardOf', input })).value;
  });
  await studio.close();
  const page = await group.running.context.newPage();
  await page.goto(`http://127.0.0.1:${port}/mail?who=stranger@example.test`);
  const card = await ClosedCard.of(page);
  await expect.poll(() => card.text()).toContain(cardTexts.unknownTitle.en);
  const hint = cardTexts.hint.en.replace('{reference}', 'sample-00001').replace('{name}', name);
  await expect.poll(() => card.text()).toContain(hint);
  await card.pressSteadily(hint);
  await expect.poll(() => card.text()).not.toContain(cardTexts.unknownTitle.en);
  expect(await card.text()).toContain(name);
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

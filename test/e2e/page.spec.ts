import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { allowSite, loadSample, openStudio, publish, stopWorker } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { withExtension } from './fixture.ts';
import { withRealServer } from './realServer.ts';

const ROUNDCUBE = 'http://127.0.0.1:11080/';

test.describe.configure({ mode: 'serial' });
const group = withExtension('en');
let server: Server;
let mailbox: string;

test.beforeAll(async () => {
  server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    response.end(mailPage(new URL(request.url ?? '/', 'http://x').searchParams));
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  mailbox = `http://127.0.0.1:${(server.address() as AddressInfo).port}/mail`;
});

test.afterAll(() => {
  server?.close();
});

/** A mail page of our own: who writes is in the head, somebody else in the text. */
function mailPage(parameters: URLSearchParams): string {
  const [from, name] = [parameters.get('from'), parameters.get('name') ?? ''];
  const body = '<p>Please ask <a href="mailto:li.na@example.test">li.na@example.test</a></p>';
  const head = from ? `<div class="from"><a href="mailto:${from}">${name}</a></div>` : '';
  const fields = `<textarea rows="6">Hi, bye</textarea><div id="stubborn" contenteditable style="height: 80px">Hi</div>
    <script>new MutationObserver(() => stubborn.textContent !== 'Hi' && (stubborn.textContent = 'Hi'))
      .observe(stubborn, { childList: true, subtree: true, characterData: true })</script>`;
  const reply = parameters.has('reply') ? fields : '';
  return `<!doctype html><html lang="en"><title>Mail</title><body><header class="account">agent@shop.test</header>
    <main><article><header><h2>Hello</h2>${head}</header><div class="message-body">${body}</div></article>${reply}</main>`;
}

test('the studio loads the sample and publishes the shipped rules', async () => {
  const studio = await openStudio(group.running);
  expect(await loadSample(studio, 'en')).toBe(true);
  await publish(studio, 'en');
  await studio.close();
});

test('nothing runs on a page before its site is allowed; one press and the card is there', async () => {
  const page = await group.running.context.newPage();
  await page.goto(`${mailbox}?from=zhang.wei@acme-sz.test&name=张伟`);
  const card = await ClosedCard.of(page);
  await page.waitForTimeout(600); // a while in which a card would have come
  expect(await card.text()).toBe('');

  await allowSite(group.running, page, 'en');
  await expect.poll(() => card.text()).toContain('张伟');
  await expect.poll(() => card.text()).toMatch(/level 1 of \d/);
  await page.close();
});

test('a stranger is told as such, added in one press, and known on the next page', async () => {
  const page = await group.running.context.newPage();
  await page.goto(`${mailbox}?from=nora.new@example.test&name=Nora New`);
  const card = await ClosedCard.of(page);
  await expect.poll(() => card.text()).toContain(cardTexts.unknownTitle.en);
  await card.pressSteadily(cardTexts.add.en);
  await expect.poll(() => card.text()).not.toContain(cardTexts.unknownTitle.en);
  await page.goto(`${mailbox}?from=NORA.NEW@example.test`);
  await expect.poll(() => card.text()).toContain('Nora New');
  await page.close();
});

test('the message goes where the answer is written; a field that takes nothing is told, and the message copied', async () => {
  const page = await group.running.context.newPage();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(`${mailbox}?from=zhang.wei@acme-sz.test&reply=1`);
  const card = await ClosedCard.of(page);
  await expect.poll(() => card.text()).toContain('张伟');
  const field = page.locator('textarea');
  await field.evaluate((element: HTMLTextAreaElement) => {
    element.focus();
    element.setSelectionRange(4, 4);
  });
  await card.pressSteadily(cardTexts.insert.en);
  await expect.poll(() => card.text()).toContain(cardTexts.inserted.en);
  const written = await field.inputValue();
  expect(written).toMatch(/^Hi, .{20,}bye$/s);
  await page.keyboard.press('Control+z'); // the keyboard is where the text went
  await expect(field).toHaveValue('Hi, bye');
  await page.locator('#stubborn').click();
  await expect(async () => {
    await card.pressSteadily(cardTexts.insert.en);
    expect(await card.text()).toContain(cardTexts.insertFailed.en);
  }).toPass();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(written.slice(4, -3));
  await page.close();
});

test('with the service worker stopped the card still comes', async () => {
  const page = await group.running.context.newPage();
  await page.goto(mailbox);
  const card = await ClosedCard.of(page);
  await stopWorker(group.running);
  await page.goto(`${mailbox}?from=zhang.wei@acme-sz.test`);
  await expect.poll(() => card.text()).toContain('张伟');
  await page.close();
});

test.describe('on a real Roundcube (../shared/pages)', () => {
  withRealServer('roundcube.sh');

  test('each message shows its own sender; a forged display name shows nobody else', async () => {
    const page = await group.running.context.newPage();
    await page.goto(ROUNDCUBE);
    await page.fill('#rcmloginuser', 'agent@shop.test');
    await page.fill('#rcmloginpwd', 'demo');
    await page.click('#rcmloginsubmit');
    await page.waitForSelector('#messagelist tr.message');
    const card = await ClosedCard.of(page);
    const open = (text: string) => page.locator('#messagelist tr.message', { hasText: text }).first().click();

    await open('张伟');
    await expect.poll(() => card.text()).toContain('张伟');
    await open('Alice Johnson');
    await expect.poll(() => card.text()).toContain('Alice Johnson');
    expect(await card.text()).not.toContain('张伟');

    await stopWorker(group.running);
    await page.bringToFront();
    await open('李娜');
    await expect.poll(() => card.text()).toContain('李娜');

    await open('mallory');
    await expect.poll(() => card.text()).toContain('mallory@evil.test');
    expect(await card.text()).toContain(cardTexts.unknownTitle.en);
    expect(await card.text()).not.toMatch(/张伟|level \d of/);
    await page.close();
  });

  test('whom an answer goes to is shown while it is written; a search that leaves nothing open shows nobody', async () => {
    const page = await group.running.context.newPage();
    await page.goto(`${ROUNDCUBE}?_task=mail&_mbox=INBOX`);
    await page.locator('#messagelist tr.message', { hasText: 'Alice Johnson' }).first().click();
    const card = await ClosedCard.of(page);
    await expect.poll(() => card.text()).toContain('Alice Johnson');
    await page.fill('#mailsearchform', 'SO-2026');
    await page.press('#mailsearchform', 'Enter');
    await expect.poll(() => card.text()).not.toContain('Alice Johnson');
    await page.locator('#messagelist tr.message', { hasText: '张伟' }).first().click();
    await expect.poll(() => card.text()).toContain('张伟');
    await page.locator('#toolbar-menu a.reply').first().click();
    await page.waitForURL(/_action=compose/);
    await expect.poll(() => card.text()).toContain('张伟');
    await card.pressSteadily(cardTexts.insert.en);
    await expect.poll(() => card.text()).toContain(cardTexts.inserted.en);
    await expect(page.locator('#composebody')).toHaveValue(/\{coupon\}/);
    await expect(page.locator('#composebody')).toHaveValue(/^> /m); // what was quoted is still there
    await page.close();
  });
});

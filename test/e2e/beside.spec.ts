import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { chooseBrowser, thisMachine } from '../run/browser.ts';
import { launch, type Running } from '../run/extension.ts';
import { allowSite, loadSample, openPopup, openStudio, publish } from '../run/flow.ts';
import { inProject } from '../run/process.ts';
import { type Site, serve } from '../run/serve.ts';
import { ClosedCard } from './closedCard.ts';

// The side panel and the popup beside a page: what an agent has open all day.

let profile: string;
let running: Running;
let demo: Site;
let mail: Page;
let card: ClosedCard;

test.describe.configure({ mode: 'serial' });

test.beforeAll(async () => {
  test.setTimeout(120_000);
  profile = mkdtempSync(path.join(tmpdir(), 'tierlens-beside-'));
  running = await launch({
    browser: chooseBrowser(thisMachine()),
    extension: process.env.TIERLENS_DIST ?? inProject('dist'),
    profile,
    headless: true,
    language: 'en',
  });
  demo = await serve(inProject('test/demo'));
  const studio = await openStudio(running);
  await loadSample(studio, 'en');
  await publish(studio, 'en');
  await studio.close();
  mail = await running.context.newPage();
  await mail.goto(`${demo.origin}/mail/`);
  await allowSite(running, mail, 'en');
  card = await ClosedCard.of(mail);
});

test.afterAll(async () => {
  await running?.close();
  await demo?.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
});

const openMail = (sender: string) => mail.getByText(sender, { exact: true }).first().click();

test('the panel opens from the card, says why, and follows the message that is open', async () => {
  await openMail('张伟');
  await expect.poll(() => card.text()).toContain('张伟');
  await card.press(cardTexts.openPanel.en);
  const panel = await running.surface('panel');
  await expect(panel.getByRole('heading', { name: '张伟' })).toBeVisible();
  await expect(panel.getByRole('main')).toContainText('Churn risk');
  await expect(panel.getByRole('main')).toContainText(/Recency 98 days > 90 days/);
  await expect(panel.getByText(/Hello 张伟, we have not heard from you for 98 days/)).toBeVisible();
  const { violations } = await new AxeBuilder({ page: panel }).setLegacyMode().analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(node => node.html)])).toEqual([]);

  await openMail('Alice Johnson');
  await expect(panel.getByRole('heading', { name: 'Alice Johnson' })).toBeVisible();
  await expect(panel.getByRole('main')).not.toContainText('张伟');
});

test('the popup finds by pinyin initials, phone tail and e-mail at each key; Enter shows the customer', async () => {
  await mail.bringToFront();
  const popup = await openPopup(running, mail);
  const field = popup.getByRole('combobox').or(popup.getByRole('searchbox')).first();
  const first = popup.getByRole('option').first();
  for (const [typed, found] of [
    ['zw', '张伟'],
    ['zhangwei', '张伟'],
    ['13912345678', '李娜'],
    ['alice.j', 'Alice Johnson'],
  ] as const) {
    await field.fill(typed);
    await expect(first, typed).toContainText(found);
  }
  await field.fill('cj');
  await expect(popup.getByRole('option', { name: /陈静/ }).first()).toBeVisible();
  await field.fill('lina@163mail');
  await expect(first).toContainText('李娜');
  await field.press('Enter');
  const panel = await running.surface('panel');
  await expect(panel.getByRole('heading', { name: '李娜' })).toBeVisible();
});

test('of several customers behind one address the agent chooses', async () => {
  await mail.bringToFront();
  await mail.goto(`${demo.origin}/mail/#inbox/price`);
  await expect.poll(() => card.text()).toMatch(/黄志强/);
  expect(await card.text()).toContain('徐丽');
  await mail.waitForTimeout(300); // the browser reports what is in plain sight every 100 ms
  await card.press('徐丽');
  await expect.poll(() => card.text()).not.toContain('黄志强');
  expect(await card.text()).toContain('徐丽');
});

test('a site that is taken back is left at once', async () => {
  await mail.bringToFront();
  const popup = await openPopup(running, mail);
  await popup.getByRole('button', { name: popupTexts.revoke.en }).click();
  await expect.poll(() => card.text()).toBe('');
});

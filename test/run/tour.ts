import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { rulesTexts } from '../../src/i18n/studio.ts';
import { ClosedCard } from '../e2e/closedCard.ts';
import { launch, type Running } from './extension.ts';
import { allowSite, loadSample, openPopup, openStudio, publish, speak } from './flow.ts';
import type { Site } from './serve.ts';

export interface TourOptions {
  readonly browser: string;
  readonly extension: string;
  readonly demo: Site;
  /** Where pictures and the summary go. */
  readonly out: string;
}

interface Step {
  readonly name: string;
  readonly seconds: number;
  /** What was seen, '' where the picture says it. */
  readonly seen: string;
  readonly pictures: readonly string[];
  readonly error: string | null;
}

/**
 * The main job without a display, in a profile of its own: the sample in, the rules published, the demo site allowed,
 * cards, panel and popup seen. Writes pictures and `summary.md`; resolves to 0, or 1 where a step failed.
 */
export async function tour({ browser, extension, demo, out }: TourOptions): Promise<number> {
  mkdirSync(out, { recursive: true });
  const folder = mkdtempSync(path.join(tmpdir(), 'tierlens-tour-'));
  const running = await launch({
    browser,
    extension,
    profile: path.join(folder, 'profile'),
    headless: true,
    language: 'en',
  });
  const steps: Step[] = [];
  try {
    await walk(running, demo, out, steps);
  } finally {
    await running.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    writeFileSync(path.join(out, 'summary.md'), summary(steps));
  }
  console.log(`\nSummary and pictures: ${path.join(out, 'summary.md')}`);
  return steps.some(step => step.error) ? 1 : 0;
}

async function walk(running: Running, demo: Site, out: string, steps: Step[]): Promise<void> {
  let pictures: string[] = [];
  const picture = async (page: Page, name: string) => {
    await page.screenshot({ path: path.join(out, `${name}.png`), animations: 'disabled' });
    pictures.push(`${name}.png`);
  };
  /** Runs one step; after the first failure the rest is left out. */
  const step = async (name: string, work: () => Promise<string>) => {
    if (steps.some(each => each.error)) return;
    pictures = [];
    const begin = performance.now();
    const done = await work().then(
      seen => ({ seen, error: null }),
      (error: Error) => ({ seen: '', error: error.message }),
    );
    if (done.error) await picture(mail, 'failed').catch(error => console.error(error));
    const seconds = (performance.now() - begin) / 1000;
    steps.push({ name, seconds, pictures, ...done });
    console.log(`${done.error ? 'FAILED' : 'ok    '} ${name} (${seconds.toFixed(1)} s)`);
    if (done.error) console.error(done.error);
  };

  const studio = await openStudio(running);
  const mail = await running.context.newPage();
  await mail.goto(`${demo.origin}/mail/`);
  const card = await ClosedCard.of(mail);
  const open = (id: string) => mail.locator(`#row-${id} button`).click();
  const cardOf = async (words: string) => {
    await expect.poll(() => card.text(), { timeout: 20_000 }).toContain(words);
    return await card.text();
  };

  await step('The studio imports the sample workspace', async () => {
    await studio.bringToFront();
    await loadSample(studio, 'en');
    return await studio.getByRole('contentinfo').innerText();
  });
  await step('The shipped rules are published', async () => {
    await publish(studio, 'en');
    await studio.getByRole('tab', { name: rulesTexts.tabAll.en }).click();
    await expect(studio.getByRole('status').filter({ hasText: /./ })).toHaveCount(0, { timeout: 20_000 }); // toasts
    await picture(studio, 'studio-en');
    return await studio.getByRole('tabpanel').innerText();
  });
  await step('The studio in Chinese, dark', async () => {
    await speak(studio, 'zh');
    await studio.emulateMedia({ colorScheme: 'dark' });
    await expect(studio.locator('html[lang^=zh] .lens').first()).toBeVisible({ timeout: 20_000 });
    await picture(studio, 'studio-zh');
    await speak(studio, 'en');
    await expect(studio.locator('html[lang=en] .lens').first()).toBeVisible({ timeout: 20_000 });
    return '';
  });
  await step('The demo site is allowed by one press', async () => {
    await mail.bringToFront();
    await allowSite(running, mail, 'en');
    return '';
  });
  await step('The demo mailbox shows who is writing', async () => {
    await open('renewal');
    const seen = await cardOf('张伟');
    await picture(mail, 'card');
    return seen;
  });
  await step('The next message in the same page shows another customer', async () => {
    await open('order');
    return await cardOf('Northwind');
  });
  await step('A stranger is told as such, a forged name too', async () => {
    await open('forged');
    const seen = await cardOf('mallory@evil.test');
    expect(seen).toContain(cardTexts.unknownTitle.en);
    await picture(mail, 'card-stranger');
    return seen;
  });
  await step('The side panel opens from the card', async () => {
    await open('renewal');
    await cardOf('张伟');
    await card.press(cardTexts.openPanel.en);
    const panel = await running.surface('panel');
    await expect(panel.getByText('13800138000').first()).toBeVisible({ timeout: 20_000 });
    await picture(panel, 'panel');
    await running.closeSurface(panel);
    return '';
  });
  await step('The popup finds a customer by the initials of the name', async () => {
    const popup = await openPopup(running, mail);
    await popup.getByRole('combobox', { name: popupTexts.searchLabel.en }).fill('zw');
    await expect(popup.getByRole('option').filter({ hasText: '张伟' }).first()).toBeVisible({
      timeout: 20_000,
    });
    await picture(popup, 'popup');
    await running.closeSurface(popup);
    return '';
  });
  await step('The demo helpdesk shows the requester', async () => {
    const desk = await running.context.newPage();
    await desk.goto(`${demo.origin}/desk/?ticket=20438`);
    const deskCard = await ClosedCard.of(desk);
    await expect.poll(() => deskCard.text(), { timeout: 20_000 }).toContain('Northwind');
    await picture(desk, 'desk');
    return await deskCard.text();
  });
}

function summary(steps: readonly Step[]): string {
  const failed = steps.filter(step => step.error).length;
  return [
    '# Tierlens: the main job, once through',
    '',
    `${steps.length - failed} of ${steps.length} steps done${failed > 0 ? ', the rest left out' : ''}.`,
    ...steps.flatMap(({ name, seconds, seen, pictures, error }) => [
      '',
      `## ${error ? 'Failed: ' : ''}${name}`,
      '',
      `${seconds.toFixed(1)} s`,
      ...(error ? ['', '```', error, '```'] : []),
      ...(seen ? ['', `> ${seen.replace(/\s*\n\s*/g, ' · ').trim()}`] : []),
      ...pictures.flatMap(picture => ['', `![${name}](${picture})`]),
    ]),
    '',
  ].join('\n');
}

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';
import type { Language, Text } from '../../src/i18n/index.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { ClosedCard } from '../e2e/closedCard.ts';
import { launch, type Running } from './extension.ts';
import {
  allowSite,
  countsOf,
  dismissToasts,
  loadSample,
  openPopup,
  openStudio,
  pickRule,
  publish,
} from './flow.ts';
import { Journal } from './journal.ts';
import type { Site } from './serve.ts';
import { summaryOf } from './summary.ts';
import { tourTexts } from './tourTexts.ts';

export interface TourOptions {
  readonly browser: string;
  readonly extension: string;
  readonly demo: Site;
  /** Where pictures and `summary.html` go. */
  readonly out: string;
  /** The language of the summary; the tour then goes once more in the other one. */
  readonly language: Language;
}

const patience = { timeout: 20_000 };

/**
 * The main job without a display, once in each language, each in a profile of its own: the sample in, the rules
 * published, the demo site allowed, cards, panel and popup seen. Writes pictures and `summary.html`; throws Stop with
 * one sentence where a step fails.
 */
export async function tour({ browser, extension, demo, out, language }: TourOptions): Promise<void> {
  mkdirSync(out, { recursive: true });
  const journal = new Journal(out, language);
  try {
    for (const spoken of [language, language === 'en' ? 'zh' : 'en'] as const) {
      const profile = mkdtempSync(path.join(tmpdir(), 'tierlens-tour-'));
      const running = await launch({ browser, extension, profile, headless: true, language: spoken });
      try {
        await walk(running, demo, journal, spoken, spoken === language);
      } catch (error) {
        await pictureOfFailure(running, journal);
        throw error;
      } finally {
        await running.close();
        rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
      }
    }
  } finally {
    writeFileSync(path.join(out, 'summary.html'), summaryOf(journal));
    console.log(`\nSummary and pictures: ${path.join(out, 'summary.html')}`);
  }
}

async function walk(
  running: Running,
  demo: Site,
  journal: Journal,
  language: Language,
  first: boolean,
): Promise<void> {
  const step = (name: Text, work: () => Promise<string>) => journal.step(language, name, work);
  const picture = async (page: Page, name: string, caption: Text) => {
    await page.bringToFront();
    await page.mouse.move(0, 0);
    await journal.picture(page, `${name}-${language}`, caption);
  };
  const churnRisk = language === 'zh' ? '流失预警' : 'Churn risk';
  const studio = await openStudio(running);
  const mail = await running.context.newPage();
  await mail.goto(`${demo.origin}/mail/?lang=${language}`);
  const card = await ClosedCard.of(mail);
  const open = async (id: string, shown: string) => {
    await mail.bringToFront();
    await mail.locator(`#row-${id} button`).click();
    await expect.poll(() => card.text(), patience).toContain(shown);
    return await card.text();
  };

  await step(tourTexts.loadSample, async () => {
    await studio.bringToFront();
    await loadSample(studio, language);
    return await studio.getByRole('contentinfo').innerText();
  });
  await step(tourTexts.publishRules, async () => {
    await publish(studio, language);
    const counts = await countsOf(studio, language);
    if (first) journal.counts.push(...counts);
    if (first)
      journal.workspace = (await studio.getByRole('contentinfo').innerText()).replaceAll('\n', ' · ');
    await pickRule(studio, churnRisk);
    await dismissToasts(studio, language);
    await picture(studio, 'studio', tourTexts.pictureStudio);
    return counts.map(({ name, customers }) => `${name} ${customers}`).join(', ');
  });
  await step(tourTexts.allow, async () => {
    await mail.bringToFront();
    await allowSite(running, mail, language);
    return mail.url();
  });
  await step(tourTexts.mailbox, async () => {
    const seen = await open('renewal', churnRisk);
    await picture(mail, 'mailbox', tourTexts.pictureMailbox);
    return seen;
  });
  await step(tourTexts.next, () => open('order', 'Northwind'));
  await step(tourTexts.form, () => open('form', 'Carla Méndez'));
  await step(tourTexts.choose, async () => {
    const seen = await open('price', cardTexts.chooseTitle[language]);
    await picture(mail, 'choose', tourTexts.pictureChoose);
    return seen;
  });
  await step(tourTexts.stranger, async () => {
    await open('stranger', cardTexts.unknownTitle[language]);
    await picture(mail, 'stranger', tourTexts.pictureStranger);
    await open('forged', 'mallory@evil.test');
    await expect.poll(() => card.text(), patience).toContain(cardTexts.unknownTitle[language]);
    const seen = await card.text();
    expect(seen).not.toContain('张伟');
    return seen;
  });
  await step(tourTexts.helpdesk, async () => {
    const desk = await running.context.newPage();
    await desk.goto(`${demo.origin}/desk/?lang=${language}`);
    const deskCard = await ClosedCard.of(desk);
    await expect
      .poll(() => deskCard.text(), patience)
      .toContain(language === 'zh' ? '安抚致歉' : 'Apologise');
    expect(await deskCard.text()).toContain(language === 'zh' ? '不要：感谢老客户' : 'Don’t: Thank you');
    await picture(desk, 'helpdesk', tourTexts.pictureHelpdesk);
    const seen = await deskCard.text();
    await desk.close();
    return seen;
  });
  await step(tourTexts.panel, async () => {
    await open('renewal', churnRisk);
    await card.press(cardTexts.openPanel[language]);
    const panel = await running.surface('panel');
    await expect(panel.getByText('13800138000').first()).toBeVisible(patience);
    await journal.picture(panel, `panel-${language}`, tourTexts.picturePanel);
    await running.closeSurface(panel);
    return '';
  });
  await step(tourTexts.popup, async () => {
    const popup = await openPopup(running, mail);
    await popup.getByRole('combobox', { name: popupTexts.searchLabel[language] }).fill('zw');
    const hits = popup.getByRole('option');
    await expect(hits.filter({ hasText: '张伟' }).first()).toBeVisible(patience);
    await journal.picture(popup.locator('#root > *').first(), `popup-${language}`, tourTexts.picturePopup);
    const found = await hits.count();
    await running.closeSurface(popup);
    return `zw: ${found}`;
  });
  if (!first) return;
  await step(tourTexts.dark, async () => {
    for (const page of [studio, mail]) await page.emulateMedia({ colorScheme: 'dark' });
    await picture(studio, 'studio-dark', tourTexts.pictureStudioDark);
    await picture(mail, 'mailbox-dark', tourTexts.pictureMailboxDark);
    return '';
  });
}

async function pictureOfFailure(running: Running, journal: Journal): Promise<void> {
  for (const [index, page] of running.context.pages().entries()) {
    await page.bringToFront();
    await page.mouse.move(0, 0);
    await journal
      .picture(page, `failed-${index + 1}`, { en: page.url(), zh: page.url() })
      .catch(error => console.error(error));
  }
}

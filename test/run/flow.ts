import { expect, type Page } from '@playwright/test';
import type { Language } from '../../src/i18n/index.ts';
import { kitTexts } from '../../src/i18n/kit.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { readingTexts } from '../../src/i18n/reading.ts';
import { rulesTexts } from '../../src/i18n/studio.ts';
import type { Running } from './extension.ts';
import type { Count } from './journal.ts';

const patience = { timeout: 60_000 };

/** What a newcomer does first, step by step through the product's own screens, in one language. */
export async function openStudio(running: Running, hash = ''): Promise<Page> {
  const studio = await running.context.newPage();
  await studio.goto(running.url('studio', hash));
  await expect(studio.getByRole('heading', { level: 1 }).or(studio.getByRole('main')).first()).toBeVisible(
    patience,
  );
  return studio;
}

/** Loads the sample workspace from the welcome; resolves to false, doing nothing, where there is data already. */
export async function loadSample(studio: Page, language: Language): Promise<boolean> {
  const offer = studio.getByRole('button', { name: rulesTexts.emptySample[language] });
  await expect(offer.or(studio.locator('.monaco-editor')).first()).toBeVisible(patience);
  if (!(await offer.isVisible())) return false;
  await offer.click();
  await expect(studio.locator('.lens').first()).toBeVisible(patience);
  return true;
}

/** Publishes the draft as version `version`. */
export async function publish(studio: Page, language: Language, version = 1): Promise<void> {
  const words = rulesTexts.publish[language];
  await studio
    .getByRole('button', { name: new RegExp(`^${words}`) })
    .first()
    .click(patience);
  await studio.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();
  const told = rulesTexts.publishedToast[language].replace('{version}', String(version));
  await expect(studio.getByRole('status').getByText(told)).toBeVisible(patience);
}

/** Every declaration of the published rules with its customers, as the studio lists them. */
export async function countsOf(studio: Page, language: Language): Promise<Count[]> {
  await studio.getByRole('tab', { name: rulesTexts.tabAll[language] }).click();
  const lines = studio.getByRole('tabpanel').getByRole('listitem').getByRole('button');
  await expect(lines.first()).toBeVisible(patience);
  return (await lines.allInnerTexts()).map(line => {
    const parts = line.split('\n').map(part => part.trim());
    return { name: parts[0] ?? '', customers: parts.at(-2) ?? '', share: parts.at(-1) ?? '' };
  });
}

/** Shows who matches a declaration, from the list of all of them. */
export async function pickRule(studio: Page, name: string): Promise<void> {
  await studio.getByRole('tabpanel').getByRole('listitem').filter({ hasText: name }).first().click();
  await expect(studio.getByRole('listbox').getByRole('option').first()).toBeVisible(patience);
}

/** Closes what the studio has told in passing. */
export async function dismissToasts(studio: Page, language: Language): Promise<void> {
  const dismiss = studio.getByRole('status').getByRole('button', { name: kitTexts.dismiss[language] });
  while (await dismiss.first().isVisible()) await dismiss.first().click();
}

/** Opens the toolbar popup over a page. */
export async function openPopup(running: Running, page: Page): Promise<Page> {
  await running.pressToolbarButton(page);
  return await running.surface('popup');
}

/** Has the browser grant a host unasked: its question cannot be answered from outside, so the host is put on its list. */
export async function grantUnasked(running: Running, address: string): Promise<void> {
  const { protocol, hostname } = new URL(address);
  const extensions = await running.context.newPage();
  await extensions.goto('chrome://extensions/');
  await extensions.evaluate(
    ([id, pattern]) => {
      const { developerPrivate } = (globalThis as unknown as Record<'chrome', DeveloperChrome>).chrome;
      return developerPrivate.addHostPermission(id, pattern);
    },
    [running.id, `${protocol}//${hostname}/*`] as const,
  );
  await extensions.close();
}

/** Allows the site of a page by the product's own button. */
export async function allowSite(running: Running, page: Page, language: Language): Promise<void> {
  await grantUnasked(running, page.url());
  const popup = await openPopup(running, page);
  const allow = popup.getByRole('button', { name: readingTexts.allow[language] });
  const allowed = popup.getByText(popupTexts.allowed[language], { exact: true });
  await expect(allow.or(allowed)).toBeVisible(patience); // with a display the list alone is enough
  if (await allow.isVisible()) await allow.click();
  await expect(allowed).toBeVisible(patience);
  await running.closeSurface(popup);
}

interface DeveloperChrome {
  developerPrivate: { addHostPermission(id: string, pattern: string): Promise<void> };
}

/** Sets the language of the interface as the settings do. */
export async function speak(own: Page, language: Language): Promise<void> {
  await own.evaluate(async wanted => {
    const { settings } = await chrome.storage.local.get('settings');
    await chrome.storage.local.set({ settings: { ...(settings as object), language: wanted } });
  }, language);
}

/** Stops the service worker, as the browser does when it has been idle. */
export async function stopWorker(running: Running): Promise<void> {
  const own = await running.context.newPage();
  await own.goto(running.url('popup'));
  const session = await running.context.newCDPSession(own);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await own.close();
}

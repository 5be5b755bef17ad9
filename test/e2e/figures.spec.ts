import { expect, test } from '@playwright/test';
import { isoOf, localDay, startOf } from '../../src/domain/index.ts';
import { chartTexts } from '../../src/i18n/chart.ts';
import { figuresTexts } from '../../src/i18n/figures.ts';
import { timeTexts } from '../../src/i18n/time.ts';
import { publish } from '../run/flow.ts';
import { callEngine } from './engine.ts';
import { expectAccessible } from './fixture.ts';
import { importFile, like, withStudio } from './studio.ts';

for (const language of ['zh', 'en'] as const) {
  test.describe(`figures and changes by time (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('the next day on which somebody changes is told, wakes the extension, and opens names', async () => {
      const today = localDay(new Date());
      const page = await studio.open('#/import');
      const orders = ['订单号,客户编号,姓名,下单日期,金额', `O1,C1,张伟,${isoOf(today - 28)},500`];
      await importFile(page, language, studio.file('orders.csv', `${orders.join('\n')}\n`));
      await callEngine(page, { method: 'saveDraft', args: ['tag late when recency > 30 days'] });
      await page.goto(studio.group.running.url('studio', ''));
      await page.reload();
      await publish(page, language);

      const alarm = () => page.evaluate(async () => (await chrome.alarms.get('turn'))?.scheduledTime);
      await expect.poll(alarm).toBe(startOf(today + 3));

      // As if the computer had slept since yesterday: the day has come, and what follows is evaluated by itself.
      await page.evaluate(sleepSince, today - 1);
      await expect.poll(() => page.evaluate(resultsAsOf)).toBe(today);
      await expect.poll(alarm).toBe(startOf(today + 3));

      await page.getByRole('link', { name: like(say(timeTexts.next)) }).click();
      await expect(page.getByRole('img', { name: say(timeTexts.perDay) }).locator('svg')).toBeVisible();
      await expectAccessible(page, 'changes by time');
      await page.getByRole('button', { name: say(chartTexts.table), exact: true }).click();
      await expectAccessible(page, 'changes by time as a table');
      await page
        .getByRole('link', { name: like(say(timeTexts.seeEnters)) })
        .first()
        .click();
      await expect(page.getByRole('row').filter({ hasText: '张伟' })).toBeVisible();
      await page.close();
    });

    test('figures of months and cohorts open names, and are tables for the keyboard', async () => {
      const page = await studio.open('#/segments/figures');
      await expect(page.getByRole('img', { name: say(figuresTexts.returning) }).locator('svg')).toBeVisible();
      await expectAccessible(page, 'figures');
      await page.emulateMedia({ colorScheme: 'dark' });
      for (const button of await page
        .getByRole('button', { name: say(chartTexts.table), exact: true })
        .all()
        .then(all => all.reverse()))
        await button.click();
      await expectAccessible(page, 'figures as tables in the dark');
      await page
        .getByRole('table', { name: say(figuresTexts.money) })
        .getByRole('link')
        .first()
        .click();
      await expect(page.getByRole('row').filter({ hasText: '张伟' })).toBeVisible();
      await page.close();
    });
  });
}

/** Puts the results back to an earlier day, with the next change on the day after, and rings the alarm. */
async function sleepSince(day: number): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('tierlens');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  await new Promise<void>((resolve, reject) => {
    const writing = database.transaction('meta', 'readwrite');
    const meta = writing.objectStore('meta');
    const request = meta.get('base');
    request.onsuccess = () => meta.put({ ...request.result, resultsAsOf: day, nextTurn: day + 1 });
    writing.oncomplete = () => resolve();
    writing.onerror = () => reject(writing.error);
  });
  database.close();
  await chrome.alarms.create('turn', { when: Date.now() });
}

/** The day of the stored results. */
function resultsAsOf(): Promise<number> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open('tierlens');
    request.onerror = () => reject(request.error);
    request.onsuccess = () => {
      const read = request.result.transaction('meta').objectStore('meta').get('base');
      read.onsuccess = () => resolve(read.result.resultsAsOf);
      read.onerror = () => reject(read.error);
      request.result.close();
    };
  });
}

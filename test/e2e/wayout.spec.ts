import { expect, type Page, test } from '@playwright/test';
import { backupTexts } from '../../src/i18n/backup.ts';
import { problems } from '../../src/i18n/problems.ts';
import { rulesTexts, settingsTexts } from '../../src/i18n/studio.ts';
import { publish } from '../run/flow.ts';
import { expectAccessible } from './fixture.ts';
import { lensOf, like, withStudio } from './studio.ts';

test.describe('the way out', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;
  let backup: string;
  let lens: string;

  test('everything goes into one locked file', async () => {
    const page = await studio.open();
    await page.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await publish(page, 'en');
    lens = await lensOf(page, 'High value');
    await page.getByRole('link', { name: say(backupTexts.statusNone) }).click();
    await page.getByRole('button', { name: say(backupTexts.make) }).click();
    await expectAccessible(page, 'backup');
    await page.getByLabel(say(backupTexts.passphrase), { exact: true }).fill('correct horse');
    await page.getByLabel(say(backupTexts.repeat)).fill('correct hors');
    await page.getByRole('button', { name: say(backupTexts.makeNow), exact: true }).click();
    await expect(page.getByText(say(backupTexts.differs))).toBeVisible();
    await page.getByLabel(say(backupTexts.repeat)).fill('correct horse');
    const saved = page.waitForEvent('download');
    await page.getByRole('button', { name: say(backupTexts.makeNow), exact: true }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/^Tierlens backup \d{4}-\d\d-\d\d\.tierlens$/);
    backup = await file.path();
    await expect(page.getByRole('contentinfo')).toContainText(say(backupTexts.statusToday));
    await expect(page.getByRole('table', { name: say(backupTexts.list) })).toContainText('5,000');
    await expectAccessible(page, 'backups');
    await page.close();
  });

  test('erased and restored, the same numbers are on the screen; a wrong passphrase changes nothing', async () => {
    const page = await studio.open('#/settings');
    await page.getByRole('button', { name: say(settingsTexts.erase) }).click();
    await page.getByRole('textbox').fill(say(settingsTexts.eraseWord));
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(settingsTexts.erase) })
      .click();
    await expect(page.getByRole('contentinfo')).toContainText('0 customers');
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await page.getByLabel(say(backupTexts.choose)).setInputFiles(backup);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('5,000');
    await expectAccessible(page, 'restore');
    await page.getByLabel(say(backupTexts.passphrase), { exact: true }).fill('correct house');
    await dialog.getByRole('button', { name: say(backupTexts.restoreNow), exact: true }).click();
    await expect(dialog).toContainText(say(problems.backupPassphrase));
    await expect(page.getByRole('contentinfo')).toContainText('0 customers');
    await page.getByLabel(say(backupTexts.passphrase), { exact: true }).fill('correct horse');
    await dialog.getByRole('button', { name: say(backupTexts.restoreNow), exact: true }).click();
    await expect(page.getByText(like(say(backupTexts.restored)))).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('5,000 customers');
    await expect(page.getByRole('contentinfo')).toContainText('Version 1 published');
    await toRules(page);
    expect(await lensOf(page, 'High value')).toBe(lens);
    await page.close();
  });

  async function toRules(page: Page): Promise<void> {
    await page.goto(page.url().replace(/#.*/, '#/rules'));
    await expect(page.locator('.lens').first()).toBeVisible();
  }
});

import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { backupTexts } from '../../src/i18n/backup.ts';
import { exportTexts } from '../../src/i18n/export.ts';
import { problems } from '../../src/i18n/problems.ts';
import { customersTexts, rulesTexts, settingsTexts } from '../../src/i18n/studio.ts';
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
    await page.getByRole('dialog').getByRole('textbox').fill(say(settingsTexts.eraseWord));
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

  test('the customers of a tag go into a file', async () => {
    const page = await studio.open();
    const [count] = (await lensOf(page, 'High value')).split(' ');
    await page.locator('.lensPart', { hasText: count! }).first().click();
    const members = page.getByRole('listbox', {
      name: say(rulesTexts.membersLabel).replace('{name}', 'High value'),
    });
    await expect(members).toBeVisible();
    await page.getByRole('button', { name: say(exportTexts.export) }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: 'Company', exact: true })).toBeChecked();
    await expectAccessible(page, 'export');
    const saved = page.waitForEvent('download');
    await dialog.getByRole('button', { name: say(exportTexts.save), exact: true }).click();
    const file = await saved;
    expect(file.suggestedFilename()).toMatch(/ \d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await file.path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const rows = Papa.parse<Record<string, string>>(text.slice(1), {
      header: true,
      skipEmptyLines: true,
    }).data;
    expect(rows).toHaveLength(Number(count!.replace(',', '')));
    expect(rows[0]).toHaveProperty('Customer ID');
    expect(Number(rows[0]!.Monetary)).toBeGreaterThan(0);
    await page.close();
  });

  test('a person is exported whole, then erased and no longer found', async () => {
    const page = await studio.open('#/customers');
    const table = page.getByRole('grid', { name: say(customersTexts.table) });
    await table.getByRole('row').first().click();
    await page.getByRole('button', { name: say(exportTexts.person) }).click(); // once the page of one customer is there
    const name = await page.getByRole('heading', { level: 1 }).innerText();
    const saved = page.waitForEvent('download');
    await page.getByRole('menuitem', { name: say(exportTexts.personExport) }).click();
    const zip = unzipSync(readFileSync(await (await saved).path()));
    const held = JSON.parse(strFromU8(zip['person.json']!)) as {
      customer: { name: string; emails: string[] };
    };
    expect(held.customer.name).toBe(name);
    await page.getByRole('button', { name: say(exportTexts.person) }).click();
    await page.getByRole('menuitem', { name: say(exportTexts.personErase) }).click();
    await expect(page.getByRole('dialog')).toContainText('1 backup made');
    await expectAccessible(page, 'erase a person');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(exportTexts.eraseNow) })
      .click();
    await expect(page.getByRole('contentinfo')).toContainText('4,999 customers');
    await page.getByRole('searchbox').fill(held.customer.emails[0]!);
    await expect(page.getByText(like(say(customersTexts.noneFound)))).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/settings'));
    await expect(page.getByText('Still holds 1 person erased since')).toBeVisible();
    await page.close();
  });

  async function toRules(page: Page): Promise<void> {
    await page.goto(page.url().replace(/#.*/, '#/rules'));
    await expect(page.locator('.lens').first()).toBeVisible();
  }
});

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import Papa from 'papaparse';
import { dayFromIso, isoOf } from '../../src/domain/index.ts';
import { kitTexts } from '../../src/i18n/kit.ts';
import { problems } from '../../src/i18n/problems.ts';
import {
  customersTexts,
  importTexts,
  paletteTexts,
  rulesTexts,
  settingsTexts,
  studioTexts,
} from '../../src/i18n/studio.ts';
import { publish } from '../run/flow.ts';
import { inProject } from '../run/process.ts';
import { expectAccessible } from './fixture.ts';
import { countRealOrders } from './realOrders.ts';
import { lensOf, like, replaceText, withStudio } from './studio.ts';

const realOrders = path.resolve(inProject('..'), 'shared/truth/data/chinese/rfm_orders_zh.csv');

test.describe('with the sample workspace', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;

  test('the first screen leads to the sample; the shipped rules count at once', async () => {
    const page = await studio.open();
    await expect(page.getByRole('heading', { name: say(rulesTexts.emptyTitle) })).toBeVisible();
    await expectAccessible(page, 'welcome');
    await page.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await expect(page.getByRole('contentinfo')).toContainText('5,000 customers');
    await expectAccessible(page, 'rules');
    await publish(page, 'en');
    await expect(page.getByText('Published · version 1')).toBeVisible();
    await page.close();
  });

  test('an edit shows at once who leaves, and names them; the draft survives a reload', async () => {
    const page = await studio.open();
    await expect(page.locator('.lens').first()).toBeVisible();
    const before = Number.parseInt(
      (await lensOf(page, 'High value')).replace(/\D*([\d,]+).*/, '$1').replace(',', ''),
      10,
    );
    await replaceText(page, '>= 5', '>= 9');
    await expect(page.locator('.lens-leaves').first()).toBeVisible();
    const [left] = /−[\d,]+/.exec(await lensOf(page, 'High value')) ?? ['−0'];
    const leaves = Number(left.slice(1).replace(',', ''));
    const after = Number.parseInt((await lensOf(page, 'High value')).replace(',', ''), 10);
    expect(after + leaves).toBe(before);

    await page.locator('.lens-leaves').first().click();
    await expect(page.getByRole('tab', { selected: true })).toHaveText(
      `${say(rulesTexts.tabLeaves)}${leaves}`,
    );
    const list = page.getByRole('listbox', { name: like(say(rulesTexts.membersLabel)) });
    await expect(list.getByRole('option').first()).toHaveAttribute('aria-setsize', String(leaves));

    await page.reload();
    await expect(page.locator('.lens-leaves').first()).toBeVisible();
    await expect(page.getByText('Draft · 1 change')).toBeVisible();
    await page.close();
  });

  test('an error is marked and listed, the last good numbers stay, publishing says why not', async () => {
    const page = await studio.open();
    await expect(page.locator('.lens').first()).toBeVisible();
    const before = await lensOf(page, 'Key account');
    await replaceText(page, 'weight 20', 'weight weight');
    await expect(page.getByRole('button', { name: '1 error to mend before publishing' })).toBeVisible();
    await expect(page.locator('.squiggly-error').first()).toBeVisible();
    const now = await lensOf(page, 'Key account');
    expect(now).toContain(before.split(' ')[0]);
    expect(now).toContain(say(rulesTexts.lensHeld));
    expect(await lensOf(page, 'High value')).not.toContain(say(rulesTexts.lensHeld));
    await expect(page.getByRole('button', { name: /^Publish/ })).toBeDisabled();

    await page.getByRole('button', { name: '1 error to mend before publishing' }).click();
    await page
      .getByRole('tabpanel')
      .getByRole('button', { name: /line 10/ })
      .click();
    await expect(page.locator('.monaco-editor .line-numbers.active-line-number')).toHaveText('10');
    await replaceText(page, 'weight weight', 'weight 20');
    await expect(page.getByRole('button', { name: /^Publish/ })).toBeEnabled();
    await page.close();
  });

  test('the palette finds screens, rules and customers from the keyboard alone', async () => {
    const page = await studio.open();
    await expect(page.locator('.monaco-editor')).toBeVisible();
    await page.keyboard.press('Control+k');
    await expectAccessible(page, 'palette');
    await page.getByRole('combobox', { name: say(paletteTexts.label) }).fill('zw');
    await expect(page.getByRole('option', { name: /张伟/ })).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: '张伟' })).toBeVisible();
    await expectAccessible(page, 'customer');
    await page.keyboard.press('Control+k');
    await page.keyboard.type('settings');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: say(studioTexts.settings), level: 1 })).toBeVisible();
    await page.close();
  });

  test('every screen is accessible in light and dark', async () => {
    const page = await studio.open('#/customers');
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const screen of ['customers', 'import', 'settings', 'rules'] as const) {
        await page.goto(page.url().replace(/#.*/, `#/${screen}`));
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page, `${screen} ${colorScheme}`);
      }
    }
    await page.close();
  });

  test('a customer is added by hand; what does not fit is said at its field', async () => {
    const page = await studio.open('#/customers');
    await page.getByRole('button', { name: say(customersTexts.add) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Nora Falk');
    await dialog.getByLabel('E-mail', { exact: true }).fill('nora@@falk');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog.getByRole('alert')).toContainText('nora@@falk');
    await dialog.getByLabel('E-mail', { exact: true }).fill('nora@falk.test');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Nora Falk' })).toBeVisible();
    await expect(page.getByText('5,001 customers')).toBeVisible();
    await page.close();
  });

  test('a file that is no table, is empty or names nobody: told so, and the base is unchanged', async () => {
    const page = await studio.open('#/import');
    const input = page.locator('input[type=file]');
    await input.setInputFiles(studio.file('empty.csv', ''));
    await expect(page.getByRole('alert')).toHaveText(
      like(say(problems.emptyFile).replace('{file}', 'empty.csv')),
    );
    const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]);
    await input.setInputFiles(studio.file('picture.csv', png));
    await expect(page.getByRole('alert')).toContainText('picture.csv');
    await input.setInputFiles(studio.file('nobody.csv', 'colour,shape\nred,round\n'));
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    await expect(page.getByRole('alert')).toHaveText(say(problems.noKeyColumn));
    await expect(page.getByText('5,001 customers')).toBeVisible();
    await page.close();
  });

  test('rows that do not fit are refused with line, column and reason, and can be taken away', async () => {
    const page = await studio.open('#/import');
    const rows = [
      'name,phone,email,order date,amount',
      'Ida Berg,13800138999,ida@berg.test,2026-01-05,100',
      'Ole Dahl,13800138998,ole@dahl.test,2026-13-45,=1+1',
      '=cmd,13800138997,eva@lund.test,2026-02-31,88',
    ];
    await page.locator('input[type=file]').setInputFiles(studio.file('orders.csv', rows.join('\n')));
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    const table = page.getByRole('region', { name: say(importTexts.refusals) });
    await expect(table.getByRole('row', { name: /^3 order date .*2026-13-45/ })).toBeVisible();
    await expect(table.getByRole('row', { name: /^4 order date .*2026-02-31/ })).toBeVisible();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: say(importTexts.download) }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text.startsWith('\uFEFF')).toBe(true);
    const [head, third, fourth] = Papa.parse<string[]>(text.slice(1)).data;
    expect(head?.slice(3)).toEqual(['name', 'phone', 'email', 'order date', 'amount']);
    expect(third?.at(-1)).toBe("'=1+1");
    expect(fourth?.[3]).toBe("'=cmd");

    await page.getByRole('button', { name: 'Import 1 row' }).click();
    await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
    await expect(page.getByText('5,002 customers')).toBeVisible();
    await page.close();
  });

  test('a cancelled import leaves the base as it was', async () => {
    const page = await studio.open('#/import');
    const rows = Array.from({ length: 60_000 }, (_, index) => `buyer ${index % 20_000},2026-01-05,${index}`);
    const content = `name,order date,amount\n${rows.join('\n')}\n`;
    await page.locator('input[type=file]').setInputFiles(studio.file('many.csv', content));
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    await page.getByRole('button', { name: 'Import 60,000 rows' }).click({ timeout: 60_000 });
    await expect(page.getByRole('progressbar')).toBeVisible();
    await page.getByRole('main').getByRole('button', { name: kitTexts.cancel.en }).click();
    await expect(page.getByRole('status').getByText(problems.cancelled.en)).toBeVisible();
    await expect(page.getByRole('button', { name: 'Import 60,000 rows' })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('5,002 customers');
    await page.close();
  });

  test('the interface changes its language in place; everything can be erased', async () => {
    const page = await studio.open('#/settings');
    await page.getByLabel('Language').selectOption('zh');
    await expect(page.getByRole('heading', { name: studioTexts.settings.zh, level: 1 })).toBeVisible();
    await page.getByRole('button', { name: settingsTexts.erase.zh }).click();
    const dialog = page.getByRole('dialog');
    const erase = dialog.getByRole('button', { name: settingsTexts.erase.zh });
    await expect(erase).toBeDisabled();
    await dialog.getByRole('textbox').fill(settingsTexts.eraseWord.zh);
    await erase.click();
    await expect(page.getByText(studioTexts.statusUnpublished.zh)).toBeVisible();
    await page.goto(page.url().replace(/#.*/, '#/rules'));
    await expect(page.getByRole('heading', { name: rulesTexts.emptyTitle.zh })).toBeVisible();
    await page.close();
  });
});

test.describe('with 28,833 real orders', () => {
  test.skip(!existsSync(realOrders), 'the real orders of ../shared are not here');
  const studio = withStudio('zh');
  const { say } = studio;

  test('imported through the screens, the shipped rules count what a plain program counts', async () => {
    test.setTimeout(120_000);
    const page = await studio.open('#/import');
    await page.locator('input[type=file]').setInputFiles(realOrders);
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    await page.getByRole('button', { name: /^导入 28,833 行/ }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: say(importTexts.writeRules) }).click({ timeout: 60_000 });
    await page.getByRole('button', { name: say(rulesTexts.asOfUse) }).click();
    const lastDay = dayFromIso('2019-06-30')!;
    await expect(page.getByText(/截至 2019年6月30日/)).toBeVisible();
    await publish(page, 'zh');

    const expected = countRealOrders(readFileSync(realOrders, 'utf8'), isoOf(lastDay));
    await page.getByRole('tab', { name: say(rulesTexts.tabAll) }).click();
    const list = page.getByRole('tabpanel');
    for (const [name, count] of Object.entries(expected)) {
      const shown = count.toLocaleString('zh-CN');
      await expect(list.getByRole('button', { name: new RegExp(`^${name}\\s*${shown}\\s`) })).toBeVisible();
    }
    await expect(page.getByRole('contentinfo')).toContainText('25,949 位客户');
    await page.close();
  });
});

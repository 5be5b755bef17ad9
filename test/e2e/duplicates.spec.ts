import { expect, type Page, test } from '@playwright/test';
import { duplicateTexts } from '../../src/i18n/duplicates.ts';
import { kitTexts } from '../../src/i18n/kit.ts';
import { importTexts } from '../../src/i18n/studio.ts';
import { inventedBase } from '../intake/duplicates/invented.ts';
import { expectAccessible } from './fixture.ts';
import { like, withStudio } from './studio.ts';

const strangers = inventedBase(60, 0, 4).records.map(
  ({ id, name, emails, phones, address }) =>
    `S${id},${name},${emails.join('')},${phones.join('')},,${address}`,
);
const content = [
  'Customer ID,Name,E-mail,Phone,Company,Address',
  ...strangers,
  'A1,Jonathan Aldermann,jonathan@aldermann.test,13800138001,,12 Oak Street Portland',
  'A2,Jonathan Aldreman,jonathan@aldermann.test,,Aldermann Ltd,',
  'B1,張偉國,zhangwg@yuanshan.test,13900139002,远山科技,杭州市文二路391号',
  'B2,Zhang Weiguo,,+86 139 0013 9002,远山科技有限公司,杭州文二路391号',
].join('\n');

for (const language of ['en', 'zh'] as const) {
  test.describe(`duplicates (${language})`, () => {
    test.describe.configure({ mode: 'serial' });
    const studio = withStudio(language);
    const { say } = studio;
    const pairs = (page: Page) => page.getByRole('listbox', { name: say(duplicateTexts.pairs) });
    const tab = (page: Page, text: { en: string; zh: string }) =>
      page.getByRole('tab', { name: new RegExp(`^${say(text)}`) });
    const choice = (page: Page, value: string) => page.getByRole('radio', { name: new RegExp(`${value}$`) });

    test('a file with duplicates: found with reasons, merged with a choice by keyboard, taken apart again', async () => {
      const page = await studio.open('#/import');
      await page.locator('input[type=file]').setInputFiles(studio.file('people.csv', content));
      await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
      await page.getByRole('button', { name: like(say(importTexts.runRows)) }).click();
      await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();

      await page.goto(page.url().replace(/#.*/, '#/duplicates'));
      await expect(page.getByText(say(duplicateTexts.neverHint))).toBeVisible();
      await expectAccessible(page, 'duplicates, not searched');
      await page.getByRole('button', { name: say(duplicateTexts.search), exact: true }).click();
      await expect(pairs(page).getByRole('option')).toHaveCount(2);
      await pairs(page).getByText('Jonathan Aldreman').click();
      await expect(page.getByText(say(duplicateTexts.codetypo))).toBeVisible();
      await expectAccessible(page, 'a pair');

      await choice(page, 'Jonathan Aldreman').focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('m');
      await expect(pairs(page).getByRole('option')).toHaveCount(1);
      await tab(page, duplicateTexts.tabMerges).click();
      await expectAccessible(page, 'merges');
      await page.getByRole('link', { name: 'Jonathan Aldermann' }).click();
      await expect(page.getByRole('heading', { name: 'Jonathan Aldreman' }).first()).toBeVisible();
      await page.goBack();

      await tab(page, duplicateTexts.tabMerges).click();
      await page.getByRole('button', { name: like(say(duplicateTexts.unmergeOf)) }).click();
      await expect(page.getByText(say(duplicateTexts.historyNone))).toBeVisible();
      await tab(page, duplicateTexts.tabPairs).click();
      await expect(pairs(page).getByRole('option')).toHaveCount(2);
      await page.close();
    });

    test('not the same is remembered through a search; merging above a score is shown first and undone', async () => {
      const page = await studio.open('#/duplicates');
      await expect(pairs(page).getByRole('option')).toHaveCount(2); // kept since all pages were closed
      await tab(page, duplicateTexts.tabCrowds).click();
      await expect(page.getByText(say(duplicateTexts.crowdsNone))).toBeVisible();
      await tab(page, duplicateTexts.tabPairs).click();
      await pairs(page).getByText('Zhang Weiguo').click();
      await expect(page.getByText(say(duplicateTexts.codesound)).first()).toBeVisible();
      await page.keyboard.press('d');
      await expect(pairs(page).getByRole('option')).toHaveCount(1);
      await page.getByRole('button', { name: say(duplicateTexts.searchAgain) }).click();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expect(pairs(page).getByRole('option')).toHaveCount(1);

      await page.getByRole('button', { name: say(duplicateTexts.accept) }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByLabel(say(duplicateTexts.acceptScore)).fill('60');
      await expect(dialog.getByText('Jonathan Aldreman')).toBeVisible();
      await expectAccessible(page, 'merging above a score');
      await page.keyboard.press('Enter');
      await expect(page.getByText(say(duplicateTexts.none))).toBeVisible();
      await expect(page.getByText(like(say(duplicateTexts.accepted)))).toBeVisible(); // the last toast has its undo
      await page
        .getByRole('button', { name: say(kitTexts.undo) })
        .last()
        .click();
      await expect(pairs(page).getByRole('option')).toHaveCount(1);

      await page.goto(page.url().replace(/#.*/, '#/customers/A1'));
      const note = page.getByText(like(say(duplicateTexts.likely)));
      await expect(note).toContainText('Jonathan Aldreman');
      await expectAccessible(page, 'a customer with a likely duplicate');
      await note.getByRole('link').click();
      await expect(page.getByText(like(say(duplicateTexts.only)))).toContainText('Jonathan Aldermann');
      await expect(pairs(page).getByRole('option')).toHaveCount(1);
      await page.close();
    });
  });
}

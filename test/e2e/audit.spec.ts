import { expect, test } from '@playwright/test';
import { auditTexts } from '../../src/i18n/audit.ts';
import { rulesTexts } from '../../src/i18n/studio.ts';
import { expectAccessible } from './fixture.ts';
import { withStudio } from './studio.ts';

for (const language of ['en', 'zh'] as const) {
  test.describe(`sampling audit (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('a drawn sheet is checked by keyboard; a mistake changes the verdict; it is there after a reload', async () => {
      const start = await studio.open();
      await start.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
      await expect(start.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
      await start.close();

      const page = await studio.open('#/audit');
      await page.getByRole('button', { name: say(auditTexts.new) }).click();
      const size = page.getByLabel(say(auditTexts.size));
      await expect(size).toHaveValue('299'); // of 5,000, 5 % would be 250
      await size.fill('12');
      await page.getByLabel(say(auditTexts.seed)).fill('7');
      await expectAccessible(page, 'draw a sample');
      await page.getByRole('button', { name: say(auditTexts.draw), exact: true }).click();

      const record = page.getByRole('region', { name: /./ }).filter({ has: page.getByRole('radio') });
      const counts = (checked: number, wrong: number) =>
        say(auditTexts.progress)
          .replace('{checked}', String(checked))
          .replace('{size}', '12')
          .replace('{wrong}', String(wrong));
      await expect(page.getByText(counts(0, 0))).toBeVisible();
      await record.getByRole('radio').first().focus();
      for (let done = 1; done <= 3; done++) {
        await record.getByRole('radio').first().focus();
        await page.keyboard.press('Control+Enter');
        await expect(page.getByText(counts(done, 0))).toBeVisible();
      }
      await record
        .getByRole('radio', { name: say(auditTexts.wrong) })
        .first()
        .check();
      await record.getByRole('textbox').fill('张三丰 <b>');
      await expect(page.getByText(counts(4, 1))).toBeVisible();
      await expect(page.getByText(say(auditTexts.verdictfail), { exact: true })).toBeVisible();
      await expectAccessible(page, 'sheet');

      await page.reload();
      await expect(page.getByText(counts(4, 1))).toBeVisible();
      await page.getByRole('listbox').getByText(say(auditTexts.standingwrong), { exact: true }).click();
      await expect(record.getByRole('textbox')).toHaveValue('张三丰 <b>');

      await page.emulateMedia({ media: 'print' });
      await expect(page.locator('table').getByText('张三丰 <b>')).toBeVisible();
      await page.close();
    });
  });
}

import { expect, test } from '@playwright/test';
import { importTexts } from '../../src/i18n/studio.ts';
import { undoTexts } from '../../src/i18n/undo.ts';
import { callEngine } from './engine.ts';
import { expectAccessible } from './fixture.ts';
import { like, withStudio } from './studio.ts';

for (const language of ['en', 'zh'] as const) {
  test.describe(`taking imports back, ${language}`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('says before what will happen, does it, and remembers it', async () => {
      const page = await studio.open('#/import');
      const file = studio.file(
        'buyers.csv',
        'customer id,name,phone,city\nK1,Ada Lund,１３８ 0013 8000,Lund\nK2,Eva Holm,13900139000,Malmö\n',
      );
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
      await page.getByRole('button', { name: language === 'en' ? 'Import 2 rows' : /^导入 2 行/ }).click();
      await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();

      const card = await studio.open('#/customers/K1');
      const mark = card.getByRole('button', {
        name: say(undoTexts.originOf).replace('{value}', '13800138000'),
      });
      await mark.focus();
      const told = card.getByRole('tooltip').filter({ visible: true });
      await expect(told).toContainText('buyers.csv');
      await expect(told).toContainText('１３８ 0013 8000');
      await expectAccessible(card, 'where a value came from');
      await card.close();

      const takeBack = say(undoTexts.takeBackOf).replace('{file}', 'buyers.csv');
      await page.getByRole('button', { name: takeBack }).click();
      const dialog = page.getByRole('dialog');
      await expect(dialog.getByRole('listitem')).toHaveText([
        language === 'en' ? '2 customers go' : '移除 2 位客户',
      ]);
      await expectAccessible(page, 'what taking back will do');
      await dialog.getByRole('button', { name: say(undoTexts.takeBack) }).click();
      await expect(page.getByRole('row', { name: like(say(undoTexts.undone)) })).toBeVisible();
      await expectAccessible(page, 'an import that was taken back');
      expect((await callEngine(page, { method: 'workspace', args: [] })).customers).toBe(0);
      await page.close();
    });
  });
}

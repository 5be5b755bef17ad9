import { expect, test } from '@playwright/test';
import { chartTexts } from '../../src/i18n/chart.ts';
import { modelTexts } from '../../src/i18n/models.ts';
import { segmentTexts } from '../../src/i18n/segments.ts';
import { expectAccessible } from './fixture.ts';
import { fourBuyers, importFile, withStudio } from './studio.ts';

for (const language of ['zh', 'en'] as const) {
  test.describe(`segments (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('every number leads to names, what is chosen is tried at once and published', async () => {
      const page = await studio.open('#/import');
      await importFile(page, language, studio.file('orders.csv', fourBuyers));

      await page.locator('a[href="#/segments"]').click();
      await page.getByLabel(say(segmentTexts.scoring)).selectOption('fixed');
      await page.getByLabel(say(segmentTexts.cutsfrequency)).fill('2');
      await page.getByLabel(say(segmentTexts.cutsrecency)).fill('30, 200');
      await page.getByLabel(language === 'zh' ? '金额（CNY）' : 'Money, CNY').fill('1000');
      await expectAccessible(page, 'segments');
      await page
        .getByRole('link', { name: /\(011\)|（011）/ })
        .first()
        .click();
      await expect(page.getByRole('row').filter({ hasText: '王芳' })).toBeVisible();
      await expect(page.getByRole('row')).toHaveCount(1);
      await expectAccessible(page, 'customers of a class');

      await page.getByRole('button', { name: say(segmentTexts.back) }).click();
      await page.getByRole('tab', { name: say(segmentTexts.tree) }).click();
      await expectAccessible(page, 'treemap');
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('button', { name: say(chartTexts.table) }).click();
      await expectAccessible(page, 'table of classes');
      await page.getByRole('tab', { name: say(segmentTexts.heat) }).click();
      await expectAccessible(page, 'heat map in the dark');
      const apart = page.getByLabel(say(segmentTexts.apart));
      await apart.selectOption('map ten');
      const first = page.getByLabel(say(segmentTexts.mapNameOf).replace('{place}', '1'), { exact: true });
      await first.fill('VIP');
      await expect(apart).toHaveValue('own');
      await expect(page.getByRole('heading', { name: 'VIP' })).toBeVisible();
      await first.fill('');
      await expect(page.getByText(say(segmentTexts.nameMissing))).toBeVisible();
      await first.fill('VIP');
      await expectAccessible(page, 'own map in the dark');
      await page.getByRole('button', { name: say(modelTexts.publish), exact: true }).click();
      await expect(page.getByText(say(modelTexts.published))).toBeVisible();
      await expect(page.getByRole('button', { name: say(modelTexts.publish), exact: true })).toBeDisabled();
      await page.reload();
      await expect(page.getByLabel(say(segmentTexts.cutsrecency))).toHaveValue('30, 200');
      await expect(page.getByRole('heading', { name: 'VIP' })).toBeVisible();
      await page.close();
    });
  });
}

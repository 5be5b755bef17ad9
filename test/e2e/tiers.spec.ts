import { expect, type Page, test } from '@playwright/test';
import { lifecycleTexts } from '../../src/i18n/lifecycle.ts';
import { modelTexts } from '../../src/i18n/models.ts';
import { tierTexts } from '../../src/i18n/tiers.ts';
import { expectAccessible } from './fixture.ts';
import { fourBuyers, importFile, withStudio } from './studio.ts';

for (const language of ['zh', 'en'] as const) {
  test.describe(`tiers (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;
    const filled = (text: string, values: Record<string, string>) =>
      text.replace(/\{(\w+)\}/g, (_, name) => values[name]!);
    const seen = (name: string, count: number) =>
      language === 'zh'
        ? `${name}：${count} 位客户`
        : `${name}: ${count} ${count === 1 ? 'customer' : 'customers'}`;
    const publish = async (page: Page) => {
      const button = page.getByRole('button', { name: say(modelTexts.publish), exact: true });
      await button.click();
      await expect(page.getByText(say(modelTexts.published))).toBeVisible();
      await expect(button).toBeDisabled();
    };

    test('a ladder is tried, opens its names, is published and becomes the tier of the rules', async () => {
      const page = await studio.open('#/import');
      await importFile(page, language, studio.file('orders.csv', fourBuyers));

      await page.locator('a[href="#/segments"]').click();
      await page.getByRole('link', { name: say(modelTexts.tiers), exact: true }).click();
      const monetary = language === 'zh' ? '消费金额' : 'Monetary';
      await page.getByLabel(say(tierTexts.measure), { exact: true }).selectOption({ label: monetary });
      await page.getByLabel(say(tierTexts.by), { exact: true }).selectOption('value');
      const [gold, silver] = [say(tierTexts.usualHigh), say(tierTexts.usualMid)];
      for (const [name, enter, keep] of [
        [gold, '1000', '800'],
        [silver, '50', '60'],
      ] as const) {
        await page.getByLabel(filled(say(tierTexts.enterOf), { name })).fill(enter);
        await page.getByLabel(filled(say(tierTexts.keepOf), { name })).fill(keep);
      }
      const flaw = filled(say(tierTexts.flawkeepAboveEnter), { name: silver });
      await expect(page.getByRole('alert').filter({ hasText: flaw })).toBeVisible();
      await page.getByLabel(filled(say(tierTexts.keepOf), { name: silver })).fill('40');
      await expect(page.getByText(flaw)).toBeHidden();
      await expect(page.getByRole('progressbar')).toHaveCount(0);
      await expectAccessible(page, 'ladder');
      await page.getByRole('link', { name: seen(gold, 2) }).click();
      await expect(page.getByRole('row')).toHaveCount(2);
      await expect(page.getByRole('row').filter({ hasText: '王芳' })).toBeVisible();

      await page.getByRole('button', { name: say(tierTexts.back) }).click();
      await page.emulateMedia({ colorScheme: 'dark' });
      await page.getByRole('tab', { name: say(tierTexts.history) }).click();
      await expectAccessible(page, 'levels over time in the dark');
      await publish(page);
      await page.getByRole('button', { name: say(tierTexts.asTier) }).click();
      const field = language === 'zh' ? '阶梯级数' : 'ladderLevel';
      await expect(page.locator('.view-lines')).toContainText(field);
      await page.close();
    });

    test('the score is weighed by keyboard; stages of life open their names', async () => {
      const page = await studio.open('#/segments/tiers%20score');
      const slider = page.getByRole('slider').first();
      await slider.focus();
      await page.keyboard.press('End');
      await expect(slider).toHaveAttribute('aria-valuetext', /62\.5/);
      await expectAccessible(page, 'score');
      await publish(page);

      await page.getByRole('link', { name: say(modelTexts.lifecycle), exact: true }).click();
      await page
        .getByRole('button', { name: say(lifecycleTexts.add) })
        .first()
        .click();
      await expect(page.getByRole('button', { name: say(lifecycleTexts.edit) })).toHaveCount(1);
      await expectAccessible(page, 'life cycle');
      await page.locator('a[href*="lifecycle%20lifecycle"]').first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(
        language === 'zh' ? '潜在客户' : 'Prospects',
      );
      await expect(page.getByText(say(lifecycleTexts.nobody))).toBeVisible();
      await page.close();
    });
  });
}

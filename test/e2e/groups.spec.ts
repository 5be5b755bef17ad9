import { expect, test } from '@playwright/test';
import { clusterTexts } from '../../src/i18n/clusters.ts';
import { modelTexts } from '../../src/i18n/models.ts';
import { nextTexts } from '../../src/i18n/next.ts';
import { expectAccessible } from './fixture.ts';
import { importFile, like, withStudio } from './studio.ts';

const day = (ago: number) => new Date(Date.now() - ago * 86_400_000).toISOString().slice(0, 10);

/** Twenty who buy a little often and lately, ten who paid much long ago; tea goes with milk. */
const orders = [
  '订单号,客户编号,姓名,下单日期,金额,商品',
  ...Array.from({ length: 20 }, (_, at) =>
    [6, 16, 26, 36, 46, 56].map((ago, order) => {
      const product = order === 0 && at < 12 ? '牛奶' : '茶';
      return `A${at}-${order},L${at},小客${at},${day(ago + (at % 3))},${20 + at},${product}`;
    }),
  ).flat(),
  ...Array.from({ length: 10 }, (_, at) => `B${at},H${at},大客${at},${day(300 + at)},${5000 + at},酒`),
];

for (const language of ['zh', 'en'] as const) {
  test.describe(`groups (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('clusters are found, told by a rule, named and published; next purchases lead to names and products', async () => {
      const page = await studio.open('#/import');
      await importFile(page, language, studio.file('orders.csv', `${orders.join('\n')}\n`));
      const to = (hash: string) => page.goto(page.url().replace(/#.*/, hash));

      await to('#/segments/clusters');
      await page.getByRole('button', { name: say(clusterTexts.find) }).click();
      const list = page.getByRole('list', { name: say(clusterTexts.clusters) });
      await expect(list.getByRole('listitem')).toHaveCount(2);
      await list.getByRole('textbox').first().fill('小而勤');
      await expect(list.getByText('小而勤').first()).toBeVisible();
      await expectAccessible(page, 'clusters');
      await list
        .getByRole('button', { name: say(clusterTexts.save) })
        .first()
        .click();
      await expect(page.getByText(like(say(clusterTexts.saved)))).toBeVisible();
      await page.getByRole('button', { name: say(modelTexts.publish), exact: true }).click();
      await expect(page.getByText(say(modelTexts.published))).toBeVisible();
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, 'clusters in the dark');
      await list.getByRole('link').first().click();
      await expect(page.getByRole('heading', { name: '小而勤' })).toBeVisible();
      await expect(page.getByRole('row').filter({ hasText: '小客0' })).toBeVisible();

      await to('#/segments/next');
      await expectAccessible(page, 'next purchase in the dark');
      await page.emulateMedia({ colorScheme: 'light' });
      await page.getByRole('button', { name: say(nextTexts.tryOut) }).click();
      await expect(page.getByText(say(nextTexts.tryNobody))).toBeVisible();
      const week = page.getByRole('link', { name: new RegExp(`^${say(nextTexts.week)}`) }).first();
      await week.click();
      const row = page.getByRole('row').filter({ hasText: '小客13' });
      await expect(row).toContainText(language === 'zh' ? '每 10 天一次' : 'every 10 days');
      await expectAccessible(page, 'who is due');
      await row.click();
      await expect(page.getByRole('heading', { name: say(nextTexts.also) })).toBeVisible();
      await expect(page.getByText('牛奶').first()).toBeVisible();

      await to('#/rules');
      await expect(page.getByText('小而勤').first()).toBeVisible();
      await page.close();
    });
  });
}

import { expect, test } from '@playwright/test';
import { fieldOf } from '../../src/domain/index.ts';
import { qualityTexts } from '../../src/i18n/quality.ts';
import { expectAccessible } from './fixture.ts';
import { importFile, withStudio } from './studio.ts';

const customers = [
  '客户编号,姓名,公司,邮箱,手机,客户性质,行业,省份',
  'C1,张伟,艾克美有限公司,zhang@acme.test,13800138000,企业,制造业,广东',
  'C2,李娜,,li@home.test,,个人,,浙江',
  'C3,王芳,,,,个人,,',
  'C4,赵强,星河贸易公司,zhao@star.test,13700137000,企业,卖珍珠奶茶的,上海',
];

for (const language of ['zh', 'en'] as const) {
  test.describe(`data quality (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('a number leads to names, a text is mapped once, what lacks is asked and answered', async () => {
      const page = await studio.open('#/import');
      const file = studio.file('customers.csv', `${customers.join('\n')}\n`);
      await importFile(page, language, file);

      await page.locator('a[href="#/quality"]').click();
      const queue = page.getByRole('row').filter({ hasText: '卖珍珠奶茶的' });
      await queue.getByRole('combobox').selectOption('H');
      await expectAccessible(page, 'data quality');
      await queue.getByRole('button', { name: say(qualityTexts.map) }).click();
      await expect(queue).toHaveCount(0);

      const phone = fieldOf('customer', 'phone')[language];
      await page.getByRole('row').filter({ hasText: phone }).getByRole('link').click();
      await expect(page.getByRole('row')).toHaveCount(2);
      await expectAccessible(page, 'customers of an issue');
      await page.getByRole('row').filter({ hasText: '李娜' }).click();
      const ask = page.getByLabel(phone, { exact: true });
      await ask.fill('１３９ 0013 9000');
      await ask.press('Enter');
      await expect(ask).toHaveCount(0);
      await page.close();
    });
  });
}

import { expect, test } from '@playwright/test';
import { asOfTexts } from '../../src/i18n/asOf.ts';
import { moveTexts } from '../../src/i18n/moves.ts';
import { reviewTexts } from '../../src/i18n/review.ts';
import { callEngine } from './engine.ts';
import { expectAccessible } from './fixture.ts';
import { importFile, like, withStudio } from './studio.ts';

const names = ['张伟', '李娜', '王芳', '赵强', '孙丽', '周杰', '吴敏', '郑凯', '冯雪', '陈晨'];
const orders = [
  '订单号,客户编号,姓名,下单日期,金额',
  ...names.map((name, i) => `O${i},C${i},${name},2026-09-0${1 + (i % 9)},${(i + 1) * 100}`),
];
const more = [
  '订单号,客户编号,姓名,下单日期,金额',
  ...names.slice(0, 6).map((name, i) => `P${i},C${i},${name},2026-09-10,5000`),
];
const rules = 'tier 价值 by monetary { 高 from 700  低 otherwise }\nsegment 大客户 when monetary >= 900\n';

for (const language of ['zh', 'en'] as const) {
  test.describe(`review (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('counts are accepted, changes told, a customer is moved by hand and back', async () => {
      const page = await studio.open('#/import');
      await importFile(page, language, studio.file('orders.csv', `${orders.join('\n')}\n`));
      await callEngine(page, { method: 'publish', args: ['publish', rules, ''] });
      await page.goto(studio.group.running.url('studio', '#/segments/review'));
      await page.reload();
      await page.getByRole('button', { name: say(reviewTexts.acceptAll) }).click();
      await expect(page.getByText(like(say(reviewTexts.accepted))).first()).toBeVisible();

      const high = page.getByRole('row').filter({ hasText: '高' }).first();
      await high.getByRole('link', { name: like(say(reviewTexts.examplesOf)) }).click();
      await expect(page.getByRole('link', { name: '吴敏' }).first()).toBeVisible();
      await expectAccessible(page, 'examples');
      await page.getByRole('button', { name: say(reviewTexts.back) }).click();
      await high.getByRole('link', { name: '4' }).click();
      await page.getByRole('row').filter({ hasText: '郑凯' }).click();

      await page.getByRole('button', { name: say(moveTexts.move), exact: true }).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: say(moveTexts.move), exact: true }).click();
      await expect(dialog.getByText(say(moveTexts.reasonMissing))).toBeVisible();
      await dialog.getByLabel(say(moveTexts.reason)).fill('只买一次的促销');
      await dialog.getByLabel(say(moveTexts.untilLabel)).fill('2099-01-02');
      await expectAccessible(page, 'moving by hand');
      await dialog.getByRole('button', { name: say(moveTexts.move), exact: true }).click();
      await expect(page.getByText(/只买一次的促销/).first()).toBeVisible();
      await expectAccessible(page, 'customer moved by hand');

      await page.goto(studio.group.running.url('studio', '#/import'));
      await importFile(page, language, studio.file('more.csv', `${more.join('\n')}\n`));
      await page.locator('a[href="#/segments"]').click();
      await page.getByRole('link', { name: say(reviewTexts.title), exact: true }).click();
      await expect(page.getByText(say(reviewTexts.grown)).first()).toBeVisible();
      await expect(page.getByText(/^\+5 /)).toBeVisible(); // 6 rose, and one of them was there; nobody is moved but one
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, 'review in the dark');

      await page.getByText(/^\+5 /).click();
      await expect(page.getByText(like(say(asOfTexts.same)))).toBeVisible();
      await expectAccessible(page, 'flow in the dark');
      await page.getByRole('table').getByRole('link', { name: '6' }).first().click();
      await expect(page.getByRole('row')).toHaveCount(6);
      await page.getByRole('button', { name: say(asOfTexts.back) }).click();
      await page.getByLabel(say(asOfTexts.before), { exact: true }).selectOption('day');
      await page.getByLabel(say(asOfTexts.day), { exact: true }).fill('2026-09-04');
      await expect(page.getByText(say(asOfTexts.absentBefore)).first()).toBeVisible();
      await page.goBack();
      await page.getByRole('link', { name: say(reviewTexts.title), exact: true }).click();
      await page.getByRole('button', { name: new RegExp(`^${say(moveTexts.takeBack)} · 郑凯`) }).click();
      await expect(page.getByText(say(reviewTexts.movedNone))).toBeVisible();
      await page.close();
    });
  });
}

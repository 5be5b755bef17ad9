import { expect, test } from '@playwright/test';
import { isoOf, localDay } from '../../src/domain/index.ts';
import { chartTexts } from '../../src/i18n/chart.ts';
import { churnTexts } from '../../src/i18n/churn.ts';
import { lifetimeTexts } from '../../src/i18n/lifetime.ts';
import { modelTexts } from '../../src/i18n/models.ts';
import { panelTexts } from '../../src/i18n/panel.ts';
import { simulateLog } from '../models/simulate.ts';
import { expectAccessible } from './fixture.ts';
import { importFile, like, withStudio } from './studio.ts';

const heading = '订单号,客户编号,姓名,下单日期,金额';

/** Two years of a shop whose customers buy as MBG/NBD has it, up to today. */
function shop(): string {
  const end = 720;
  const {
    customers,
    orders: { offsets, day, amount },
  } = simulateLog(3, 'MBG/NBD', [0.8, 6, 0.8, 3], 250, { joining: 600, until: end });
  const today = localDay(new Date());
  const lines = customers.flatMap((id, row) =>
    Array.from(day.slice(offsets[row], offsets[row + 1]), (each, at) => {
      const order = offsets[row]! + at;
      return `O${order},C${id},客户${id},${isoOf(today - end + each)},${amount[order]! / 100}`;
    }),
  );
  return [heading, ...lines].join('\n');
}

for (const language of ['zh', 'en'] as const) {
  test.describe(`lifetime value and churn (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('say what little data can carry, are fitted, lead to names, and stand with the customer', async () => {
      const page = await studio.open('#/segments/lifetime');
      await expect(page.getByRole('heading', { name: say(modelTexts.noOrders) })).toBeVisible();
      await page.goto(studio.group.running.url('studio', '#/import'));
      const one = `${heading}\nX1,X,独客,${isoOf(localDay(new Date()) - 10)},50\n`;
      await importFile(page, language, studio.file('one.csv', one));
      await page.goto(studio.group.running.url('studio', '#/segments/lifetime'));
      await expect(page.getByRole('heading', { name: say(lifetimeTexts.averageTitle) })).toBeVisible();
      await page.goto(studio.group.running.url('studio', '#/segments/churn'));
      await expect(page.getByRole('heading', { name: say(churnTexts.verdictaverage) })).toBeVisible();
      await expectAccessible(page, 'churn of one customer');

      await page.goto(studio.group.running.url('studio', '#/import'));
      await page.reload();
      await importFile(page, language, studio.file('shop.csv', shop()));
      await page.goto(studio.group.running.url('studio', '#/segments/lifetime'));
      await expect(page.getByRole('heading', { name: say(lifetimeTexts.averageTitle) })).toBeHidden();
      await page.getByLabel(say(lifetimeTexts.model)).selectOption('BG/NBD');
      await page.getByLabel(say(lifetimeTexts.margin)).fill('40');
      await page.getByRole('button', { name: say(modelTexts.compute) }).click();
      await expect(
        page.getByText(like(say(lifetimeTexts.fitLine).replace('{model}', 'BG/NBD'))),
      ).toBeVisible();
      await expectAccessible(page, 'lifetime value');
      const publish = page.getByRole('button', { name: say(modelTexts.publish), exact: true });
      await publish.click();
      await expect(page.getByText(say(modelTexts.published)).first()).toBeVisible();
      await expect(publish).toBeDisabled();
      const repeats = page.locator('figure', { hasText: say(lifetimeTexts.counts) });
      await repeats.getByRole('button', { name: say(chartTexts.table) }).click();
      const twice = repeats.getByRole('row').nth(3).getByRole('link');
      const count = Number(await twice.innerText());
      await twice.click();
      await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(count));
      await page.getByRole('button', { name: say(lifetimeTexts.back) }).click();

      await page.locator('a[href="#/segments/churn"]').click();
      const calibration = page.locator('figure', { hasText: like(say(churnTexts.calibration)) });
      await calibration.getByRole('button', { name: say(chartTexts.table) }).click();
      await expectAccessible(page, 'churn');
      await calibration.getByRole('row').nth(1).getByRole('link').first().click();
      await expect(page.getByRole('heading', { name: like(say(churnTexts.groupbin)) })).toBeVisible();
      await page.getByRole('button', { name: say(churnTexts.back) }).click();
      await publish.click();
      await expect(publish).toBeDisabled();

      await page.locator('a[href="#/segments/lifetime"]').click();
      await page
        .getByRole('table', { name: say(lifetimeTexts.top) })
        .getByRole('link')
        .first()
        .click();
      await expect(page.getByText(like(say(panelTexts.range)))).toBeVisible();
      await page.close();
    });
  });
}

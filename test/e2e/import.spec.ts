import { expect, type Page, test } from '@playwright/test';
import { dryRunTexts } from '../../src/i18n/dryRun.ts';
import { importTexts } from '../../src/i18n/studio.ts';
import { callEngine } from './engine.ts';
import { expectAccessible } from './fixture.ts';
import { like, withStudio } from './studio.ts';

const shots = process.env.TIERLENS_SHOTS;

/** Pictures for whoever wants to look at the screens. */
async function picture(page: Page, name: string): Promise<void> {
  if (shots) await page.screenshot({ path: `${shots}/${name}.png` });
}

const customers = [
  'Customer ID,Name,E-mail,Phone,City,Owner',
  'C1,Nora Falk,nora@falk.test,13800138001,Oslo,Eva',
  'C2,Ida Berg,ida@berg.test,13800138002,Bergen,Eva',
  'C3,Ole Dahl,ole@@dahl,13800138003,Oslo,Per',
  'C4,Kari Moe,kari@moe.test,13800138004,Voss,Per',
].join('\n');
const orders = [
  'Order number,Customer ID,Order date,Amount,Product',
  'O1,C1,2026-01-05,1200.50,Kettle',
  'O2,C2,2026-02-11,80,Cup',
  'O3,C7,2026-02-12,64,Cup',
  'O4,C2,2026-02-31,300,Kettle',
].join('\n');
const surveys = ['E-mail,Date,CSAT,NPS,Topic', 'ida@berg.test,2026-02-20,5,9,Delivery'].join('\n');

test.describe('several files as one import', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;
  const outcome = (page: Page, label: 'new customer' | 'new order' | 'refused' | 'tier') =>
    page.getByRole('button', { name: new RegExp(`\\d .*${label}`) });

  test('dropped together they are mapped each, tried, mended in place and written once', async () => {
    const page = await studio.open('#/import');
    await page
      .locator('input[type=file]')
      .setInputFiles([
        studio.file('Shop orders 2026-02.csv', orders),
        studio.file('Customers.csv', customers),
        studio.file('Surveys.csv', surveys),
      ]);
    await expect(page.getByRole('tab')).toHaveCount(3);
    await picture(page, 'en-1-mapping-orders');
    await page.getByRole('tab', { name: /Customers\.csv/ }).click();
    await expect(page.getByLabel(say(importTexts.contains))).toHaveValue('customer');
    await expectAccessible(page, 'mapping of several files');
    await picture(page, 'en-2-mapping-customers');
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();

    await expect(outcome(page, 'refused')).toContainText('2');
    await expect(page.getByText('(C7)')).toBeVisible();
    await expectAccessible(page, 'dry run with refusals');
    await picture(page, 'en-3-dry-run');
    const email = page.getByLabel('E-mail, line 4', { exact: true });
    await email.fill('ole@dahl.test');
    const day = page.getByLabel('Order date, line 5', { exact: true });
    await day.fill('2026-02-30');
    await picture(page, 'en-4-mending');
    await page.getByRole('button', { name: 'Try 2 rows again' }).click();
    await expect(outcome(page, 'refused')).toContainText('1');
    await expect(day).toHaveValue('2026-02-30');
    await expect(page.getByRole('button', { name: 'Import 8 rows' })).toBeEnabled();
    await outcome(page, 'new customer').click();
    await expect(page.getByRole('cell', { name: 'Ole Dahl' })).toBeVisible();
    await picture(page, 'en-5-new');
    await page.getByRole('button', { name: 'Import 8 rows' }).click();
    await expect(
      page.getByRole('heading', { name: say(importTexts.doneSeveral).replace('{count}', '3') }),
    ).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('5 customers');
    await picture(page, 'en-6-done');
    await page.close();
  });

  test('rows left behind are found in the history and mended there', async () => {
    const page = await studio.open('#/import');
    await expect(page.getByRole('rowheader', { name: 'Shop orders' })).toBeVisible();
    await expectAccessible(page, 'import with sources and history');
    await picture(page, 'en-7-idle');
    await page.getByRole('link', { name: like(say(dryRunTexts.showRefused)) }).click();
    await page.getByLabel('Order date, line 5', { exact: true }).fill('2026-02-28');
    await expectAccessible(page, 'refused rows of an import');
    await picture(page, 'en-8-left');
    await page.getByRole('button', { name: 'Import 1 mended row' }).click();
    await expect(page.getByText(say(dryRunTexts.refusedDone))).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('4 orders');
    await page.close();
  });

  test("next month's file of a remembered source is in with one press", async () => {
    const page = await studio.open('#/import');
    const rules = 'tier Value by monetary { High from 1500  Low otherwise }\n';
    await callEngine(page, { method: 'publish', args: ['publish', rules, ''] });
    const march = [
      'Order number,Customer ID,Order date,Amount,Product,Colour',
      'O2,C2,2026-02-11,85,Cup,red',
      'O9,C1,2026-03-05,700,Kettle,blue',
    ].join('\n');
    await page.locator('input[type=file]').setInputFiles(studio.file('Shop orders 2026-03.csv', march));
    await expect(page.getByText(say(dryRunTexts.knownAs))).toBeVisible();
    await expect(page.getByText('New columns: Colour')).toBeVisible();
    await outcome(page, 'tier').click();
    await expect(page.getByRole('row', { name: /Nora Falk .*Value: Low → High/ })).toBeVisible();
    await picture(page, 'en-10-effect');
    await outcome(page, 'new order').click();
    await expect(page.getByRole('row', { name: /O2 Ida Berg .*80.*85/ })).toBeVisible();
    await expectAccessible(page, 'dry run of a known source');
    await picture(page, 'en-9-known');
    await page.getByRole('button', { name: 'Import 2 rows' }).click();
    await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('5 orders');

    await page.getByRole('button', { name: say(importTexts.another) }).click();
    await page.getByRole('button', { name: 'Rename “Shop orders”' }).click();
    await page.getByRole('dialog').getByRole('textbox').fill('Web shop');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(dryRunTexts.save) })
      .click();
    await expect(page.getByRole('rowheader', { name: 'Web shop' })).toBeVisible();
    await page.getByRole('button', { name: 'Forget “Web shop”' }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(dryRunTexts.forget) })
      .click();
    await expect(page.getByRole('rowheader', { name: 'Web shop' })).toHaveCount(0);
    await page.close();
  });
});

test.describe('粘贴表格', () => {
  const studio = withStudio('zh');
  const { say } = studio;

  test('a table copied in a spreadsheet is pasted, tried, mended and imported', async () => {
    const page = await studio.open('#/import');
    await expect(page.getByRole('button', { name: say(dryRunTexts.paste) })).toBeVisible();
    await picture(page, 'zh-0-idle');
    const table = [
      '姓名\t手机\t下单时间\t实付金额\t商品名称',
      '张伟\t13800138001\t2026-01-05\t1200.50\t电热水壶',
      '李娜\t13800138002\t2026-02-31\t80\t保温杯',
      '王芳\t1.38E+10\t2026-02-12\t¥2.6万\t咖啡机',
    ].join('\n');
    const pasteText = (text: string) =>
      page.evaluate(content => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', content);
        document.body.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
        );
      }, text);
    await pasteText('没有表格');
    await expect(page.getByText(say(dryRunTexts.pasteNone))).toBeVisible();
    await pasteText(table);
    await expect(page.getByRole('heading', { name: say(dryRunTexts.pastedName) })).toBeVisible();
    await picture(page, 'zh-1-mapping');
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    await expect(page.getByLabel('手机，第 4 行', { exact: true })).toHaveValue('1.38E+10');
    await expectAccessible(page, '预览');
    await picture(page, 'zh-2-dry-run');
    await page.getByLabel('下单时间，第 3 行', { exact: true }).fill('2026-02-28');
    await page.getByLabel('手机，第 4 行', { exact: true }).fill('13800138003');
    await page.getByRole('button', { name: '重试 2 行' }).click();
    await page.getByRole('button', { name: '导入 3 行' }).click();
    await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
    await expect(page.getByRole('contentinfo')).toContainText('3 笔订单');
    await picture(page, 'zh-3-done');
    await page.close();
  });
});

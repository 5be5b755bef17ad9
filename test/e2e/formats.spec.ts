import { expect, test } from '@playwright/test';
import { importTexts } from '../../src/i18n/studio.ts';
import { archiveOf, partsOfBook, textRows } from '../intake/makeWorkbook.ts';
import { expectAccessible } from './fixture.ts';
import { withStudio } from './studio.ts';

test.describe('a workbook in Chinese', () => {
  const studio = withStudio('zh');

  test('is read sheet by sheet in the worker, and imported', async () => {
    const customers = [
      ['客户编号', '姓名', '手机'],
      ['K1', '张伟', '13800138000'],
      ['K2', '王<b>芳', '13900139000'],
    ];
    const book = archiveOf(
      partsOfBook({
        sheets: [
          {
            name: '说明',
            rows: textRows([
              ['字段', '含义'],
              ['姓名', '客户的称呼'],
              ['手机', '联系方式'],
            ]),
          },
          { name: '客户', rows: textRows(customers) },
        ],
      }),
    );
    const page = await studio.open('#/import');
    await page.locator('input[type=file]').setInputFiles(studio.file('customers.xlsx', book));
    await page.getByLabel(importTexts.sheet.zh, { exact: true }).selectOption('客户');
    await expect(page.getByText('13800138000')).toBeVisible();
    await expectAccessible(page, 'the sheets of a workbook');
    await page.screenshot({ path: test.info().outputPath('sheet.png') });
    await page.getByRole('button', { name: importTexts.dryRun.zh, exact: true }).click();
    await page.getByRole('button', { name: '导入 2 行' }).click();
    await expect(page.getByText('“customers.xlsx”已导入')).toBeVisible();
  });
});

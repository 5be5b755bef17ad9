import { expect, type Page, test } from '@playwright/test';
import { formTexts } from '../../src/i18n/faces.ts';
import { fieldTexts } from '../../src/i18n/fields.ts';
import { referenceTexts } from '../../src/i18n/proof.ts';
import { assistTexts, importTexts, rulesTexts } from '../../src/i18n/studio.ts';
import { expectAccessible } from './fixture.ts';
import { focusEditor, lensOf, like, withStudio } from './studio.ts';

const content = [
  '客户编号,姓名,手机,会员积分,上次回访,等级标签',
  'K1,张伟,13800138001,1200,2026-01-05,金卡',
  'K2,李娜,13800138002,80,2025-03-01,银卡',
  'K3,王芳,13800138003,2600,2025-12-24,金卡',
  'K4,赵敏,13800138004,,2026-02-11,金卡',
].join('\n');
const rules = [
  '标签 常客 当 会员积分 >= 1000 且 等级标签 = "金卡"',
  '标签 久未回访 当 上次回访 < 2025-12-31',
  '标签 积分领先 当 会员积分 > mean(会员积分)',
  '',
].join('\n');

/** The text of the editor, its line ends folded away. */
function written(page: Page): Promise<string> {
  return page
    .locator('.monaco-editor .view-lines')
    .innerText()
    .then(text => text.replaceAll(/[\u00a0\s]+/g, ' '));
}

test.describe('columns that no field knows', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('zh');
  const { say } = studio;

  test('are offered as new fields with a kind, and imported', async () => {
    const page = await studio.open('#/import');
    await page.locator('input[type=file]').setInputFiles(studio.file('会员.csv', content));
    const kindOf = (heading: string) =>
      page.getByLabel(say(importTexts.kindOf).replace('{heading}', heading), { exact: true });
    await expect(kindOf('会员积分')).toHaveValue('number');
    await expect(kindOf('上次回访')).toHaveValue('date');
    const target = page.getByLabel(say(importTexts.targetOf).replace('{heading}', '等级标签'), {
      exact: true,
    });
    await target.selectOption({ label: say(importTexts.newFieldcustomer).replace('{heading}', '等级标签') });
    await expect(kindOf('等级标签')).toHaveValue('text');
    await expectAccessible(page, 'new fields');
    await page.getByRole('button', { name: say(importTexts.dryRun) }).click();
    await page.getByRole('button', { name: say(importTexts.runRows).replace('{rows}', '4') }).click();
    await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
    await page.close();
  });

  test('are named in rules, offered with their values, and counted at every key', async () => {
    const page = await studio.open('#/rules');
    await focusEditor(page);
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(rules);
    await expect.poll(() => lensOf(page, '标签 常客')).toContain('2');
    await expect.poll(() => lensOf(page, '标签 久未回访')).toContain('2');
    await expect.poll(() => lensOf(page, '标签 积分领先')).toContain('1');
    const colourOf = (word: string) =>
      page
        .locator('.monaco-editor .view-line span span')
        .filter({ hasText: new RegExp(`^\\s*${word}\\s*$`) })
        .first()
        .evaluate(element => getComputedStyle(element).color);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('标签 老客 当 行业 = "教育"\n');
    await expect.poll(() => colourOf('会员积分')).toBe(await colourOf('行业'));
    expect(await colourOf('会员积分')).not.toBe(await colourOf('常客'));
    await page.keyboard.insertText('标签 银 当 等级标签 = ');
    await page.keyboard.press('Control+Space');
    const offered = page.locator('.suggest-widget .monaco-list-row').filter({ hasText: '银卡' });
    await expect(offered).toBeVisible();
    await offered.click();
    await expect.poll(() => lensOf(page, '标签 银')).toContain('1');
    await page.close();
  });

  test('stand in the reference, counted, listed and found', async () => {
    const page = await studio.open('#/reference');
    const parts = page.getByRole('navigation', { name: say(referenceTexts.sections) });
    await expect(
      parts.getByRole('button', { name: new RegExp(`^${say(fieldTexts.title)}\\s*3$`) }),
    ).toBeVisible();
    await page.getByRole('searchbox').fill('会员积分');
    await expect(page.getByRole('status').first()).toHaveText(
      say(referenceTexts.found).replace('{count}', '1'),
    );
    await expect(page.getByRole('article')).toHaveCount(1);
    await parts.getByRole('button').click();
    await expect(page.getByRole('heading', { name: say(fieldTexts.title) })).toBeFocused();
    await page.close();
  });

  test('a mean over them shows its number, is frozen by keyboard and let go in the form', async () => {
    const page = await studio.open('#/rules');
    await page.getByLabel(say(rulesTexts.pick), { exact: true }).selectOption({ label: '积分领先 · 标签' });
    await expect.poll(() => written(page)).toMatch(/mean\(会员积分\) ?1,293/);
    await focusEditor(page);
    await page.keyboard.press('End');
    await page.keyboard.press('Control+.');
    const freeze = page.locator('.action-widget').getByText(like(say(assistTexts.freeze)));
    await expect(freeze).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(() => written(page)).toMatch(/mean\(会员积分\).*冻结为 1293.3333 于 \d{4}-\d\d-\d\d/);
    await expect.poll(() => lensOf(page, '标签 积分领先')).toContain('1');

    await page.getByRole('button', { name: say(formTexts.asForm), exact: true }).click();
    await page
      .getByRole('button', { name: say(formTexts.more), exact: true })
      .first()
      .click();
    await page.getByRole('menuitem', { name: like(say(assistTexts.thaw)) }).click();
    await expect.poll(() => written(page)).not.toContain('冻结为');
    await page.close();
  });

  test('stand in the settings, where one is renamed and another deleted', async () => {
    const page = await studio.open('#/settings');
    const row = (name: string) => page.getByRole('row', { name: new RegExp(name) });
    await expect(row('会员积分')).toContainText('75%');
    await expectAccessible(page, 'own fields');
    const label = (text: { zh: string }, field: string) => text.zh.replace('{field}', field);
    await page.getByRole('button', { name: label(fieldTexts.renameOf, '会员积分') }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('textbox').fill('积分余额');
    await dialog.getByRole('button', { name: fieldTexts.save.zh }).click();
    await expect(row('积分余额')).toBeVisible();
    const kind = page.getByRole('combobox', { name: label(fieldTexts.retypeOf, '等级标签') });
    await kind.selectOption({ label: fieldTexts.number.zh });
    await expect(dialog).toContainText('4 个值中有 4 个无法按此类型读取，将被删除，例如 “金卡”、“银卡”');
    await expectAccessible(page, 'another type');
    await page.keyboard.press('Escape');
    await expect(kind).toHaveValue('text');
    const points = page.getByRole('combobox', { name: label(fieldTexts.retypeOf, '积分余额') });
    await points.selectOption({ label: fieldTexts.text.zh });
    await expect(dialog).toContainText('全部 3 个值都能按此类型读取');
    await dialog.getByRole('button', { name: fieldTexts.retype.zh }).click();
    await expect(dialog).toHaveCount(0);
    await expect(points).toHaveValue('text');
    await points.selectOption({ label: fieldTexts.number.zh });
    await dialog.getByRole('button', { name: fieldTexts.retype.zh }).click();
    await expect(points).toHaveValue('number');
    await page.getByRole('button', { name: label(fieldTexts.removeOf, '上次回访') }).click();
    await dialog.getByRole('button', { name: fieldTexts.remove.zh }).click();
    await expect(row('上次回访')).toHaveCount(0);

    await page.goto(page.url().replace(/#.*/, '#/rules'));
    await expect.poll(() => lensOf(page, '标签 常客')).toContain('2');
    await page.close();
  });
});

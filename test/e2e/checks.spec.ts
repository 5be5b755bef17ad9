import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { testTexts } from '../../src/i18n/checks.ts';
import { packTexts } from '../../src/i18n/packs.ts';
import { proofTexts, referenceTexts } from '../../src/i18n/proof.ts';
import { customersTexts, importTexts, rulesTexts } from '../../src/i18n/studio.ts';
import { reference } from '../../src/rules/index.ts';
import { expectAccessible } from './fixture.ts';
import { focusEditor, importFile, like, replaceText, withStudio } from './studio.ts';

test.describe('rule tests, findings, packs and why', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;

  async function open(): Promise<Page> {
    const page = await studio.open();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    return page;
  }
  async function append(page: Page, text: string): Promise<void> {
    await focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText(text);
  }
  const tab = (page: Page, name: string) => page.getByRole('tab', { name: new RegExp(`^${name}`) });
  async function menu(page: Page, item: string): Promise<void> {
    await page.getByRole('button', { name: say(rulesTexts.more), exact: true }).click();
    await page.getByRole('menuitem', { name: item, exact: true }).click();
  }

  test.beforeAll(async () => {
    const page = await studio.open();
    await page.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await page.close();
  });

  test('a test beside the rules fails, says why, and passes when the rule is mended', async () => {
    const page = await open();
    await append(
      page,
      '\ntag Large\n  when basket > 1000\ntest `a thousand is large` given { orders 1 of 1000 } expects tag Large\n',
    );
    const tests = tab(page, say(testTexts.tab));
    await expect(tests).toHaveText(`${say(testTexts.tab)}1`);
    await tests.click();
    const panel = page.getByRole('tabpanel');
    const first = panel.getByRole('listitem').first();
    await expect(first).toContainText('a thousand is large');
    await expect(first).toContainText('basket ¥1,000');
    await expectAccessible(page, 'a test that fails');

    await replaceText(page, '> 1000', '>= 1000');
    await expect(tests).toHaveText(say(testTexts.tab));
    const shown = await panel.getByRole('status').first().innerText();
    const [passed, total] = shown.match(/\d+/g)!.map(Number);
    expect(total).toBeGreaterThan(20);
    expect(passed).toBe(total);

    await panel.getByRole('button', { name: say(testTexts.scoreRun) }).click();
    const score = panel.getByRole('region', { name: say(testTexts.score) });
    await expect(score.getByRole('status')).toContainText('%', { timeout: 30_000 });
    expect(Number.parseFloat(await score.getByRole('status').innerText())).toBeGreaterThan(90);
    await expectAccessible(page, 'mutation score');
    await page.close();
  });

  test('findings name a customer; a value that does not occur is told once', async () => {
    const page = await open();
    await append(
      page,
      '\nsegment Often in group Size priority 1\n  when purchases >= 20\nsegment Sometimes in group Size priority 1\n  when purchases >= 10\ntag Bees\n  when industry = "Beekeeping"\n',
    );
    await tab(page, say(rulesTexts.tabProblems)).click();
    const problems = page.getByRole('tabpanel').getByRole('listitem');
    const overlap = problems.filter({ hasText: 'both “Sometimes” and “Often”' });
    await expect(overlap).toHaveText(/^.*\d+ customers meet both .*, such as \p{L}+/u);
    await expect(problems.filter({ hasText: /Bees|Beekeeping/ })).toHaveCount(1);
    await page.close();
  });

  test('rules leave as a file with a checksum and come back; a changed rule is a conflict, a changed file is refused', async () => {
    const page = await open();
    await menu(page, say(packTexts.menuExport));
    await expectAccessible(page, 'export');
    const download = page.waitForEvent('download');
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(packTexts.save) })
      .click();
    const content = readFileSync(await (await download).path(), 'utf8');
    expect(JSON.parse(content).checksum).toMatch(/^[0-9a-f]{64}$/);
    await expect(page.getByRole('dialog')).toHaveCount(0);

    await replaceText(page, '>= 1000', '>= 2000');
    await menu(page, say(packTexts.menu));
    const dialog = page.getByRole('dialog');
    const input = dialog.locator('input[type=file]');
    await input.setInputFiles(studio.file('pack.json', content));
    await expect(dialog.getByText(like(say(packTexts.checksum)))).toBeVisible();
    const choice = dialog.getByRole('combobox', { name: 'For “Large”' });
    await choice.selectOption({ label: say(packTexts.choicereplace) });
    await expectAccessible(page, 'packs');
    await dialog.getByRole('button', { name: say(packTexts.add) }).click();
    await expect(dialog).toHaveCount(0);

    await menu(page, say(packTexts.menu));
    await input.setInputFiles(studio.file('pack.json', content));
    await expect(dialog.getByText(say(packTexts.nothingNew))).toBeVisible();
    await expect(dialog.getByRole('button', { name: say(packTexts.add) })).toBeDisabled();
    await input.setInputFiles(studio.file('forged.json', content.replace('>= 1000', '>= 1')));
    await expect(dialog.getByRole('alert')).toContainText('was changed after it was exported');
    await page.close();
  });

  test('why not says what would change it; once that has happened, it has changed', async () => {
    const page = await studio.open('#/customers');
    await page.getByRole('button', { name: say(customersTexts.add) }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Nora Falk');
    await dialog.getByLabel('E-mail', { exact: true }).fill('nora@falk.test');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(page.getByRole('heading', { name: 'Nora Falk' })).toBeVisible();

    const today = new Date().toISOString().slice(0, 10);
    const order = async (number: string) => {
      await page.goto(page.url().replace(/#.*/, '#/import'));
      const rows = `Order number,E-mail,Order date,Amount,Status\n${number},nora@falk.test,${today},100,paid\n`;
      await importFile(page, 'en', studio.file(`${number}.csv`, rows));
      await page.getByRole('button', { name: say(importTexts.writeRules) }).click();
      await expect(page.locator('.lens').first()).toBeVisible();
    };
    const ask = async () => {
      await page.getByLabel(say(rulesTexts.pick), { exact: true }).selectOption({ label: 'Returning · tag' });
      await tab(page, say(proofTexts.tab)).click();
      const who = page.getByRole('combobox', { name: say(proofTexts.whose) });
      await who.fill('Nora Falk');
      await page.getByRole('option', { name: /Nora Falk/ }).click();
    };
    await order('N1');
    await ask();
    const answer = page.getByRole('tabpanel');
    await expect(answer.getByText(/Nora Falk does not have the tag Returning/)).toBeVisible();
    await expect(answer.getByText('one more order')).toBeVisible();
    await expectAccessible(page, 'why not');
    await page.goto(page.url().replace(/#.*/, '#/import'));
    await page.getByRole('button', { name: say(importTexts.another) }).click();
    await order('N2');
    await ask();
    await expect(answer.getByText(/Nora Falk has the tag Returning/)).toBeVisible();
    await expect(answer.getByText(/^in \d+ days/)).toBeVisible();
    await page.close();
  });
});

for (const language of ['en', 'zh'] as const) {
  test.describe(`the reference (${language})`, () => {
    const studio = withStudio(language);
    const { say } = studio;

    test('shows every section with all its entries, finds a word of the other language', async () => {
      const page = await studio.open('#/reference');
      for (const { title, entries } of reference(language)) {
        const section = page.getByRole('region', { name: title, exact: true });
        await expect(section.getByRole('article')).toHaveCount(entries.length);
        await expect(section.getByRole('article').first()).toContainText(entries[0]!.spellings[0]!);
      }
      await expectAccessible(page, 'reference');
      const search = page.getByRole('searchbox', { name: say(referenceTexts.search) });
      await search.fill(language === 'zh' ? 'median' : '中位数');
      await expect(page.getByRole('article').first()).toContainText(language === 'zh' ? '中位数' : 'median');
      await page.close();
    });
  });
}

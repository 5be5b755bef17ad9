import { expect, type Page, test } from '@playwright/test';
import { formTexts } from '../../src/i18n/faces.ts';
import { rulesTexts } from '../../src/i18n/studio.ts';
import { expectAccessible, withExtension } from './fixture.ts';
import { replaceText } from './studio.ts';

/** Lines of the editor as they read, from the top: the editor keeps a new line behind those that were there. */
function lines(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const top = (line: Element) => line.getBoundingClientRect().top;
    return [...document.querySelectorAll<HTMLElement>('.monaco-editor .view-line')]
      .sort((a, b) => top(a) - top(b))
      .map(each => each.innerText.replaceAll('\u00a0', ' '));
  });
}

test.describe('a rule as a sentence and as a form', () => {
  test.describe.configure({ mode: 'serial' });
  const group = withExtension('en');
  const { say } = group;
  const faults: string[] = [];

  async function open(): Promise<Page> {
    const page = await group.running.context.newPage();
    page.on('pageerror', error => faults.push(error.message));
    await page.goto(group.running.url('studio'));
    return page;
  }
  async function openAt(declaration: string): Promise<Page> {
    const page = await open();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await page.getByLabel(say(rulesTexts.pick), { exact: true }).selectOption({ label: declaration });
    return page;
  }
  const show = (page: Page, face: 'asText' | 'asForm') =>
    page.getByRole('button', { name: say(formTexts[face]), exact: true }).click();

  test.beforeAll(async () => {
    const page = await open();
    await page.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await page.close();
  });
  test.afterAll(() => {
    expect(faults, 'errors in the page').toEqual([]);
  });

  test('a number in the form is a number in the text: sentence and count follow, undo takes it back', async () => {
    const page = await openAt('High value · tag');
    const sentence = page.getByText('A customer is High value when');
    await expect(sentence).toContainText('are at least 5');
    await show(page, 'asForm');
    const form = page.getByRole('form', { name: 'Form of High value' });
    await expectAccessible(page, 'form of a tag');

    const tab = page.getByRole('tab', { name: new RegExp(say(rulesTexts.tabMatches)) });
    const before = await tab.innerText();
    const number = form.getByRole('textbox', { name: say(formTexts.value) }).first();
    await number.fill('9');
    await expect(sentence).toContainText('are at least 9');
    await expect(tab).not.toHaveText(before, { useInnerText: true });
    await number.press('Control+z');
    await expect(sentence).toContainText('are at least 5');
    await expect(tab).toHaveText(before, { useInnerText: true });
    await page.close();
  });

  test('every kind of declaration has its sentence and its form', async () => {
    const page = await openAt('High value · tag');
    await replaceText(page, '# Service', 'score worth { 30 when purchases >= 5 }');
    const picker = page.getByLabel(say(rulesTexts.pick), { exact: true });
    const kinds = ['purchases · metric', 'worth · metric', 'High value · tag', 'Loyalty · tier'];
    for (const label of [...kinds, 'Churn risk · segment', 'Call back · action']) {
      await picker.selectOption({ label });
      const name = label.split(' · ')[0]!;
      await expect(page.getByTitle(new RegExp(name)).first(), label).toBeVisible();
      await show(page, 'asForm');
      await expect(page.getByRole('form', { name: `Form of ${name}` }), label).toBeVisible();
      await show(page, 'asText');
    }
    await replaceText(page, 'score worth { 30 when purchases >= 5 }', '# Service');
    await page.close();
  });

  test('with the keyboard alone: a condition more, and an alternative to it', async () => {
    const page = await openAt('Churn risk · segment');
    await show(page, 'asForm');
    const form = page.getByRole('form', { name: 'Form of Churn risk' });
    await form.getByRole('button', { name: say(formTexts.addCondition) }).focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('combobox', { name: say(formTexts.searchField) })).toBeFocused();
    await page.keyboard.type('industry');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('button', { name: 'Field: Industry' })).toBeVisible();

    await form
      .getByRole('button', { name: say(formTexts.addAlternative) })
      .last()
      .focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('monetary');
    await page.keyboard.press('Enter');
    await expect(form.getByRole('button', { name: 'Field: Monetary' })).toBeVisible();
    await expectAccessible(page, 'form with a group');

    await show(page, 'asText');
    await expect
      .poll(async () => (await lines(page)).join(' ').replace(/\s+/g, ' '))
      .toMatch(/not channel in \["广告", "活动"\] and \(industry = "[^"]+" or monetary >= 1000元\)/);
    await page.close();
  });

  test('a ladder is a table: a level renamed and added, its neighbours as they were', async () => {
    const page = await openAt('Loyalty · tier');
    await show(page, 'asForm');
    const form = page.getByRole('form', { name: 'Form of Loyalty' });
    await form.getByRole('textbox', { name: 'Level 2' }).fill('Middle');
    await form.getByRole('button', { name: say(formTexts.addLevel) }).click();
    await expect(form.getByRole('row')).toHaveCount(5);
    // the tests that name the level go on meaning it
    await expect(page.getByRole('button', { name: /to mend before publishing/ })).toHaveCount(0);
    await expectAccessible(page, 'form of a tier');
    await show(page, 'asText');
    await page.setViewportSize({ width: 1280, height: 1600 }); // the editor draws the lines in sight alone
    const wanted = [
      'High from 60% keep 55%',
      'Middle from 30% keep 25%',
      '`Level 4` from 15%',
      'Low otherwise',
    ];
    await expect
      .poll(async () => (await lines(page)).map(line => line.trim()))
      .toEqual(expect.arrayContaining(wanted));
    await page.close();
  });
});

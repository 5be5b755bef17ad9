import { expect, type Page, test } from '@playwright/test';
import { distributionTexts, overlapTexts, rulesTexts, versionTexts } from '../../src/i18n/studio.ts';
import { publish } from '../run/flow.ts';
import { expectAccessible } from './fixture.ts';
import { focusEditor, lensOf, like, replaceText, withStudio } from './studio.ts';

/** The line of the editor that holds a text, as it reads; '' while it is not drawn. */
function lineWith(page: Page, part: string): Promise<string> {
  return page.evaluate(wanted => {
    const lines = [...document.querySelectorAll<HTMLElement>('.monaco-editor .view-line')];
    return (
      lines.map(each => each.innerText.replaceAll('\u00a0', ' ')).find(each => each.includes(wanted)) ?? ''
    );
  }, part);
}

/** How many the declaration at the cursor holds for, as its tab says. */
async function matches(page: Page): Promise<number> {
  const text = await page.getByRole('tab', { name: like(rulesTexts.tabMatches.en) }).innerText();
  return Number(text.replace(/\D/g, ''));
}

test.describe('the editor and the truth beside it', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;

  /** The rules screen with the cursor in a declaration. */
  async function openAt(declaration: string): Promise<Page> {
    const page = await studio.open();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    const picker = page.getByLabel(say(rulesTexts.pick), { exact: true });
    await picker.selectOption({ label: declaration });
    return page;
  }

  test.beforeAll(async () => {
    const page = await studio.open();
    await page.getByRole('button', { name: say(rulesTexts.emptySample) }).click();
    await expect(page.locator('.lens').first()).toBeVisible({ timeout: 30_000 });
    await publish(page, 'en');
    await page.close();
  });

  test('dragging a threshold writes the number and moves the count; one undo takes it back', async () => {
    const page = await openAt('High value · tag');
    const before = await matches(page);
    await page.getByRole('tab', { name: say(distributionTexts.tab) }).click();
    await page.getByLabel(say(distributionTexts.measure), { exact: true }).selectOption({ label: 'basket' });
    const grip = page.getByRole('slider');
    await expect(grip).toHaveCount(1);
    const was = Number(await grip.getAttribute('aria-valuenow'));
    await expect.poll(async () => (await grip.boundingBox()) !== null).toBe(true); // drawn anew with its bars
    const box = (await grip.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    for (let step = 1; step <= 5; step++) {
      await page.mouse.move(box.x + box.width / 2 + step * 20, box.y + box.height / 2);
    }
    await page.mouse.up();
    const written = /basket >= (\d+)% of mean/.exec(await lineWith(page, 'of mean(basket)'));
    expect(Number(written?.[1])).toBeGreaterThan(170);
    await expect.poll(() => matches(page)).toBeLessThan(before);
    await expect.poll(async () => Number(await grip.getAttribute('aria-valuenow'))).toBeGreaterThan(was);
    await expectAccessible(page, 'distribution');

    await focusEditor(page);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lineWith(page, 'of mean(basket)')).toContain('150% of mean');
    await page.getByLabel(say(rulesTexts.pick), { exact: true }).selectOption({ label: 'High value · tag' });
    await expect.poll(() => matches(page)).toBe(before);
    await page.close();
  });

  test('arrow keys move the thresholds of a ladder, each its own number; the table says the same', async () => {
    const page = await openAt('Loyalty · tier');
    await page.getByRole('tab', { name: say(distributionTexts.tab) }).click();
    const high = page.getByRole('slider', { name: /^High from/ });
    await high.focus();
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowRight');
    const kept = page.getByRole('slider', { name: /^High kept/ });
    await kept.focus();
    for (let press = 0; press < 6; press++) await page.keyboard.press('ArrowLeft');
    await expect.poll(() => lineWith(page, 'High from')).toContain('High from 66% keep 49%');
    await expect(high).toHaveAttribute('aria-valuetext', '66%');
    await page.getByRole('button', { name: say(distributionTexts.table) }).click();
    await expect(page.getByRole('columnheader', { name: say(distributionTexts.customers) })).toBeVisible();
    await page.getByRole('button', { name: say(distributionTexts.picture) }).click();
    await focusEditor(page);
    for (let press = 0; press < 12; press++) await page.keyboard.press('Control+z');
    await expect.poll(() => lineWith(page, 'High from')).toContain('High from 60% keep 55%');
    await page.close();
  });

  test('completion offers the values of the base, most frequent first, and takes one', async () => {
    const page = await openAt('Key account · tag');
    await replaceText(page, '"Manufacturing"', ' ');
    await page.keyboard.press('Control+Space');
    const options = page.locator('.suggest-widget .monaco-list-row');
    await expect(options.first()).toContainText('Manufacturing');
    await expect(options.first()).toContainText(/\d{3}/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => lineWith(page, 'when industry')).toMatch(/industry = +"Wholesale and retail"/);
    await replaceText(page, '=  "Wholesale and retail"', '= "Manufacturing"');
    await page.close();
  });

  test('a name is renamed everywhere, and what does not fit is mended by a quick fix', async () => {
    const page = await openAt('basket · metric');
    await replaceText(page, 'metric basket', 'metric basket');
    await page.keyboard.press('F2');
    const box = page.locator('.rename-box input');
    await expect(box).toHaveValue('basket');
    await box.fill('order value');
    await page.keyboard.press('Enter');
    await expect.poll(() => lineWith(page, 'metric `order value`')).not.toBe('');
    await expect
      .poll(() => lineWith(page, 'of mean'))
      .toContain('`order value` >= 150% of mean(`order value`)');
    await expect(page.locator('.squiggly-error')).toHaveCount(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => lineWith(page, 'metric basket')).not.toBe('');

    await replaceText(page, 'purchases in last', 'purchasse in last');
    await expect(page.locator('.squiggly-error').first()).toBeVisible();
    await replaceText(page, 'purchasse', 'purchasse');
    await page.keyboard.press('Control+.');
    await expect(page.locator('.action-widget').getByText('Replace with “purchases”')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect.poll(() => lineWith(page, 'in last 6 months')).toContain('when purchases in last 6 months');
    await expect(page.locator('.squiggly-error')).toHaveCount(0);
    await page.close();
  });

  test('lists are sorted by any of their columns; an overlap opens its names', async () => {
    const page = await openAt('High value · tag');
    await page.locator('[data-members]').getByRole('button', { name: 'basket', exact: true }).click();
    const list = page.getByRole('listbox', { name: like(say(rulesTexts.membersLabel)) });
    const first = list.getByRole('option').first();
    await expect(first).toContainText('¥');
    await expect
      .poll(async () => {
        const texts = (await list.getByRole('option').allInnerTexts()).slice(0, 8);
        const values = texts.map(text => Number(/¥([\d,.]+)/.exec(text)?.[1]?.replaceAll(',', '')));
        return (
          values.length > 3 && values.every((value, index) => index === 0 || value <= values[index - 1]!)
        );
      })
      .toBe(true);

    await page.getByRole('tab', { name: say(overlapTexts.tab) }).click();
    await expectAccessible(page, 'overlap');
    const shared = page
      .getByRole('list', { name: say(overlapTexts.list) })
      .getByRole('button')
      .first();
    const count = Number(/(\d+) shared/.exec(await shared.innerText())?.[1]);
    await shared.click();
    await expect(first).toHaveAttribute('aria-setsize', String(count));
    await expectAccessible(page, 'members');
    await page.close();
  });

  test('a version is compared in text and effect, and rolled back with a note', async () => {
    const page = await openAt('High value · tag');
    await replaceText(page, '>= 5', '>= 9');
    await expect(page.getByRole('button', { name: /^Publish: 0 in, \d+ out/ })).toBeEnabled();
    const versions = page.getByRole('button', { name: say(rulesTexts.versions), exact: true });
    await versions.click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByText('1 added, 1 removed')).toBeVisible();
    await expect(dialog.getByText('>= 9')).toBeVisible();
    await dialog.getByRole('tab', { name: say(versionTexts.tabEffect) }).click();
    await expect(dialog.getByRole('row', { name: /High value/ })).toContainText(/−\d+/);
    await expectAccessible(page, 'versions');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Enter');
    await page.getByLabel(say(versionTexts.author)).fill('Mia');
    const confirm = dialog.getByRole('button', { name: say(rulesTexts.publish), exact: true });
    await confirm.click();
    await expect(page.getByText('Published · version 2')).toBeVisible({ timeout: 30_000 });

    await versions.click();
    await expect(dialog.getByRole('button', { name: /Version 2/ })).toContainText('Mia');
    await dialog.getByRole('button', { name: /Version 1/ }).click();
    await dialog.getByRole('button', { name: say(versionTexts.rollBack) }).click();
    await expect(page.getByLabel(say(rulesTexts.publishNote))).toHaveValue('Back to version 1');
    await expect(confirm).toBeEnabled();
    await confirm.click();
    await expect(page.getByText('Published · version 3')).toBeVisible({ timeout: 30_000 });
    await expect.poll(() => lineWith(page, 'when purchases in last')).toContain('>= 5');
    await page.close();
  });

  test('from the keyboard alone: find a rule, see who it finds, move its threshold, be ready to publish', async () => {
    const page = await studio.open();
    await expect(page.locator('.lens').first()).toBeVisible();
    await page.keyboard.press('Control+k');
    await page.keyboard.type('Returning');
    await page.keyboard.press('Enter');
    const picked = page.getByLabel(say(rulesTexts.pick), { exact: true }).locator('option:checked');
    await expect(picked).toContainText('Returning');
    await expect(
      page.locator('.monaco-editor').locator('.native-edit-context, .inputarea').first(),
    ).toBeFocused();
    await page.keyboard.press('Alt+Enter');
    await expect(page.getByRole('listbox', { name: like(say(rulesTexts.membersLabel)) })).toBeFocused();
    const before = await matches(page);
    const focused = (element: Element) => element === document.activeElement;
    const tab = page.getByRole('tab', { selected: true });
    for (let press = 0; press < 12 && !(await tab.evaluate(focused)); press++) {
      await page.keyboard.press('Shift+Tab');
    }
    for (let press = 0; press < 6; press++) {
      await page.keyboard.press('ArrowRight');
      if ((await tab.innerText()) === say(distributionTexts.tab)) break;
    }
    const slider = page.getByRole('slider').first();
    await expect(slider).toBeVisible();
    for (let press = 0; press < 8 && !(await slider.evaluate(focused)); press++) {
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => matches(page)).not.toBe(before);
    await expect(page.getByRole('button', { name: /^Publish/ })).toBeEnabled();
    await page.keyboard.press('Control+Enter');
    await expect(page.getByRole('dialog').getByLabel(say(rulesTexts.publishNote))).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.close();
  });

  test('a page that crashes right after a key has lost nothing', async () => {
    const page = await openAt('Key account · tag');
    await replaceText(page, 'weight 20', 'weight 2');
    await page.keyboard.type('47');
    await expect.poll(() => lineWith(page, 'weight 247')).not.toBe('');
    const session = await page.context().newCDPSession(page);
    const crashed = page.waitForEvent('crash');
    session.send('Page.crash').catch(() => undefined); // the page does not live to answer
    await crashed;
    const again = await studio.open();
    await expect.poll(() => lineWith(again, 'weight 247')).not.toBe('');
    expect(await lensOf(again, 'Key account')).toContain('customers');
    await page.close();
    await again.close();
  });
});

import { expect, type Page, test } from '@playwright/test';
import { auditTexts } from '../../src/i18n/audit.ts';
import { cardTexts } from '../../src/i18n/card.ts';
import { duplicateTexts } from '../../src/i18n/duplicates.ts';
import { exportTexts } from '../../src/i18n/export.ts';
import { popupTexts } from '../../src/i18n/popup.ts';
import { customersTexts, importTexts, rulesTexts } from '../../src/i18n/studio.ts';
import { undoTexts } from '../../src/i18n/undo.ts';
import { archiveOf, partsOfBook, textRows } from '../intake/makeWorkbook.ts';
import { allowSite, openPopup, publish } from '../run/flow.ts';
import { ClosedCard } from './closedCard.ts';
import { focusEditor, importFile, like, withStudio } from './studio.ts';

const run = 'window.tricked=1';
const image = `<img src=x onerror=${run}>`;
const html = `${image}<script>${run}</script><a href="javascript:${run}">A</a>`;
const markdown = `](javascript:${run}) ![p](https://leak.invalid/p.png) <${'https'}://leak.invalid/> www.leak.invalid &lt;`;
const reversed = '\u202egnp.exe\u202c evil';
const long = 'W'.repeat(3_900);
const zeroWidth = '\u200b\u200d\u2060a\u200b';
const emoji = '👩‍👩‍👧‍👦🏳️‍🌈é̸̢̛';
const texts = [
  html,
  markdown,
  reversed,
  long,
  zeroWidth,
  emoji,
  '__proto__',
  'constructor',
  '{name}{count}$(alert)',
];

const quote = (cell: string) => `"${cell.replaceAll('"', '""')}"`;
const csv = (rows: readonly (readonly string[])[]) => rows.map(row => row.map(quote).join(',')).join('\n');
/** What only a name can be called in a file system that allows almost everything. */
const fileName = `${image.replaceAll('/', '')}\u202e __proto__.csv`;
const senders = ['zhang.wei@acme-sz.test', 'alice.johnson@northwind.test'];

const headings = [
  ...['Customer ID', 'Name', 'E-mail', 'City', 'Company', 'Job title', 'Address', 'Tags', 'Industry'],
  ...[html, markdown, '__proto__', 'constructor', 'toString', `H${'w'.repeat(400)}`, reversed],
];
const customers = csv([
  headings,
  ...texts.map((text, i) => {
    const id = text.startsWith('_') || text === 'constructor' ? text : `H${i}`;
    const email = senders[i] ?? `h${i}@x.test`;
    return [id, text, email, text, text, text, text, text, text, ...Array.from({ length: 7 }, () => text)];
  }),
  ...[html, markdown, 'W'.repeat(10_000), reversed].map((text, i) => [
    ...[`R${i}`, text, text, text],
    ...Array.from({ length: 12 }, () => text),
  ]),
]);
const orders = archiveOf(
  partsOfBook({
    sheets: [
      {
        name: image,
        rows: textRows([
          ['Customer ID', 'Order number', 'Date', 'Amount', 'Product', 'Category', markdown],
          ...texts.map((text, i) => ['H0', `O${i}`, '2026-01-05', '100', text, text, text]),
          ['__proto__', '__proto__', '2026-01-05', '100', '__proto__', 'constructor', 'toString'],
        ]),
      },
      { name: '__proto__', rows: textRows([['a'], [html]]) },
    ],
  }),
);

test.describe('texts that attack', () => {
  test.describe.configure({ mode: 'serial' });
  const studio = withStudio('en');
  const { say } = studio;
  const leaks: string[] = [];

  async function open(hash: string): Promise<Page> {
    const page = await studio.open(hash);
    page.on('request', request => {
      if (!/^(chrome-extension|data|blob):/.test(request.url())) leaks.push(request.url());
    });
    return page;
  }

  /** Nothing ran, nothing became an element, nothing stands outside of the window, nothing was fetched. */
  async function expectUnharmed(page: Page, where: string): Promise<void> {
    const found = await page.evaluate(() => ({
      tricked: 'tricked' in window,
      polluted: Object.keys(Object.prototype),
      elements: document.querySelectorAll(
        'img[src="x"], a[href^="javascript:"], script:not([src]), a[href*="leak"]',
      ).length,
      wider: document.documentElement.scrollWidth - innerWidth,
      outside: [...document.querySelectorAll('main, dialog, [role=dialog], header, footer')]
        .filter(each => each.getBoundingClientRect().right > innerWidth + 1)
        .map(each => each.className),
    }));
    expect(found, where).toEqual({ tricked: false, polluted: [], elements: 0, wider: 0, outside: [] });
    expect(leaks, where).toEqual([]);
    await page.screenshot({ path: test.info().outputPath(`${where.replace(/\W+/g, '-')}.png`) });
  }

  async function goTo(page: Page, hash: string): Promise<void> {
    await page.goto(page.url().split('#')[0] + hash);
    await expect(page.getByRole('main')).toBeVisible();
  }

  test('come in as texts: mapping, dry run, refusals, history', async () => {
    const page = await open('#/import');
    const buffer = Buffer.from(`\ufeff${customers}`);
    await page.locator('input[type=file]').setInputFiles({ name: fileName, mimeType: 'text/csv', buffer });
    await expect(page.getByText('__proto__', { exact: true }).first()).toBeVisible();
    for (const row of headings.keys()) {
      if (row < 9) continue;
      const target = page
        .getByRole('row')
        .nth(row + 1)
        .getByRole('combobox')
        .first();
      const fresh = target.locator('option', { hasText: like(say(importTexts.newFieldcustomer)) });
      await target.selectOption(await fresh.getAttribute('value'));
    }
    await expectUnharmed(page, 'mapping');
    await page.getByRole('button', { name: say(importTexts.dryRun), exact: true }).click();
    const go = page.getByRole('button', { name: like(say(importTexts.runRows)) });
    await expect(go).toBeVisible();
    await expectUnharmed(page, 'dry run');
    await go.click();
    await expect(page.getByRole('heading', { name: like(say(importTexts.doneTitle)) })).toBeVisible();
    await expectUnharmed(page, 'imported');
    await page.getByRole('button', { name: say(importTexts.another) }).click();
    await importFile(page, 'en', studio.file('orders.xlsx', orders));
    await page.getByRole('button', { name: say(importTexts.another) }).click();
    await page
      .getByRole('button', { name: like(say(undoTexts.takeBackOf)) })
      .last()
      .click();
    await expect(page.getByRole('dialog')).toContainText(image.replaceAll('/', ''));
    await expectUnharmed(page, 'taking back');
    await page.close();
  });

  test('are texts in the lists, on the page of a customer, and on the way out', async () => {
    const page = await open('#/customers');
    await expect(page.getByRole('grid', { name: say(customersTexts.table) })).toContainText(image);
    await expectUnharmed(page, 'customers');
    for (const id of ['H0', 'H1', 'H2', 'H3', '__proto__', 'constructor']) {
      await goTo(page, `#/customers/${id}`);
      await expect(page.getByRole('button', { name: say(exportTexts.person) })).toBeVisible();
      await expectUnharmed(page, `customer ${id}`);
    }
    await goTo(page, '#/customers/H3');
    await page.getByRole('button', { name: say(exportTexts.person) }).click();
    await page.getByRole('menuitem', { name: say(exportTexts.personErase) }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectUnharmed(page, 'erase');
    await page.keyboard.press('Escape');
    await goTo(page, '#/customers');
    await page.getByRole('searchbox').fill(image);
    await page.getByRole('button', { name: say(exportTexts.export) }).click();
    await expect(page.getByRole('dialog').getByRole('checkbox').first()).toBeVisible();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: say(exportTexts.all), exact: true })
      .click();
    await expectUnharmed(page, 'export');
    await page.close();
  });

  test('are texts on the screens of quality, duplicates, audits, settings and the reference', async () => {
    const page = await open('#/quality');
    await expect(page.getByRole('main').getByRole('table').first()).toBeVisible();
    await expectUnharmed(page, 'quality');
    await goTo(page, '#/duplicates');
    await page.getByRole('button', { name: say(duplicateTexts.search), exact: true }).click();
    await expect(page.getByRole('tab').first()).toBeVisible();
    await expectUnharmed(page, 'duplicates');
    await goTo(page, '#/audit');
    await page.getByRole('button', { name: say(auditTexts.new) }).click();
    await page.getByLabel(say(auditTexts.size)).fill('9');
    await page.getByRole('button', { name: say(auditTexts.draw), exact: true }).click();
    await expect(page.getByRole('radio').first()).toBeVisible();
    await expectUnharmed(page, 'audit');
    await page.emulateMedia({ media: 'print' });
    await expectUnharmed(page, 'audit on paper');
    await page.emulateMedia({ media: 'screen' });
    await goTo(page, '#/settings');
    await expect(page.getByText(image).first()).toBeVisible();
    await expectUnharmed(page, 'settings');
    await goTo(page, '#/reference');
    await page.getByText('constructor', { exact: true }).first().scrollIntoViewIfNeeded();
    await expectUnharmed(page, 'reference');
    await page.close();
  });

  test('are texts in rules: names, values, what the editor tells and proposes', async () => {
    const page = await open('');
    const rules = [
      `tag \`${image} ](javascript:${run}) https://leak.invalid\``,
      `  when city = "${image.replaceAll('"', '')}"`,
      'tag `__proto__`',
      '  when `constructor` = "constructor"',
      'tag `All`',
      '  when recency >= 0 days or not city = ""',
    ].join('\n');
    await expect(page.locator('.monaco-editor').first()).toBeVisible({ timeout: 30_000 });
    await focusEditor(page);
    await page.keyboard.press('Control+A');
    await page.keyboard.insertText(`${rules}\n`);
    await expect(page.locator('.lens').nth(2)).toBeVisible();
    await expectUnharmed(page, 'rules');
    for (const word of ['javascript', 'constructor']) {
      await page.locator('.view-line', { hasText: word }).first().getByText(word).first().hover();
      await expect(page.locator('.monaco-hover:visible').first()).toBeVisible();
      await expectUnharmed(page, `hover of ${word}`);
    }
    await focusEditor(page);
    await page.keyboard.press('Control+End');
    await page.keyboard.insertText('tag `X`\n  when city = "');
    await page.keyboard.press('Control+Space');
    await expect(page.locator('.suggest-widget.visible')).toBeVisible();
    await page.keyboard.press('Control+Space');
    await expectUnharmed(page, 'proposals');
    await page.keyboard.press('Escape');
    await page.keyboard.insertText('a"\n');
    await page.getByRole('tab', { name: say(rulesTexts.tabAll) }).click();
    await page.getByRole('tabpanel').getByRole('listitem').filter({ hasText: 'All' }).first().click();
    await expect(page.getByRole('listbox').getByRole('option').first()).toBeVisible();
    await expectUnharmed(page, 'members');
    await publish(page, 'en');
    await goTo(page, '#/customers/H0');
    await expect(page.getByRole('button', { name: say(exportTexts.person) })).toBeVisible();
    await expect(page.getByRole('main')).toContainText('All');
    await expectUnharmed(page, 'why');
    await page.close();
  });

  test('are texts on the card, in the panel and in the popup', async () => {
    const { running, demo } = studio.group;
    const mail = await running.context.newPage();
    await mail.goto(`${demo.origin}/mail/`);
    await allowSite(running, mail, 'en');
    const card = await ClosedCard.of(mail);
    for (const id of ['renewal', 'order']) {
      await mail.locator(`#row-${id} button`).click();
      await expect.poll(() => card.text()).toContain(`javascript:${run}`);
      expect(await mail.evaluate(() => 'tricked' in window)).toBe(false);
      await mail.screenshot({ path: test.info().outputPath(`card-${id}.png`) });
      await card.press(say(cardTexts.collapse)); // a long name must not push the buttons out of the card
      await expect.poll(() => card.text()).not.toContain(say(cardTexts.noAction));
      await mail.screenshot({ path: test.info().outputPath(`folded-${id}.png`) });
      await card.press(say(cardTexts.expand).split(' {')[0]!);
      await expect.poll(() => card.text()).toContain(say(cardTexts.noAction));
    }
    const popup = await openPopup(running, mail);
    await popup.getByRole('combobox', { name: say(popupTexts.searchLabel) }).fill('img src');
    await expect(popup.getByRole('option').first()).toContainText(image);
    await expectUnharmed(popup, 'popup');
    await running.closeSurface(popup);
    const panel = await running.context.newPage();
    await panel.goto(running.url('panel'));
    await mail.bringToFront();
    await expectUnharmed(panel, 'panel');
    expect(await mail.evaluate(() => document.querySelectorAll('img[src="x"]').length)).toBe(0);
  });
});

import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import type { Language, Text } from '../../src/i18n/index.ts';
import { importTexts } from '../../src/i18n/studio.ts';
import { withExtension } from './fixture.ts';

/** A browser of its own for every group: each begins with an empty base. Errors in its pages fail the group. */
export function withStudio(language: Language) {
  const group = withExtension(language);
  const faults: string[] = [];
  test.afterAll(() => {
    expect(faults, 'errors in the page').toEqual([]);
  });

  return {
    group,
    say: group.say,
    async open(hash = ''): Promise<Page> {
      const page = await group.running.context.newPage();
      page.on('pageerror', error => faults.push(error.message));
      page.on('console', message => {
        if (message.type() === 'error') faults.push(message.text());
      });
      await page.goto(group.running.url('studio', hash));
      return page;
    },
    /** A file to choose, written into the group's own folder. */
    file(name: string, content: string | Uint8Array): string {
      const target = path.join(group.folder, name);
      writeFileSync(target, content);
      return target;
    },
  };
}

/** A file of orders: of a frequent, a new, a great and a lost customer, at the end of September 2026. */
export const fourBuyers = `订单号,客户编号,姓名,下单日期,金额
O1,C1,张伟,2026-09-29,500
O2,C1,张伟,2026-09-01,300
O3,C1,张伟,2026-08-01,700
O4,C2,李娜,2026-09-28,90
O5,C3,王芳,2026-01-05,2000
O6,C3,王芳,2026-01-04,2000
O7,C4,赵强,2025-06-01,40
`;

/** A text with its parameters, as a pattern: `{count}` stands for anything. */
export function like(text: string): RegExp {
  const literal = text.replace(/[.*+?^$()[\]\\]/g, '\\$&');
  return new RegExp(literal.replace(/\{[^}]*\}/g, '.*'));
}

/** The line above the declaration that is written so, read in one go: the editor draws its lines anew at will. */
export async function lensOf(page: Page, declaration: string): Promise<string> {
  const read = (wanted: string) => {
    const lines = [...document.querySelectorAll<HTMLElement>('.view-line')];
    const line = lines.find(each => each.innerText.replaceAll('\u00a0', ' ').includes(wanted));
    const top = line?.getBoundingClientRect().top ?? Number.NaN;
    const lens = [...document.querySelectorAll<HTMLElement>('.lens')].find(
      each => Math.abs(each.getBoundingClientRect().bottom - top) < 4,
    );
    return lens?.innerText.replaceAll('\n', ' ') ?? '';
  };
  await expect.poll(() => page.evaluate(read, declaration), declaration).not.toBe('');
  return await page.evaluate(read, declaration);
}

/** Puts the focus into the editor, wherever its text is scrolled to. */
export async function focusEditor(page: Page): Promise<void> {
  await page.locator('.monaco-editor').locator('.native-edit-context, .inputarea').first().focus();
}

/** Replaces the first occurrence of a text in the editor, as a user would. */
export async function replaceText(page: Page, from: string, to: string): Promise<void> {
  await focusEditor(page);
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  const find = page.locator('.find-widget textarea').first();
  await expect(find).toBeFocused();
  await find.fill(from);
  await expect(page.locator('.find-widget .matchesCount')).toContainText('1');
  await page.keyboard.press('Escape');
  await page.keyboard.insertText(to);
}

/** Imports one file as the studio guesses it, from the import screen to its end. */
export async function importFile(page: Page, language: Language, file: string): Promise<void> {
  const button = (text: Text) =>
    page.getByRole('button', { name: new RegExp(`^${like(text[language]).source}`) }).first();
  await page.locator('input[type=file]').first().setInputFiles(file);
  const [preview, run] = [button(importTexts.dryRun), button(importTexts.runRows)];
  await expect(preview.or(run).first()).toBeVisible();
  if (await preview.isVisible()) await preview.click(); // a known source goes straight to its preview
  await run.click();
  await expect(page.getByRole('heading', { name: like(importTexts.doneTitle[language]) })).toBeVisible();
}

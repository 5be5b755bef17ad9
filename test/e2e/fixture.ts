import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import type { Language, Text } from '../../src/i18n/index.ts';
import { chooseBrowser, thisMachine } from '../run/browser.ts';
import { launch, type Running } from '../run/extension.ts';
import { inProject } from '../run/process.ts';
import { type Site, serve } from '../run/serve.ts';

/** The built extension that is tested. */
export const extension = process.env.TIERLENS_DIST ?? inProject('dist');

/** A browser with the extension for all tests of a group, in a profile of its own, and the demo pages. */
export interface Group {
  readonly running: Running;
  readonly demo: Site;
  /** A folder for the files of the group. */
  readonly folder: string;
  say(row: Text): string;
}

/** Call it in a `describe`: the browser opens before its first test and closes after its last. */
export function withExtension(language: Language): Group {
  const folder = mkdtempSync(path.join(tmpdir(), 'tierlens-e2e-'));
  let running: Running | undefined;
  let demo: Site | undefined;
  test.use({ locale: language === 'zh' ? 'zh-CN' : 'en-US' }); // the runner's own default is en-US

  test.beforeAll(async () => {
    demo = await serve(inProject('test/demo'));
    const profile = path.join(folder, 'profile');
    running = await launch({
      browser: chooseBrowser(thisMachine()),
      extension,
      profile,
      headless: true,
      language,
    });
  });
  test.afterAll(async () => {
    await running?.close();
    await demo?.close();
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
  });

  return {
    folder,
    say: row => row[language],
    get running() {
      return running!;
    },
    get demo() {
      return demo!;
    },
  };
}

/** No rule of axe is broken on a page of the extension; the popup and the panel cannot open a page for the report. */
export async function expectAccessible(page: Page, where: string): Promise<void> {
  // colours on their way from one theme to the other are nobody's choice
  await page.waitForFunction(() => !document.getAnimations().some(each => each instanceof CSSTransition));
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().exclude('.monaco-editor').analyze();
  const found = violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(node => node.target.join(' ')).join(', ')}`,
  );
  expect(found, where).toEqual([]);
}

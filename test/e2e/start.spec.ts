import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from '@playwright/test';
import { countsOf, loadSample, openStudio } from '../run/flow.ts';
import { inProject } from '../run/process.ts';
import { extension, withExtension } from './fixture.ts';

test.describe('`npm start` without a display', () => {
  const group = withExtension('en');
  const out = mkdtempSync(path.join(tmpdir(), 'tierlens-start-'));
  test.afterAll(() => rmSync(out, { recursive: true, force: true }));

  test('goes through the main job in both languages and leaves pictures and a summary', async () => {
    test.setTimeout(240_000);
    const run = spawnSync(
      process.execPath,
      ['test/run/setup.mjs', 'start', '--headless', '--lang', 'en', '--out', out],
      { cwd: inProject(), encoding: 'utf8', env: { ...process.env, TIERLENS_DIST: extension } },
    );
    expect(run.status, run.stdout + run.stderr).toBe(0);
    expect(run.stdout).toContain('chrome://extensions');

    const summary = readFileSync(path.join(out, 'summary.html'), 'utf8');
    const pictures = [...summary.matchAll(/<img src="([^"]+)"/g)].map(([, file]) => file!);
    const screens = ['studio', 'mailbox', 'helpdesk', 'panel', 'popup'];
    const wanted = ['en', 'zh'].flatMap(language => screens.map(screen => `${screen}-${language}.png`));
    expect(pictures).toEqual(expect.arrayContaining([...wanted, 'mailbox-dark-en.png']));
    for (const picture of pictures)
      expect(statSync(path.join(out, picture)).size, picture).toBeGreaterThan(5_000);

    // The counts that the summary tells are those of a studio of our own with the same sample.
    const studio = await openStudio(group.running);
    await loadSample(studio, 'en');
    const counts = await countsOf(studio, 'en');
    const page = await group.running.context.newPage();
    await page.goto(pathToFileURL(path.join(out, 'summary.html')).href);
    const rows = await page.locator('#counts tr:has(td)').all();
    const told = await Promise.all(rows.map(row => row.locator('td').allInnerTexts()));
    expect(told).toEqual(counts.map(({ name, customers, share }) => [name, customers, share]));
    expect(told.length).toBeGreaterThan(10);
    await expect(page.locator('.workspace')).toContainText('5,000 customers');
    await expect(page.locator('.workspace')).toContainText('40,000 orders');
  });
});

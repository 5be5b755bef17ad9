import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { inProject } from '../run/process.ts';
import { extension } from './fixture.ts';

test('`npm start` without a display does the main job once and leaves pictures and a summary', () => {
  test.setTimeout(240_000);
  const summaryFile = inProject('out/summary.md');
  rmSync(summaryFile, { force: true });
  const run = spawnSync(process.execPath, ['test/run/setup.mjs', 'start', '--headless'], {
    cwd: inProject(),
    encoding: 'utf8',
    env: { ...process.env, TIERLENS_DIST: extension },
  });
  expect(run.status, run.stdout + run.stderr).toBe(0);
  expect(run.stdout).toContain('chrome://extensions');
  const summary = readFileSync(summaryFile, 'utf8');
  expect(summary).toMatch(/^(\d+) of \1 steps done\.$/m);
  expect(summary).toContain('张伟');
  const pictures = [...summary.matchAll(/\]\(([\w-]+\.png)\)/g)].map(([, name]) => name!);
  expect(pictures).toEqual(
    expect.arrayContaining(['studio-en.png', 'studio-zh.png', 'card.png', 'panel.png', 'popup.png']),
  );
  for (const picture of pictures)
    expect(statSync(inProject('out', picture)).size, picture).toBeGreaterThan(5_000);
});

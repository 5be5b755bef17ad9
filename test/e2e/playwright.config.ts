import { defineConfig } from '@playwright/test';
import { inProject } from '../run/process.ts';

/**
 * The built extension in a real Chromium. One worker: each file opens a browser with a profile of its own, and two
 * browsers at once make a small machine slow enough for time-outs.
 */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: inProject('out/end-to-end'),
  workers: 1,
  timeout: 90_000,
  globalTimeout: 14 * 60_000,
  expect: { timeout: 15_000 },
  forbidOnly: Boolean(process.env.CI),
  retries: process.env.CI ? 1 : 0,
  reporter: [
    ['list'],
    ['json', { outputFile: process.env.PLAYWRIGHT_JSON_OUTPUT_FILE ?? inProject('out/end-to-end.json') }],
  ],
});

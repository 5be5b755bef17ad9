import { defineConfig } from '@playwright/test';

/**
 * The built extension in a real Chromium. One worker: each file opens a browser with a profile of its own, and two
 * browsers at once make a small machine slow enough for time-outs.
 */
export default defineConfig({
  testDir: '.',
  outputDir: '../../out/end-to-end',
  workers: 1,
  fullyParallel: false,
  forbidOnly: process.env.CI === 'true',
  retries: process.env.CI === 'true' ? 1 : 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json']],
});

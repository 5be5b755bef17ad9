/// <reference types="vitest/config" />
import { type CrxPlugin, crx } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import manifest from './manifest.config.ts';

/**
 * CRXJS makes every script that is registered at run time readable by all sites, which lets a page find out
 * that the extension is installed. chrome.scripting does not need it, so the entry goes.
 */
function noWebAccessibleResources(): CrxPlugin {
  return {
    name: 'tierlens:no-web-accessible-resources',
    enforce: 'post',
    apply: 'build',
    renderCrxManifest(result) {
      delete result.web_accessible_resources;
      return result;
    },
  };
}

export default defineConfig(() => ({
  plugins: process.env.VITEST ? [] : [preact(), crx({ manifest }), noWebAccessibleResources()],
  oxc: { jsx: { runtime: 'automatic' as const, importSource: 'preact' } },
  worker: { format: 'es' as const },
  build: {
    target: 'chrome123',
    modulePreload: false as const,
    chunkSizeWarningLimit: 6000,
    rolldownOptions: {
      input: { studio: 'src/ui/studio/studio.html', offscreen: 'src/shell/offscreen.html' },
    },
  },
  server: { port: 5199, strictPort: true, host: '127.0.0.1', hmr: { host: '127.0.0.1', port: 5199 } },
  test: {
    testTimeout: 20_000,
    hookTimeout: 20_000,
    maxWorkers: '100%', // on two cores the default is one worker
    projects: [
      {
        extends: true as const,
        test: {
          name: 'rooms',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.dom.test.*'],
          setupFiles: ['test/indexedDb.ts'],
          isolate: false, // a module is loaded once in a worker: no test leaves anything behind in one
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true as const,
        test: {
          name: 'screens',
          include: ['test/**/*.dom.test.{ts,tsx}'],
          environment: 'happy-dom',
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
}));

import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { inProject, root } from '../run/process.ts';
import { serve } from '../run/serve.ts';
import type { Row } from './engine.ts';
import type { Measured } from './store-in-page.ts';

/** Builds what is measured outside the extension, as the extension is built; resolves to the folder. */
export async function buildBench(): Promise<string> {
  const outDir = inProject('out/bench');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir,
      emptyOutDir: true,
      copyPublicDir: false,
      target: 'chrome123',
      lib: {
        entry: { page: inProject('test/perf/page.ts'), engine: inProject('test/perf/engine.ts') },
        formats: ['es'],
      },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
  const script = '<!doctype html><title>Bench</title><script type="module" src="page.js"></script>';
  writeFileSync(path.join(outDir, 'index.html'), script);
  return outDir;
}

/** The engine's benchmark in a node of its own. */
export function benchInNode(folder: string): Row[] {
  const file = pathToFileURL(path.join(folder, 'engine.js')).href;
  const script = `const { bench } = await import('${file}'); console.log(JSON.stringify(await bench()));`;
  const done = spawnSync(process.execPath, ['--input-type=module', '-e', script], { encoding: 'utf8' });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}

interface Benches {
  benchEngine(): Promise<Row[]>;
  benchStore(): Promise<Measured[]>;
}

/** One benchmark in a page of its own. */
export async function benchInPage<Name extends keyof Benches>(
  folder: string,
  context: BrowserContext,
  name: Name,
): Promise<Awaited<ReturnType<Benches[Name]>>> {
  const site = await serve(folder);
  const page = await context.newPage();
  try {
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(wanted => wanted in globalThis, name);
    const rows = await page.evaluate(
      wanted => (globalThis as unknown as Benches)[wanted]() as Promise<unknown>,
      name,
    );
    return rows as Awaited<ReturnType<Benches[Name]>>;
  } finally {
    await page.close();
    await site.close();
  }
}

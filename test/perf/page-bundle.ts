import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { BrowserContext } from '@playwright/test';
import { build } from 'vite';
import { inProject, root, Stop } from '../run/process.ts';
import { serve } from '../run/serve.ts';
import type { DuplicateTimes } from './duplicates.ts';
import type { Row } from './engine.ts';
import type { IntakeTimes } from './intake-in-page.ts';
import type { FitTimes } from './lifetime.ts';
import { peersFolder } from './peers/install.ts';
import type { Pair } from './peers/main.ts';
import type { RecomputeTimes } from './recompute-in-page.ts';
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
        entry: {
          page: inProject('test/perf/page.ts'),
          engine: inProject('test/perf/engine.ts'),
          lifetime: inProject('test/perf/lifetime.ts'),
          peers: inProject('test/perf/peers/main.ts'),
          duplicates: inProject('test/perf/duplicates.ts'),
        },
        formats: ['es'],
      },
      rolldownOptions: { output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' } },
    },
  });
  const script = '<!doctype html><title>Bench</title><script type="module" src="page.js"></script>';
  writeFileSync(path.join(outDir, 'index.html'), script);
  return outDir;
}

/** The engine's benchmark in a node of its own; see `bench` for its argument. */
export function benchInNode(folder: string, timesLoops: number): Row[] {
  return inNode(`
    const { bench } = await import('${urlOf(folder, 'engine.js')}');
    const answer = await bench(${timesLoops});`);
}

/** Finding duplicates, in a node of its own. */
export function benchDuplicatesInNode(folder: string): DuplicateTimes {
  return inNode(`
    const { benchDuplicates } = await import('${urlOf(folder, 'duplicates.js')}');
    const answer = benchDuplicates();`);
}

/** Fits of purchase models, in a node of their own. */
export function benchLifetimeInNode(folder: string): FitTimes[] {
  return inNode(`
    const { benchLifetime } = await import('${urlOf(folder, 'lifetime.js')}');
    const answer = benchLifetime();`);
}

/** The benchmark against all peers but the `missing` ones, in a node of its own. */
export function benchPeersInNode(folder: string, missing: readonly string[]): Pair[] {
  return inNode(`
    const { createRequire } = await import('node:module');
    const { benchPeers } = await import('${urlOf(folder, 'peers.js')}');
    const ofPeers = createRequire('${urlOf(peersFolder, 'package.json')}');
    const load = name => (${JSON.stringify(missing)}.includes(name) ? null : ofPeers(name));
    const answer = await benchPeers(load, ${cpus().length}, what => console.error('…', what));`);
}

/** Runs a script that leaves its `answer`. Young objects have room: peers that work by objects need it. */
function inNode<Answer>(script: string): Answer {
  const options = ['--max-semi-space-size=64', '--input-type=module', '-e'];
  const whole = `${script}\nconsole.log(JSON.stringify(answer));`;
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  const done = spawnSync(process.execPath, [...options, whole], { encoding: 'utf8', stdio: [...stdio] });
  if (done.status !== 0) throw new Stop('The measurement failed: see its error above.');
  return JSON.parse(done.stdout);
}

function urlOf(folder: string, file: string): string {
  return pathToFileURL(path.join(folder, file)).href;
}

interface Benches {
  benchEngine(timesLoops: number): Promise<Row[]>;
  benchIntake(): Promise<IntakeTimes>;
  benchRecompute(): Promise<RecomputeTimes>;
  benchStore(): Promise<Measured[]>;
}

/** One benchmark in a page of its own. */
export async function benchInPage<Name extends keyof Benches>(
  folder: string,
  context: BrowserContext,
  name: Name,
  ...options: Parameters<Benches[Name]>
): Promise<Awaited<ReturnType<Benches[Name]>>> {
  const site = await serve(folder);
  const page = await context.newPage();
  try {
    await page.goto(`${site.origin}/`);
    await page.waitForFunction(wanted => wanted in globalThis, name);
    const rows = await page.evaluate(
      ([wanted, given]) => {
        const benches = globalThis as unknown as Record<string, (...given: unknown[]) => Promise<unknown>>;
        return benches[wanted]!(...given);
      },
      [name as string, options as unknown[]] as const,
    );
    return rows as Awaited<ReturnType<Benches[Name]>>;
  } finally {
    await page.close();
    await site.close();
  }
}

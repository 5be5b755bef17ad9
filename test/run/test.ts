import { readFileSync, rmSync } from 'node:fs';
import { chooseBrowser, thisMachine } from './browser.ts';
import { buildExtension } from './build.ts';
import { type Counts, checkCounts, closingLine, playwrightCounts, unitCounts } from './counts.ts';
import { inProject, runTool, Stop } from './process.ts';

interface Part {
  readonly name: string;
  run(): Promise<Counts>;
}

const unitReport = inProject('out/unit.json');
const endToEndReport = inProject('out/end-to-end.json');

const parts: readonly Part[] = [
  { name: 'types', run: async () => checkCounts('types', await runTool('typescript/bin/tsc', ['--noEmit'])) },
  {
    name: 'lint',
    run: async () => checkCounts('lint', await runTool('@biomejs/biome/bin/biome', ['check', '.'])),
  },
  { name: 'unit', run: unit },
  { name: 'build', run: async () => checkCounts('build', await built()) },
  { name: 'end-to-end', run: endToEnd },
];

/** `npm test [part ...]`: every check there is, or only the named parts; the last line counts them. */
export default async function command(wanted: readonly string[]): Promise<number> {
  const unknown = wanted.find(name => !parts.some(part => part.name === name));
  if (unknown)
    throw new Stop(`There is no part "${unknown}"; there are: ${parts.map(part => part.name).join(', ')}.`);
  const done: [name: string, seconds: number, counts: Counts][] = [];
  for (const part of parts) {
    if (wanted.length > 0 && !wanted.includes(part.name)) continue;
    console.log(`\n── ${part.name} ${'─'.repeat(72 - part.name.length)}`);
    const start = performance.now();
    const unbuilt =
      part.name === 'end-to-end' &&
      done.some(([name, , { failed }]) => name === 'build' && failed.length > 0);
    const counts = unbuilt ? checkCounts('end-to-end: not run, for the build failed', 1) : await part.run();
    done.push([part.name, (performance.now() - start) / 1000, counts]);
  }
  return summarise(done);
}

function summarise(done: readonly [string, number, Counts][]): number {
  console.log(`\n── result ${'─'.repeat(66)}`);
  for (const [name, seconds, counts] of done) {
    const mark = counts.failed.length > 0 ? 'FAILED' : 'ok';
    console.log(`${name.padEnd(12)} ${mark.padEnd(7)} ${closingLine(counts)}  (${seconds.toFixed(1)} s)`);
  }
  const all: Counts = {
    passed: done.reduce((sum, [, , counts]) => sum + counts.passed, 0),
    failed: done.flatMap(([, , counts]) => counts.failed),
    skipped: done.flatMap(([, , counts]) => counts.skipped),
  };
  for (const name of all.skipped) console.log(`skipped: ${name}`);
  for (const name of all.failed) console.log(`FAILED: ${name}`);
  console.log(`\n${closingLine(all)}`);
  return all.failed.length > 0 || all.passed === 0 ? 1 : 0;
}

async function built(): Promise<number> {
  try {
    await buildExtension();
    return 0;
  } catch (error) {
    console.error(error);
    return 1;
  }
}

async function unit(): Promise<Counts> {
  rmSync(unitReport, { force: true });
  const code = await runTool('vitest/vitest.mjs', [
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${unitReport}`,
  ]);
  return unitCounts(readReport(unitReport), code);
}

async function endToEnd(): Promise<Counts> {
  rmSync(endToEndReport, { force: true });
  const code = await runTool('@playwright/test/cli.js', ['test', '--config=test/e2e/playwright.config.ts'], {
    CHROME_PATH: chooseBrowser(thisMachine()),
    PLAYWRIGHT_JSON_OUTPUT_FILE: endToEndReport,
  });
  return playwrightCounts(readReport(endToEndReport), code);
}

function readReport(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null; // the runner ended before it wrote one: its exit code tells
  }
}

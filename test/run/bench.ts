import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import type { DuplicateTimes } from '../perf/duplicates.ts';
import type { Row } from '../perf/engine.ts';
import type { IntakeTimes } from '../perf/intake-in-page.ts';
import type { FitTimes } from '../perf/lifetime.ts';
import { peakOfIntake } from '../perf/memory.ts';
import {
  benchDuplicatesInNode,
  benchInNode,
  benchInPage,
  benchLifetimeInNode,
  benchPeersInNode,
  buildBench,
} from '../perf/page-bundle.ts';
import { measureCard } from '../perf/page-card.ts';
import { measureSearch, measureStudio } from '../perf/page-studio.ts';
import { measureWatch, type WatchTimes } from '../perf/page-watch.ts';
import { installPeers } from '../perf/peers/install.ts';
import type { Pair } from '../perf/peers/main.ts';
import type { RecomputeTimes } from '../perf/recompute-in-page.ts';
import { measureSizes } from '../perf/sizes.ts';
import type { Measured } from '../perf/store-in-page.ts';
import { type BenchRow, benchTable, isKept, ratioOf } from './benchTable.ts';
import { chooseBrowser, thisMachine } from './browser.ts';
import { buildIfOld } from './build.ts';
import { browserArguments, type LaunchOptions, launch } from './extension.ts';
import { allowSite, loadSample, openStudio, publish } from './flow.ts';
import { inProject, Stop } from './process.ts';
import { serve } from './serve.ts';

const names = [
  'sizes',
  'engine',
  'peers',
  'lifetime',
  'recompute',
  'store',
  'intake',
  'duplicates',
  'studio',
  'search',
  'card',
  'page',
] as const;
type Name = (typeof names)[number];
/** How many times the hand-written loops a full run may take. */
const TIMES_LOOPS = { node: 2, Chromium: 1.8 };
const CARD_ROUNDS = 15;
const STUDIO_ROUNDS = 5;
/** What the table leaves out about the peers. */
const aboutPeers = `"The same rules" is the way from orders in memory to every customer's outcome and the counts, with equal results.
Ours runs on one thread, so DuckDB is judged on one. Engines that take customers one by one are asked about 200 a
round, and scaled; none of them has a mean or quantile of a base, so they are given those. A row without a target does
less than ours ("given all metrics too": nothing is counted or summed from orders), has more threads, is asked in a way of
our own (many customers a call, where its use is one decision a call), or is no product.`;
/** A profile of a moment asks for no keyring of the user's. */
const noKeyring = ['--password-store=basic', '--use-mock-keychain'];

/**
 * `npm run bench [name ...]`: every measurement, or only the named ones, in one run and one table, which is also
 * written to out/bench.json. A missed target is marked; it fails nothing, for times depend on the machine.
 */
export default async function command(options: readonly string[]): Promise<number> {
  const unknown = options.find(option => !names.includes(option as Name));
  if (unknown) throw new Stop(`There is no measurement "${unknown}"; there are: ${names.join(', ')}.`);
  const wanted = new Set(options.length > 0 ? (options as Name[]) : names);
  const missing = wanted.has('peers') ? installPeers() : [];
  const rows = await measure(wanted, missing);
  mkdirSync(inProject('out'), { recursive: true });
  const kept = rows.map(row => ({ ...row, ratio: ratioOf(row), ok: isKept(row) }));
  const machine = `${cpus()[0]?.model ?? 'unknown processor'}, ${cpus().length} cores, node ${process.version}`;
  writeFileSync(inProject('out/bench.json'), `${JSON.stringify({ machine, rows: kept }, null, 2)}\n`);
  console.log(`\n${machine}\n\n${benchTable(rows)}`);
  if (wanted.has('peers')) console.log(`\n${aboutPeers}`);
  if (missing.length > 0) {
    console.log(`Not measured, for npm could not install them (its error is above): ${missing.join(', ')}.`);
  }
  return 0;
}

async function measure(wanted: ReadonlySet<Name>, missing: readonly string[]): Promise<BenchRow[]> {
  const extension = await buildIfOld();
  const rows = wanted.has('sizes') ? sizeRows(extension) : [];
  if (names.slice(1).some(name => wanted.has(name))) {
    const folder = mkdtempSync(path.join(tmpdir(), 'tierlens-bench-'));
    const demo = await serve(inProject('test/demo'));
    const browser = chooseBrowser(thisMachine());
    const profile = path.join(folder, 'profile');
    const own: LaunchOptions = { browser, extension, profile, headless: true, language: 'en' };
    try {
      rows.push(...(await measureRooms(wanted, missing, own)));
      rows.push(...(await measureProduct(wanted, own, `${demo.origin}/mail/`)));
    } finally {
      await demo.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    }
  }
  return rows;
}

/** The engine and the store by themselves, in pages that are no part of the extension. */
async function measureRooms(
  wanted: ReadonlySet<Name>,
  missing: readonly string[],
  own: LaunchOptions,
): Promise<BenchRow[]> {
  if (
    !['engine', 'peers', 'lifetime', 'recompute', 'store', 'intake', 'duplicates', 'search'].some(name =>
      wanted.has(name as Name),
    )
  )
    return [];
  const rows: BenchRow[] = [];
  const bundle = await buildBench();
  if (wanted.has('engine')) {
    progress('engine in node');
    rows.push(...engineRows('node', benchInNode(bundle, TIMES_LOOPS.node)));
  }
  if (wanted.has('duplicates')) {
    progress('duplicates');
    rows.push(...duplicateRows(benchDuplicatesInNode(bundle)));
  }
  if (wanted.has('peers')) {
    progress('the same rules by peers');
    rows.push(...peerRows(benchPeersInNode(bundle, missing)));
  }
  if (wanted.has('lifetime')) {
    progress('fits of purchase models');
    rows.push(...lifetimeRows(benchLifetimeInNode(bundle)));
  }
  if (!['engine', 'recompute', 'store', 'intake', 'search'].some(name => wanted.has(name as Name)))
    return rows;
  const { context, close } = await launch(own);
  try {
    if (wanted.has('engine')) {
      progress('engine in Chromium');
      rows.push(
        ...engineRows('Chromium', await benchInPage(bundle, context, 'benchEngine', TIMES_LOOPS.Chromium)),
      );
    }
    if (wanted.has('intake')) {
      progress('600,000 orders from file to base');
      rows.push(...intakeRows(await benchInPage(bundle, context, 'benchIntake')));
    }
    if (wanted.has('recompute')) {
      progress('everything for 100,000 customers and 1,000,000 orders');
      rows.push(...recomputeRows(await benchInPage(bundle, context, 'benchRecompute')));
    }
    if (wanted.has('store') || wanted.has('search')) {
      progress('store in Chromium');
      rows.push(...storeRows(wanted, await benchInPage(bundle, context, 'benchStore')));
    }
  } finally {
    await close();
  }
  if (wanted.has('intake')) {
    progress('memory for 600,000 and for 1,200,000 orders');
    rows.push(...(await intakeMemoryRows(bundle, own)));
  }
  return rows;
}

/** The extension at work with the sample workspace, its rules published, allowed on the page at `url`. */
async function measureProduct(
  wanted: ReadonlySet<Name>,
  own: LaunchOptions,
  url: string,
): Promise<BenchRow[]> {
  if (!['studio', 'search', 'card', 'page'].some(name => wanted.has(name as Name))) return [];
  const rows: BenchRow[] = [];
  progress('sample workspace');
  const running = await launch(own);
  let addresses: string[];
  try {
    const studio = await openStudio(running);
    await loadSample(studio, 'en');
    await publish(studio, 'en');
    const mail = await running.context.newPage();
    await mail.goto(url);
    await allowSite(running, mail, 'en');
    await mail.close();
    await studio.close();
    if (wanted.has('studio')) {
      progress('studio');
      rows.push(studioRow(await measureStudio(running, STUDIO_ROUNDS)));
    }
    if (wanted.has('page')) {
      progress('a page of 50,000 nodes that keeps changing');
      rows.push(...watchRows(await measureWatch(running, url, expectedCards)));
    }
    progress('look-up');
    const looked = await measureSearch(running);
    addresses = looked.addresses.slice(0, CARD_ROUNDS);
    if (wanted.has('search')) rows.push(searchRow(5_000, 'asked of the worker', looked.times));
  } finally {
    await running.close();
  }
  if (wanted.has('card')) {
    progress('e-mail to card');
    const { browser, profile } = own;
    const options = [...browserArguments(own), '--headless', `--user-data-dir=${profile}`, ...noKeyring];
    rows.push(...cardRows(await measureCard({ browser, options, id: running.id, url, addresses })));
  }
  return rows;
}

/** Customers of the sample, and what only their cards say. */
const expectedCards = [
  { address: 'zhang.wei@acme-sz.test', name: '张伟' },
  { address: 'alice.johnson@northwind.test', name: 'Alice Johnson' },
  { address: 'zhao.lei@example-cn.test', name: '赵磊' },
  { address: 'chen.jing@huaxin.test', name: '陈静' },
  { address: 'bob@contoso.test', name: "Bob O'Neil" },
];

function watchRows({ share, framedShare, latencies }: WatchTimes): BenchRow[] {
  const page = 'a page of 50,000 nodes with 1,000 changes a second';
  return [
    {
      name: `${page}: the card's script, of a second of its main thread`,
      unit: 'ms',
      measured: share * 1_000,
      target: { most: 10 },
    },
    {
      name: `${page}, and three frames like it: the scripts, of a second of its main thread`,
      unit: 'ms',
      measured: framedShare * 1_000,
      target: { most: 10 },
    },
    {
      name: `${page}: from an address to the card`,
      unit: 'ms',
      measured: median(latencies),
      target: { most: 100 },
    },
  ];
}

function sizeRows(extension: string): BenchRow[] {
  return measureSizes(extension).map(({ name, zipped }) => ({
    name: `size: ${name}`,
    unit: 'bytes',
    measured: zipped,
    ...(name === 'content script' ? { target: { most: 32_000 } } : {}),
  }));
}

function engineRows(place: string, rows: readonly Row[]): BenchRow[] {
  return rows.map(({ name, loops, target, milliseconds }) => ({
    name: `engine in ${place}: ${name}`,
    unit: 'ms',
    measured: milliseconds,
    ...(loops === undefined
      ? { target: { most: target } }
      : { against: { name: 'hand-written loops', measured: loops }, target: { times: target } }),
  }));
}

function peerRows(pairs: readonly Pair[]): BenchRow[] {
  return pairs.map(({ name, atLeast, milliseconds, ours }) => ({
    name: `the same rules: ${name}`,
    unit: 'ms',
    measured: milliseconds,
    against: { name: 'ours', measured: ours },
    ...(atLeast === undefined ? {} : { target: { atLeast } }),
  }));
}

function lifetimeRows(times: readonly FitTimes[]): BenchRow[] {
  return times.map(({ customers, groups, evaluations, fit, pass }) => ({
    name: `BG/NBD fit of ${customers.toLocaleString('en')} customers (${groups.toLocaleString('en')} groups, ${evaluations} steps)`,
    unit: 'ms',
    measured: fit,
    against: { name: 'one pass of the likelihood', measured: pass },
    target: { times: 5 },
  }));
}

const LOAD = 'load 1,000,000 orders to columns';

function storeRows(wanted: ReadonlySet<Name>, measured: readonly Measured[]): BenchRow[] {
  const rows: BenchRow[] = [];
  if (wanted.has('store')) {
    for (const { name, milliseconds } of measured.filter(each => !each.name.startsWith('search '))) {
      const target = name === LOAD ? { target: { most: 500 } } : {};
      rows.push({ name: `store: ${name}`, unit: 'ms', measured: milliseconds, ...target });
    }
  }
  if (wanted.has('search')) {
    const keys = measured.filter(each => each.name.startsWith('search ')).map(each => each.milliseconds);
    rows.push(searchRow(100_000, 'in the store', keys));
  }
  return rows;
}

function recomputeRows({ parts, longest }: RecomputeTimes): BenchRow[] {
  const of = 'everything for 100,000 customers and 1,000,000 orders';
  return [
    ...parts.map(({ name, milliseconds }) => ({
      name: `${of}, ${name}`,
      unit: 'ms' as const,
      measured: milliseconds,
    })),
    { name: `${of}: longest time before others have their turn`, unit: 'ms', measured: longest },
  ];
}

function intakeRows({ papa, all, reading, matching, writing }: IntakeTimes): BenchRow[] {
  const parts = Object.entries({ reading, matching, writing });
  return [
    {
      name: 'intake: 600,000 orders from file to stored chunks',
      unit: 'ms',
      measured: all,
      against: { name: 'PapaParse alone', measured: papa },
      target: { times: 3 },
    },
    ...parts.map(([part, measured]) => ({ name: `intake: ${part}`, unit: 'ms' as const, measured })),
  ];
}

/** Twice the orders of the same customers may take twice the columns, but no more text at once. */
async function intakeMemoryRows(bundle: string, own: LaunchOptions): Promise<BenchRow[]> {
  const [once, twice] = [await intakePeak(bundle, own, 600_000), await intakePeak(bundle, own, 1_200_000)];
  if (once === null || twice === null) return [];
  return [
    { name: 'intake: peak memory, 600,000 orders', unit: 'bytes', measured: once },
    {
      name: 'intake: peak memory, 1,200,000 orders',
      unit: 'bytes',
      measured: twice,
      against: { name: '600,000', measured: once },
      target: { times: 1.7 },
    },
  ];
}

/** In a browser of its own: a process keeps the memory that it had. */
async function intakePeak(bundle: string, own: LaunchOptions, orders: number): Promise<number | null> {
  const { context, close } = await launch({ ...own, profile: `${own.profile}-${orders}` });
  try {
    return await peakOfIntake(bundle, context, orders);
  } finally {
    await close();
  }
}

function duplicateRows({ customers, whole, changed, longest, naive }: DuplicateTimes): BenchRow[] {
  const among = `duplicates among ${customers.toLocaleString('en')} customers`;
  return [
    {
      name: among,
      unit: 'ms',
      measured: whole,
      against: { name: 'names alone, each with each', measured: naive },
      target: { times: 0.4 },
    },
    {
      name: `${among}, one in a hundred changed`,
      unit: 'ms',
      measured: changed,
      against: { name: 'the whole', measured: whole },
      target: { times: 0.4 },
    },
    { name: 'duplicates: longest time before others have their turn', unit: 'ms', measured: longest },
  ];
}

function searchRow(customers: number, place: string, times: readonly number[]): BenchRow {
  const name = `look-up at each key among ${customers.toLocaleString('en')} customers, ${place}`;
  return { name, unit: 'ms', measured: median(times) };
}

function studioRow(times: readonly number[]): BenchRow {
  const name = 'studio: from its address to the first line in the editor';
  return { name, unit: 'ms', measured: median(times), target: { most: 1_000 } };
}

function cardRows({ stoppedPing, stoppedCard, warmPing, warmCard }: Awaited<ReturnType<typeof measureCard>>) {
  const rows: BenchRow[] = [
    {
      name: 'e-mail to card, worker stopped',
      unit: 'ms',
      measured: median(stoppedCard),
      against: { name: 'empty ping, stopped', measured: median(stoppedPing) },
      target: { times: 1.4 },
    },
    {
      name: 'e-mail to card, worker warm',
      unit: 'ms',
      measured: median(warmCard),
      against: { name: 'empty ping, warm', measured: median(warmPing) },
      target: { most: 15 },
    },
  ];
  return rows;
}

function median(times: readonly number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

function progress(what: string): void {
  console.log(`… ${what}`);
}

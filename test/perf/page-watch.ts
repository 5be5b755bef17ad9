import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession } from '@playwright/test';
import type { Running } from '../run/extension.ts';
import { inProject } from '../run/process.ts';
import { serve } from '../run/serve.ts';

const NODES = 50_000;
const CHANGES_PER_SECOND = 1_000;
const WATCHED_MILLISECONDS = 10_000;
const FRAMES = 3;

export interface WatchTimes {
  /** Of the page's main thread, the part that the card's script took while the page kept changing. */
  readonly share: number;
  /** The same with frames of another origin on the same thread, each as large and as busy as the page. */
  readonly framedShare: number;
  /** Milliseconds from an address being put into the page to the customer's card, one for each round. */
  readonly latencies: readonly number[];
}

/** A customer's address, and what stands on their card and nowhere in the page. */
export interface Expected {
  readonly address: string;
  readonly name: string;
}

/**
 * What the card costs a mailbox of 50,000 nodes with 1,000 changes a second, and how soon it comes there. `url` is a
 * page of an allowed site.
 */
export async function measureWatch(
  running: Running,
  url: string,
  expected: readonly Expected[],
): Promise<WatchTimes> {
  const page = await running.context.newPage();
  await page.goto(url);
  await page.evaluate(fill, NODES);
  const session = await running.context.newCDPSession(page);
  await page.evaluate(keepChanging, CHANGES_PER_SECOND);
  await sleep(2_000); // the look at the page as it was filled
  const share = await shareOfExtension(session);
  const latencies: number[] = [];
  const world = await worldOfScript(session);
  for (const each of expected) {
    await sleep(6_000); // as long as somebody reads at least
    latencies.push(await timeToCard(session, world, each));
  }
  const other = await serve(inProject('test/demo')); // another port: another origin on the same thread
  await page.evaluate(addFrames, [`${other.origin}/mail/`, FRAMES] as const);
  for (const frame of page.frames().filter(each => each !== page.mainFrame())) {
    await frame.waitForLoadState();
    await frame.evaluate(fill, NODES);
    await frame.evaluate(keepChanging, CHANGES_PER_SECOND);
  }
  await sleep(2_000);
  const framedShare = await shareOfExtension(session);
  await page.close();
  await other.close();
  return { share, framedShare, latencies };
}

/** Samples of the profiler in which a function of the extension was running, of all samples. */
async function shareOfExtension(session: CDPSession): Promise<number> {
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 200 });
  await session.send('Profiler.start');
  await sleep(WATCHED_MILLISECONDS);
  const { profile } = await session.send('Profiler.stop');
  await session.send('Profiler.disable');
  const own = new Set<number>();
  const mark = (id: number, inside: boolean) => {
    const node = profile.nodes.find(each => each.id === id)!;
    const is = inside || node.callFrame.url.startsWith('chrome-extension://');
    if (is) own.add(id);
    for (const child of node.children ?? []) mark(child, is);
  };
  mark(profile.nodes[0]!.id, false);
  const deltas = profile.timeDeltas ?? [];
  const taken = (profile.samples ?? []).reduce((sum, id, i) => sum + (own.has(id) ? (deltas[i] ?? 0) : 0), 0);
  return taken / (profile.endTime - profile.startTime);
}

/** The world of the card's script in the page: from there its closed tree can be watched. */
async function worldOfScript(session: CDPSession): Promise<number> {
  const worlds: { readonly id: number; readonly origin: string }[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => worlds.push(context));
  await session.send('Runtime.enable');
  const own = worlds.find(({ origin }) => origin.startsWith('chrome-extension://'));
  if (!own) throw new Error('the card has no script in the page');
  return own.id;
}

/** From the page being told of another writer to the words of the answer in the card's tree. */
async function timeToCard(session: CDPSession, world: number, expected: Expected): Promise<number> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    expression: `(${writeAndWait})(${JSON.stringify(expected)})`,
    contextId: world,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** Runs in the world of the card's script. */
function writeAndWait({ address, name }: Expected): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    const whole = { subtree: true, childList: true, attributes: true, characterData: true };
    const look = () => {
      for (const host of document.documentElement.children) {
        const root = chrome.dom.openOrClosedShadowRoot(host as HTMLElement);
        if (!root) continue;
        observer.observe(root, whole);
        if (!root.innerHTML.includes(name)) continue;
        observer.disconnect();
        resolve(performance.now() - begin);
        return;
      }
    };
    const observer = new MutationObserver(look);
    observer.observe(document.documentElement, { childList: true });
    look();
    setTimeout(() => reject(new Error(`no card of ${name}`)), 20_000);
    const link = document.createElement('a');
    link.href = `mailto:${address}`;
    link.textContent = address;
    document.querySelector('.from')!.replaceChildren(link);
  });
}

function fill(nodes: number): void {
  document.body.innerHTML =
    '<main><article><header><h2>Hello</h2><div class="from"></div></header></article></main>';
  const list = document.createElement('section');
  for (let i = 0; i < nodes / 5; i++) {
    const row = document.createElement('div');
    row.innerHTML = '<span class="subject">About an order</span> <time>10:24</time><i></i>';
    list.append(row);
  }
  document.body.append(list);
}

function addFrames([address, count]: readonly [string, number]): void {
  for (let i = 0; i < count; i++) {
    const frame = document.createElement('iframe');
    frame.src = address;
    frame.width = '600';
    frame.height = '400';
    document.body.prepend(frame);
  }
}

function keepChanging(perSecond: number): void {
  const rows = document.querySelectorAll('section > div');
  let next = 0;
  setInterval(() => {
    for (let i = 0; i < perSecond / 50; i++) {
      next += 7;
      const row = rows[next % rows.length]!;
      row.lastElementChild!.replaceWith(document.createElement('i'));
    }
  }, 20);
}

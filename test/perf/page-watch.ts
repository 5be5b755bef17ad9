import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';
import type { Running } from '../run/extension.ts';

const NODES = 50_000;
const CHANGES_PER_SECOND = 1_000;
const WATCHED_MILLISECONDS = 10_000;

export interface WatchTimes {
  /** Of the page's main thread, the part that the card's script took while the page kept changing. */
  readonly share: number;
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
  await session.send('DOM.enable');
  for (const each of expected) {
    await sleep(6_000); // as long as somebody reads at least
    latencies.push(await timeToCard(page, session, each));
  }
  await page.close();
  return { share, latencies };
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

/** From the page being told of another writer to the words of the answer in the card's tree, as the debugger hears. */
async function timeToCard(page: Page, session: CDPSession, { address, name }: Expected): Promise<number> {
  await session.send('DOM.getDocument', { depth: -1, pierce: true });
  const kinds = ['DOM.childNodeInserted', 'DOM.setChildNodes', 'DOM.attributeModified'] as const;
  let begin = 0;
  let stop = () => {};
  const shown = new Promise<number>((resolve, reject) => {
    const hear = (event: object) => {
      if (JSON.stringify(event).includes(name)) resolve(performance.now() - begin);
      const { node } = event as { node?: { nodeId: number; shadowRoots?: { nodeId: number }[] } };
      for (const each of node ? [node, ...(node.shadowRoots ?? [])] : []) {
        session
          .send('DOM.requestChildNodes', { nodeId: each.nodeId, depth: -1, pierce: true })
          .catch(() => {});
      }
    };
    for (const kind of kinds) session.on(kind, hear);
    const patience = setTimeout(() => reject(new Error(`no card of ${name}`)), 20_000);
    stop = () => {
      clearTimeout(patience);
      for (const kind of kinds) session.off(kind, hear);
    };
  });
  begin = performance.now();
  await page.evaluate(write, address);
  try {
    return await shown;
  } finally {
    stop();
  }
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

function write(address: string): void {
  const link = document.createElement('a');
  link.href = `mailto:${address}`;
  link.textContent = address;
  document.querySelector('.from')!.replaceChildren(link);
}

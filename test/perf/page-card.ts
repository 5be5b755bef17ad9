import { setTimeout as sleep } from 'node:timers/promises';
import { PipedBrowser } from './page-debugger.ts';

export interface CardOptions {
  readonly browser: string;
  /** What the browser is started with: the profile, in which `url` is allowed, and the extension. */
  readonly options: readonly string[];
  /** Id of the extension. */
  readonly id: string;
  readonly url: string;
  /** Addresses of customers; each is asked for once. */
  readonly addresses: readonly string[];
}

/** Durations in milliseconds of the round trips from a page's own script, one for each round. */
export interface CardTimes {
  readonly stoppedPing: number[];
  readonly stoppedCard: number[];
  readonly warmPing: number[];
  readonly warmCard: number[];
}

/**
 * What nothing can be faster than: a message that the background refuses at once, since its name is in no table. It
 * starts the same worker, with the same code, through the same listener and the same check of the sender; nothing is
 * read for it.
 */
const ping = { to: 'background', name: 'nothing of that name', input: {} };

/**
 * Asks for cards as the script in an allowed page does, in that script's own world: of a worker that has been stopped
 * (and is seen to be gone) and of one that has just answered, in turn with empty pings of the same worker.
 */
export async function measureCard({ browser, options, id, url, addresses }: CardOptions): Promise<CardTimes> {
  const piped = new PipedBrowser(browser, options);
  try {
    const world = await openWorld(piped, id, url);
    const times: CardTimes = { stoppedPing: [], stoppedCard: [], warmPing: [], warmCard: [] };
    for (const [round, address] of addresses.entries()) {
      const card = messageFor(address, round);
      const stoppedPing = async () => {
        await stopWorker(piped, world.session, id);
        times.stoppedPing.push(await timed(piped, world, ping, false));
        await sleep(200); // what a start leaves behind is not for the next to pay
      };
      const stoppedCard = async () => {
        await stopWorker(piped, world.session, id);
        times.stoppedCard.push(await timed(piped, world, card, true));
        await sleep(200);
      };
      const steps = round % 2 === 0 ? [stoppedPing, stoppedCard] : [stoppedCard, stoppedPing];
      for (const step of steps) await step();
      await timed(piped, world, card, true); // warm is a worker that has shown a card before
      times.warmPing.push(await timed(piped, world, ping, false));
      times.warmCard.push(await timed(piped, world, messageFor(address, round + 0.5), true));
    }
    return times;
  } finally {
    await piped.close();
  }
}

function messageFor(email: string, thread: number) {
  const input = { site: 'generic', thread: String(thread), contacts: [{ email }], suggestions: [] };
  return { to: 'background', name: 'card', input };
}

interface World {
  readonly session: string;
  readonly context: number;
}

/** Opens the page and finds the world in which the extension's script runs there. */
async function openWorld(piped: PipedBrowser, id: string, url: string): Promise<World> {
  const found = new Promise<number>((resolve, reject) => {
    piped.listen((method, values) => {
      if (method !== 'Runtime.executionContextCreated') return;
      const context = values.context as { id: number; origin: string };
      if (context.origin === `chrome-extension://${id}`) resolve(context.id);
    });
    setTimeout(() => reject(new Error(`no script of the extension on ${url}`)), 20_000).unref();
  });
  const session = await piped.open(url);
  await piped.send('Runtime.enable', {}, session);
  await piped.send('ServiceWorker.enable', {}, session);
  const context = await found;
  await sleep(2_000); // the page's own first look-up, and what the browser does at its start
  return { session, context };
}

/** Stops the worker and waits until the browser does not list it any more. */
async function stopWorker(piped: PipedBrowser, session: string, id: string): Promise<void> {
  await piped.send('ServiceWorker.stopAllWorkers', {}, session);
  for (let tries = 0; tries < 100; tries++) {
    if (!(await isWorkerListed(piped, id))) return;
    await sleep(50);
  }
  throw new Error('the service worker was not stopped');
}

async function isWorkerListed(piped: PipedBrowser, id: string): Promise<boolean> {
  const { targetInfos } = await piped.send('Target.getTargets');
  return (targetInfos as { type: string; url: string }[]).some(
    ({ type, url }) => type === 'service_worker' && url.startsWith(`chrome-extension://${id}/`),
  );
}

/** The time from the message to its answer. Throws where the answer is not the expected one. */
async function timed(piped: PipedBrowser, world: World, message: object, known: boolean): Promise<number> {
  const expression = `(async () => {
    const begin = performance.now();
    const answer = await chrome.runtime.sendMessage(${JSON.stringify(message)});
    return { took: performance.now() - begin, answer };
  })()`;
  const { result } = await piped.send(
    'Runtime.evaluate',
    { expression, contextId: world.context, awaitPromise: true, returnByValue: true },
    world.session,
  );
  const { took, answer } = (result as { value: { took: number; answer: Answer } }).value;
  if (known ? !answer.value?.cards.length : answer.code !== 'messageRefused')
    throw new Error(`an answer that was not expected: ${JSON.stringify(answer)}`);
  return took;
}

interface Answer {
  readonly code?: string;
  readonly value?: { readonly cards: readonly unknown[] };
}

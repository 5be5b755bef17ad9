import { fields, nameInRules } from '../../src/domain/index.ts';
import { createEngine, type Engine, type LadderSettings, type Progress } from '../../src/engine/index.ts';
import { usualClusters } from '../../src/models/index.ts';
import { sampleRules } from '../../src/rules/index.ts';
import { openStore } from '../../src/store/index.ts';
import { deleteBase, fill, type Measured, measureOnce, NAME, TODAY } from './store-in-page.ts';

/** Everything computed anew, and the longest time in which nothing else had its turn. */
export interface RecomputeTimes {
  readonly parts: readonly Measured[];
  readonly longest: number;
}

/**
 * Fills a base of its own with 100,000 customers and 1,000,000 orders and publishes the shipped rules together with
 * one rule for every field that a model makes: models, rules, the day of the next change, cards, and all of it stored.
 */
export async function benchRecompute(): Promise<RecomputeTimes> {
  await deleteBase();
  const store = openStore(NAME);
  try {
    await fill(store);
    const engine = createEngine({
      store,
      now: () => new Date(),
      today: () => TODAY,
      newId: () => crypto.randomUUID(),
    });
    const made = fields.filter(field => field.place === 'model');
    const models = made.map(field => {
      const name = nameInRules(field, 'en');
      return `tag known_${field.id} when ${field.kind === 'flag' ? name : `${name} is known`}`;
    });
    const text = [sampleRules.en, ...models].join('\n');
    const fits = await measureOnce('all models fitted', () => fitModels(engine));
    const turns = watchTurns();
    const stages: { readonly stage: Progress['stage']; readonly at: number }[] = [];
    const heard = ({ stage }: Progress) => {
      if (stages.at(-1)?.stage !== stage) stages.push({ stage, at: performance.now() });
    };
    const first = await measureOnce('published the first time', () => engine.publish('p', text, '', heard));
    const again = await measureOnce('again, with nothing changed', () => engine.refresh('r', () => {}));
    const parts = stages.slice(0, -1).map(({ stage, at }, place) => ({
      name: `of it ${stage}`,
      milliseconds: stages[place + 1]!.at - at,
    }));
    return { parts: [fits, first, ...parts, again], longest: turns.stop() };
  } finally {
    store.close();
    await deleteBase();
  }
}

/** Fits what is fitted, and puts it and a ladder in force. */
async function fitModels(engine: Engine): Promise<void> {
  const quiet = () => {};
  const { settings, fittedOn, purchases, spends } = await engine.lifetime('fit', null, quiet);
  await engine.publishModel('fit', 'lifetime', { settings, fittedOn, purchases, spends }, quiet);
  const churn = await engine.churn('fit', null, quiet);
  await engine.publishModel('fit', 'churn', { settings: churn.settings, learned: churn.learned }, quiet);
  const clusters = await engine.findClusters('fit', usualClusters, quiet);
  await engine.publishModel('fit', 'clusters', clusters, quiet);
  await engine.publishModel('fit', 'ladder', ladder, quiet);
}

const ladder: LadderSettings = {
  measure: { is: 'field', id: 'monetary' },
  lessIsBetter: false,
  levels: [
    { name: 'Gold', enter: 4_000_000, keep: 3_500_000 },
    { name: 'Silver', enter: 2_000_000, keep: 1_500_000 },
  ],
  otherwise: 'Bronze',
  by: 'value',
  dwell: 30,
  grace: 45,
  oneStepDown: true,
  review: 'month',
};

/** The longest time between two turns of the event loop from now on until it is stopped. */
function watchTurns() {
  let longest = 0;
  let last = performance.now();
  let isOver = false;
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = () => {
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (isOver) port1.close();
    else setTimeout(() => port2.postMessage(null));
  };
  port2.postMessage(null);
  return {
    stop() {
      isOver = true;
      return longest;
    },
  };
}

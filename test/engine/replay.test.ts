import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, dayFromIso, fields, isoOf, Problem, type ValueKind } from '../../src/domain/index.ts';
import type { Engine, LadderSettings, ReplayPoint } from '../../src/engine/index.ts';
import { usualClusters } from '../../src/models/index.ts';
import type { Store } from '../../src/store/index.ts';
import { simulateLog } from '../models/simulate.ts';
import { importFile, openEngine, quiet } from './kit.ts';

const firstDay = dayFromIso('2026-09-30')!;
let engine: Engine;
let store: Store;
let today: Day;
let ticks: number;

beforeEach(() => open());

function open(): void {
  today = firstDay;
  ticks = 0;
  ({ engine, store } = openEngine({
    day: () => today,
    now: () => new Date(today * 86_400_000 + 3_600_000 + ++ticks),
  }));
}

const rules = (bound: number) =>
  [
    'tag Big weight 5',
    '  when monetary >= 50% of mean(monetary)',
    `tier Value by monetary { High from ${bound} keep 300  Low otherwise }`,
    'segment Fresh in group A priority 2 when recency <= 30 days',
    'segment Known in group A priority 1 when frequency > 0',
    'tag Scored when recencyScore >= 3',
  ].join('\n');

const people = Array.from({ length: 8 }, (_, i) => `C${i},Person ${i},p${i}@a.test`);
const first = ['Customer ID,Name,E-mail', ...people].join('\n');
const bought = (name: string, lines: readonly string[]) =>
  importText(name, ['Order number,Customer ID,Order date,Amount', ...lines].join('\n'));

async function importText(name: string, text: string): Promise<void> {
  const file = new File([text], name, { type: 'text/csv' });
  await importFile(engine, file);
}

async function fill(): Promise<void> {
  await importText('customers.csv', first);
  await bought(
    'orders.csv',
    people.map((_, i) => `O${i},C${i},2026-0${1 + i}-15,${100 * (i + 1)}`),
  );
  await engine.publish('publish', rules(500), 'first', quiet);
}

const ladder: LadderSettings = {
  measure: { is: 'field', id: 'monetary' },
  lessIsBetter: false,
  levels: [
    { name: 'Gold', enter: 30_000, keep: 20_000 },
    { name: 'Silver', enter: 8_000, keep: 6_000 },
  ],
  otherwise: 'Bronze',
  by: 'value',
  dwell: 30,
  grace: 45,
  oneStepDown: true,
  review: 'month',
};

/** A year and a half of a shop; the second time, the same with more purchases. */
async function shop(times: number): Promise<void> {
  const { customers, orders } = simulateLog(7, 'MBG/NBD', [0.8, 6, 0.8, 3], 60, { joining: 300, until: 500 });
  const lines = customers.flatMap((customer, row) =>
    Array.from(orders.day.slice(orders.offsets[row], orders.offsets[row + 1]), (day, at) => {
      const amount = orders.amount[orders.offsets[row]! + at]! / 100;
      const on = isoOf(firstDay - 500 + day + (times - 1) * 20);
      return `S${times}-${row}-${at},C${customer},${on},${amount}`;
    }),
  );
  await bought(`shop${times}.csv`, lines);
}

/** Every model, fitted to the base as it is now. */
async function publishModels(): Promise<void> {
  const lifetime = await engine.lifetime('l', null, quiet);
  const { settings, fittedOn, purchases, spends } = lifetime;
  await engine.publishModel('m', 'lifetime', { settings, fittedOn, purchases, spends }, quiet);
  const churn = await engine.churn('c', null, quiet);
  await engine.publishModel('m', 'churn', { settings: churn.settings, learned: churn.learned }, quiet);
  await engine.publishModel('m', 'clusters', await engine.findClusters('f', usualClusters, quiet), quiet);
  await engine.publishModel('m', 'ladder', ladder, quiet);
}

const idOf = async (number: number) => (await store.cardsFor([`e:p${number}@a.test`]))[0]!.id;
const replay = async (from: ReplayPoint, to: ReplayPoint = { is: 'now' }) =>
  engine.migration('m', { from, to, by: null }, quiet);

describe('replaying a published run', () => {
  it('gives what was stored, bit for bit, whatever came since and can be taken out', async () => {
    const step = fc.oneof(
      fc.record({ is: fc.constant('day' as const), days: fc.integer({ min: 1, max: 40 }) }),
      fc.record({
        is: fc.constant('buy' as const),
        who: fc.integer({ min: 0, max: 9 }),
        number: fc.integer({ min: 0, max: 9 }),
      }),
      fc.record({ is: fc.constant('edit' as const), who: fc.integer({ min: 0, max: 7 }) }),
      fc.record({
        is: fc.constant('move' as const),
        who: fc.integer({ min: 0, max: 7 }),
        level: fc.constantFrom('High', 'Low'),
      }),
      fc.record({ is: fc.constant('publish' as const), bound: fc.integer({ min: 300, max: 900 }) }),
      fc.record({
        is: fc.constant('merge' as const),
        keep: fc.integer({ min: 0, max: 3 }),
        drop: fc.integer({ min: 4, max: 7 }),
      }),
      fc.constant({ is: 'model' as const }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 6 }), async steps => {
        open();
        await fill();
        for (const each of steps) {
          ticks++;
          if (each.is === 'day') {
            today += each.days;
            await engine.refresh('r', quiet);
          } else if (each.is === 'buy') {
            await bought(`b${ticks}.csv`, [`O${each.number},C${each.who},2026-09-20,${ticks * 10}`]);
          } else if (each.is === 'edit') {
            const id = await idOf(each.who);
            await engine.saveCustomer({ id, name: `Name ${ticks}`, tags: [`t${ticks}`], source: 'hand' });
          } else if (each.is === 'publish') {
            await engine.publish('p', rules(each.bound), '', quiet);
          } else if (each.is === 'model') {
            const { settings } = await engine.rfm(null);
            await engine.publishModel('m', 'rfm', { ...settings, money: 'perOrder' }, quiet);
          } else if (each.is === 'merge') {
            const [keep, drop] = [await idOf(each.keep), await idOf(each.drop)];
            if (keep !== drop) await engine.mergeCustomers('m', [{ keep, drop, fields: {} }], quiet);
          } else {
            await engine.moveCustomers({
              customers: [await idOf(each.who)],
              kind: 'tier',
              rule: 'Value',
              to: each.level,
              reason: 'known',
              author: '',
              until: today + 20,
              reviewOn: null,
            });
          }
        }
        const runs = await engine.runs();
        expect(runs.length).toBeGreaterThan(0);
        for (const run of runs) {
          const { from } = await replay({ is: 'run', run: run.id });
          expect([from.verdict, from.digest]).toEqual([
            {
              same: true,
              stored: run.digest,
              untraceable: { undone: [], mended: [], erased: 0 },
              settingsGone: false,
            },
            run.digest,
          ]);
        }
      }),
      { numRuns: 6 },
    );
  }, 60_000);

  it('gives what was stored under fits and settings of models that have since been made anew', async () => {
    await shop(1);
    const numeric: readonly ValueKind[] = ['number', 'days', 'share', 'money'];
    const scored = fields
      .filter(({ place }) => place === 'model')
      .map(({ id, kind }) => {
        const condition =
          kind === 'flag'
            ? `not ${id}`
            : numeric.includes(kind)
              ? `${id} >= median(${id})`
              : `${id} is known`;
        return `tag t_${id} when ${condition}`;
      });
    await publishModels();
    await engine.publish('p', scored.join('\n'), '', quiet);
    const [run] = await engine.runs();
    const { tags } = (await store.results())!;
    expect(tags.filter(({ bits }) => bits.count() === 0).map(({ name }) => name)).toEqual(['t_ladderGrace']);
    today += 40;
    await shop(2);
    await publishModels();
    const { from, to } = await replay({ is: 'run', run: run!.id });
    expect(from.verdict).toMatchObject({ same: true, settingsGone: false });
    expect([from.digest, to.digest === from.digest]).toEqual([run!.digest, false]);
  }, 60_000);

  it('says what keeps it from being the same', async () => {
    await fill();
    const [run] = await engine.runs();
    const [orders] = await engine.imports();
    today++;
    await engine.undoImport('u', orders!.id, quiet);
    const { from } = await replay({ is: 'run', run: run!.id });
    expect(from.verdict).toMatchObject({
      same: false,
      untraceable: { undone: [{ fileName: 'orders.csv' }] },
    });
    const gone = engine.migration('m', { from: { is: 'run', run: 99 }, to: { is: 'now' }, by: null }, quiet);
    await expect(gone).rejects.toEqual(new Problem('runGone'));
  });
});

describe('migration', () => {
  it('has names behind every cell, the sums of both sides, and who was not there', async () => {
    await fill();
    await bought('later.csv', ['N1,C1,2026-09-29,5000', 'N2,C9,2026-09-29,50']);
    for (const point of [
      { is: 'day', day: dayFromIso('2026-04-20')!, version: 1, known: 'now' },
      { is: 'day', day: today, version: 1, known: 'then' },
      { is: 'run', run: 1 },
    ] satisfies ReplayPoint[]) {
      const request = { from: point, to: { is: 'now' as const }, by: null };
      const view = await engine.migration('m', request, quiet);
      expect(view.dimensions.map(({ kind, name }) => `${kind} ${name}`).slice(0, 3)).toEqual([
        'tier Value',
        'group A',
        'segment Fresh',
      ]);
      let sum = 0;
      for (const [was, row] of view.counts.entries()) {
        for (const [is, count] of row.entries()) {
          const page = await engine.migrants({ ...request, was, is, offset: 0, limit: 20 });
          expect([page.total, page.hits.length]).toEqual([count, count]);
          sum += count;
        }
      }
      expect(sum).toBe(view.customers);
      const high = view.now.findIndex(({ name }) => name === 'High');
      const whole = await engine.migrants({ ...request, was: null, is: high, offset: 0, limit: 20 });
      expect(whole.hits.map(({ name }) => name)).toEqual([
        'Person 1',
        'Person 4',
        'Person 5',
        'Person 6',
        'Person 7',
      ]);
    }
    const spring = await replay({ is: 'day', day: dayFromIso('2026-04-20')!, version: 1, known: 'now' });
    // whoever has an order by then; C1 rose from Low to High
    expect(spring.from.customers).toBe(4);
    const [low, absent] = [1, spring.before.length - 1];
    expect(spring.counts[low]![0]).toBe(1);
    expect(spring.counts[absent]!.reduce((sum, count) => sum + count)).toBe(5);
    expect(spring.from.isForgetful).toBe(true);
  });

  it('of a past day is what the rules say when the day is fixed there', async () => {
    await fill();
    const plain = rules(500).replace(' keep 300', '');
    await engine.publish('p', plain, '', quiet);
    for (const iso of ['2026-03-01', '2026-06-15', '2026-09-15']) {
      const day = dayFromIso(iso)!;
      await engine.setDay(day);
      await engine.refresh('r', quiet);
      const digest = (await engine.runs())[0]!.digest;
      const { from, moved } = await replay({ is: 'day', day, version: 2, known: 'now' });
      expect([from.digest, from.isForgetful, moved]).toEqual([digest, false, 0]);
    }
  });
});

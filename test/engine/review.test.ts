import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { type Day, dayFromIso, Problem } from '../../src/domain/index.ts';
import type { Engine, MoveRequest } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { importFile, openEngine, quiet } from './kit.ts';

const firstDay = dayFromIso('2026-09-30')!;
const noon = 12 * 3_600_000;
let engine: Engine;
let store: Store;
let today: Day;
let ticks: number;

beforeEach(() => open());

/** An engine over a base of its own, whose clock goes on by one at every look. */
function open(): void {
  today = firstDay;
  ticks = 0;
  ({ engine, store } = openEngine({
    day: () => today,
    now: () => new Date(today * 86_400_000 + noon + ++ticks),
  }));
}

const rules = [
  'tag Big weight 5',
  '  when monetary >= 500',
  'tier Value by monetary { High from 1000 keep 600  Mid from 400  Low otherwise }',
  'segment Core in group A priority 2 when tag Big',
  'segment Rest in group A priority 1 when monetary > 0',
  'action Call for Core',
  '  say "hi"',
].join('\n');

const customers = 'Customer ID,Name,E-mail,Channel\n'.concat(
  ...Array.from(
    { length: 10 },
    (_, i) => `C${i},Person ${i},p${i}@a.test,${i % 2 ? 'shop' : 'distributor'}\n`,
  ),
);
const orders = 'Order number,Customer ID,Order date,Amount\n'.concat(
  ...Array.from({ length: 10 }, (_, i) => `O${i},C${i},2026-09-0${1 + (i % 9)},${i * 150}\n`),
);

async function importText(name: string, text: string): Promise<void> {
  const file = new File([text], name, { type: 'text/csv' });
  await importFile(engine, file);
}

async function fill(): Promise<void> {
  await importText('customers.csv', customers);
  await importText('orders.csv', orders);
  await engine.publish('publish', rules, '', quiet);
}

async function idOf(number: number): Promise<string> {
  return (await store.cardsFor([`e:p${number}@a.test`]))[0]!.id;
}

const move = (customer: string, part: Partial<MoveRequest> = {}): MoveRequest => ({
  customers: [customer],
  kind: 'tier',
  rule: 'Value',
  to: 'High',
  reason: 'contract signed',
  author: 'ann',
  until: null,
  reviewOn: null,
  ...part,
});

const levelOf = async (number: number) =>
  (await store.cardsFor([`e:p${number}@a.test`]))[0]!.tier?.level ?? null;

describe('moving a customer by hand', () => {
  beforeEach(fill);

  it('changes card, look-up and lists at once, reaches what builds on the rule, and is told', async () => {
    const id = await idOf(2);
    expect(await levelOf(2)).toBe('Low');
    await engine.moveCustomers(move(id));
    expect(await store.cardOf(id)).toMatchObject({
      tier: { level: 'High' },
      byHand: [{ kind: 'tier', rule: 'Value', to: 'High', reason: 'contract signed', until: null }],
    });
    expect((await engine.customers({ search: 'p2@a', offset: 0, limit: 5 })).hits[0]!.tier!.level).toBe(
      'High',
    );
    expect((await store.search('person 2', 5))[0]!.tier!.level).toBe('High');
    await engine.moveCustomers(move(id, { kind: 'segment', rule: 'Core', to: true }));
    const view = (await engine.customer(id))!;
    expect(view.card.segments).toEqual(['Core']);
    expect(view.card.action?.name).toBe('Call');
    expect(view.overrides.map(({ rule, author }) => [rule, author])).toEqual([
      ['Value', 'ann'],
      ['Core', 'ann'],
    ]);
    expect(view.movable.find(each => each.name === 'Value')).toEqual({
      kind: 'tier',
      name: 'Value',
      levels: ['High', 'Mid', 'Low'],
      now: 'High',
      ruled: 'Low',
    });
    const why = await engine.why({ text: null, name: 'Value', id });
    expect(why!.proof).toMatchObject({ value: 'Low', byHand: true });
  });

  it('is taken back, and a later move about the same takes the place of an earlier one', async () => {
    const id = await idOf(2);
    const [first] = await engine.moveCustomers(move(id));
    const [second] = await engine.moveCustomers(move(id, { to: 'Mid' }));
    expect(await levelOf(2)).toBe('Mid');
    expect((await engine.customer(id))!.overrides.map(each => each.id)).toEqual([second]);
    await engine.takeMovesBack([first!]);
    expect(await levelOf(2)).toBe('Mid');
    await engine.takeMovesBack([second!]);
    expect(await levelOf(2)).toBe('Low');
    expect((await store.cardOf(id))!.byHand).toBeUndefined();
    expect((await store.results())!.tiers[0]!.codes).toEqual(
      Uint8Array.from([0, 150, 300, 450, 600, 750, 900, 1050, 1200, 1350], paid =>
        paid >= 1000 ? 1 : paid >= 400 ? 2 : 3,
      ),
    );
  });

  it('needs a reason, a rule and a day to come', async () => {
    const id = await idOf(2);
    const codeOf = (request: MoveRequest) =>
      engine.moveCustomers(request).catch(error => (error instanceof Problem ? error.code : error));
    expect(await codeOf(move(id, { reason: ' ' }))).toBe('moveNoReason');
    expect(await codeOf(move(id, { until: today }))).toBe('moveOver');
    expect(await codeOf(move(id, { rule: 'Gone' }))).toBe('moveNoRule');
    expect(await codeOf(move('nobody'))).toBe('customerGone');
    expect(await store.overrides()).toEqual([]);
  });

  it('leaves no trace in what is kept from earlier levels: on its last day the rule alone decides', async () => {
    const id = await idOf(6); // 900: Mid, though High would be kept
    expect((await store.state()).nextTurn).toBe(today + 31);
    await engine.moveCustomers(move(id, { until: today + 2 }));
    expect(await levelOf(6)).toBe('High');
    expect((await store.state()).nextTurn).toBe(today + 2);
    today++;
    await engine.refresh('refresh', quiet);
    expect(await levelOf(6)).toBe('High');
    expect((await store.state()).nextTurn).toBe(today + 1);
    today++;
    await engine.refresh('refresh', quiet);
    expect(await levelOf(6)).toBe('Mid');
    expect((await store.cardOf(id))!.byHand).toBeUndefined();
  });

  it('survives any sequence of evaluations, publications, imports and undone imports until its day', async () => {
    const step = fc.oneof(
      fc.constantFrom('refresh', 'publish', 'again', 'more', 'undo', 'merge' as const),
      fc.record({ days: fc.integer({ min: 1, max: 4 }) }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 8 }),
        async (steps, days) => {
          open();
          await fill();
          const plain = await levelOf(1);
          const until = today + days;
          await engine.moveCustomers(move(await idOf(1), { to: 'Mid', until }));
          for (const each of steps) {
            if (typeof each === 'object') today += each.days;
            if (typeof each === 'object' || each === 'refresh') await engine.refresh('refresh', quiet);
            else if (each === 'publish') await engine.publish('publish', `${rules}\n// ${ticks}`, '', quiet);
            else if (each === 'again') await importText(`again${ticks}.csv`, `${customers}`);
            else if (each === 'more')
              await importText(
                `more${ticks}.csv`,
                `Order number,Customer ID,Order date,Amount\nX${ticks},C1,2026-09-02,1\n`,
              );
            else if (each === 'merge') {
              const [one, other] = [await idOf(1), await idOf(3)];
              if (one !== other)
                await engine.mergeCustomers('merge', [{ keep: other, drop: one, fields: {} }], quiet);
            } else {
              const last = (await engine.imports()).find(({ canBeUndone, id }) => canBeUndone && id > 2);
              if (last) await engine.undoImport('undo', last.id, quiet);
            }
            const isMerged = (await idOf(1)) === (await idOf(3));
            const expected = today < until ? 'Mid' : isMerged ? 'Mid' : plain;
            expect(await levelOf(1)).toBe(expected);
          }
        },
      ),
      { numRuns: 8 },
    );
  }, 60_000);
});

describe('the review', () => {
  beforeEach(fill);

  it('counts parts of rules against what was accepted, and names who is behind every number', async () => {
    const first = await engine.review();
    const value = first.rules.find(each => each.name === 'Value')!;
    expect(value.levels.map(({ level, count, accepted }) => [level, count, accepted])).toEqual([
      ['High', 3, null],
      ['Mid', 4, null],
      ['Low', 3, null],
    ]);
    for (const rule of first.rules) {
      for (const { level, count } of [rule.whole, ...rule.levels]) {
        const { kind, name } = rule;
        const page = await engine.reviewCustomers({ kind, name, level }, 'members', 0, 20);
        expect([page.total, page.hits.length]).toEqual([count, count]);
      }
    }
    await engine.acceptRules(null, 'ann');
    await importText(
      'more.csv',
      `Order number,Customer ID,Order date,Amount\n${[0, 1, 2, 3, 4].map(i => `Y${i},C${i},2026-09-03,2000\n`).join('')}`,
    );
    const later = await engine.review();
    const [high] = later.rules.find(each => each.name === 'Value')!.levels;
    expect(high).toMatchObject({ count: 8, accepted: 3, alarms: ['large', 'grown'] });
    expect(later.rules[0]!.accepted).toMatchObject({ by: 'ann', customers: 10 });
    await engine.acceptRules({ kind: 'tier', name: 'Value' }, 'bob');
    const last = await engine.review();
    expect(last.rules.map(({ name, accepted }) => [name, accepted!.by])).toEqual([
      ['Big', 'ann'],
      ['Value', 'bob'],
      ['Core', 'ann'],
      ['Rest', 'ann'],
    ]);
  });

  it('shows typical and borderline members', async () => {
    const found = await engine.exemplars({ kind: 'tier', name: 'Value', level: 'Mid' });
    expect(found.typical.map(({ name }) => name)).toEqual(['Person 4', 'Person 5', 'Person 3', 'Person 6']);
    expect(found.borderline[0]!.name).toBe('Person 3');
    expect(found.almost.map(({ name }) => name).slice(0, 2)).toEqual(['Person 2', 'Person 7']);
    expect(found.typical[0]!.values).toEqual([{ name: 'monetary', kind: 'money', value: 60_000 }]);
  });

  it('tells what those who were moved have in common', async () => {
    const ids = await Promise.all([0, 1, 2].map(idOf));
    await engine.moveCustomers({ ...move(''), customers: ids, to: 'High', reviewOn: today });
    const view = await engine.review();
    const value = view.rules.find(each => each.name === 'Value')!;
    expect(value).toMatchObject({
      moved: 3,
      among: 10,
      common: { relation: '<=', matched: 3, among: 3, field: { id: 'monetary' } },
    });
    expect(view.moved).toHaveLength(3);
    expect(view.moved[0]).toMatchObject({ isDue: true, isGone: false, override: { to: 'High' } });
    const moved = await engine.reviewCustomers({ kind: 'tier', name: 'Value', level: '' }, 'moved', 0, 9);
    expect(moved.total).toBe(3);
    const others = await Promise.all([4, 6, 8].map(idOf));
    await engine.moveCustomers({ ...move(''), customers: others, to: 'Low' });
    const again = (await engine.review()).rules.find(each => each.name === 'Value')!;
    expect(again.common).toMatchObject({ field: { id: 'channel' }, relation: '=', matched: 5, among: 5 });
  });
});

import { describe, expect, test } from 'vitest';
import { runTests, type TestOutcome } from '../../src/rules/index.ts';
import { exampleDay, exampleFrame, frameOf, run } from './kit.ts';

const rules = `metric purchases = count(orders where status = "paid")
metric basket = avg(orders.amount where status = "paid")
tag Regular when purchases in last 6 months >= 2
tag Rich when basket >= 150% of mean(basket)
tag Fresh when days since firstOrder <= 30 days
tag Complains when count(interactions in last 30 days where topic = "complaint") >= 1
tier Loyalty by repurchaseRate { High from 60%  Mid from 30%  Low otherwise }
segment Factories when industry = "Manufacturing" and purchases >= 1
action Call for Factories priority 50
`;
const people: Readonly<Record<string, readonly number[]>> = { first: [0], second: [1], twins: [1, 2] };

function outcome(text: string): TestOutcome {
  const evaluated = run(rules + text, exampleFrame, exampleDay);
  expect(evaluated.checked.notes).toEqual([]);
  return runTests(evaluated, who => people[who] ?? [])[0]!;
}

describe('a customer of the base', () => {
  test.each([
    [
      'for "first" expects tag Regular, not tag Rich, tier Loyalty = Mid, segment Factories, action Call',
      'pass',
    ],
    ['for "first" expects not tag Fresh, purchases = 3, basket = 200', 'pass'],
    ['for "first" expects tag Complains', 'pass'],
    ['for "second" expects tag Regular', 'fail'],
    ['for "second" expects tag Fresh, tier Loyalty >= Mid', 'fail'],
    ['for "nobody" expects tag Regular', 'unknown'],
    ['for "twins" expects tag Regular', 'unknown'],
  ])('%s: %s', (body, verdict) => {
    expect(outcome(`test x ${body}`).verdict).toBe(verdict);
  });

  test('a failure names the condition that does not hold, and why', () => {
    const text = 'test x for "second" expects tag Fresh, tag Regular';
    const { code, args, at, row, reasons } = outcome(text);
    expect({ code, args, row }).toEqual({ code: 'testFails', args: { expectation: 'tag Regular' }, row: 1 });
    expect((rules + text).slice(...at!)).toBe('tag Regular');
    expect(reasons).toMatchObject([{ value: 1, relation: '<', bound: 2 }]);
  });
});

describe('an invented customer', () => {
  test.each([
    ['frequency = 1, recency = 3 days', 'tag Fresh, not tag Regular', 'pass'],
    [
      'frequency = 6, recency = 3 days',
      'tag Regular, not tag Fresh, purchases = 6, recency = 3 days',
      'pass',
    ],
    ['purchases = 6, recency = 3 days', 'tag Regular, frequency = 6', 'pass'],
    [
      'orders 6 of 300 within 90 days, last 5 days ago',
      'purchases in last 90 days = 6, basket = 300',
      'pass',
    ],
    [
      'orders 6 of 300 within 90 days, last 5 days ago',
      'purchases in last 89 days = 5, recency = 5 days',
      'pass',
    ],
    ['orders 6 of 300 within 90 days, last 5 days ago', 'recency < 5 days', 'fail'],
    [
      'orders 1 of 300, orders 2 of 600 last 10 days ago',
      'basket = 500, purchases in last 10 days = 1',
      'pass',
    ],
    [
      'orders 1 of 300, orders 2 of 600 last 10 days ago',
      'basket = 500, purchases in last 11 days = 1',
      'fail',
    ],
    ['orders 3 where status = "refunded"', 'purchases = 0, count(orders) = 3', 'pass'],
    ['orders 2, orders 1 where channel = "微信"', 'count(orders where channel = "微信") = 1', 'pass'],
    ['interactions 1 last 1 week ago where topic = "complaint"', 'tag Complains', 'pass'],
    ['interactions 1 last 40 days ago where topic = "complaint"', 'tag Complains', 'fail'],
    ['repurchaseRate = 60%', 'tier Loyalty = High', 'pass'],
    ['repurchaseRate = 59.9%', 'tier Loyalty = Mid', 'pass'],
    ['tier Loyalty = High', 'tier Loyalty = High, not Loyalty = Low', 'pass'],
    ['industry = "制造业", frequency = 1', 'segment Factories, action Call', 'pass'],
    ['industry = "Education", frequency = 1', 'segment Factories', 'fail'],
    ['industry = "Manufacturing"', 'not segment Factories, recency is unknown', 'pass'],
    ['labels contains "A", labels contains "重点跟进"', 'labels contains "重点跟进"', 'pass'],
    ['tenure = 40 days', 'joined is known, days since joined = 40 days', 'pass'],
    ['joined = 2026-06-01', 'tenure = 29 days', 'pass'],
    ['averageOrder = 225, frequency = 1', 'tag Rich', 'pass'],
    ['averageOrder = 224, frequency = 1', 'tag Rich', 'fail'],
    ['monetary = 600, frequency = 2', 'basket = 300', 'pass'],
    ['firstOrder = 2026-06-25', 'tag Fresh', 'pass'],
    ['', 'not tag Regular, purchases = 0, recency is unknown', 'pass'],
  ])('{ %s }: %s (%s)', (facts, expectations, verdict) => {
    const found = outcome(`test x given { ${facts} } expects ${expectations}`);
    expect([found.verdict, found.args]).toEqual([verdict, found.args]);
  });

  test('is measured by the statistics of the base, not by its own', () => {
    // 150 % of the mean of 200 and 100 yuan
    expect(outcome('test x given { averageOrder = 1 } expects mean(basket) = 150').verdict).toBe('pass');
  });
});

describe('every customer', () => {
  test('holds', () => {
    expect(outcome('test x always not (tag Regular and purchases < 2)')).toMatchObject({
      verdict: 'pass',
      args: { count: 3 },
    });
  });

  test('names a customer for whom it does not hold, and how many there are', () => {
    expect(outcome('test x always purchases <= 3, purchases >= 2')).toMatchObject({
      verdict: 'fail',
      code: 'testBroken',
      args: { count: 2, expectation: 'purchases >= 2' },
      row: 1,
    });
  });

  test('nobody is no proof', () => {
    const evaluated = run(`${rules}test x always purchases >= 0`, frameOf([]), exampleDay);
    expect(runTests(evaluated, () => [])[0]).toMatchObject({ verdict: 'unknown', code: 'testNoCustomers' });
  });
});

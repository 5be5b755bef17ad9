import { describe, expect, it } from 'vitest';
import { addMonths, dayFromIso, emailKey, type Order, phoneKey } from '../../src/domain/index.ts';
import { sampleWorkspace } from '../../src/intake/index.ts';

const asOf = dayFromIso('2026-09-30')!;
const sample = sampleWorkspace(1, asOf);

interface Bought {
  readonly recency: number;
  readonly orders: number;
  readonly inSixMonths: number;
  readonly average: number;
}

/** What a customer bought, counted one order at a time. */
function boughtBy(orders: readonly Order[]): Bought {
  let [last, count, recent, sum] = [-1, 0, 0, 0];
  for (const order of orders) {
    if (order.status !== 'paid') continue;
    count++;
    sum += order.amount;
    last = Math.max(last, order.day);
    if (order.day >= addMonths(asOf, -6)) recent++;
  }
  return {
    recency: last < 0 ? Number.NaN : asOf - last,
    orders: count,
    inSixMonths: recent,
    average: sum / count,
  };
}

const bought = new Map(sample.customers.map(({ id }) => [id, boughtBy(sample.orders.get(id) ?? [])]));
const averages = [...bought.values()].map(({ average }) => average).filter(average => !Number.isNaN(average));
const mean = averages.reduce((total, average) => total + average, 0) / averages.length;
const isHighValue = (id: string): boolean => {
  const { inSixMonths, average } = bought.get(id)!;
  return inSixMonths >= 5 && average >= 1.5 * mean;
};
const share = (test: (customer: (typeof sample.customers)[number]) => boolean): number =>
  sample.customers.filter(test).length / sample.customers.length;
const named = (name: string) => sample.customers.find(customer => customer.name === name)!;

describe('the sample workspace', () => {
  it('has the promised size, and no row out of place', () => {
    const orders = [...sample.orders.values()].flat();
    const interactions = [...sample.interactions.values()].flat();
    expect([sample.customers.length, orders.length, interactions.length]).toEqual([5_000, 40_000, 10_000]);
    expect(new Set(sample.customers.map(({ id }) => id)).size).toBe(5_000);
    expect(new Set(orders.map(({ number }) => number)).size).toBe(40_000);
    expect(
      orders.every(({ day, amount }) => day <= asOf && day > asOf - 930 && Number.isSafeInteger(amount)),
    ).toBe(true);
    expect(interactions.every(({ day }) => day <= asOf)).toBe(true);
    for (const { id, columns } of sample.customers)
      expect(Math.min(asOf, ...(sample.orders.get(id) ?? []).map(({ day }) => day))).toBeGreaterThanOrEqual(
        Number(columns.joined),
      );
  });

  it('is the same for the same seed and day, and another for another', () => {
    expect(sampleWorkspace(1, asOf)).toEqual(sample);
    expect(sampleWorkspace(2, asOf).customers[50]).not.toEqual(sample.customers[50]);
  });

  it('is made in a moment', () => {
    const began = performance.now();
    sampleWorkspace(3, asOf);
    expect(performance.now() - began).toBeLessThan(1_500);
  });

  it('holds the patterns that rules look for', () => {
    const within = (value: number, least: number, most: number) => {
      expect(value).toBeGreaterThanOrEqual(least);
      expect(value).toBeLessThanOrEqual(most);
    };
    within(
      share(({ name }) => /\p{Script=Han}/u.test(name)),
      0.57,
      0.63,
    );
    within(
      share(({ id }) => isHighValue(id)),
      0.05,
      0.09,
    );
    within(
      share(({ id, columns }) => {
        const isPaidFor = ['广告', '活动'].includes(String(columns.channel));
        return isHighValue(id) && bought.get(id)!.recency > 90 && !isPaidFor;
      }),
      0.01,
      0.03,
    );
    within(
      share(
        ({ id, columns: { industry, size } }) =>
          industry === 'C' && size === 'large' && bought.get(id)!.recency <= 30,
      ),
      0.02,
      0.05,
    );
    within(
      share(
        ({ id, columns: { channel } }) =>
          bought.get(id)!.orders === 1 && ['广告', '活动'].includes(String(channel)),
      ),
      0.08,
      0.2,
    );
    within(
      share(({ columns }) => asOf - Number(columns.joined) <= 30),
      0.03,
      0.08,
    );
    within(
      share(({ id }) => {
        const marks = (sample.interactions.get(id) ?? [])
          .map(({ csat }) => csat)
          .filter(csat => !Number.isNaN(csat));
        return marks.length >= 2 && marks[0]! >= 4 && marks.at(-1)! <= 2;
      }),
      0.005,
      0.03,
    );
    within(
      share(({ id }) => {
        const orders = sample.orders.get(id) ?? [];
        return (
          orders.length >= 4 &&
          orders.filter(({ status }) => status === 'refunded').length / orders.length >= 0.3
        );
      }),
      0.01,
      0.04,
    );
    const sorted = [...bought.values()].map(({ orders }) => orders).sort((one, other) => other - one);
    const top = sorted.slice(0, 1_000).reduce((total, orders) => total + orders, 0);
    within(top / sorted.reduce((total, orders) => total + orders, 0), 0.6, 0.9);
  });

  it('has seasons', () => {
    const perMonth = new Map<string, number>();
    for (const order of [...sample.orders.values()].flat()) {
      const month = new Date(order.day * 86_400_000).toISOString().slice(0, 7);
      perMonth.set(month, (perMonth.get(month) ?? 0) + 1);
    }
    expect(perMonth.get('2025-11')!).toBeGreaterThan(perMonth.get('2025-10')!);
    expect(perMonth.get('2026-02')!).toBeLessThan(perMonth.get('2026-03')!);
  });

  it('has a cast that pages and tests know by name', () => {
    const contacts = Object.fromEntries(
      sample.customers.slice(0, 10).map(({ name, emails, phones }) => [name, [...emails, ...phones]]),
    );
    expect(contacts).toEqual({
      张伟: ['zhang.wei@acme-sz.test', '13800138000'],
      李娜: ['lina@163mail.test', '13912345678'],
      王芳: ['wangfang@qqmail.test', '18621003344'],
      陈静: ['chen.jing@huaxin.test', '0755-83214567'],
      刘洋: ['liuyang+vip@gmailx.test', '13600136088'],
      赵磊: ['zhao.lei@example-cn.test', '13700007777'],
      'Alice Johnson': ['alice.johnson@northwind.test', '+14155550132'],
      "Bob O'Neil": ['bob@contoso.test', '+12065550117'],
      'Carla Méndez': ['carla.mendez@tiendanova.test', '+13055550146'],
      孙悦: ['sunyue@customer.test', '15800158099'],
    });
    expect([bought.get(named('张伟').id)!.recency, isHighValue(named('张伟').id)]).toEqual([98, true]);
    for (const name of ['Alice Johnson', '刘洋']) {
      expect(isHighValue(named(name).id)).toBe(true);
      expect(bought.get(named(name).id)!.recency).toBeLessThan(30);
    }
    expect(bought.get(named('陈静').id)!.recency).toBe(8);
    expect(named('陈静').columns).toMatchObject({ industry: 'C', size: 'large' });
    expect((sample.interactions.get(named('赵磊').id) ?? []).some(({ topic }) => topic === 'complaint')).toBe(
      true,
    );
  });

  it('shares a contact between two customers only, and knows no stranger', () => {
    const keys = sample.customers.flatMap(({ emails, phones }) => [
      ...emails.map(emailKey),
      ...phones.map(phoneKey),
    ]);
    const repeated = keys.filter((key, index) => keys.indexOf(key) !== index);
    expect(repeated).toEqual(['e:info@hengtong.test', 'p:02160001234']);
    expect(keys).not.toContain('e:mallory@evil.test');
    expect(keys).not.toContain('e:farid@initech.test');
  });
});

import {
  type CodedColumn,
  Dictionary,
  type Facts,
  type Frame,
  type NumericColumn,
} from '../../src/domain/index.ts';

export const asOf = 20_000;

/** Mulberry32: the same base in every run. */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

function coded(size: number, values: readonly string[], pick: () => number): CodedColumn {
  const codes = new Uint32Array(size);
  for (let i = 0; i < size; i++) codes[i] = pick();
  return { form: 'coded', codes, dictionary: new Dictionary(['', ...values]) };
}

const numeric = (size: number): NumericColumn => ({ form: 'numeric', values: new Float64Array(size) });

/** A base of that many customers and orders: some buy often, some once; a third of the columns is unknown. */
export function makeBase(customers: number, orders: number): Frame {
  const next = random(7);
  const whole = (below: number) => Math.floor(next() * below);
  const weights = Float64Array.from({ length: customers }, () => next() ** 3 + 0.05);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const offsets = new Uint32Array(customers + 1);
  let running = 0;
  for (let i = 0; i < customers; i++) {
    running += weights[i]!;
    offsets[i + 1] = Math.round((running / total) * orders);
  }
  const day = new Int32Array(orders);
  const amount = numeric(orders);
  const repeat = numeric(orders);
  const status = coded(orders, ['paid', 'refunded', 'cancelled'], () => {
    const drawn = next();
    return drawn < 0.85 ? 1 : drawn < 0.95 ? 2 : 3;
  });
  const category = coded(
    orders,
    Array.from({ length: 20 }, (_, i) => `c${i}`),
    () => whole(21),
  );
  const channel = coded(orders, ['网店', '门店', '直播', '小程序', '电话'], () => whole(6));
  const quantity = numeric(orders);
  for (let i = 0; i < customers; i++) {
    const end = offsets[i + 1]!;
    const start = offsets[i]!;
    const last = asOf - Math.floor(next() ** 2 * 900);
    const days = Array.from({ length: end - start }, () => last - whole(700)).sort((a, b) => a - b);
    let paid = 0;
    for (let row = start; row < end; row++) {
      day[row] = days[row - start]!;
      amount.values[row] = 500 + Math.floor(next() ** 4 * 300_000);
      quantity.values[row] = 1 + whole(4);
      if (status.codes[row] === 1) repeat.values[row] = paid++ > 0 ? 1 : 0;
    }
  }
  const income = numeric(customers);
  const joined = numeric(customers);
  for (let i = 0; i < customers; i++) {
    income.values[i] = next() < 0.3 ? Number.NaN : whole(50_000_000);
    joined.values[i] = asOf - whole(2000);
  }
  const some = (count: number) => () => (next() < 0.2 ? 0 : 1 + whole(count));
  const letters = [...'ABCDEFGHIJKLMNOPQRST'];
  const nothing: Facts = { offsets: new Uint32Array(customers + 1), day: new Int32Array(), columns: {} };
  return {
    size: customers,
    customers: {
      industry: coded(customers, letters, some(20)),
      size: coded(customers, ['large', 'medium', 'small', 'micro'], some(4)),
      province: coded(
        customers,
        Array.from({ length: 31 }, (_, i) => `省${i}`),
        some(31),
      ),
      channel: coded(customers, ['广告', '活动', '转介绍', '门店', '官网'], some(5)),
      income,
      joined,
    },
    orders: { offsets, day, columns: { amount, status, category, channel, quantity, repeat } },
    interactions: nothing,
  };
}

import type { Dice } from '../../domain/index.ts';
import { largeGoods, middleGoods, officeGoods, type Product, serviceGoods, smallGoods } from './goods.ts';

/** When a customer bought: days before the sample's day. The latest order is exactly `lastAgo` days back. */
export interface Rhythm {
  readonly lastAgo: number;
  /** Days between two orders. */
  readonly interval: number;
  readonly orders: number;
}

/** A kind of customer that the base holds: how many there are, how they buy, what they say. */
export interface Persona {
  readonly id: string;
  /** Share of all customers. */
  readonly share: number;
  /** Share of companies among them. */
  readonly companies: number;
  readonly rhythm: (dice: Dice) => Rhythm;
  readonly goods: readonly (readonly [readonly Product[], number])[];
  /** Where they came from, by weight. */
  readonly channels: readonly (readonly [string, number])[];
  readonly refunded: number;
  /** Interactions of one of them, on average. */
  readonly interactions: number;
}

export const daysCovered = 912;

const usualChannels = [
  ['搜索', 30],
  ['推荐', 20],
  ['门店', 14],
  ['广告', 14],
  ['活动', 12],
  ['展会', 10],
] as const;
const trustedChannels = [
  ['推荐', 45],
  ['搜索', 30],
  ['展会', 25],
] as const;
const paidChannels = [
  ['广告', 40],
  ['活动', 35],
  ['搜索', 25],
] as const;

/** Orders from `lastAgo` back as far as `longest` days or the beginning of the records. */
function steady(lastAgo: number, interval: number, longest: number, least = 1): Rhythm {
  const span = Math.min(longest, daysCovered - lastAgo - 5);
  return { lastAgo, interval, orders: Math.max(least, Math.floor(span / interval) + 1) };
}

const homeGoods = [
  [smallGoods, 70],
  [middleGoods, 30],
] as const;
const richGoods = [
  [largeGoods, 78],
  [middleGoods, 10],
  [serviceGoods, 12],
] as const;

export const personas: readonly Persona[] = [
  {
    id: 'highValue',
    share: 0.055,
    companies: 0.45,
    rhythm: dice => steady(dice.whole(0, 27), dice.whole(15, 27), dice.whole(180, 880), 7),
    goods: richGoods,
    channels: trustedChannels,
    refunded: 0.02,
    interactions: 5,
  },
  {
    id: 'lapsedHighValue',
    share: 0.02,
    companies: 0.5,
    rhythm: dice => steady(dice.whole(91, 112), dice.whole(10, 12), dice.whole(120, 420), 7),
    goods: richGoods,
    channels: [...trustedChannels, ['活动', 12]],
    refunded: 0.02,
    interactions: 4,
  },
  {
    id: 'largeManufacturer',
    share: 0.03,
    companies: 1,
    rhythm: dice => steady(dice.whole(1, 27), dice.whole(38, 60), dice.whole(300, 880), 4),
    goods: [
      [officeGoods, 80],
      [serviceGoods, 20],
    ],
    channels: trustedChannels,
    refunded: 0.02,
    interactions: 4,
  },
  {
    id: 'frequent',
    share: 0.08,
    companies: 0.1,
    rhythm: dice => steady(dice.whole(0, 20), dice.whole(14, 26), dice.whole(150, 880), 6),
    goods: [[smallGoods, 100]],
    channels: usualChannels,
    refunded: 0.03,
    interactions: 2.6,
  },
  {
    id: 'regular',
    share: 0.27,
    companies: 0.14,
    rhythm: dice => steady(dice.whole(0, 80), dice.whole(38, 80), dice.whole(90, 880), 3),
    goods: homeGoods,
    channels: usualChannels,
    refunded: 0.04,
    interactions: 2.2,
  },
  {
    id: 'occasional',
    share: 0.24,
    companies: 0.1,
    rhythm: dice => ({
      lastAgo: dice.whole(20, 500),
      interval: dice.whole(50, 130),
      orders: dice.whole(2, 4),
    }),
    goods: homeGoods,
    channels: usualChannels,
    refunded: 0.05,
    interactions: 1.6,
  },
  {
    id: 'oneTime',
    share: 0.16,
    companies: 0.05,
    rhythm: dice => ({ lastAgo: dice.whole(31, 860), interval: 1, orders: 1 }),
    goods: [
      [smallGoods, 85],
      [middleGoods, 15],
    ],
    channels: paidChannels,
    refunded: 0.06,
    interactions: 1.1,
  },
  {
    id: 'newcomer',
    share: 0.05,
    companies: 0.15,
    rhythm: dice => ({ lastAgo: dice.whole(0, 14), interval: dice.whole(3, 12), orders: dice.whole(0, 2) }),
    goods: homeGoods,
    channels: usualChannels,
    refunded: 0.03,
    interactions: 2,
  },
  {
    id: 'prospect',
    share: 0.045,
    companies: 0.4,
    rhythm: () => ({ lastAgo: 0, interval: 1, orders: 0 }),
    goods: homeGoods,
    channels: usualChannels,
    refunded: 0,
    interactions: 1.8,
  },
  {
    id: 'complainer',
    share: 0.03,
    companies: 0.2,
    rhythm: dice => steady(dice.whole(15, 120), dice.whole(30, 60), dice.whole(200, 700), 4),
    goods: homeGoods,
    channels: usualChannels,
    refunded: 0.12,
    interactions: 6,
  },
  {
    id: 'refunder',
    share: 0.02,
    companies: 0.05,
    rhythm: dice => steady(dice.whole(5, 90), dice.whole(25, 50), dice.whole(150, 500), 4),
    goods: homeGoods,
    channels: paidChannels,
    refunded: 0.5,
    interactions: 2.5,
  },
];

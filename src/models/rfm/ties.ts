import type { Text } from '../../i18n/index.ts';
import { countBelow, quantileAt } from '../quantile.ts';

/** What a way of cutting into equal parts needs to know. */
export interface Cutting {
  /** The known values, ascending. */
  readonly sorted: Float64Array;
  readonly bins: number;
  /** One of what the values are shown in: 1 day, 1 order, 100 cents. */
  readonly unit: number;
}

/** How customers of the same value are treated when a base is cut into equal parts. */
export interface TieConvention {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  /** The inner cuts, ascending: what is shown as thresholds. */
  cuts(cutting: Cutting): number[];
  /** Which part a value belongs to, 0 = the lowest; `earlier` = known customers before it with the same value. */
  part(cutting: Cutting, cuts: readonly number[], value: number, earlier: number): number;
}

function shares({ sorted, bins }: Cutting): number[] {
  return Array.from({ length: bins - 1 }, (_, index) => quantileAt(sorted, (index + 1) / bins));
}

/** The part of the base in which the customer at `place` stands; the first parts take what is left over. */
function partAt({ sorted, bins }: Cutting, place: number): number {
  const [least, more] = [Math.floor(sorted.length / bins), sorted.length % bins];
  const within = more * (least + 1);
  return place < within ? Math.floor(place / (least + 1)) : more + Math.floor((place - within) / least);
}

/** The part where the quantiles (type 7) of the places 0 .. n - 1 are the cuts. */
function rankPart({ sorted, bins }: Cutting, place: number): number {
  let part = 0;
  while (part < bins - 1 && place > ((sorted.length - 1) * (part + 1)) / bins) part++;
  return part;
}

function reached(cuts: readonly number[], isAbove: (cut: number) => boolean): number {
  let part = 0;
  while (part < cuts.length && isAbove(cuts[part]!)) part++;
  return part;
}

/** The last value of each part but the highest, where everybody has a place of their own. */
function lastOfParts(cutting: Cutting, partOf: (cutting: Cutting, place: number) => number): number[] {
  const { sorted, bins } = cutting;
  const last = new Array<number>(bins - 1).fill(Number.NaN);
  for (let place = 0; place < sorted.length; place++) {
    const part = partOf(cutting, place);
    if (part < bins - 1) last[part] = sorted[place]!;
  }
  return last;
}

/**
 * The named conventions. On whole numbers with many ties (orders per customer) they differ for a quarter to more than
 * half of a base, so the one that was used is kept and shown with every result.
 */
export const tieConventions = [
  {
    id: 'together',
    name: { en: 'Equal values together, lower group', zh: '同值同组，归入低组' },
    about: {
      en: 'A value exactly at a quantile goes to the group below it: (quantile, quantile], as in pandas.qcut.',
      zh: '恰好等于分位数的归入低一组（左开右闭），同 pandas.qcut。',
    },
    cuts: shares,
    part: (_, cuts, value) => reached(cuts, cut => value > cut),
  },
  {
    id: 'togetherUp',
    name: { en: 'Equal values together, upper group', zh: '同值同组，归入高组' },
    about: {
      en: 'A value exactly at a quantile goes to the group above it: [quantile, quantile).',
      zh: '恰好等于分位数的归入高一组（左闭右开）。',
    },
    cuts: shares,
    part: (_, cuts, value) => reached(cuts, cut => value >= cut),
  },
  {
    id: 'plusOne',
    name: { en: 'Quantile plus one (R package rfm)', zh: '分位数加一（R 包 rfm）' },
    about: {
      en: 'A group begins one unit above the quantile, in the unit shown: days, orders, whole money.',
      zh: '每组从分位数加一个单位开始（天、单、元）。',
    },
    cuts: cutting => shares(cutting).map(cut => cut + cutting.unit),
    part: (_, cuts, value) => reached(cuts, cut => value >= cut),
  },
  {
    id: 'dropped',
    name: { en: 'Equal values together, no empty groups', zh: '同值同组，合并空组' },
    about: {
      en: 'As the first, but quantiles that fall on one value make one threshold: fewer groups, none of them empty.',
      zh: '同第一种，但重合的分位数合并成一个门槛：组数变少，没有空组。',
    },
    cuts: cutting => {
      const edges = [cutting.sorted[0]!, ...shares(cutting), cutting.sorted.at(-1)!];
      return [...new Set(edges)].slice(1, -1);
    },
    part: (_, cuts, value) => reached(cuts, cut => value > cut),
  },
  {
    id: 'equalParts',
    name: { en: 'Groups of equal size, first come first (NTILE)', zh: '每组人数相等，先到先得（NTILE）' },
    about: {
      en: 'Every group has the same number of customers; among equal values, the order in the base decides.',
      zh: '每组人数相等；同值的客户只按在库中的先后分开。',
    },
    cuts: cutting => lastOfParts(cutting, partAt),
    part: (cutting, _, value, earlier) => partAt(cutting, countBelow(cutting.sorted, value) + earlier),
  },
  {
    id: 'rankFirst',
    name: { en: 'Quantiles of ranks, first come first', zh: '按名次的分位数，先到先得' },
    about: {
      en: 'Every customer gets a rank of their own, and the ranks are cut at their quantiles, as pandas.qcut of rank(method="first").',
      zh: '每位客户各有名次，再按名次的分位数分组，同 pandas.qcut(rank(method="first"))。',
    },
    cuts: cutting => lastOfParts(cutting, rankPart),
    part: (cutting, _, value, earlier) => rankPart(cutting, countBelow(cutting.sorted, value) + earlier),
  },
] as const satisfies readonly TieConvention[];

export type TieId = (typeof tieConventions)[number]['id'];

/** The convention of that id, which must exist. */
export function tieConvention(id: TieId): TieConvention {
  return tieConventions.find(each => each.id === id)!;
}

import type { Field } from './fields.ts';
import { type SegmentNameId, segmentName, segmentNames } from './segmentNames.ts';

/** The usual names of the eight classes, by the bits of recency, frequency and money. */
const eightNames: readonly (readonly [bits: string, name: SegmentNameId])[] = [
  ['111', 'keyValue'],
  ['101', 'keyDevelop'],
  ['011', 'keyKeep'],
  ['001', 'keyRescue'],
  ['110', 'generalValue'],
  ['100', 'generalDevelop'],
  ['010', 'generalKeep'],
  ['000', 'generalRescue'],
];

/** What models make of each customer: columns that are computed over the whole base when a rule first reads them. */
export const modelFields: readonly Field[] = [
  {
    id: 'recencyScore',
    of: 'customer',
    kind: 'number',
    place: 'model',
    en: 'Recency score',
    zh: '最近度得分',
    aliases: ['R得分'],
    help: {
      en: 'RFM: from 1 to the highest score, high for those who bought lately. Made as the page Segments says.',
      zh: 'RFM 得分，从 1 分起，最近购买过的得分高；计算方式见“分群”页。',
    },
  },
  {
    id: 'frequencyScore',
    of: 'customer',
    kind: 'number',
    place: 'model',
    en: 'Frequency score',
    zh: '频次得分',
    aliases: ['F得分'],
    help: {
      en: 'RFM: from 1 to the highest score, high for those who buy often. Made as the page Segments says.',
      zh: 'RFM 得分，从 1 分起，购买频繁的得分高；计算方式见“分群”页。',
    },
  },
  {
    id: 'monetaryScore',
    of: 'customer',
    kind: 'number',
    place: 'model',
    en: 'Monetary score',
    zh: '金额得分',
    aliases: ['M得分'],
    help: {
      en: 'RFM: from 1 to the highest score, high for those who pay much. Made as the page Segments says.',
      zh: 'RFM 得分，从 1 分起，消费金额高的得分高；计算方式见“分群”页。',
    },
  },
  {
    id: 'rfmClass',
    of: 'customer',
    kind: 'text',
    place: 'model',
    en: 'RFM class',
    zh: 'RFM类型',
    aliases: ['RFM分类', '客户价值类型'],
    values: eightNames.map(([id, name]) => ({ ...segmentName(name), id })),
    help: {
      en: 'One of eight classes: recency, frequency and money, each high (1) or low (0). 111 is lately, often, much.',
      zh: '八类客户：最近度、频次、金额各分高（1）低（0），111 表示近、频、多。',
    },
  },
  {
    id: 'rfmSegment',
    of: 'customer',
    kind: 'text',
    place: 'model',
    en: 'RFM segment',
    zh: 'RFM分群',
    aliases: ['RFM客户分群'],
    values: segmentNames,
    help: {
      en: 'The segment by the names and the map of scores that the page Segments says, own names included.',
      zh: '按“分群”页所选名称与得分对照表得到的分群，包括自定的名称。',
    },
  },
  {
    id: 'valueScore',
    of: 'customer',
    kind: 'number',
    place: 'model',
    en: 'Value score',
    zh: '客户价值分',
    aliases: ['价值分'],
    help: {
      en: 'From 0 to 100: where the customer stands in each metric of the score, weighted. Made as the page Segments says.',
      zh: '0 到 100 分：客户在各项指标中的位次按权重相加；计算方式见“分群”页。',
    },
  },
  {
    id: 'ladderTier',
    of: 'customer',
    kind: 'text',
    place: 'model',
    en: 'Ladder tier',
    zh: '阶梯级别',
    aliases: ['阶梯层级'],
    help: {
      en: 'Name of the level on the ladder of the page Segments, which keeps nobody flapping. Unknown until one is published.',
      zh: '“分群”页等级阶梯上的级别名称，不会来回跳动；发布阶梯之前为未知。',
    },
  },
  {
    id: 'ladderLevel',
    of: 'customer',
    kind: 'number',
    place: 'model',
    en: 'Ladder level',
    zh: '阶梯级数',
    help: {
      en: 'The same level as a number: 1 is the lowest.',
      zh: '同一级别的数字：1 为最低一级。',
    },
  },
  {
    id: 'ladderDays',
    of: 'customer',
    kind: 'days',
    place: 'model',
    en: 'Days on ladder level',
    zh: '阶梯在级天数',
    help: {
      en: 'For how long the customer has had the level.',
      zh: '客户处于当前级别的天数。',
    },
  },
  {
    id: 'ladderGrace',
    of: 'customer',
    kind: 'days',
    place: 'model',
    en: 'Days of grace left',
    zh: '阶梯宽限剩余',
    aliases: ['宽限剩余天数'],
    help: {
      en: 'Days until the review that takes the level away unless the value recovers. Unknown for who is in no danger.',
      zh: '距离降级评定的天数，期间指标恢复则保级；没有降级风险的客户为未知。',
    },
  },
];

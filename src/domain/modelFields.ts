import type { Field } from './fields.ts';

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
    values: [
      { id: '111', en: 'Key: champion', zh: '重要价值客户' },
      { id: '101', en: 'Key: develop', zh: '重要发展客户' },
      { id: '011', en: 'Key: keep', zh: '重要保持客户' },
      { id: '001', en: 'Key: rescue', zh: '重要挽留客户' },
      { id: '110', en: 'General: value', zh: '一般价值客户' },
      { id: '100', en: 'General: develop', zh: '一般发展客户' },
      { id: '010', en: 'General: keep', zh: '一般保持客户' },
      { id: '000', en: 'General: rescue', zh: '一般挽留客户' },
    ],
    help: {
      en: 'One of eight classes: recency, frequency and money, each high (1) or low (0). 111 is lately, often, much.',
      zh: '八类客户：最近度、频次、金额各分高（1）低（0），111 表示近、频、多。',
    },
  },
];

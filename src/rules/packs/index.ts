import type { Language, Text } from '../../i18n/index.ts';
import { behaviour } from './behaviour.ts';
import { finance } from './finance.ts';
import { guides } from './guides.ts';
import { lifecycle } from './lifecycle.ts';
import { retail } from './retail.ts';
import { rfmByMean, rfmByMedian, rfmByNumbers } from './rfm.ts';
import { types } from './types.ts';

/** Rules that come with the product: the same in both languages, with tests of their own. */
export interface ShippedPack {
  readonly id: string;
  readonly name: Text;
  readonly about: Text;
  readonly text: Readonly<Record<Language, string>>;
}

/** The packs that come with the product, the most general first. */
export const shippedPacks: readonly ShippedPack[] = [
  {
    id: 'guides',
    name: { en: 'Starter: four dimensions', zh: '入门：四个维度' },
    about: {
      en: 'Who they are, how they buy, what they could become and how they like to be served.',
      zh: '客户是谁、怎么买、有多大潜力、需要怎样的服务。',
    },
    text: guides,
  },
  {
    id: 'lifecycle',
    name: { en: 'Life cycle', zh: '生命周期' },
    about: {
      en: 'Prospect, new, active, at risk, churned: every customer is in exactly one stage.',
      zh: '潜在、新客、活跃、流失风险、已流失：每位客户恰好处于一个阶段。',
    },
    text: lifecycle,
  },
  {
    id: 'types',
    name: { en: 'Customer types', zh: '客户类型' },
    about: {
      en: 'Core, growth, loyal and risk customers, with what to do for each.',
      zh: '核心、成长、忠诚与风险客户，以及各自该做什么。',
    },
    text: types,
  },
  {
    id: 'behaviour',
    name: { en: 'Buying behaviour', zh: '购买行为' },
    about: {
      en: 'Frequent, infrequent, churned: every buyer is one of these; those slowing down show early.',
      zh: '频繁、偶尔、流失：买过的客户必居其一，购买放缓提前提示。',
    },
    text: behaviour,
  },
  {
    id: 'rfm-mean',
    name: { en: 'RFM, by the mean', zh: 'RFM（按均值）' },
    about: {
      en: 'The eight classes of recency, frequency and monetary value, cut at the mean.',
      zh: '按近度、频度、额度分成八类，以均值为门槛。',
    },
    text: rfmByMean,
  },
  {
    id: 'rfm-median',
    name: { en: 'RFM, by the median', zh: 'RFM（按中位数）' },
    about: {
      en: 'The same eight classes, cut at the median: a few large customers do not move it.',
      zh: '同样的八类，以中位数为门槛，不受少数大客户影响。',
    },
    text: rfmByMedian,
  },
  {
    id: 'rfm-fixed',
    name: { en: 'RFM, by fixed numbers', zh: 'RFM（按固定数值）' },
    about: {
      en: 'The same eight classes, cut at 90 days, 5 orders and 2,000: nobody changes class because others buy more.',
      zh: '同样的八类，以 90 天、5 单、2000 元为门槛，不因别人多买而变动。',
    },
    text: rfmByNumbers,
  },
  {
    id: 'retail',
    name: { en: 'Retail', zh: '零售' },
    about: {
      en: 'Frequent, normal and occasional shoppers, baskets, categories, returns.',
      zh: '常客、普通与偶尔购买，客单、品类与退货。',
    },
    text: retail,
  },
  {
    id: 'finance',
    name: { en: 'Finance', zh: '金融' },
    about: {
      en: 'Wealth by income, age, risk tolerance put on by hand, companies; only fitting products are offered.',
      zh: '按收入分财富等级，年龄、手工评定的风险承受、企业授信；只推荐合适的产品。',
    },
    text: finance,
  },
];

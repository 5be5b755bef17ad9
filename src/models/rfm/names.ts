import { fieldOf } from '../../domain/index.ts';
import type { Text } from '../../i18n/index.ts';
import type { EightCode, NameFamily } from './classes.ts';

/** The families of names in use; the first is the usual one. A name alone says little: 唤回 is 001 here, 011 there. */
export const nameFamilies: readonly NameFamily[] = [
  {
    id: 'classic',
    name: { en: 'Classic: key and general', zh: '经典：重要 / 一般' },
    names: catalogued(),
  },
  {
    id: 'audience',
    name: { en: 'Audience platforms', zh: '人群平台' },
    names: {
      '111': { en: 'High value', zh: '高价值客户' },
      '101': { en: 'Priority: develop', zh: '重点发展客户' },
      '011': { en: 'Priority: keep', zh: '重点保持客户' },
      '001': { en: 'Priority: rescue', zh: '重点挽留客户' },
      '110': { en: 'General: value', zh: '一般价值客户' },
      '100': { en: 'General: develop', zh: '一般发展客户' },
      '010': { en: 'General: keep', zh: '一般保持客户' },
      '000': { en: 'Potential', zh: '潜在客户' },
    },
  },
  {
    id: 'recall',
    name: { en: 'Recall and deepen', zh: '唤回 / 深耕' },
    names: {
      '111': { en: 'Key: value', zh: '重要价值客户' },
      '101': { en: 'Key: deepen', zh: '重要深耕客户' },
      '011': { en: 'Key: recall', zh: '重要唤回客户' },
      '001': { en: 'Key: rescue', zh: '重要挽留客户' },
      '110': { en: 'Potential', zh: '潜力客户' },
      '100': { en: 'New', zh: '新客户' },
      '010': { en: 'General: maintain', zh: '一般维持客户' },
      '000': { en: 'Lost', zh: '流失客户' },
    },
  },
  {
    id: 'frequency',
    name: { en: 'Deepen frequency, recall spenders', zh: '频次深耕 / 高消费唤回' },
    names: {
      '111': { en: 'Key: value', zh: '重要价值客户' },
      '101': { en: 'Deepen frequency', zh: '频次深耕客户' },
      '011': { en: 'Key value, about to leave', zh: '重要价值流失预警客户' },
      '001': { en: 'Big spender to recall', zh: '高消费唤回客户' },
      '110': { en: 'Spending potential', zh: '消费潜力客户' },
      '100': { en: 'New', zh: '新客户' },
      '010': { en: 'General', zh: '一般客户' },
      '000': { en: 'Lost', zh: '流失客户' },
    },
  },
  {
    id: 'recallClassic',
    name: { en: 'Classic, with recall', zh: '经典（含唤回）' },
    names: {
      '111': { en: 'Key: value', zh: '重要价值客户' },
      '101': { en: 'Key: develop', zh: '重要发展客户' },
      '011': { en: 'Key: recall', zh: '重要唤回客户' },
      '001': { en: 'Key: rescue', zh: '重要挽留客户' },
      '110': { en: 'General: value', zh: '一般价值客户' },
      '100': { en: 'General: develop', zh: '一般发展客户' },
      '010': { en: 'General: keep', zh: '一般保持客户' },
      '000': { en: 'General: rescue', zh: '一般挽留客户' },
    },
  },
  {
    id: 'mixed',
    name: { en: 'Mixed, with new and lost', zh: '混合（含新客与流失）' },
    names: {
      '111': { en: 'Key: value', zh: '重要价值客户' },
      '101': { en: 'Key: develop', zh: '重要发展客户' },
      '011': { en: 'Key: call back', zh: '重要召回客户' },
      '001': { en: 'Key: win back', zh: '重要挽回客户' },
      '110': { en: 'General: value', zh: '一般价值客户' },
      '100': { en: 'New or returned', zh: '新客户/回归客户' },
      '010': { en: 'Potential', zh: '潜力客户' },
      '000': { en: 'Lost', zh: '流失客户' },
    },
  },
];

/** The names by which rules know the classes. */
function catalogued(): Record<EightCode, Text> {
  const { values = [] } = fieldOf('customer', 'rfmClass');
  return Object.fromEntries(values.map(({ id, en, zh }) => [id, { en, zh }])) as Record<EightCode, Text>;
}

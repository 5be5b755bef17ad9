import type { FieldValue } from './fields.ts';

const rows = [
  ['champions', 'Champions', '冠军客户'],
  ['loyal', 'Loyal customers', '忠诚客户'],
  ['potentialLoyal', 'Potential loyalists', '潜力忠诚客户'],
  ['new', 'New customers', '新客户'],
  ['promising', 'Promising', '有希望的客户'],
  ['attention', 'Need attention', '需要关注'],
  ['sleep', 'About to sleep', '即将沉睡'],
  ['risk', 'At risk', '流失风险'],
  ['cannotLose', "Can't lose them", '不能失去'],
  ['hibernating', 'Hibernating', '沉睡客户'],
  ['lost', 'Lost', '流失客户'],
  ['keyValue', 'Key: champion', '重要价值客户'],
  ['keyDevelop', 'Key: develop', '重要发展客户'],
  ['keyKeep', 'Key: keep', '重要保持客户'],
  ['keyRescue', 'Key: rescue', '重要挽留客户'],
  ['generalValue', 'General: value', '一般价值客户'],
  ['generalDevelop', 'General: develop', '一般发展客户'],
  ['generalKeep', 'General: keep', '一般保持客户'],
  ['generalRescue', 'General: rescue', '一般挽留客户'],
  ['highValue', 'High value', '高价值客户'],
  ['priorityDevelop', 'Priority: develop', '重点发展客户'],
  ['priorityKeep', 'Priority: keep', '重点保持客户'],
  ['priorityRescue', 'Priority: rescue', '重点挽留客户'],
  ['latent', 'Latent', '潜在客户'],
  ['keyDeepen', 'Key: deepen', '重要深耕客户'],
  ['keyRecall', 'Key: recall', '重要唤回客户'],
  ['potential', 'Potential', '潜力客户'],
  ['generalMaintain', 'General: maintain', '一般维持客户'],
  ['deepenFrequency', 'Deepen frequency', '频次深耕客户'],
  ['keyLeaving', 'Key value, about to leave', '重要价值流失预警客户'],
  ['recallSpender', 'Big spender to recall', '高消费唤回客户'],
  ['spendingPotential', 'Spending potential', '消费潜力客户'],
  ['general', 'General', '一般客户'],
  ['keyCallBack', 'Key: call back', '重要召回客户'],
  ['keyWinBack', 'Key: win back', '重要挽回客户'],
  ['newReturned', 'New or returned', '新客户/回归客户'],
] as const;

export type SegmentNameId = (typeof rows)[number][0];

/** The names of customer segments in use, each in both languages: what maps and families of names choose from. */
export const segmentNames: readonly FieldValue[] = rows.map(([id, en, zh]) => ({ id, en, zh }));

/** The name of that id. */
export function segmentName(id: SegmentNameId): FieldValue {
  return segmentNames.find(each => each.id === id)!;
}

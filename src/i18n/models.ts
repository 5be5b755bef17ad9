import { texts } from './text.ts';

/** What the pages of all models say, and how the row above them names each. */
export const modelTexts = texts({
  models: { en: 'Models', zh: '模型' },
  groupAlike: { en: 'Who is alike', zh: '客户分组' },
  groupAhead: { en: 'What to expect', zh: '预测' },
  groupMoved: { en: 'What has moved', zh: '变化跟踪' },
  rfm: { en: 'RFM', zh: 'RFM' },
  figures: { en: 'Figures', zh: '经营指标' },
  time: { en: 'Changes ahead', zh: '将来变化' },
  asOf: { en: 'Then and now', zh: '历史回放' },
  review: { en: 'Review', zh: '复核' },
  next: { en: 'Next purchase', zh: '下次购买' },
  clusters: { en: 'Clusters', zh: '聚类' },
  tiers: { en: 'Tiers', zh: '客户等级' },
  lifecycle: { en: 'Life cycle', zh: '生命周期' },
  lifetime: { en: 'Lifetime value', zh: '生命周期价值' },
  churn: { en: 'Churn', zh: '流失' },

  publish: { en: 'Publish', zh: '发布' },
  discard: { en: 'Discard changes', zh: '放弃修改' },
  published: { en: 'Published. Rules use it from now on.', zh: '已发布，规则从现在起使用新的结果。' },
  inForce: {
    en: 'This is what is published. Rules can use {names}.',
    zh: '与已发布的一致。规则中可以使用：{names}。',
  },
  compute: { en: 'Compute', zh: '计算' },
  stopped: { en: 'Nothing computed yet', zh: '尚未计算' },
  stoppedHint: { en: 'The model was stopped before it was ready.', zh: '模型在完成之前被停止。' },
  noOrders: { en: 'Nobody has bought anything yet', zh: '还没有购买记录' },
  import: { en: 'Import a file', zh: '导入文件' },
  numberWrong: { en: 'Write a number from {from} to {to}.', zh: '请填写 {from} 到 {to} 之间的数字。' },
  customers: { en: 'Customers', zh: '客户数' },
  customersCount: { en: '{count} {count|customer|customers}', zh: '{count} 位客户' },
  see: { en: 'See who', zh: '查看客户' },
});

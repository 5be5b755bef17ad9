import { texts } from './text.ts';

/** What the pages of all models say, and how the row above them names each. */
export const modelTexts = texts({
  models: { en: 'Models', zh: '模型' },
  rfm: { en: 'RFM', zh: 'RFM' },
  figures: { en: 'Figures', zh: '指标' },
  time: { en: 'By time', zh: '随时间' },
  review: { en: 'Review', zh: '复核' },
  tiers: { en: 'Tiers', zh: '等级' },
  lifecycle: { en: 'Life cycle', zh: '生命周期' },

  publish: { en: 'Publish', zh: '发布' },
  discard: { en: 'Discard changes', zh: '放弃修改' },
  published: { en: 'Published. Rules read it from now on.', zh: '已发布，规则从现在起使用新的结果。' },
  inForce: {
    en: 'As published. Rules can name {names}.',
    zh: '与已发布的一致。规则中可以使用：{names}。',
  },
  see: { en: 'See who', zh: '查看客户' },
});

import { texts } from './text.ts';

/** Who has gone and who will buy: the page on which the rule is set and the probability learned, checked, published. */
export const churnTexts = texts({
  title: { en: 'Churn', zh: '客户流失' },
  lead: {
    en: '{churned} of {count} buyers ({share}) have not ordered for more than {silence} days. {expected} are expected to buy in the next {horizon} days, as of {day}.',
    zh: '截至 {day}，{count} 位购买客户中有 {churned} 位（{share}）超过 {silence} 天没有下单；预计未来 {horizon} 天有 {expected} 位会购买。',
  },
  noneHint: {
    en: 'Churn needs orders: import a file with customer and day.',
    zh: '判断流失需要订单：请导入包含客户和日期的文件。',
  },

  figures: { en: 'Overview', zh: '总览' },
  churned: { en: 'Churned by the rule', zh: '按规则已流失' },
  churnedAbout: { en: '{share} of {count} buyers', zh: '占 {count} 位购买客户的 {share}' },
  expected: { en: 'Expected to buy', zh: '预计会购买' },
  expectedAbout: {
    en: 'in {days} {days|day|days}, sum of the probabilities',
    zh: '未来 {days} 天，按概率相加',
  },
  area: { en: 'Ranking quality (AUC)', zh: '排序正确率（AUC）' },
  areaAbout: { en: 'recency alone {area}; chance 0.5', zh: '只看最近度为 {area}，随机为 0.5' },
  error: { en: 'Calibration error', zh: '校准误差' },
  errorAbout: { en: 'mean gap between predicted and actual', zh: '预测与实际的平均差距' },
  notKnown: { en: 'not known', zh: '未知' },
  without: {
    en: '{count} {count|customer has|customers have} never ordered: they cannot churn.',
    zh: '{count} 位客户从未下单，谈不上流失。',
  },

  verdictlearned: { en: 'Learned on this base', zh: '由本库数据学习' },
  verdictlearnedText: {
    en: 'Tested on the latest {days} days of {customers} customers, which it had not seen: the regression ranks them better than recency alone (AUC {area} against {recency}).',
    zh: '在它未见过的最近 {days} 天、{customers} 位客户上，回归的排序优于只看最近度：{area} 对 {recency}。',
  },
  verdictmodel: { en: 'The purchase model, calibrated on this base', zh: '购买模型，经本库数据校准' },
  verdictmodelText: {
    en: 'Tested on the latest {days} days of {customers} customers, which it had not seen: the purchase model ranks them better than recency alone (AUC {area} against {recency}). Learning from more features did not improve on it by more than chance.',
    zh: '在未见过的最近 {days} 天、{customers} 位客户上，购买模型的排序优于只看最近度：{area} 对 {recency}。加入更多特征并没有明显更好。',
  },
  verdictrecency: { en: 'Recency alone is used', zh: '改用最近度' },
  verdictrecencyText: {
    en: 'Tested on the latest {days} days of {customers} customers, nothing that was learned ranks them better than recency alone (AUC {area} against {recency}), so the probability comes from recency alone.',
    zh: '在最近 {days} 天、{customers} 位客户上，学到的结果并不比只看最近度更好（{area} 对 {recency}），因此概率只由最近度得出。',
  },
  verdictaverage: { en: 'Too little data: the overall share is used', zh: '数据太少：改用全体比例' },
  verdictaverageText: {
    en: '{customers} {customers|customer|customers} in the latest window, {buyers} of whom bought: too few to learn from. Everybody gets the share that bought.',
    zh: '最近一个时间窗只有 {customers} 位客户，其中 {buyers} 位购买，不足以学习。所有人都用购买者的比例。',
  },
  shortened: {
    en: 'The orders do not reach back far enough for {horizon} days: windows of {days} days were used to learn and to test.',
    zh: '订单历史不足以检验 {horizon} 天：改用 {days} 天的时间窗学习和检验。',
  },

  made: { en: 'How it is worked out', zh: '计算方式' },
  madeHint: {
    en: 'The rule counts days. The probability is learned on earlier periods, tested on the latest one, and kept with its coefficients when published.',
    zh: '规则按天数判断；概率在较早的时间窗上学习，在最近的时间窗上检验，发布时连同系数一起保留。',
  },
  silence: { en: 'Churned after, days without an order', zh: '多少天没有下单算流失' },
  silenceHint: { en: 'Counted in whole days.', zh: '按整天计算。' },
  horizon: { en: 'Probability of buying within, days', zh: '预测未来多少天内购买' },
  learnAgain: { en: 'Learn again', zh: '重新学习' },
  changedNever: {
    en: 'Not published yet: rules and customer pages do not have these numbers.',
    zh: '尚未发布：规则和客户页面还不会使用这些数字。',
  },
  changedOther: {
    en: 'Published: {horizon} days ahead, churned after {silence} days, learned on {day}. What you see here is not published.',
    zh: '已发布的是：预测 {horizon} 天、{silence} 天算流失、{day} 学习；当前这一个尚未发布。',
  },

  tenths: { en: 'Customers by the probability of buying, %', zh: '回购概率分布（%）' },
  probability: { en: 'Probability of buying', zh: '回购概率' },

  calibration: {
    en: 'Can the probabilities be trusted? The latest {days} days, {from} to {to}',
    zh: '概率可信吗？最近 {days} 天（{from} 至 {to}）',
  },
  calibrationHint: {
    en: 'Customers are grouped by similar probability: on the diagonal, as many bought as predicted. Learned on what came before, tested on {customers} customers, {buyers} of whom bought.',
    zh: '概率相近的客户归为一组：落在斜线上，说明实际购买的比例与预测一致。用之前的数据学习，在 {customers} 位客户上检验，其中 {buyers} 位购买。',
  },
  namesGone: {
    en: 'Learn again to see the customers behind these numbers.',
    zh: '重新学习后可查看这些数字背后的客户。',
  },
  used: { en: 'Method used', zh: '所用方法' },
  recencyAlone: { en: 'Recency alone', zh: '只看最近度' },
  predicted: { en: 'Predicted', zh: '预测' },
  observed: { en: 'Actually bought', zh: '实际购买' },
  exact: { en: 'Perfect', zh: '完全准确' },
  buyers: { en: 'Buyers', zh: '购买人数' },
  groupOf: { en: 'Group', zh: '组别' },

  weights: { en: 'What matters', zh: '影响因素' },
  weightsHint: {
    en: 'What one standard deviation more adds to the logit: above 0, buying becomes more likely.',
    zh: '每增加一个标准差对 logit 的影响；大于 0 表示更可能购买。',
  },
  weightsFromModel: {
    en: 'The regression starts from the purchase model’s own probability: a weight below 0 on that feature tones down where the model is too sure.',
    zh: '回归以购买模型自身的概率为起点：该特征的权重小于 0，表示收回模型过于肯定的部分。',
  },
  feature: { en: 'Feature', zh: '特征' },
  weight: { en: 'Weight', zh: '权重' },
  featurerecency: { en: 'days since the last purchase', zh: '距上次购买的天数' },
  featurerepeats: { en: 'repeat purchases', zh: '复购次数' },
  featuremodel: { en: 'the purchase model’s probability', zh: '购买模型给出的概率' },
  featuresilence: { en: 'silence compared with the customer’s own rhythm', zh: '沉默时长与自身购买节奏之比' },
  featurerecent: { en: 'purchases in the latest window', zh: '最近一个时间窗内的购买次数' },
  featurespend: { en: 'mean spend', zh: '平均金额' },

  back: { en: 'Churn', zh: '客户流失' },
  nobody: { en: 'No customers here', zh: '没有客户' },
  groupchurned: { en: 'Churned by the rule', zh: '按规则已流失的客户' },
  groupwithout: { en: 'Never ordered', zh: '从未下单' },
  grouptenth: { en: 'Probability of buying from {from} to {to}', zh: '回购概率 {from} 至 {to}' },
  groupbin: { en: 'Group {bin} of the calibration', zh: '校准第 {bin} 组' },
  groupbought: { en: 'Bought, group {bin} of the calibration', zh: '校准第 {bin} 组中实际购买的客户' },
});

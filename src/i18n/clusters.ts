import { texts } from './text.ts';

/** Groups of customers who are alike: the page on which they are looked for, named and published. */
export const clusterTexts = texts({
  title: { en: 'Clusters', zh: '客户聚类' },
  lead: {
    en: '{count} {count|group|groups} of similar customers by {metrics}, found on {day}.',
    zh: '按{metrics}把相似的客户分成 {count} 群（{day}）。',
  },
  leadNone: {
    en: 'Which customers are similar? Choose what to compare them by and look for groups.',
    zh: '哪些客户彼此相似？选择比较指标，查找分组。',
  },
  leadNobody: {
    en: 'Nobody has a value in every metric. Choose others.',
    zh: '没有客户同时具备所有指标的数值，请选择其他指标。',
  },
  noneHint: {
    en: 'Clusters need customers with numbers: import a file with orders or customers.',
    zh: '聚类需要带数值的客户：请导入订单或客户文件。',
  },

  clusters: { en: 'Clusters', zh: '聚类' },
  cluster: { en: 'Cluster', zh: '聚类' },
  customers: { en: 'Customers', zh: '客户数' },
  numbered: { en: 'Cluster {number}', zh: '聚类{number}' },
  nameOf: { en: 'Name of cluster {number}', zh: '第 {number} 群的名称' },
  nameMissing: { en: 'Give it a name.', zh: '请填写名称。' },
  seeCluster: { en: '{name}: {count} {count|customer|customers}', zh: '{name}：{count} 位客户' },
  share: { en: '{share} of grouped customers', zh: '占已分群客户 {share}' },
  days: { en: '{count} {count|day|days}', zh: '{count} 天' },

  ruleTitle: { en: 'Rule for {name}', zh: '“{name}”的规则' },
  ruleFinds: { en: 'The rule finds {count}.', zh: '规则找到 {count} 位。' },
  ruleQuality: {
    en: '{precision} of them are in the cluster (precision); it finds {recall} of the cluster (recall).',
    zh: '其中 {precision} 属于该群（精确率），该群的 {recall} 被找到（召回率）。',
  },
  seeMissed: { en: 'See those missed', zh: '查看未找到的' },
  missedTitle: { en: '{name}: missed by the rule', zh: '{name}：规则未找到' },
  noRule: {
    en: 'No simple rule tells this group from the others.',
    zh: '没有简单的规则能把这一群与其他客户分开。',
  },
  save: { en: 'Save as segment', zh: '存为分群规则' },
  saved: { en: 'Segment {name} is now in the draft of the rules.', zh: '已把分群“{name}”写入规则草稿。' },
  heading: { en: 'From the clusters of {day}', zh: '来自 {day} 的聚类' },

  unknown: {
    en: '{count} {count|customer is|customers are} in no cluster because a metric is unknown.',
    zh: '{count} 位客户有指标未知，不属于任何聚类。',
  },
  unknownTitle: { en: 'In no cluster', zh: '不属于任何聚类' },
  unclear: { en: 'No clear groups', zh: '没有明显的分组' },
  unclearHint: {
    en: 'By these metrics customers form one even cloud, and the clusters merely cut through it. Other metrics may tell more.',
    zh: '这些指标下客户分布连续，聚类只是人为切分；换用其他指标可能更清楚。',
  },

  made: { en: 'What customers are compared by', zh: '比较指标' },
  madeHint: {
    en: 'k-means: every metric is scaled to the same spread, so units do not matter. The same settings and seed give the same groups.',
    zh: 'k-means：各指标先缩放到相同的离散程度，不受单位影响。设置与种子相同，结果就相同。',
  },
  metrics: { en: 'Metrics', zh: '指标' },
  add: { en: 'Add a metric', zh: '添加指标' },
  choose: { en: 'choose…', zh: '请选择…' },
  remove: { en: 'Remove {label}', zh: '移除“{label}”' },
  scaleOf: { en: 'How to compare {label}', zh: '“{label}”的差异如何计算' },
  scalelog: { en: 'compared by ratio', zh: '按比例看差异' },
  scaleplain: { en: 'compared as they are', zh: '按原值看差异' },
  metricKnown: { en: 'known for {known} of {total} customers', zh: '{total} 位客户中 {known} 位有数值' },
  metricGone: {
    en: 'Cannot be read: the metric or field is gone or is not a number.',
    zh: '无法读取：指标或字段已不存在，或不是数值。',
  },
  groups: { en: 'Number of groups', zh: '分成几群' },
  groupsBest: { en: 'whatever fits best', zh: '取最合适的数量' },
  seed: { en: 'Seed', zh: '随机种子' },
  seedHint: {
    en: 'Another seed starts elsewhere; good groups come out the same.',
    zh: '换一个种子从别处开始；稳定的分组结果不变。',
  },
  find: { en: 'Find clusters', zh: '查找聚类' },
  findAgain: { en: 'Find again', zh: '重新查找' },
  changed: {
    en: '{count} {count|customer would be|customers would be} in a different cluster.',
    zh: '{count} 位客户的聚类会变化。',
  },
  changedTitle: { en: 'In a different cluster than published', zh: '聚类与已发布的不同' },

  profile: {
    en: 'What each cluster is like: means, coloured by how far they lie above or below the average of all customers. Click a cell to see who.',
    zh: '各群特征：均值，颜色表示高于或低于总体的程度。点击查看客户。',
  },
  silhouette: {
    en: 'How well each number of groups fits (silhouette, −1 to 1). Click one to look for that many.',
    zh: '各分群数的合适程度（轮廓系数，−1 到 1）。点击即按该数量查找。',
  },
  silhouetteOf: { en: '{groups} groups: {fit}', zh: '{groups} 群：{fit}' },
  groupsOf: { en: '{groups} groups', zh: '{groups} 群' },
  groupsAxis: { en: 'Groups', zh: '群数' },
  fit: { en: 'Silhouette', zh: '轮廓系数' },
  suggested: { en: 'Suggested', zh: '建议' },
  best: { en: 'fits best', zh: '最合适' },

  back: { en: 'Clusters', zh: '客户聚类' },
  nobody: { en: 'No customers here', zh: '没有客户' },
});

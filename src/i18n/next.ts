import { texts } from './text.ts';

/** When customers are expected to buy again, what they might buy, and who could become a large customer. */
export const nextTexts = texts({
  title: { en: 'Next purchase', zh: '下次购买' },
  lead: {
    en: '{week} {week|customer is|customers are} expected within a week, {overdue} {overdue|is|are} overdue. There {usual|is|are} usually {usual} {usual|day|days} between two purchases ({day}).',
    zh: '一周内预计有 {week} 位客户购买，{overdue} 位已逾期；两次购买通常相隔 {usual} 天（{day}）。',
  },
  leadOnce: {
    en: 'Nobody has bought on two different days yet, so there is no rhythm to go by ({day}).',
    zh: '还没有客户在不同的两天购买过，无法判断购买节奏（{day}）。',
  },
  noneHint: {
    en: 'The next purchase is predicted from orders: import a file with customer, day and amount.',
    zh: '预计下次购买需要订单：请导入包含客户、日期和金额的文件。',
  },

  expectations: { en: 'Until the next purchase', zh: '距下次购买' },
  overdue: { en: 'Overdue', zh: '已逾期' },
  late: { en: 'Late, but in range', zh: '已过预计日，仍在区间内' },
  week: { en: 'Due this week', zh: '本周到期' },
  month: { en: 'Due within 30 days', zh: '30 天内到期' },
  later: { en: 'Later', zh: '更晚' },
  ofBuyers: { en: '{share} of buyers', zh: '占购买客户 {share}' },
  see: { en: '{name}: {count} {count|customer|customers}', zh: '{name}：{count} 位客户' },

  weeks: {
    en: 'Customers expected in each of the coming weeks. Click a bar to see who.',
    zh: '未来各周预计购买的客户数。点击查看客户。',
  },
  weekTitle: { en: '{from} to {to}', zh: '{from} 至 {to}' },
  weekHeading: { en: 'Week', zh: '周' },

  made: { en: 'How it is predicted', zh: '预计方式' },
  madeHint: {
    en: 'From the days between a customer’s own purchases; where there are few, also from what is usual for everybody.',
    zh: '按客户自己各次购买的间隔预计；次数少时参考全体客户的通常间隔。',
  },
  coverage: { en: 'Confidence of the range', zh: '区间置信度' },
  coverageHint: {
    en: 'The share of purchases that fall within the range. Whoever is past it is overdue.',
    zh: '落在区间内的购买所占比例；超过区间即为逾期。',
  },
  basisown: { en: 'by their own rhythm (four gaps or more)', zh: '按自己的节奏（至少四个间隔）' },
  basisfew: { en: 'few gaps of their own: everybody’s used too', zh: '自己的间隔较少，参考全体' },
  basisothers: { en: 'bought on one day only: everybody’s gaps used', zh: '只买过一次，按全体预计' },
  basisnever: { en: 'never bought: no prediction', zh: '从未购买，不作预计' },
  changed: {
    en: '{count} {count|customer becomes|customers become} overdue or {count|stops|stop} being so.',
    zh: '{count} 位客户的逾期状态会变化。',
  },
  changedTitle: { en: 'Overdue or not, differently than published', zh: '逾期状态与已发布的不同' },

  nextPurchase: { en: 'Next purchase', zh: '预计下次购买' },
  nothing: { en: 'Nothing to go by', zh: '无法预计' },
  interval: { en: 'between {from} and {to}', zh: '{from} 至 {to} 之间' },
  intervalSure: {
    en: 'between {from} and {to} ({share} confidence)',
    zh: '{from} 至 {to} 之间（置信度 {share}）',
  },
  whyCycle: { en: 'every {days} days', zh: '每 {days} 天一次' },
  whyOthers: { en: 'as usual for others', zh: '参考他人' },

  potential: { en: 'Potential high-value customers', zh: '潜在高价值客户' },
  potentialName: { en: 'Potential high value', zh: '潜在高价值' },
  potentialHint: {
    en: 'Their orders are as large as those of the top fifth, they bought recently, and their total is not high yet.',
    zh: '客单价居前五分之一、近期有购买，但累计金额还不高。',
  },
  potentialRule: { en: 'Rule for potential high-value customers', zh: '潜在高价值客户的规则' },
  potentialSave: { en: 'Save as segment', zh: '存为分群规则' },
  potentialSaved: {
    en: 'Segment {name} is now in the draft of the rules.',
    zh: '已把分群“{name}”写入规则草稿。',
  },

  also: { en: 'Customers like this also bought', zh: '相似客户还购买了' },
  alsoHint: {
    en: 'Shown with every customer, with the reason: products that buyers of the same products also bought. Worked out on this computer.',
    zh: '在每位客户的页面上显示并说明理由：购买过相同商品的客户还买了什么。全部在本机计算。',
  },
  alsoReason: {
    en: '{both} {both|customer|customers} who bought {because} bought it too.',
    zh: '{both} 位购买过“{because}”的客户也买了它。',
  },
  tryOut: { en: 'Test it on hidden products', zh: '用隐藏商品检验' },
  tryNobody: {
    en: 'Nobody has bought three different products yet, so there is nothing to test on.',
    zh: '还没有客户买过三种商品，无法检验。',
  },
  tryBetter: {
    en: 'Of {n} hidden products, {suggested} were among the {shown} suggestions. Suggesting the bestsellers to everybody finds {popular}.',
    zh: '隐藏 {n} 件商品，{suggested} 出现在 {shown} 条推荐中；若一律推荐热销商品，则为 {popular}。',
  },
  tryWorse: {
    en: 'Of {n} hidden products, {suggested} were among the {shown} suggestions. Suggesting the bestsellers to everybody finds {popular}, so on this data the suggestions add nothing.',
    zh: '隐藏 {n} 件商品，{suggested} 出现在 {shown} 条推荐中；一律推荐热销商品为 {popular}，在此数据上推荐没有优势。',
  },

  back: { en: 'Next purchase', zh: '下次购买' },
  nobody: { en: 'No customers here', zh: '没有客户' },
});

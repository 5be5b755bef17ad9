import { texts } from './text.ts';

/** Life cycle, customer types and buying behaviour: the shipped definitions, or those of the user's own rules. */
export const lifecycleTexts = texts({
  title: { en: 'Life cycle', zh: '生命周期' },
  lead: {
    en: 'Every definition is a rule: add it to yours, change it, and the counts follow.',
    zh: '每个定义都是一条规则：加入规则后可随意修改，人数随之更新。',
  },
  ownRules: { en: 'As defined in your draft of the rules.', zh: '按你的规则草稿计算。' },
  shipped: { en: 'As shipped; not in your rules yet.', zh: '按内置定义计算，尚未加入你的规则。' },
  add: { en: 'Add to the rules', zh: '加入规则' },
  added: { en: 'Added to the draft: {name}.', zh: '已加入草稿：{name}。' },
  edit: { en: 'Edit the definitions', zh: '修改定义' },
  see: { en: '{name}: {count} {count|customer|customers}', zh: '{name}：{count} 位客户' },
  ofCustomers: { en: '{share} of customers', zh: '占客户 {share}' },
  ofRevenue: { en: '{share} of revenue', zh: '占收入 {share}' },
  shares: { en: '{name}: shares of customers and of revenue', zh: '{name}：客户占比与收入占比' },
  segment: { en: 'Segment', zh: '分群' },
  customers: { en: 'Customers', zh: '客户数' },
  share: { en: 'Share', zh: '占比' },
  revenue: { en: 'Revenue', zh: '收入' },
  revenueShare: { en: 'Share of revenue', zh: '收入占比' },
  rest: { en: 'In none', zh: '未归类' },
  restTitle: { en: '{name}: in none of them', zh: '{name}：未归入任何一类' },
  restHint: {
    en: '{count} {count|customer is|customers are} in none of them.',
    zh: '{count} 位客户不属于其中任何一类。',
  },
  back: { en: 'Life cycle', zh: '生命周期' },
  nobody: { en: 'No customers here', zh: '没有客户' },
});

import { texts } from './text.ts';

/** The review of segments and tiers, and who was moved by hand. */
export const reviewTexts = texts({
  title: { en: 'Review', zh: '复核' },
  lead: {
    en: '{count} {count|rule needs|rules need} a look: {customers} customers under version {version}, as of {day}.',
    zh: '有 {count} 项需要查看：第 {version} 版规则，共 {customers} 位客户，截至 {day}。',
  },
  leadFine: {
    en: 'Nothing has changed much: {customers} customers under version {version}, as of {day}.',
    zh: '没有明显变化：第 {version} 版规则，共 {customers} 位客户，截至 {day}。',
  },
  nothing: { en: 'No rules are published yet', zh: '尚未发布规则' },
  nothingHint: {
    en: 'Publish rules with tiers, segments or tags, then check here who is where and accept it.',
    zh: '先发布包含等级、分群或标签的规则，再到这里查看客户分布并确认。',
  },
  toRules: { en: 'Go to the rules', zh: '前往规则' },
  acceptAll: { en: 'Accept all', zh: '全部确认' },
  acceptedAll: {
    en: 'Accepted. Later changes are compared with these counts.',
    zh: '已确认，之后的变化都与这次的人数比较。',
  },
  accept: { en: 'Accept', zh: '确认' },
  acceptName: { en: 'Accept {name}', zh: '确认“{name}”' },
  accepted: { en: 'Accepted {day}', zh: '{day}已确认' },
  acceptedBy: { en: 'Accepted {day} by {name}', zh: '{name} 于 {day}确认' },
  neverAccepted: { en: 'Never accepted', zh: '尚未确认' },
  adjust: { en: 'Adjust', zh: '调整' },
  adjustName: { en: 'Adjust the rule {name}', zh: '调整规则“{name}”' },
  ruleElsewhere: {
    en: 'The draft no longer has “{name}”. It is only in the published version.',
    zh: '草稿中已没有“{name}”，它只在已发布的版本里。',
  },
  examples: { en: 'Examples', zh: '典型客户' },
  examplesOf: { en: 'Examples of {name}', zh: '“{name}”的典型客户' },

  tier: { en: 'Tiers', zh: '等级' },
  segment: { en: 'Segments', zh: '分群' },
  tag: { en: 'Tags', zh: '标签' },
  name: { en: 'Name', zh: '名称' },
  customers: { en: 'Customers', zh: '客户' },
  share: { en: 'Share', zh: '占比' },
  money: { en: 'Total paid', zh: '累计消费' },
  change: { en: 'Since accepted', zh: '较上次确认' },
  look: { en: 'Attention', zh: '需注意' },
  moved: { en: 'By hand', zh: '人工调整' },
  changeOf: { en: '{change} in {name}: who went where', zh: '“{name}”{change}：查看流向' },
  same: { en: 'the same', zh: '无变化' },
  members: { en: '{count} customers in {name}', zh: '“{name}”中的 {count} 位客户' },
  whoMoved: { en: 'Customers moved by hand: {name}', zh: '人工调整过的客户：{name}' },
  nobody: { en: 'Nobody is here any more', zh: '目前没有客户' },
  back: { en: 'Back to the review', zh: '返回复核' },

  large: { en: 'More than a fifth of all customers', zh: '超过全部客户的五分之一' },
  grown: { en: 'Grew a lot', zh: '明显增多' },
  shrunk: { en: 'Shrank a lot', zh: '明显减少' },
  emptied: { en: 'Nobody left', zh: '已无客户' },

  drift: {
    en: '{share} moved by hand ({count} of {among})',
    zh: '{share} 被人工调整（{among} 位中的 {count} 位）',
  },
  allWith: { en: 'all with {what}', zh: '全部满足 {what}' },
  mostWith: { en: '{matched} of {count} with {what}', zh: '其中 {matched}/{count} 满足 {what}' },
  outOf: {
    en: 'It applies to {among} of all customers under this rule.',
    zh: '规则涉及的客户中共有 {among} 位满足该条件。',
  },

  movedTitle: { en: 'Moved by hand', zh: '人工调整' },
  movedLead: {
    en: '{count} {count|decision is|decisions are} in force; {due} due for another look.',
    zh: '共 {count} 项人工调整生效，其中 {due} 项已到复核日期。',
  },
  movedNone: {
    en: 'Nobody has been moved by hand. Open a customer to do so: the decision survives every evaluation and import.',
    zh: '没有人工调整。打开某位客户即可调整，重新计算和导入都不会改变它。',
  },
  due: { en: 'Look again', zh: '待复核' },
  gone: { en: 'The rule no longer exists', zh: '规则已不存在' },
  customerGone: { en: 'No longer in the base', zh: '已不在客户库中' },

  typical: { en: 'Typical', zh: '典型' },
  typicalHint: { en: 'closest to the middle of all members', zh: '最接近全体成员的中间水平' },
  borderline: { en: 'Just inside', zh: '刚好在内' },
  borderlineHint: { en: 'members closest to a threshold', zh: '成员中最接近阈值' },
  almost: { en: 'Just outside', zh: '差一点' },
  almostHint: { en: 'not members, but closest to being so', zh: '不是成员，但最接近成员' },
  noExamples: {
    en: 'This rule uses no numbers, so nobody is more typical than others.',
    zh: '这条规则不看数值，没有谁比其他人更典型。',
  },
  nobodyHere: { en: 'Nobody', zh: '没有' },
});

import { texts } from './text.ts';

/** How a proof is laid out: its sentence, the marks on its lines, the rows behind a number, what follows below. */
export const proofTexts = texts({
  tab: { en: 'Why', zh: '为什么' },
  // The verdict in a sentence
  isTag: { en: '{who} has the tag {name}', zh: '{who} 带有标签“{name}”' },
  notTag: { en: '{who} does not have the tag {name}', zh: '{who} 没有标签“{name}”' },
  isSegment: { en: '{who} is in {name}', zh: '{who} 属于分群“{name}”' },
  notSegment: { en: '{who} is not in {name}', zh: '{who} 不属于分群“{name}”' },
  isAction: { en: '{name} is suggested for {who}', zh: '建议对 {who} 执行“{name}”' },
  notAction: { en: '{name} is not suggested for {who}', zh: '不建议对 {who} 执行“{name}”' },
  isTier: { en: '{who} is {level} in {name}', zh: '{who} 的“{name}”为“{level}”' },
  notTier: { en: '{who} has no level in {name}', zh: '{who} 在“{name}”中没有等级' },
  isMetric: { en: '{name} of {who} is {value}', zh: '{who} 的“{name}”为 {value}' },
  unknownMetric: { en: '{name} of {who} is not known', zh: '{who} 的“{name}”未知' },
  // Why, in a few words
  allOf: { en: 'all {count} conditions hold', zh: '{count} 个条件全部成立' },
  failOf: {
    en: '{failed} of {count} conditions {failed|does|do} not hold',
    zh: '{count} 个条件中有 {failed} 个不成立',
  },
  someOf: {
    en: '{held} of {count} alternatives {held|holds|hold}',
    zh: '{count} 个备选条件中有 {held} 个成立',
  },
  noneOf: { en: 'none of {count} alternatives holds', zh: '{count} 个备选条件均不成立' },
  // The lines
  lines: { en: 'Proof', zh: '依据' },
  holds: { en: 'holds', zh: '成立' },
  fails: { en: 'fails', zh: '不成立' },
  unknown: { en: 'not known', zh: '值未知' },
  decides: { en: 'decides', zh: '决定结果' },
  decidesHint: { en: 'Without this line the outcome would be another', zh: '结果由这一行决定' },
  definedAs: { en: '= {text}', zh: '= {text}' },
  open: { en: 'Show what {text} comes from', zh: '展开“{text}”的由来' },
  showInText: { en: 'Show in the rules: {text}', zh: '在规则文本中查看：{text}' },
  over: { en: 'over {count} {count|customer|customers}', zh: '按 {count} 位客户计算' },
  overFrozen: { en: 'as of the last full run', zh: '取自上次全量计算' },
  // The rows that were counted
  ordersSince: {
    en: '{counted} of {among} {among|order|orders}, {from} to {to}',
    zh: '{from}至{to}，{among} 单中计入 {counted} 单',
  },
  ordersUntil: {
    en: '{counted} of {among} {among|order|orders} until {to}',
    zh: '截至{to}，{among} 单中计入 {counted} 单',
  },
  interactionsSince: {
    en: '{counted} of {among} {among|contact|contacts}, {from} to {to}',
    zh: '{from}至{to}，{among} 次互动中计入 {counted} 次',
  },
  interactionsUntil: {
    en: '{counted} of {among} {among|contact|contacts} until {to}',
    zh: '截至{to}，{among} 次互动中计入 {counted} 次',
  },
  rowsShown: { en: 'The last {count}', zh: '最近 {count} 条' },
  day: { en: 'Day', zh: '日期' },
  amount: { en: 'Amount', zh: '金额' },
  value: { en: 'Value', zh: '取值' },
  // The levels of a tier
  levels: { en: 'Levels', zh: '等级' },
  level: { en: 'Level', zh: '等级' },
  from: { en: 'From', zh: '达到' },
  keep: { en: 'Kept at', zh: '保持' },
  outcome: { en: 'Outcome', zh: '结果' },
  entered: { en: 'reached', zh: '达到' },
  kept: { en: 'kept', zh: '保持' },
  otherwise: { en: 'what is left', zh: '其余' },
  missed: { en: 'not reached', zh: '未达到' },
  below: { en: 'below', zh: '更低' },
  before: { en: 'Level before: {level}', zh: '此前等级：{level}' },
  // What follows
  changes: { en: 'What would change it', zh: '怎样会改变' },
  changeTo: { en: '{change}: {level}', zh: '{change}：{level}' },
  time: { en: 'When time changes it', zh: '何时随时间改变' },
  asOf: { en: 'As of {day}', zh: '截至 {day}' },
  byHand: {
    en: 'A person decided otherwise by hand. This is what the rule alone says.',
    zh: '已有人工调整，以下是规则本身的判定。',
  },
  // Asking
  ask: { en: 'Why?', zh: '为什么？' },
  whyName: { en: 'Why {name}?', zh: '为什么是“{name}”？' },
  whyNot: { en: 'Why not…', zh: '为什么不是…' },
  chooseRule: { en: 'Choose a rule', zh: '选择一条规则' },
  noneLeft: { en: 'All published rules apply to this customer.', zh: '已发布的规则全部适用于这位客户。' },
  whose: { en: 'Customer to explain', zh: '要解释的客户' },
  whosePlaceholder: { en: 'Name, e-mail, phone, pinyin', zh: '姓名、邮箱、电话、拼音' },
  nobody: { en: 'Nobody found for “{search}”.', zh: '没有找到“{search}”。' },
  pickTitle: { en: 'Why is somebody in, or not?', zh: '某位客户为什么符合，或不符合？' },
  pickText: {
    en: 'Choose a customer above. Every condition of this rule is then shown with the values that decide it.',
    zh: '在上方选择一位客户，这条规则的每个条件和起决定作用的数值会逐行显示。',
  },
  goneTitle: { en: 'No answer for this customer', zh: '无法解释这位客户' },
  goneText: {
    en: 'The customer is no longer in the base, or the rule has an error. Choose another customer or mend the rule.',
    zh: '客户已不在客户库中，或规则有错误。请另选客户，或先改正规则。',
  },
  openCustomer: { en: 'Open customer', zh: '打开客户页' },
  working: { en: 'Working it out…', zh: '正在推导…' },
});

/** The reference of the rule language. */
export const referenceTexts = texts({
  title: { en: 'Language reference', zh: '规则语言参考' },
  intro: {
    en: 'All that a rule can say. Keywords and functions work in either language, also mixed in one text.',
    zh: '规则能写的全部内容。关键字和函数可用中文或英文，也可在同一文本中混用。',
  },
  search: { en: 'Search the reference', zh: '搜索参考' },
  searchPlaceholder: { en: 'Word, sign or meaning', zh: '词语、符号或含义' },
  found: { en: '{count} {count|entry|entries}', zh: '{count} 条' },
  nothing: { en: 'Nothing found for “{search}”', zh: '没有找到“{search}”' },
  nothingHint: {
    en: 'Search for a word in Chinese or English, or for what it does.',
    zh: '可以搜索中文或英文词语，或搜索它的用途。',
  },
  sections: { en: 'Sections', zh: '章节' },
  gives: { en: 'gives {value}', zh: '得到 {value}' },
  copy: { en: 'Copy example: {name}', zh: '复制示例：{name}' },
  insert: { en: 'Insert into the draft: {name}', zh: '插入草稿：{name}' },
  inserted: { en: 'Added at the end of the draft', zh: '已加到草稿末尾' },
  print: { en: 'Print', zh: '打印' },
});

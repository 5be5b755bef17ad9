import { texts } from './text.ts';

/** What time alone will change: the page, and the line at the foot of the studio. */
export const timeTexts = texts({
  title: { en: 'Changes ahead', zh: '将来变化' },
  lead: {
    en: 'Even without new data, {count} {count|customer changes|customers change} by {until}; the next on {day}. Cards update by themselves on that day.',
    zh: '即使没有新数据，到 {until} 也会有 {count} 位客户发生变化，最近一次在 {day}；到时名片会自动更新。',
  },
  leadNone: {
    en: 'Without new data, nobody changes by {until}.',
    zh: '如果没有新数据，到 {until} 没有客户发生变化。',
  },
  unpublished: { en: 'No rules are published yet', zh: '尚未发布规则' },
  unpublishedHint: {
    en: 'Once rules are published, this page shows who will enter and leave them as time passes.',
    zh: '发布规则后，这里会列出仅因时间推移而进入或离开各条规则的客户。',
  },
  toRules: { en: 'Go to the rules', zh: '前往规则' },
  fixed: {
    en: 'The day of evaluation is fixed to {day}: results do not move until you release it.',
    zh: '计算日期已固定为 {day}：在取消固定之前，结果不会变化。',
  },
  perDay: { en: 'Customers who change, by day', zh: '每天发生变化的客户数' },
  customers: { en: 'Customers', zh: '客户' },
  day: { en: 'Day', zh: '日期' },
  rule: { en: 'Rule', zh: '规则' },
  enters: { en: 'Enter or rise', zh: '进入或上升' },
  leaves: { en: 'Leave or fall', zh: '离开或下降' },
  what: { en: 'Rules affected', zh: '涉及的规则' },
  allDays: { en: 'Show all {count} days', zh: '显示全部 {count} 天' },
  seeDay: { en: '{count} {count|customer|customers} on {day}', zh: '{day} 有 {count} 位客户' },
  seeEnters: { en: '{count} into {name} on {day}', zh: '{day} 有 {count} 位进入“{name}”' },
  seeLeaves: { en: '{count} out of {name} on {day}', zh: '{day} 有 {count} 位离开“{name}”' },
  behindDay: { en: 'Who changes on {day}', zh: '{day} 发生变化的客户' },
  behindEnters: { en: '{name}: enter or rise on {day}', zh: '“{name}”：{day} 进入或上升' },
  behindLeaves: { en: '{name}: leave or fall on {day}', zh: '“{name}”：{day} 离开或下降' },
  back: { en: 'Changes ahead', zh: '将来变化' },
  nobody: { en: 'Nobody changes', zh: '没有客户变化' },
  looking: { en: 'Working out the days ahead', zh: '正在计算之后的每一天' },
  next: { en: 'next change {day}', zh: '下次变化 {day}' },
  nextHint: {
    en: 'On this day a customer changes merely because time passes; results then update by themselves.',
    zh: '到这一天，仅因时间推移就会有客户发生变化，结果会自动重新计算。',
  },
});

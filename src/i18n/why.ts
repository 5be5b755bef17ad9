import { texts } from './text.ts';

/** Why a rule holds or not, what would change it, and when time will. */
export const whyTexts = texts({
  // The lines of a proof
  allHold: { en: 'All of these hold', zh: '以下全部成立' },
  notAllHold: { en: 'Not all of these hold', zh: '以下未全部成立' },
  oneHolds: { en: 'At least one of these holds', zh: '以下至少一项成立' },
  noneHolds: { en: 'None of these holds', zh: '以下无一成立' },
  notHolds: { en: 'This does not hold, as asked', zh: '按要求，以下不成立' },
  notFails: { en: 'This holds, but must not', zh: '以下成立，而规则要求不成立' },
  holds: { en: '{text}: yes', zh: '{text}：成立' },
  fails: { en: '{text}: no', zh: '{text}：不成立' },
  unknown: { en: '{text}: no, for a value is not known', zh: '{text}：值未知，视为不成立' },
  valueOf: { en: '{text}: {value}', zh: '{text}：{value}' },
  rowsSince: {
    en: '{value} (of {among} {rows} from {from} to {to}, {counted} counted)',
    zh: '{value}（{from}至{to}的 {among} {rows}中计入 {counted} {rows}）',
  },

  rowsUntil: {
    en: '{value} (of {among} {rows} until {to}, {counted} counted)',
    zh: '{value}（截至{to}的 {among} {rows}中计入 {counted} {rows}）',
  },

  orders: { en: '{count|order|orders}', zh: '单' },
  interactions: { en: '{count|contact|contacts}', zh: '次联系' },
  statistic: {
    en: '{text}: {value} over {over} {over|customer|customers}',
    zh: '{text}：{value}（{over} 位客户）',
  },
  frozenStatistic: {
    en: '{text}: {value}, as of the last full run',
    zh: '{text}：{value}（取自上次全量计算）',
  },
  previousLevel: { en: 'before: {level}', zh: '此前：{level}' },
  noLevel: { en: 'no level', zh: '无等级' },
  levelEntered: {
    en: '{level}: reached, {value} is at least {bound}',
    zh: '{level}：已达到，{value} 不低于 {bound}',
  },
  levelKept: {
    en: '{level}: kept, {value} is still at least {bound}',
    zh: '{level}：已保持，{value} 仍不低于 {bound}',
  },
  levelOtherwise: { en: '{level}: what is left', zh: '{level}：其余' },
  levelMissed: {
    en: '{level}: not reached, {value} is below {bound}',
    zh: '{level}：未达到，{value} 低于 {bound}',
  },
  levelBelow: { en: '{level}: below the level reached', zh: '{level}：低于已达到的等级' },
  // What would change it
  oneOrder: { en: 'one more order', zh: '再下 1 单' },
  moreOrders: { en: '{count} more orders', zh: '再下 {count} 单' },
  spend: { en: '{amount} more in orders', zh: '再消费 {amount}' },
  orderOf: { en: 'an order of {amount}', zh: '下一笔 {amount} 的订单' },
  oneContact: { en: 'one more contact', zh: '再有 1 次联系' },
  moreContacts: { en: '{count} more contacts', zh: '再有 {count} 次联系' },
  asked: { en: '{what} ({details})', zh: '{what}（{details}）' },
  fieldIs: { en: '{label} = {value}', zh: '{label} = {value}' },
  fieldUnknown: { en: '{label} not known', zh: '{label}未知' },
  listWith: { en: '{label} with {value}', zh: '{label}加上“{value}”' },
  listWithout: { en: '{label} without {value}', zh: '{label}去掉“{value}”' },
  waitDays: { en: '{count} {count|day|days} without anything new', zh: '{count} 天内无新动态' },
  first: { en: '{first}, then {second}', zh: '{first}，然后 {second}' },
  or: { en: '{first}, or {second}', zh: '{first}，或{second}' },
  missing: { en: '{list}', zh: '还差 {list}' },
  missingOrders: { en: '{count} more orders', zh: '{count} 单' },
  missingOneOrder: { en: 'one more order', zh: '1 单' },
  missingAmount: { en: '{amount} more', zh: '{amount}' },
  missingOr: { en: '{first}, or {second}', zh: '{first}，或 {second}' },
  nothingNear: { en: 'Nothing near enough would change it.', zh: '没有足够接近的改变能使其变化。' },
  // When time will
  tomorrow: { en: 'tomorrow: {what}', zh: '明天：{what}' },
  inDays: { en: 'in {count} days: {what}', zh: '{count} 天后：{what}' },
  noLonger: { en: 'no longer {name}', zh: '不再是{name}' },
  becomesLevel: { en: '{name} {level}', zh: '{name}变为{level}' },
  stays: {
    en: 'Time alone does not change it in the next {days} days.',
    zh: '未来 {days} 天内不会随时间变化。',
  },
});

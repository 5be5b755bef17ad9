import type { Text } from '../../i18n/index.ts';

/**
 * How a construct is said. `{a}` `{b}` `{c}` are its operands, `{is}` `{has}` `{does}` agree with the first,
 * `{rows}` `{field}` `{where}` are those of an aggregate.
 */
export interface Phrase {
  readonly says: Text;
  /** A condition that does not hold, without 'or not known'. */
  readonly fails?: Text;
  /** A comparison with an amount or a share rather than with a number of things. */
  readonly against?: Text;
  /** A comparison of how many there are, in English; a Chinese one with its measure word `{m}`. */
  readonly many?: Text;
  /** The same for what is not so many. */
  readonly fewer?: Text;
  /** A statistic of what it is compared with. */
  readonly ofLeft?: Text;
  /** An aggregate of dates, or a comparison with a day. */
  readonly ofDates?: Text;
  /** Over all customers, where `says` is over one customer's rows. */
  readonly ofAll?: Text;
  /** A comparison with a day that does not hold. */
  readonly failsDates?: Text;
  /** Whatever fails it is known not to hold: nothing is 'not known' about it. */
  readonly decided?: true;
}

const said = (en: string, zh: string): Text => ({ en, zh });

/** The phrase of every construct that rules are written with. */
export const phrases: Readonly<Record<string, Phrase>> = {
  and: { says: said('and', '且') },
  or: { says: said('or', '或') },
  not: { says: said('not ({a})', '不满足（{a}）') },

  '=': {
    says: said('{a} {is} {b}', '{a}为{b}'),
    fails: said('{a} {is} not {b}', '{a}不是{b}'),
    many: said('exactly {b}', '恰好 {b} {m}'),
    fewer: said('not exactly {b}', '不是恰好 {b} {m}'),
  },
  '!=': {
    says: said('{a} {is} known and not {b}', '{a}已知且不是{b}'),
    fails: said('{a} {is} {b}', '{a}为{b}'),
    many: said('not exactly {b}', '不是恰好 {b} {m}'),
    fewer: said('exactly {b}', '恰好 {b} {m}'),
  },
  '>=': {
    ofDates: said('{a} {is} on or after {b}', '{a}不早于{b}'),
    failsDates: said('{a} {is} before {b}', '{a}早于{b}'),
    says: said('{a} {is} at least {b}', '{a}至少{b}'),
    fails: said('{a} {is} less than {b}', '{a}不到{b}'),
    against: said('{a} {is} at least {b}', '{a}不低于{b}'),
    many: said('at least {b}', '至少 {b} {m}'),
    fewer: said('fewer than {b}', '不到 {b} {m}'),
  },
  '>': {
    ofDates: said('{a} {is} after {b}', '{a}晚于{b}'),
    failsDates: said('{a} {is} on or before {b}', '{a}不晚于{b}'),
    says: said('{a} {is} more than {b}', '{a}超过{b}'),
    fails: said('{a} {is} at most {b}', '{a}不超过{b}'),
    against: said('{a} {is} above {b}', '{a}高于{b}'),
    many: said('more than {b}', '超过 {b} {m}'),
    fewer: said('at most {b}', '至多 {b} {m}'),
  },
  '<=': {
    ofDates: said('{a} {is} on or before {b}', '{a}不晚于{b}'),
    failsDates: said('{a} {is} after {b}', '{a}晚于{b}'),
    says: said('{a} {is} at most {b}', '{a}不超过{b}'),
    fails: said('{a} {is} more than {b}', '{a}超过{b}'),
    against: said('{a} {is} at most {b}', '{a}不高于{b}'),
    many: said('at most {b}', '至多 {b} {m}'),
    fewer: said('more than {b}', '超过 {b} {m}'),
  },
  '<': {
    ofDates: said('{a} {is} before {b}', '{a}早于{b}'),
    failsDates: said('{a} {is} on or after {b}', '{a}不早于{b}'),
    says: said('{a} {is} less than {b}', '{a}不到{b}'),
    fails: said('{a} {is} at least {b}', '{a}至少{b}'),
    against: said('{a} {is} below {b}', '{a}低于{b}'),
    many: said('fewer than {b}', '不到 {b} {m}'),
    fewer: said('at least {b}', '至少 {b} {m}'),
  },
  between: {
    says: said('{a} {is} between {b} and {c}', '{a}在{b}到{c}之间'),
    fails: said('{a} {is} not between {b} and {c}', '{a}不在{b}到{c}之间'),
    many: said('between {b} and {c}', '在 {b} 到 {c} {m}之间'),
    fewer: said('fewer than {b} or more than {c}', '少于 {b} 或多于 {c} {m}'),
  },
  in: { says: said('{a} {is} {b}', '{a}属于{b}之一'), fails: said('{a} {is} not {b}', '{a}不属于{b}') },
  notIn: {
    says: said('{a} {is} known and not {b}', '{a}已知且不属于{b}'),
    fails: said('{a} {is} {b}', '{a}属于{b}之一'),
  },
  contains: {
    says: said('{a} {has} {b}', '{a}包含{b}'),
    fails: said('{a} {does} not contain {b}', '{a}不包含{b}'),
    decided: true,
  },
  containsAny: {
    says: said('{a} {has} {b}', '{a}包含{b}之一'),
    fails: said('{a} {has} none of {b}', '{a}不包含{b}中的任何一项'),
    decided: true,
  },
  containsAll: {
    says: said('{a} {has} all of {b}', '{a}同时包含{b}'),
    fails: said('{a} {does} not contain all of {b}', '{a}未同时包含{b}'),
    decided: true,
  },
  startsWith: {
    says: said('{a} {begins} with {b}', '{a}以{b}开头'),
    fails: said('{a} {does} not begin with {b}', '{a}不以{b}开头'),
    decided: true,
  },
  endsWith: {
    says: said('{a} {ends} with {b}', '{a}以{b}结尾'),
    fails: said('{a} {does} not end with {b}', '{a}不以{b}结尾'),
    decided: true,
  },
  matchesAny: {
    says: said('{a} {fits} the pattern {b}', '{a}符合模式{b}'),
    fails: said('{a} {does} not fit the pattern {b}', '{a}不符合模式{b}'),
    decided: true,
  },
  isKnown: {
    says: said('{a} {is} known', '{a}已知'),
    fails: said('{a} {is} not known', '{a}未知'),
    decided: true,
  },
  isUnknown: {
    says: said('{a} {is} not known', '{a}未知'),
    fails: said('{a} {is} known', '{a}已知'),
    decided: true,
  },

  '+': { says: said('{a} plus {b}', '{a}加{b}') },
  '-': { says: said('{a} minus {b}', '{a}减{b}') },
  '*': { says: said('{a} times {b}', '{a}乘以{b}') },
  '/': { says: said('{a} divided by {b}', '{a}除以{b}') },
  of: { says: said('{a} of {b}', '{b}的{a}') },
  negative: { says: said('-{a}', '-{a}') },

  today: { says: said('today', '今天') },
  daysSince: { says: said('the time since {a}', '{a}距今') },
  monthsSince: { says: said('the whole months since {a}', '{a}距今的整月数') },
  yearsSince: { says: said('the whole years since {a}', '{a}距今的整年数') },
  daysUntil: { says: said('the time until the next return of {a}', '距{a}下一个周年日') },
  soon: {
    says: said('{a} {returns} within the next {b}', '{a}的周年日在未来{b}内'),
    fails: said('{a} {does} not return within the next {b}', '{a}的周年日不在未来{b}内'),
  },
  yearOf: { says: said('the year of {a}', '{a}的年份') },
  quarterOf: { says: said('the quarter of {a}', '{a}所在季度') },
  monthOf: { says: said('the month of {a}', '{a}的月份') },
  dayOf: { says: said('the day of the month of {a}', '{a}是当月的几号') },
  weekdayOf: { says: said('the day of the week of {a}', '{a}是星期几') },

  count: { says: said('the number of {rows}', '{rows}数') },
  sum: { says: said('the total {field} of {rows}', '{rows}的{field}合计') },
  avg: { says: said('the average {field} of {rows}', '{rows}的平均{field}') },
  min: {
    says: said('the lowest {field} of {rows}', '{rows}的最低{field}'),
    ofDates: said('the first {field} of {rows}', '{rows}的最早{field}'),
    ofAll: said('the lowest over all customers of {a}', '全体客户{a}的最低值'),
  },
  max: {
    says: said('the highest {field} of {rows}', '{rows}的最高{field}'),
    ofDates: said('the last {field} of {rows}', '{rows}的最近{field}'),
    ofAll: said('the highest over all customers of {a}', '全体客户{a}的最高值'),
  },
  share: { says: said('the share of {rows} {where}', '{rows}中{where}的占比') },
  distinct: { says: said('different {field} in {rows}', '{rows}中不同的{field}') },
  first: { says: said('the {field} of the first of {rows}', '{rows}中第一条的{field}') },
  last: { says: said('the {field} of the last of {rows}', '{rows}中最近一条的{field}') },
  mostCommon: { says: said('the most common {field} of {rows}', '{rows}中最常见的{field}') },
  averageGap: { says: said('the average time between {rows}', '{rows}的平均间隔') },

  mean: {
    says: said('the mean over all customers of {a}', '全体客户{a}的平均值'),
    ofLeft: said('the mean over all customers', '全体平均'),
  },
  median: {
    says: said('the median over all customers of {a}', '全体客户{a}的中位数'),
    ofLeft: said('the median over all customers', '全体中位数'),
  },
  quantile: {
    says: said('the {b} quantile over all customers of {a}', '全体客户{a}的{b}分位数'),
    ofLeft: said('the {b} quantile over all customers', '全体的{b}分位数'),
  },
  stddev: {
    says: said('the standard deviation over all customers of {a}', '全体客户{a}的标准差'),
    ofLeft: said('the standard deviation over all customers', '全体标准差'),
  },
  rank: { says: said('the place among all customers by {a}', '{a}在全体客户中的名次') },
  percentile: { says: said('the percentile among all customers of {a}', '{a}在全体客户中的百分位') },
  shareOfTotal: { says: said('the part in the total of {a}', '{a}占全体合计的比例') },
  top: {
    says: said('{a} {is} among the top {b}', '{a}排在前{b}'),
    fails: said('{a} {is} not among the top {b}', '{a}未排在前{b}'),
  },
  bottom: {
    says: said('{a} {is} among the bottom {b}', '{a}排在后{b}'),
    fails: said('{a} {is} not among the bottom {b}', '{a}未排在后{b}'),
  },
  within: { says: said('{a} of the same {b}', '同{b}的{a}') },
  frozen: { says: said('{a} ({b}, frozen on {c})', '{a}（冻结为{b}，{c}）') },
  tagScore: { says: said('the tag score', '标签总分') },
};

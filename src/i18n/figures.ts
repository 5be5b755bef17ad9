import { texts } from './text.ts';

/** How customers buy, come back and answer: trends, cohorts, and what moved. */
export const figuresTexts = texts({
  title: { en: 'Figures', zh: '经营指标' },
  lead: {
    en: '{period}: {retention} of the previous period’s buyers bought again ({n} of {of}), as of {day}.',
    zh: '{period}：上一期的购买客户中有 {retention} 再次购买（{of} 位中的 {n} 位），截至 {day}。',
  },
  none: { en: 'Nobody bought in these periods', zh: '这些时期没有购买记录' },
  noneHint: {
    en: 'Choose longer periods or other customers, or import orders.',
    zh: '请选择更长的时期或其他客户，或导入订单。',
  },
  pace: { en: 'Period', zh: '时期' },
  month: { en: 'Calendar months', zh: '自然月' },
  week: { en: 'Weeks from Monday', zh: '自然周（周一起）' },
  of: { en: 'Customers', zh: '客户范围' },
  everybody: { en: 'Everybody', zh: '全部客户' },

  returning: { en: 'Retention and repurchase', zh: '留存率与复购率' },
  retention: { en: 'Retention', zh: '留存率' },
  repurchase: { en: 'Repurchase', zh: '复购率' },
  retentionHint: {
    en: 'Retention: the share of the previous period’s buyers who bought again. Repurchase: the share of buyers with two or more orders. The last period may not be over.',
    zh: '留存率：上一期购买客户中本期再次购买的比例。复购率：本期购买客户中下单两次及以上的比例。最后一期可能尚未结束。',
  },
  money: { en: 'Revenue and average order', zh: '收入与客单价' },
  revenue: { en: 'Revenue', zh: '收入' },
  meanOrder: { en: 'Average order', zh: '客单价' },
  satisfactionTitle: { en: 'Satisfaction (share of 4 and 5)', zh: '满意度（4 分和 5 分的占比）' },
  satisfaction: { en: 'Satisfaction', zh: '满意度' },
  answers: { en: 'Answers', zh: '回答数' },
  dissatisfied: { en: 'Dissatisfied', zh: '不满意客户' },
  period: { en: 'Period', zh: '时期' },
  running: { en: '{period} (not over)', zh: '{period}（未结束）' },
  weekOf: { en: 'Week of {day}', zh: '{day} 起的一周' },
  buyers: { en: 'Buyers', zh: '购买客户' },
  repeaters: { en: 'Bought twice or more', zh: '多次购买' },
  retained: { en: 'Came back', zh: '再次购买' },
  lost: { en: 'Did not come back', zh: '未再购买' },
  orders: { en: 'Orders', zh: '订单' },
  growth: { en: 'Growth', zh: '增长' },

  cohorts: { en: 'Cohorts: who came back after the first purchase', zh: '同期群：首次购买之后的回购' },
  cohortsHint: {
    en: 'Rows: the period of the first purchase. Columns: how many periods later they bought again.',
    zh: '行：首次购买所在时期；列：之后第几个时期再次购买。',
  },
  newcomers: { en: 'New', zh: '新客户' },
  later: { en: '+{count}', zh: '+{count}' },
  seeCohort: {
    en: '{count} of {period}, {later} periods later',
    zh: '{period} 的新客户中，{later} 期后有 {count} 位',
  },

  movedTitle: { en: 'A clear change', zh: '有明显变化' },
  moved: {
    en: '{measure}: {now} in {period}, {before} in the periods before.',
    zh: '{measure}：{period} {now}，此前 {before}。',
  },
  movedHint: { en: 'More than chance would explain (5%, two-sided).', zh: '超出随机波动的范围（双侧 5%）。' },
  steady: {
    en: 'Retention, repurchase and satisfaction moved no more than chance would explain.',
    zh: '留存率、复购率和满意度的波动均在随机范围内。',
  },

  see: { en: '{what}, {period}: {count}', zh: '{period} {what}：{count} 位' },
  behind: { en: '{what}, {period}', zh: '{period} {what}' },
  behindCohort: {
    en: 'New in {period}, bought {later} periods later',
    zh: '{period} 的新客户，{later} 期后再次购买',
  },
  back: { en: 'Figures', zh: '经营指标' },
  nobody: { en: 'Nobody', zh: '没有客户' },
});

import { texts } from './text.ts';

/** What a customer will bring: the page on which purchase models are fitted, looked at and published. */
export const lifetimeTexts = texts({
  title: { en: 'Lifetime value', zh: '生命周期价值' },
  lead: {
    en: 'As of {day}, {count} buyers are expected to bring {money} in {purchases} purchases over the next {months} {months|month|months}.',
    zh: '截至 {day}，{count} 位购买客户预计在未来 {months} 个月带来 {money}，共 {purchases} 次购买。',
  },
  noneHint: {
    en: 'Lifetime value needs orders: import a file with customer, day and amount.',
    zh: '生命周期价值需要订单：请导入包含客户、日期和金额的文件。',
  },
  computeAgain: { en: 'Fit again', zh: '重新拟合' },

  made: { en: 'How it is worked out', zh: '计算方式' },
  madeHint: {
    en: 'A purchase model estimates who is still a customer and how often they will buy; a second model, how much they spend. Fitting reads all orders. Publishing keeps the fit, and rules use it until you publish another.',
    zh: '购买模型估计谁还是客户、会买几次，金额模型估计每次花多少。拟合会读取全部订单；发布后一直沿用该次拟合，直到再次发布。',
  },
  model: { en: 'Purchase model', zh: '购买模型' },
  'modelMBG/NBD': {
    en: 'Customers may leave after any purchase, even the first. Judges one-time buyers too.',
    zh: '客户在任何一次购买（包括首购）后都可能流失，能区分只买一次的客户。',
  },
  'modelBG/NBD': {
    en: 'Customers may leave after a repeat purchase. Counts every one-time buyer as still active.',
    zh: '客户在复购之后可能流失；只买过一次的客户都会被视为活跃。',
  },
  'modelPareto/NBD': {
    en: 'Customers may leave at any time. The slowest to fit.',
    zh: '客户可能在任何时候流失；拟合最慢。',
  },
  unit: { en: 'Unit of time', zh: '时间单位' },
  unitdays: { en: 'days', zh: '天' },
  unitweeks: { en: 'weeks', zh: '周' },
  unitHint: {
    en: 'The unit of the parameters. Predictions stay the same.',
    zh: '参数所用的单位，不影响预测结果。',
  },
  months: { en: 'Months ahead', zh: '预测期（月）' },
  discount: { en: 'Discount per year, %', zh: '年折现率（%）' },
  discountHint: { en: 'Money a year from now is worth that much less.', zh: '一年后的钱按此比例折低。' },
  margin: { en: 'Margin, %', zh: '毛利率（%）' },
  marginHint: { en: '100 counts the whole revenue.', zh: '填 100 即按收入计算。' },

  changedNever: {
    en: 'Not published yet: rules and customer pages do not have these numbers.',
    zh: '尚未发布：规则和客户页面还不会使用这些数字。',
  },
  changedOther: {
    en: 'Published: {model}, fitted on {day}. What you see here is not published.',
    zh: '已发布的是 {day} 拟合的 {model}；当前这一个尚未发布。',
  },

  averageTitle: { en: 'Too little data: simple average used', zh: '数据太少：改用简单平均' },
  averageText: {
    en: '{customers} {customers|buyer|buyers}, {repeaters} of them with a second purchase: too few to fit {model}. Everybody is assumed to go on at the average rate.',
    zh: '只有 {customers} 位购买客户，其中 {repeaters} 位有复购，不足以拟合 {model}。所有人都按平均频率估计。',
  },
  spendAverageTitle: { en: 'Spend: simple average used', zh: '金额：改用简单平均' },
  spendAverageText: {
    en: '{customers} {customers|repeat buyer|repeat buyers} with known, differing amounts are too few for the model of spend. The mean stands in for everybody.',
    zh: '金额已知且有差异的复购客户只有 {customers} 位，不足以拟合金额模型。所有人都按平均金额估计。',
  },
  warnTitle: { en: 'Use with care', zh: '谨慎使用' },
  noteatEdge: {
    en: '{names} ran to the limit of the search: these orders do not settle a best value. Predictions stay usable.',
    zh: '{names} 到达了搜索边界：这些订单无法确定最优值，预测仍可使用。',
  },
  notevague: {
    en: '{names}: very uncertain, the standard error is more than twice the value.',
    zh: '{names} 很不确定：标准误超过数值的两倍。',
  },
  notenotConverged: {
    en: 'The search ended before it was sure of its best values.',
    zh: '搜索结束时还不能确定已找到最优值。',
  },
  noteunreadable: {
    en: '{customers} {customers|customer is|customers are} left out: impossible amounts or days.',
    zh: '有 {customers} 位客户的金额或日期不合理，未参与计算。',
  },
  notenoMean: {
    en: 'Amounts are spread so widely that the spend model has no mean: newcomers get the overall mean.',
    zh: '金额过于分散，金额模型没有均值：新客户改用全体均值。',
  },
  notecorrelated: {
    en: 'Frequent buyers spend differently from the rest (correlation {value}), while the spend model assumes both are independent.',
    zh: '购买频次与金额相关（相关系数 {value}），而金额模型假定二者无关。',
  },

  figures: { en: 'Overview', zh: '总览' },
  alive: { en: 'Still customers', zh: '预计仍活跃' },
  aliveOf: { en: 'of {count} buyers, sum of the probabilities', zh: '共 {count} 位购买客户，按概率相加' },
  purchases: { en: 'Expected purchases', zh: '预期购买次数' },
  purchasesIn: { en: 'in {months} {months|month|months}', zh: '未来 {months} 个月' },
  value: { en: 'Lifetime value', zh: '生命周期价值' },
  valueMargin: {
    en: 'margin {margin}, discount {discount} a year',
    zh: '毛利率 {margin}，年折现率 {discount}',
  },
  each: { en: 'Per buyer', zh: '人均价值' },
  eachFirst: { en: 'the top {count} bring {share}', zh: '前 {count} 位贡献 {share}' },
  without: {
    en: '{count} {count|customer has|customers have} never bought: no prediction for them.',
    zh: '{count} 位客户从未购买，无法预测。',
  },

  top: { en: 'Most valuable customers', zh: '价值最高的客户' },
  topHint: {
    en: 'With the range that holds the value with 80% probability.',
    zh: '区间表示价值有 80% 的概率落在其中。',
  },
  topAll: { en: 'All {count}, by value', zh: '全部 {count} 位（按价值排序）' },
  customer: { en: 'Customer', zh: '客户' },
  pAlive: { en: 'P(alive)', zh: '活跃概率' },
  spend: { en: 'Spend per order', zh: '预期单次金额' },
  interval: { en: '80% range', zh: '80% 区间' },
  range: { en: '{low} – {high}', zh: '{low} – {high}' },

  values: { en: 'Customers by lifetime value', zh: '生命周期价值分布' },
  valueFrom: { en: 'Value', zh: '价值' },
  aboveLast: { en: '{from} and more', zh: '{from} 及以上' },
  aliveTenths: { en: 'Customers by P(alive), %', zh: '活跃概率分布（%）' },

  fit: { en: 'The fit', zh: '拟合结果' },
  fitLine: {
    en: '{model} fitted to {customers} buyers, {repeaters} of them with repeat purchases, orders up to {day}. Log-likelihood {likelihood}, {evaluations} passes.',
    zh: '{model}：{customers} 位购买客户（{repeaters} 位有复购），数据截至 {day}。对数似然 {likelihood}，迭代 {evaluations} 次。',
  },
  spendLine: {
    en: 'Spend model {model}: {customers} repeat buyers, mean {mean}. Correlation of purchases and spend {correlation}.',
    zh: '金额模型 {model}：{customers} 位复购客户，均值 {mean}。频次与金额的相关系数 {correlation}。',
  },
  average: { en: 'Simple average', zh: '简单平均' },
  parameter: { en: 'Parameter', zh: '参数' },
  meaning: { en: 'What it is', zh: '含义' },
  estimate: { en: 'Estimate', zh: '估计值' },
  error: { en: 'Standard error', zh: '标准误' },
  unknown: { en: 'not known', zh: '未知' },
  parameterr: {
    en: 'shape of the purchase rates: the smaller, the more customers differ',
    zh: '购买率的形状：越小，客户差异越大',
  },
  parameteralpha: { en: 'scale of the purchase rates, in {unit}', zh: '购买率的尺度，单位：{unit}' },
  parametera: {
    en: 'chance of leaving after a purchase: a / (a + b) is its mean',
    zh: '购买后流失的概率：均值为 a / (a + b)',
  },
  parameterb: { en: 'with a, how much that chance differs', zh: '与 a 一起决定流失概率的差异' },
  parameters: { en: 'shape of the rates of leaving', zh: '流失率的形状' },
  parameterbeta: { en: 'scale of the rates of leaving, in {unit}', zh: '流失率的尺度，单位：{unit}' },
  parameterrate: { en: 'purchases per customer, by {unit}', zh: '每位客户的购买率，单位：次/{unit}' },
  parameterp: { en: 'shape of a customer’s amounts', zh: '同一客户各次金额的形状' },
  parameterq: { en: 'shape of how customers differ in spend', zh: '客户之间金额差异的形状' },
  parametergamma: { en: 'scale of spend, {currency}', zh: '金额的尺度，{currency}' },

  counts: { en: 'Repeat purchases: model and actual', zh: '复购次数：模型与实际' },
  repeats: { en: 'Repeat purchases', zh: '复购次数' },
  repeatsMore: { en: '{count} or more', zh: '{count} 次及以上' },
  observed: { en: 'Observed', zh: '实际' },
  expected: { en: 'Expected', zh: '预期' },
  tracking: {
    en: 'Cumulative repeat purchases: fitted up to {day}, then followed',
    zh: '累计复购次数：用 {day} 及以前的数据拟合后继续跟踪',
  },
  trackingDay: { en: 'Day', zh: '日期' },
  trackingEnd: { en: 'fitted up to here', zh: '拟合截止' },
  trackingText: {
    en: 'In the {days} days after that, which the fit had not seen, {customers} customers made {actual} purchases; {expected} were expected ({difference}).',
    zh: '在拟合未见过的之后 {days} 天里，{customers} 位客户实际购买 {actual} 次，预期 {expected} 次（{difference}）。',
  },
  trackingNone: {
    en: 'The orders do not reach back far enough to fit the earlier part and test it on the later.',
    zh: '订单历史太短，无法用较早的部分拟合、再用较晚的部分检验。',
  },

  formula: { en: 'Margin × retention formula', zh: '毛利 × 留存公式' },
  formulaHint: {
    en: 'margin × r / (1 + d − r): what a customer brings with no end date if nothing changes. The model looks {months} {months|month|months} ahead, customer by customer.',
    zh: '毛利 × r / (1 + d − r)：假设一切不变、没有期限时一位客户的价值。模型则预测未来 {months} 个月，并逐个客户计算。',
  },
  formulaMargin: { en: 'Margin per buyer in {days} days', zh: '每位购买客户 {days} 天的毛利' },
  formulaRetention: { en: 'Retention r', zh: '留存率 r' },
  formulaBuyers: { en: '{count} {count|buyer|buyers}', zh: '{count} 位购买客户' },
  formulaRetained: { en: '{retained} bought again', zh: '{retained} 位再次购买，' },
  formulaBefore: { en: 'of {before} in the period before', zh: '上一周期共 {before} 位' },
  formulaDiscount: { en: 'Discount d in {days} days', zh: '{days} 天的折现率 d' },
  formulaValue: { en: 'By the formula', zh: '按公式' },
  formulaModel: { en: 'By the model, same customers', zh: '按模型（同一批客户）' },
  formulaEndless: { en: 'unlimited', zh: '无限大' },
  formulaNone: {
    en: 'Needs at least two months of orders.',
    zh: '至少需要两个月的订单。',
  },

  back: { en: 'Lifetime value', zh: '生命周期价值' },
  nobody: { en: 'No customers here', zh: '没有客户' },
  groupTop: { en: 'Customers by lifetime value', zh: '按生命周期价值排序的客户' },
  groupWithout: { en: 'Never bought', zh: '从未购买' },
  groupValue: { en: 'Lifetime value {range}', zh: '生命周期价值 {range}' },
  groupAlive: { en: 'P(alive) from {from} to {to}', zh: '活跃概率 {from} 至 {to}' },
  groupRepeats: { en: '{repeats} repeat purchases', zh: '复购 {repeats} 次' },
  groupbefore: { en: 'Bought in the period before', zh: '上一周期购买的客户' },
  groupretained: { en: 'Bought in both periods', zh: '两个周期都购买的客户' },
  groupbuyers: { en: 'Bought in the latest period', zh: '最近一个周期购买的客户' },
});

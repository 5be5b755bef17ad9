import { type Language, type Text, texts, translate } from './text.ts';

/** What is said about a rule text: what is wrong at the marked place, and how to mend it. By note code. */
export const ruleNotes = texts({
  outsideDeclaration: {
    en: 'This belongs to no declaration. Begin a line with metric, tag, tier, segment, action or score.',
    zh: '这里不属于任何声明。请另起一行，以“指标、标签、等级、分群、动作、评分”之一开头。',
  },
  expected: {
    en: '“{word}” is missing here.',
    zh: '此处缺少“{wordZh}”。',
  },
  expectedName: {
    en: 'A name must follow “{word}”. Names with spaces are written in 「…」 or backticks.',
    zh: '“{wordZh}”之后需要一个名称；带空格的名称请写在「…」中。',
  },
  expectedValue: {
    en: 'A value or a condition is missing here, such as: recency > 30 days.',
    zh: '此处缺少一个值或条件，例如：最近消费间隔 > 30天。',
  },
  expectedNumber: {
    en: 'A plain number must follow “{word}”, such as 30.',
    zh: '“{wordZh}”之后需要一个数字，例如 30。',
  },
  expectedDuration: {
    en: 'A length of time must stand here, such as 6 months or 30 days.',
    zh: '此处需要一段时间，例如 6个月 或 30天。',
  },
  expectedTest: {
    en: 'Say what is tested: for "a customer", given {…}, or always a condition.',
    zh: '请写明测试什么：针对 "某位客户"、假设 {…}，或恒有某个条件。',
  },
  expectedCustomer: {
    en: 'A customer must follow in quotation marks: e-mail, phone, number or name.',
    zh: '此处需要用引号写明客户：邮箱、电话、编号或姓名。',
  },
  rowsNotWhole: {
    en: 'A whole number of at most 1,000 is needed here.',
    zh: '此处需要不超过 1000 的整数。',
  },
  factNeeded: {
    en: 'A fact is a name and its value, such as industry = "Education" or recency = 3 days.',
    zh: '事实要写成“名称 = 值”，例如：行业 = "教育"、最近消费间隔 = 3天。',
  },
  expectedMessage: {
    en: 'The message must follow “say” in quotation marks.',
    zh: '“话术”之后需要用引号括起来的内容。',
  },
  durationNotWhole: {
    en: 'A length of time is a whole number from 0 to 9,999. Write 45 days for one and a half months.',
    zh: '时间长度必须是 0 到 9,999 的整数；一个半月请写成 45天。',
  },
  unexpected: {
    en: '“{found}” is not understood here. A word such as “and” may be missing before it, or a space inside it.',
    zh: '此处无法理解“{found}”。它前面可能少了“且”之类的连接词，或者词与词之间少了空格。',
  },
  missingSpace: {
    en: 'Put a space after “{word}”: {word} {rest}.',
    zh: '请在“{word}”后加一个空格：{word} {rest}。',
  },
  missingSpaces: {
    en: 'Put spaces around “{word}”: {before} {word} {rest}',
    zh: '请在“{word}”前后加空格：{before} {word} {rest}',
  },
  strangeCharacter: {
    en: '“{character}” has no meaning in rules. Remove it, or put the text into quotation marks.',
    zh: '规则中不能使用“{character}”。请删除它，或把文字放进引号。',
  },
  textNotClosed: {
    en: 'The quotation mark is not closed on this line. A line break in a message is written \\n.',
    zh: '这一行的引号没有闭合。话术中的换行请写成 \\n。',
  },
  chainedComparison: {
    en: 'Comparisons cannot be chained. Write: x between 1 and 5, or: x > 1 and x < 5.',
    zh: '比较不能连写。请写成：x 介于 1 到 5，或：x > 1 且 x < 5。',
  },
  clauseTwice: {
    en: '“{word}” is given twice. Keep one of them.',
    zh: '“{wordZh}”出现了两次，请只保留一个。',
  },
  tooDeep: {
    en: 'This is nested too deeply. Give parts of it a name of their own with metric or tag.',
    zh: '嵌套过深。请用指标或标签给其中的部分单独命名。',
  },
  nameTwice: {
    en: '“{name}” is declared already. The first one holds; give this one another name.',
    zh: '“{name}”已经声明过，以第一个为准；请给这一个换个名称。',
  },
  unknownName: {
    en: 'There is no field, metric, tag, tier or segment called “{name}”.',
    zh: '没有名为“{name}”的字段、指标、标签、等级或分群。',
  },
  unknownNameGuess: {
    en: 'There is nothing called “{name}”. Did you mean “{guess}”?',
    zh: '找不到“{name}”。您是指“{guess}”吗？',
  },
  otherKind: {
    en: '“{name}” is declared as {word}. Write: {word} {name}.',
    zh: '“{name}”声明为{wordZh}，请写成：{wordZh} {name}。',
  },
  cycle: {
    en: 'This refers to itself in a circle: {path}. One of them must do without the other.',
    zh: '循环引用：{path}。其中一个必须不依赖另一个。',
  },
  chainTooLong: {
    en: 'Too many declarations refer to each other in a row before “{name}”. Shorten the chain.',
    zh: '到“{name}”为止的引用链太长，请缩短。',
  },
  brokenReference: {
    en: '“{name}” has an error of its own. Mend it first.',
    zh: '“{name}”本身有错误，请先改正它。',
  },
  expectedDate: {
    en: 'A date must stand here, such as 2026-09-30.',
    zh: '此处需要一个日期，例如 2026-09-30。',
  },
  expectedPlaces: {
    en: 'Say how many: a share such as 20%, or a number such as 100.',
    zh: '请说明前多少：比例如 20%，或人数如 100。',
  },
  expectedUnit: {
    en: 'A calendar period is a week, month, quarter or year: in last calendar month.',
    zh: '自然周期可以是周、月、季度或年，例如：上月、本季度。',
  },
  expectedText: {
    en: 'A text in quotation marks must stand here.',
    zh: '此处需要用引号括起来的文字。',
  },
  expectedPercent: {
    en: 'A percentage must stand here, such as +10% or -20%.',
    zh: '此处需要一个百分数，例如 +10% 或 -20%。',
  },
  placesNeeded: {
    en: 'Take a share above 0% and up to 100%, or a whole number from 1 on.',
    zh: '请填写大于 0%、不超过 100% 的比例，或不小于 1 的整数。',
  },
  groupNeedsStatistic: {
    en: '“within” belongs to a statistic over customers, such as mean(averageOrder) within industry.',
    zh: '“同…”用于对全部客户的统计，例如：同行业均值(客单价)。',
  },
  groupNeedsText: {
    en: 'Customers are grouped by a text or a tier, such as industry, but this is {kind}.',
    zh: '只能按文本字段或等级分组，例如行业；而这是{kind}。',
  },
  frozenNeedsStatistic: {
    en: 'Only one number over all customers can be frozen, such as mean(averageOrder) frozen 356.69 on 2026-09-30.',
    zh: '只有对全部客户的单个统计值可以冻结，例如：均值(客单价) 冻结为 356.69 于 2026-09-30。',
  },
  soonNeedsDays: {
    en: 'Say within how many days or weeks the date returns: birthday within 7 days.',
    zh: '请用天或周说明多久之内，例如：生日 7天内。',
  },
  functionNeedsText: {
    en: '{function}() cannot be taken of {kind}. Choose another field.',
    zh: '{functionZh}() 不能用于{kind}，请换一个字段。',
  },
  gapNeedsDay: {
    en: 'The gap is between days: average gap(orders.day).',
    zh: '间隔按日期计算：平均间隔(订单.日期)。',
  },
  periodBackwards: {
    en: 'The period ends before it begins. Swap the two dates.',
    zh: '结束日期早于开始日期，请交换两个日期。',
  },
  otherwiseAndWhen: {
    en: 'A segment has a condition or is “otherwise”, not both.',
    zh: '分群要么写条件，要么写“其余”，不能同时写。',
  },
  otherwiseTwice: {
    en: 'The group “{name}” has “otherwise” already. Only one segment can take the rest.',
    zh: '分组“{name}”已经有“其余”了，只能有一个分群接收其余客户。',
  },
  otherwiseAlone: {
    en: 'The group “{name}” has no other segment, so “otherwise” would be everybody. Add segments with conditions.',
    zh: '分组“{name}”没有其他分群，“其余”就成了全部客户。请先添加带条件的分群。',
  },
  priorityTwice: {
    en: '“{name}” and “{other}” have the same priority {priority} in their group: where both hold, the one written first wins. Give them different priorities.',
    zh: '“{name}”与“{other}”在分组中的优先级同为 {priority}：都满足时以写在前面的为准。请给出不同的优先级。',
  },
  noItems: {
    en: 'The score is empty. Write a line such as: 30 when frequency >= 5.',
    zh: '评分是空的。请写上例如：30 当 消费频次 ≥ 5。',
  },
  tagWithoutWeight: {
    en: '“{name}” has no weight of its own. Write: {name} 30.',
    zh: '“{name}”没有权重，请写成：{name} 30。',
  },
  itemNeedsWeight: {
    en: 'A condition needs a weight: 30 when ….',
    zh: '条件需要分值：30 当 …。',
  },
  itemNeedsNumber: {
    en: 'A line of a score is a number, but this is {kind}. Divide it by one of its kind, such as monetary / 1000元.',
    zh: '评分的每一行是数字，而这是{kind}。请先相除，例如：消费金额 / 1000元。',
  },
  moneyNeeded: {
    en: 'An amount of money is needed here, but this is {kind}.',
    zh: '此处需要金额，而这是{kind}。',
  },
  notInList: {
    en: '“{name}” is not one of: {options}.',
    zh: '“{name}”不在可选范围内：{optionsZh}。',
  },
  excludesNotAction: {
    en: 'Only another action can be excluded, “{name}” is none.',
    zh: '互斥的只能是另一个动作，“{name}”不是。',
  },
  leverOutOfRange: {
    en: 'The lever lies between 0.5 and 2.',
    zh: '系数应在 0.5 到 2 之间。',
  },
  recordField: {
    en: '“{id}” is text of the customer’s record: it can stand in a message, but not in a condition.',
    zh: '“{name}”是客户档案中的文字，可以用在话术里，不能用在条件里。',
  },
  actionHasNoValue: {
    en: '“{name}” is an action and has no value. Refer to its segment.',
    zh: '“{name}”是动作，没有值。请引用它针对的分群。',
  },
  rowsOutsideAggregate: {
    en: 'A customer has many {rows}. Say what to take of them, such as sum(orders.amount) or count(orders).',
    zh: '一个客户有多条{rows}。请说明如何汇总，例如 求和(订单.金额) 或 计数(订单)。',
  },
  aggregateNeedsRows: {
    en: '{function}() is taken over orders or interactions, such as {function}(orders.amount). Use mean(…) over all customers.',
    zh: '{functionZh}() 用于订单或互动，例如 {functionZh}(订单.金额)。要取全部客户的平均请用 均值(…)。',
  },
  aggregateNeedsField: {
    en: '{function}() needs a field, such as {function}(orders.amount).',
    zh: '{functionZh}() 需要一个字段，例如 {functionZh}(订单.金额)。',
  },
  aggregateTakesRows: {
    en: '{function}() takes the rows, without a field: {function}(orders where …).',
    zh: '{functionZh}() 直接用于记录，不带字段：{functionZh}(订单 其中 …)。',
  },
  aggregateNeedsNumber: {
    en: '{function}() cannot be taken of {kind}. Choose a field of numbers or money.',
    zh: '{functionZh}() 不能用于{kind}，请选择数字或金额字段。',
  },
  shareNeedsWhere: {
    en: 'Say which rows the share is of: share(orders where repeat).',
    zh: '请说明占比的条件：占比(订单 其中 复购)。',
  },
  statisticOfRows: {
    en: '{function}() is taken over all customers. Over the orders of one customer use avg, min or max.',
    zh: '{functionZh}() 是对全部客户计算的。对单个客户的订单请用 平均、最小 或 最大。',
  },
  statisticNeedsNumber: {
    en: '{function}() cannot be taken of {kind}. It needs a number, money, days or a share.',
    zh: '{functionZh}() 不能用于{kind}，需要数字、金额、天数或比例。',
  },
  quantileNeedsShare: {
    en: 'The second value must be a share from 0% to 100%: quantile(monetary, 80%).',
    zh: '第二个值必须是 0% 到 100% 的比例：分位数(消费金额, 80%)。',
  },
  noLeftSide: {
    en: 'Say of what: {function}(monetary). Without it, {function} stands only on the right of a comparison.',
    zh: '请说明对象：{functionZh}(消费金额)。不写对象时只能放在比较的右边。',
  },
  wrongCount: {
    en: '{function}() takes {expected} {expected|value|values}, not {found}.',
    zh: '{functionZh}() 需要 {expected} 个值，这里有 {found} 个。',
  },
  notWindowable: {
    en: 'There are no orders or interactions in this that “in last …” could limit.',
    zh: '这里没有可以用“近…”限定的订单或互动。',
  },
  alreadyWindowed: {
    en: 'This has a window of its own already. Remove one of the two.',
    zh: '它本身已经限定了时间范围，请去掉其中一个。',
  },
  conditionNeeded: {
    en: 'A condition is needed here, but this is {kind}. Compare it, such as: … > 3.',
    zh: '此处需要条件，但这是{kind}。请加上比较，例如：… > 3。',
  },
  incomparable: {
    en: '{left} cannot be compared or added to {right}.',
    zh: '{left}与{right}不能比较或相加。',
  },
  notArithmetic: {
    en: '“{operator}” makes no sense between {left} and {right}.',
    zh: '{left}与{right}之间不能用“{operator}”。',
  },
  monthsInArithmetic: {
    en: 'Months and years differ in length and cannot be calculated with. Use days or weeks.',
    zh: '月和年长短不一，不能参与计算。请使用天或周。',
  },
  dateInQuotes: {
    en: 'A date is written without quotation marks: 2024-01-05.',
    zh: '日期不用引号，请写成：2024-01-05。',
  },
  dateNeeded: {
    en: 'A date is needed here, but this is {kind}. Use one such as lastOrder or joined.',
    zh: '此处需要日期，但这是{kind}。请使用例如 最近下单日期。',
  },
  textNeedsLiteral: {
    en: 'A text is compared with a text in quotation marks, such as industry = "Manufacturing".',
    zh: '文本要和引号中的文字比较，例如：行业 = "制造业"。',
  },
  textHasNoOrder: {
    en: 'Texts have no order, so “{operator}” has no meaning. Use =, != or in […].',
    zh: '文本没有大小之分，不能用“{operator}”。请用 =、≠ 或 在 […]。',
  },
  textsNeedContains: {
    en: 'This holds several texts. Write: … contains "…".',
    zh: '这里有多个值，请写成：… 包含 "…"。',
  },
  containsNeedsText: {
    en: 'Only texts can be looked into, but this is {kind}.',
    zh: '只能在文本中查找，但这是{kind}。',
  },
  listNeeded: {
    en: 'A list must follow, such as ["A", "B"].',
    zh: '此处需要一个列表，例如：["甲", "乙"]。',
  },
  emptyList: {
    en: 'The list is empty. Put at least one value into it.',
    zh: '列表是空的，请至少写一个值。',
  },
  alwaysKnown: {
    en: 'A condition is always known: it holds or it does not. Leave “is known” out.',
    zh: '条件总是已知的，成立或不成立。请去掉“已知/未知”。',
  },
  unknownValue: {
    en: '“{value}” does not occur in {fieldEn}. The condition holds for nobody until it does.',
    zh: '{fieldZh}中没有“{value}”，目前没有客户符合。',
  },
  unknownValueGuess: {
    en: '“{value}” does not occur in {fieldEn}. Did you mean “{guess}”?',
    zh: '{fieldZh}中没有“{value}”。您是指“{guess}”吗？',
  },
  unknownLevel: {
    en: '“{value}” is no level of this tier. It has: {levels}.',
    zh: '该等级没有“{value}”这一级，只有：{levels}。',
  },
  notAMetric: {
    en: 'A metric is one value a customer: a number, a date, a text field or a condition.',
    zh: '指标是每个客户的一个值：数字、日期、文本字段或条件。',
  },
  tierNeedsNumber: {
    en: 'A tier is taken by a number, but this is {kind}.',
    zh: '等级要按数值划分，但这是{kind}。',
  },
  noLevels: {
    en: 'The tier has no levels. Write: { High from 60%  Low otherwise }.',
    zh: '等级没有级别。请写成：{ 高 达到 60%  低 其余 }。',
  },
  tooManyLevels: {
    en: 'A tier can have at most 200 levels.',
    zh: '一个等级最多 200 级。',
  },
  levelTwice: {
    en: 'The level “{name}” is given twice.',
    zh: '级别“{name}”出现了两次。',
  },
  otherwiseNotLast: {
    en: '“{name}” takes everybody who is left, so it must be the last level.',
    zh: '“{name}”包含其余所有客户，必须放在最后一级。',
  },
  keepAboveFrom: {
    en: 'The threshold to keep “{name}” is above the one to reach it. It must not be higher.',
    zh: '保持“{name}”的门槛高于进入的门槛，应当不高于它。',
  },
  levelsNotDescending: {
    en: 'Nobody can reach “{name}”: levels go from the highest threshold down.',
    zh: '没有客户能进入“{name}”：级别应按门槛从高到低排列。',
  },
  actionNeedsTarget: {
    en: 'Say for whom “{name}” is: for a segment or a tag, or when a condition holds.',
    zh: '请说明“{name}”针对谁：针对某个分群或标签，或者用“当”写明条件。',
  },
  targetNotSegment: {
    en: '“{name}” is neither a segment nor a tag, so no action can be for it.',
    zh: '“{name}”既不是分群也不是标签，动作不能针对它。',
  },
  openPlaceholder: {
    en: '{{name}} is no field or metric: the agent fills it in.',
    zh: '{{name}} 不是字段或指标，将由客服填写。',
  },
});

const kinds = texts({
  number: { en: 'a number', zh: '数字' },
  share: { en: 'a share', zh: '比例' },
  money: { en: 'money', zh: '金额' },
  days: { en: 'days', zh: '天数' },
  date: { en: 'a date', zh: '日期' },
  text: { en: 'a text', zh: '文本' },
  texts: { en: 'a list of texts', zh: '多个文本' },
  flag: { en: 'a condition', zh: '条件' },
});

const rows = texts({
  order: { en: 'orders', zh: '订单' },
  interaction: { en: 'interactions', zh: '互动' },
});

/** Note arguments whose values are words of the program, with the table that says them. */
const spoken: Readonly<Record<string, Readonly<Record<string, Text>>>> = {
  kind: kinds,
  left: kinds,
  right: kinds,
  of: rows,
  rows,
};

/** A note of the rules room in words. */
export function ruleNoteText(
  language: Language,
  note: { readonly code: string; readonly args: Readonly<Record<string, string | number>> },
): string {
  const row = (ruleNotes as Readonly<Record<string, Text>>)[note.code];
  if (!row) throw new Error(`no text for the note ${note.code}`);
  const args = Object.entries(note.args).map(([name, value]) => {
    return [name, spoken[name]?.[value]?.[language] ?? value] as const;
  });
  const text = translate(language, row, Object.fromEntries(args));
  return text.charAt(0).toUpperCase() + text.slice(1);
}

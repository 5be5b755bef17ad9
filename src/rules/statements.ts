import type { Text } from '../i18n/index.ts';
import { actionLists } from './actions.ts';
import {
  clauseWords,
  numberSuffixes,
  periodWords,
  type SoftWord,
  type Spelling,
  softWords,
} from './tokens.ts';

/** The chapters of what is no operator or function, in order of the reference. */
export type StatementSection = 'declaration' | 'window' | 'group' | 'action' | 'test' | 'writing';

/**
 * One thing that rules say besides operators and functions: a declaration, a clause, a window, a literal. `example` is
 * a whole text in the English spelling; its first declaration comes to `gives` for the example customer of the tests,
 * and where it begins with a test, that test passes.
 */
export interface Statement extends Spelling {
  readonly id: string;
  readonly section: StatementSection;
  readonly help: Text;
  readonly example: string;
  readonly gives: number | boolean | string | null;
}

/** Names and texts of the examples in Chinese. */
export const exampleWords: Readonly<Record<string, string>> = {
  basket: '平均客单',
  regular: '常客',
  regulars: '老客户',
  recent: '近期下单',
  both: '近期常客',
  'very loyal': '特别 忠诚',
  quiet: '沉默客户',
  fading: '渐行渐远',
  fresh: '新客',
  others: '其他客户',
  lifecycle: '生命周期',
  loyalty: '忠诚度',
  high: '高',
  middle: '中',
  low: '低',
  good: '优质',
  worth: '客户价值分',
  call: '回访电话',
  message: '发短信',
  phone: '电话',
  wechat: '微信',
  language: '语言',
  en: '英语',
  m: '指标甲',
  t: '标签甲',
  'three orders': '三单',
  'two orders': '两单',
  'in good time': '及时下单',
  'a customer we know': '认识的客户',
  'every regular has ordered': '常客都下过单',
  'Account manager': '客户经理',
  'Wang Min': '王敏',
  '{name}, {recency} days since your last order.': '{姓名}您好，您已有 {最近消费间隔} 天没有下单。',
};

const action = (clause: string) => `action call when frequency >= 1 ${clause}`;

function clause(word: SoftWord, help: Text, example: string): Statement {
  return { id: word, section: 'action', ...softWords[word], help, example: action(example), gives: true };
}

function listed(list: keyof typeof actionLists): Text {
  const options = Object.values(actionLists[list]);
  return { en: options.map(({ en }) => en[0]).join(', '), zh: options.map(({ zh }) => zh[0]).join('、') };
}

const [goals, kinds, incentives] = [listed('goal'), listed('type'), listed('incentive')];

/** All of them. Operators and functions are rows of constructs.ts. */
export const statements: readonly Statement[] = [
  {
    id: 'metric',
    section: 'declaration',
    ...clauseWords.metric,
    help: {
      en: 'One value a customer, under a name that other rules can use.',
      zh: '每个客户的一个值，起个名字供其他规则引用。',
    },
    example: 'metric basket = avg(orders.amount where status = "paid")',
    gives: 20000,
  },
  {
    id: 'tag',
    section: 'declaration',
    ...clauseWords.tag,
    help: {
      en: 'A tag for every customer for whom the condition holds; its weight counts in scores.',
      zh: '给满足条件的客户打标签；权重用于评分。',
    },
    example: 'tag regular weight 30 when frequency >= 3',
    gives: true,
  },
  {
    id: 'tier',
    section: 'declaration',
    ...clauseWords.tier,
    help: {
      en: 'A ladder by a number: the highest level whose “from” is reached. A level held is kept down to “keep”.',
      zh: '按数值分级：取达到的最高一级；已有的级别只要不低于“保持”就不降级。',
    },
    example: 'tier loyalty by repurchaseRate { high from 50% keep 45%  middle from 30%  low otherwise }',
    gives: 'high',
  },
  {
    id: 'segment',
    section: 'declaration',
    ...clauseWords.segment,
    help: { en: 'Customers who are looked after together.', zh: '一起照看的一群客户。' },
    example: 'segment quiet when recency > 90 days',
    gives: false,
  },
  {
    id: 'score',
    section: 'declaration',
    ...clauseWords.score,
    help: {
      en: 'A sum of lines: a weight when a condition holds, a tag with its own or another weight, or a number. Unknown counts 0.',
      zh: '逐行相加：条件成立时的分值、标签（用自身权重或另给分值）、或一个数；未知计 0。',
    },
    example: `score worth {
  tag regular
  10 when recency <= 30 days
  repurchaseRate * 40
}
tag regular weight 30 when frequency >= 3`,
    gives: 60,
  },
  {
    id: 'action',
    section: 'declaration',
    ...clauseWords.action,
    help: {
      en: 'What to do next for a segment or tag, with a message in which {names} are filled in.',
      zh: '对某个分群或标签下一步做什么；话术中的 {名称} 会填入客户的值。',
    },
    example: `action call for regulars priority 80 within 3 days
  say "{name}, {recency} days since your last order."
segment regulars when frequency >= 3`,
    gives: true,
  },
  {
    id: 'reference',
    section: 'declaration',
    en: ['tag NAME, segment NAME'],
    zh: ['标签 名称、分群 名称'],
    help: {
      en: 'A condition: the customer has the tag or is in the segment. The name alone does as well.',
      zh: '作条件用：客户有该标签或在该分群中；只写名称也可以。',
    },
    example:
      'tag both when tag regular and recent\ntag regular when frequency >= 3\ntag recent when recency <= 30',
    gives: true,
  },
  {
    id: 'level',
    section: 'declaration',
    en: ['tier = level'],
    zh: ['等级 = 级别'],
    help: { en: 'A tier is compared with its levels, also by rank.', zh: '等级可与其级别比较，也可比高低。' },
    example:
      'tag good when loyalty >= middle\ntier loyalty by frequency { high from 5  middle from 2  low otherwise }',
    gives: true,
  },
  {
    id: 'group',
    section: 'group',
    ...softWords.group,
    help: {
      en: 'Segments of a group exclude each other: a customer is in the one of the highest priority. Without priorities the order of the text decides.',
      zh: '同一分组的分群互斥：客户归入优先级最高的一个；不写优先级则按书写顺序。',
    },
    example: `segment fading in group lifecycle priority 1 when recency > 10 days
segment fresh in group lifecycle priority 2 when tenure <= 500 days`,
    gives: false,
  },
  {
    id: 'otherwise',
    section: 'group',
    ...clauseWords.otherwise,
    help: {
      en: 'Whoever is in no other segment of the group.',
      zh: '不在该分组其他分群中的客户。',
    },
    example: `segment others in group lifecycle otherwise
segment fresh in group lifecycle when tenure <= 30 days`,
    gives: true,
  },
  {
    id: 'last',
    section: 'window',
    en: ['in last 6 months'],
    zh: ['近6个月'],
    help: {
      en: 'A length of time until today, in days, weeks, months, quarters or years; months end where the month does.',
      zh: '到今天为止的一段时间，可用天、周、月、季度、年；月末对齐。',
    },
    example: 'metric m = frequency in last 6 months',
    gives: 2,
  },
  {
    id: 'this',
    section: 'window',
    en: ['in this month'],
    zh: [periodWords.this.month[0]],
    help: {
      en: 'The calendar week, month, quarter or year that runs. Weeks begin on Monday.',
      zh: '本周、本月、本季度、今年；一周从周一开始。',
    },
    example: 'metric m = count(orders in this month)',
    gives: 2,
  },
  {
    id: 'previous',
    section: 'window',
    en: ['in last calendar month'],
    zh: [periodWords.previous.month[0]],
    help: {
      en: 'The whole calendar week, month, quarter or year before the one that runs.',
      zh: '上周、上月、上季度、去年（整个自然周期）。',
    },
    example: 'metric m = count(orders in last calendar quarter)',
    gives: 1,
  },
  {
    id: 'dates',
    section: 'window',
    en: ['in 2026-01-01 to 2026-03-31'],
    zh: ['在 2026-01-01 至 2026-03-31'],
    help: {
      en: 'From one day to another, both included. Behind “orders”, “between … and …” means the same.',
      zh: '从某日到某日，含两端。',
    },
    example: 'metric m = sum(orders.amount between 2026-01-01 and 2026-03-31)',
    gives: 20000,
  },
  {
    id: 'where',
    section: 'window',
    ...clauseWords.where,
    help: {
      en: 'Only rows for which the condition holds. Names are fields of the row first, then of the customer who owns it.',
      zh: '只取满足条件的记录。名称先指记录的字段，其次指该客户的。',
    },
    example: 'metric m = count(orders where status = "paid" and amount > averageOrder)',
    gives: 1,
  },
  clause('goal', { en: `What it is for: ${goals.en}.`, zh: `目的：${goals.zh}。` }, 'goal retain'),
  clause(
    'kind',
    {
      en: `Its kind: ${kinds.en}. Only promotions are ever withheld.`,
      zh: `类型：${kinds.zh}；只有促销会被保留对照。`,
    },
    'kind relation',
  ),
  clause(
    'channels',
    { en: 'How to reach the customer.', zh: '通过什么渠道联系。' },
    'channels phone, wechat',
  ),
  clause('role', { en: 'Who does it.', zh: '由谁来做。' }, 'role "Account manager"'),
  clause(
    'eligible',
    { en: 'Who may have it at all: asked first.', zh: '谁有资格：最先判断。' },
    'eligible when frequency >= 2',
  ),
  clause(
    'applicable',
    { en: 'Whether it makes sense now: asked second.', zh: '此时是否适用：其次判断。' },
    'applicable when recency >= 10 days',
  ),
  clause(
    'suitable',
    {
      en: 'Whether it is right for this customer: asked last. Where it alone fails, the card says not to.',
      zh: '对该客户是否合适：最后判断。仅此一条不成立时，卡片会提示“不要”。',
    },
    'suitable when not count(interactions in last 7 days) >= 1',
  ),
  clause(
    'value',
    { en: 'What it is worth if it succeeds, in money.', zh: '成功时值多少钱。' },
    'value 10% of monetary',
  ),
  clause('cost', { en: 'What it costs, in money.', zh: '成本，金额。' }, 'cost 20'),
  clause(
    'lever',
    {
      en: 'A factor from 0.5 to 2 set by hand, with its author and its end.',
      zh: '人工系数，0.5 到 2，可写明作者与期限。',
    },
    'lever 1.2 by "Wang Min" until 2026-12-31',
  ),
  clause(
    'context',
    {
      en: 'More or less priority where the page or the file says so.',
      zh: '页面或档案出现某情况时提高或降低优先级。',
    },
    'context language = "en" +10%',
  ),
  clause(
    'active',
    { en: 'The days on which it is offered.', zh: '在哪段日期内提供。' },
    'active from 2026-01-01 to 2026-12-31',
  ),
  clause(
    'cooldown',
    { en: 'How long it rests after it was offered.', zh: '提供之后间隔多久再提供。' },
    'cooldown 30 days',
  ),
  clause(
    'atMost',
    { en: 'How often at most in a length of time.', zh: '一段时间内最多几次。' },
    'at most 2 per 90 days',
  ),
  {
    ...clause(
      'excludes',
      { en: 'Actions that are not offered beside it.', zh: '不与哪些动作同时提供。' },
      '',
    ),
    example: `${action('excludes message')}\naction message when frequency >= 1`,
  },
  clause('consent', { en: 'Only for customers who have agreed.', zh: '仅限已同意的客户。' }, 'needs consent'),
  clause(
    'workingDays',
    { en: 'A time limit in working days.', zh: '以工作日计的时限。' },
    'within 3 working days',
  ),
  clause(
    'incentive',
    { en: `What is given with it: ${incentives.en}.`, zh: `附带：${incentives.zh}。` },
    'incentive coupon',
  ),
  clause(
    'success',
    { en: 'When it has succeeded, and within what time.', zh: '多久之内出现什么算成功。' },
    'success within 14 days when count(orders in last 14 days) >= 1',
  ),
  {
    id: 'testGiven',
    section: 'test',
    en: ['test NAME given { … } expects …'],
    zh: ['测试 名称 假设 { … } 期望 …'],
    help: {
      en: 'A customer made up for the test, and what must hold for it: tags, segments, tiers, actions, any condition. Runs at every edit.',
      zh: '虚拟一位客户并写明应当成立的条件：标签、分群、等级、动作或任意条件。每次改动都会运行。',
    },
    example: `test \`three orders\` given { frequency = 3, recency = 5 days } expects tag regular, frequency < 4
tag regular when frequency >= 3`,
    gives: true,
  },
  {
    id: 'testRows',
    section: 'test',
    en: ['orders 3 of 200 within 60 days, last 5 days ago where …'],
    zh: ['订单 3笔 每单 200元 历时 60天, 最近 5天前 其中 …'],
    help: {
      en: 'Orders or interactions of a made-up customer: how many, worth what, in which time, how long ago the last. Left out: a month apart, the last one today.',
      zh: '虚拟客户的订单或互动：几笔、每笔多少、历时多久、最近一笔多久以前。不写则相隔一月、最近一笔在今天。',
    },
    example: `test \`two orders\` given { orders 2 of 150 within 60 days, last 5 days ago where channel = "Shop" }
  expects monetary = 300, recency = 5 days, not tag regular
tag regular when frequency >= 3`,
    gives: true,
  },
  {
    id: 'testFor',
    section: 'test',
    en: ['test NAME for "…" expects …'],
    zh: ['测试 名称 针对 "…" 期望 …'],
    help: {
      en: 'A customer of the base, by e-mail, phone, number or name.',
      zh: '客户库中的一位客户，用邮箱、电话、编号或姓名指明。',
    },
    example: `test \`a customer we know\` for "wang.min@example.com" expects tag regular
tag regular when frequency >= 3`,
    gives: true,
  },
  {
    id: 'testAlways',
    section: 'test',
    en: ['test NAME always …'],
    zh: ['测试 名称 恒有 …'],
    help: {
      en: 'What must hold for every customer of the base. Who breaks it is named.',
      zh: '对库中每位客户都必须成立；不成立时指出是谁。',
    },
    example: `test \`every regular has ordered\` always not tag regular or frequency >= 1
tag regular when frequency >= 3`,
    gives: true,
  },
  {
    id: 'duration',
    section: 'writing',
    en: ['30 days, 2 weeks, 6 months, 2 quarters, 1 year'],
    zh: ['30天、2周、6个月、2个季度、1年'],
    help: {
      en: 'A length of time. Chinese figures are read too: 三个月, 半年.',
      zh: '时间长度，数字也可以用中文：三个月、半年。',
    },
    example: 'tag t when recency <= 1 month',
    gives: true,
  },
  {
    id: 'number',
    section: 'writing',
    en: ['60%', '500'],
    zh: [
      '60%',
      ...Object.keys(numberSuffixes)
        .filter(each => each !== '%')
        .map(each => `5${each}`),
    ],
    help: {
      en: 'A number, a share or an amount; a plain number beside money means that many yuan.',
      zh: '数字、比例、金额；与金额比较的纯数字就是多少元。',
    },
    example: 'tag t when monetary >= 600 and repurchaseRate >= 50%',
    gives: true,
  },
  {
    id: 'date',
    section: 'writing',
    en: ['2026-09-30'],
    zh: ['2026-09-30', '2026年9月30日'],
    help: { en: 'A date, without quotation marks.', zh: '日期，不加引号。' },
    example: 'tag t when joined < 2026-01-01',
    gives: true,
  },
  {
    id: 'quotedName',
    section: 'writing',
    en: ['`my name`', '「my name」'],
    zh: ['「我的 名称」'],
    help: {
      en: 'A name with spaces, or one that is a word of the language.',
      zh: '带空格的名称，或与语言用词相同的名称。',
    },
    example: 'tag `very loyal` when frequency >= 3',
    gives: true,
  },
  {
    id: 'comment',
    section: 'writing',
    en: ['# …', '// …'],
    zh: ['# …', '// …'],
    help: { en: 'A remark up to the end of the line.', zh: '注释，到行尾为止。' },
    example: 'tag t when frequency >= 3 # regulars',
    gives: true,
  },
];

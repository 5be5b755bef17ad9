/** How a word of the language is spelled. The first spelling of each language is the one that is printed. */
export interface Spelling {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** The words of declarations and clauses. Operators and functions have theirs in constructs.ts. */
export const clauseWords = {
  metric: { en: ['metric'], zh: ['指标'] },
  tag: { en: ['tag'], zh: ['标签'] },
  tier: { en: ['tier'], zh: ['等级'] },
  segment: { en: ['segment'], zh: ['分群', '客群', '人群', '细分'] },
  score: { en: ['score'], zh: ['评分', '得分'] },
  action: { en: ['action'], zh: ['动作', '行动'] },
  test: { en: ['test'], zh: ['测试'] },
  when: { en: ['when'], zh: ['当'] },
  weight: { en: ['weight'], zh: ['权重'] },
  by: { en: ['by'], zh: ['按'] },
  from: { en: ['from'], zh: ['达到'] },
  keep: { en: ['keep'], zh: ['保持'] },
  otherwise: { en: ['otherwise'], zh: ['其余'] },
  for: { en: ['for'], zh: ['针对'] },
  priority: { en: ['priority'], zh: ['优先级'] },
  within: { en: ['within'], zh: ['限时'] },
  say: { en: ['say'], zh: ['话术'] },
  where: { en: ['where'], zh: ['其中'] },
  last: { en: ['last'], zh: ['近', '最近'] },
  since: { en: ['since'], zh: [] },
  known: { en: ['known'], zh: ['已知', '不为空'] },
  unknown: { en: ['unknown'], zh: ['未知', '为空'] },
  is: { en: ['is'], zh: ['是'] },
  to: { en: ['to'], zh: ['到', '至', '和'] },
} as const satisfies Record<string, Spelling>;

export type ClauseWord = keyof typeof clauseWords;

/**
 * Words that mean something only where nothing else can stand: names are free to be called so. A spelling with
 * spaces is several words in a row.
 */
export const softWords = {
  group: { en: ['in group'], zh: ['分组', '组'] },
  goal: { en: ['goal'], zh: ['目标'] },
  kind: { en: ['kind'], zh: ['类型'] },
  channels: { en: ['channels', 'channel'], zh: ['渠道'] },
  role: { en: ['role'], zh: ['角色'] },
  eligible: { en: ['eligible when', 'eligible'], zh: ['资格 当', '资格'] },
  applicable: { en: ['applicable when', 'applicable'], zh: ['适用 当', '适用'] },
  suitable: { en: ['suitable when', 'suitable'], zh: ['合适 当', '合适'] },
  value: { en: ['value'], zh: ['价值'] },
  lever: { en: ['lever'], zh: ['系数'] },
  author: { en: ['by'], zh: ['由'] },
  until: { en: ['until'], zh: ['有效至'] },
  context: { en: ['context'], zh: ['情境'] },
  active: { en: ['active from', 'active'], zh: ['有效期'] },
  cooldown: { en: ['cooldown', 'cool down', 'cool - down'], zh: ['冷却'] },
  atMost: { en: ['at most'], zh: ['最多'] },
  per: { en: ['per'], zh: ['每'] },
  times: { en: ['times'], zh: ['次'] },
  excludes: { en: ['excludes'], zh: ['互斥'] },
  consent: { en: ['needs consent'], zh: ['需要同意'] },
  workingDays: { en: ['working days', 'working day'], zh: ['个工作日', '工作日'] },
  incentive: { en: ['incentive'], zh: ['激励'] },
  cost: { en: ['cost'], zh: ['成本'] },
  success: { en: ['success within'], zh: ['成功 限时', '成功'] },
  frozen: { en: ['frozen'], zh: ['冻结为', '冻结'] },
  on: { en: ['on'], zh: ['于'] },
  same: { en: [], zh: ['同'] },
  next: { en: ['next'], zh: ['未来'] },
  inside: { en: [], zh: ['内', '之内', '以内'] },
  rankPlaces: { en: [], zh: ['名', '位'] },
  this: { en: ['this'], zh: [] },
  calendar: { en: ['calendar'], zh: [] },
} as const satisfies Record<string, Spelling>;
export type SoftWord = keyof typeof softWords;

/** Words that begin a declaration. They do so only at the beginning of a line, which is where a parser recovers. */
export const declarationWords = ['metric', 'tag', 'tier', 'segment', 'action', 'score'] as const;
export type DeclarationWord = (typeof declarationWords)[number];

/** Everything that may begin at the beginning of a line: declarations, and the tests beside them. */
export const openingWords = [...declarationWords, 'test'] as const;
export type OpeningWord = (typeof openingWords)[number];

/** What aggregates run over. Ordinary words elsewhere. */
export const rowWords = {
  order: { en: ['orders'], zh: ['订单'] },
  interaction: { en: ['interactions'], zh: ['互动'] },
} as const satisfies Record<string, Spelling>;
export type RowSubject = keyof typeof rowWords;

/** Units of durations; the longest spelling that fits is taken. */
export const durationUnits = {
  day: { en: ['day', 'days'], zh: ['天', '日'] },
  week: { en: ['week', 'weeks'], zh: ['周', '星期', '个星期'] },
  month: { en: ['month', 'months'], zh: ['个月', '月'] },
  quarter: { en: ['quarter', 'quarters'], zh: ['个季度', '季度', '季'] },
  year: { en: ['year', 'years'], zh: ['年'] },
} as const satisfies Record<string, Spelling>;
export type DurationUnit = keyof typeof durationUnits;

/** The calendar period that runs, and the whole one before it, as Chinese says them. */
export const periodWords = {
  this: {
    day: ['今天', '当天'],
    week: ['本周'],
    month: ['本月', '当月'],
    quarter: ['本季度', '本季'],
    year: ['今年', '本年'],
  },
  previous: {
    day: ['昨天'],
    week: ['上周'],
    month: ['上月', '上个月'],
    quarter: ['上季度', '上个季度'],
    year: ['去年', '上年'],
  },
} as const satisfies Record<'this' | 'previous', Record<DurationUnit, readonly string[]>>;

/** What may stand directly behind a number: a unit, or how many decimal places it shifts. */
export const numberSuffixes = { '%': 'percent', 元: 'money', 万: 4, 亿: 8 } as const;

/** Symbols, longest first, with the spelling under which the parser knows them. */
export const symbols: readonly (readonly [spelling: string, symbol: string])[] = [
  ['>=', '>='],
  ['<=', '<='],
  ['!=', '!='],
  ['<>', '!='],
  ['==', '='],
  ...[...'=><+-*/()[]{},.;:'].map(each => [each, each] as const),
];

const widthPairs: Readonly<Record<string, string>> = {
  '　': ' ',
  '“': '"',
  '”': '"',
  '‘': "'",
  '’': "'",
  '、': ',',
  '。': '.',
  '【': '[',
  '】': ']',
  '×': '*',
  '÷': '/',
  '−': '-',
  '\u00a0': ' ',
  '\ufeff': ' ',
};

/** The same text with full-width letters, digits and punctuation as ASCII. The length stays, so offsets hold. */
export function narrowWidth(text: string): string {
  return text.replace(/[\uff01-\uff5e　“”‘’、。【】×÷−\u00a0\ufeff]/g, character => {
    return widthPairs[character] ?? String.fromCharCode(character.charCodeAt(0) - 0xfee0);
  });
}

/** Folds the spellings of a name that are taken for the same: case and width. */
export function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

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
  known: { en: ['known'], zh: ['已知'] },
  unknown: { en: ['unknown'], zh: ['未知'] },
  is: { en: ['is'], zh: ['是'] },
  to: { en: ['to'], zh: ['到', '至', '和'] },
} as const satisfies Record<string, Spelling>;

export type ClauseWord = keyof typeof clauseWords;

/** Words that begin a declaration. They do so only at the beginning of a line, which is where a parser recovers. */
export const declarationWords = ['metric', 'tag', 'tier', 'segment', 'action'] as const;
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
  year: { en: ['year', 'years'], zh: ['年'] },
} as const satisfies Record<string, Spelling>;
export type DurationUnit = keyof typeof durationUnits;

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

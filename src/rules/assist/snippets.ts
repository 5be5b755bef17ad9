import type { Text } from '../../i18n/index.ts';
import type { OpeningWord } from '../tokens.ts';

/** A declaration to begin with. What stands in ⟨ ⟩ is to be filled in, in order. */
export interface Snippet {
  readonly declares: OpeningWord;
  readonly body: Text;
}

/** One for everything that may begin at the beginning of a line. */
export const snippets: readonly Snippet[] = [
  {
    declares: 'metric',
    body: {
      en: 'metric ⟨name⟩ = ⟨count⟩(⟨orders⟩ in last ⟨12 months⟩ where ⟨status = "paid"⟩)',
      zh: '指标 ⟨名称⟩ = ⟨计数⟩(近⟨12个月⟩⟨订单⟩ 其中 ⟨状态 = "已付款"⟩)',
    },
  },
  {
    declares: 'tag',
    body: {
      en: 'tag ⟨name⟩ weight ⟨10⟩\n  when ⟨recency <= 30 days⟩',
      zh: '标签 ⟨名称⟩ 权重 ⟨10⟩\n  当 ⟨最近消费间隔 ≤ 30天⟩',
    },
  },
  {
    declares: 'tier',
    body: {
      en: 'tier ⟨name⟩ by ⟨monetary⟩ {\n  ⟨High⟩ from ⟨10000⟩ keep ⟨8000⟩\n  ⟨Mid⟩ from ⟨2000⟩\n  ⟨Low⟩ otherwise\n}',
      zh: '等级 ⟨名称⟩ 按 ⟨消费金额⟩ {\n  ⟨高⟩ 达到 ⟨10000⟩ 保持 ⟨8000⟩\n  ⟨中⟩ 达到 ⟨2000⟩\n  ⟨低⟩ 其余\n}',
    },
  },
  {
    declares: 'segment',
    body: {
      en: 'segment ⟨name⟩\n  when ⟨frequency >= 3 and recency > 90 days⟩',
      zh: '分群 ⟨名称⟩\n  当 ⟨消费频次 ≥ 3 且 最近消费间隔 > 90天⟩',
    },
  },
  {
    declares: 'action',
    body: {
      en: 'action ⟨name⟩ for ⟨segment⟩ priority ⟨50⟩ within ⟨3 days⟩\n  say "⟨Hello {name},⟩"',
      zh: '动作 ⟨名称⟩ 针对 ⟨分群名⟩ 优先级 ⟨50⟩ 限时 ⟨3天⟩\n  话术 "⟨{姓名}，您好！⟩"',
    },
  },
  {
    declares: 'score',
    body: {
      en: 'score ⟨name⟩ {\n  ⟨10⟩ when ⟨recency <= 30 days⟩\n  ⟨20⟩ when ⟨frequency >= 3⟩\n}',
      zh: '评分 ⟨名称⟩ {\n  ⟨10⟩ 当 ⟨最近消费间隔 ≤ 30天⟩\n  ⟨20⟩ 当 ⟨消费频次 ≥ 3⟩\n}',
    },
  },
  {
    declares: 'test',
    body: {
      en: 'test ⟨name⟩ given { orders ⟨2⟩ of ⟨100⟩, last ⟨30 days⟩ ago }\n  expects ⟨frequency = 2⟩',
      zh: '测试 ⟨名称⟩ 假设 { 订单 ⟨2⟩笔 每单 ⟨100元⟩, 最近 ⟨30天⟩前 }\n  期望 ⟨消费频次 = 2⟩',
    },
  },
];

/** A snippet's text, and the parts of it that are to be filled in. */
export function snippetParts(body: string): { readonly text: string; readonly fill: boolean }[] {
  return body
    .split(/[⟨⟩]/)
    .map((text, index) => ({ text, fill: index % 2 === 1 }))
    .filter(({ text }) => text !== '');
}

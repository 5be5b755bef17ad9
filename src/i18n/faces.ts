import { texts } from './text.ts';

/** A rule as a sentence: what stands around the words of its conditions. */
export const sentenceTexts = texts({
  metric: { en: '{name}: {value}.', zh: '{name}：{value}。' },
  tag: { en: 'A customer is {name} when {when}.', zh: '{name}：{when}。' },
  weight: { en: ' It counts {weight}.', zh: '计 {weight} 分。' },
  segment: { en: 'A customer belongs to {name} when {when}.', zh: '属于{name}：{when}。' },
  segmentRest: {
    en: 'A customer belongs to {name} who is in no other segment of its group.',
    zh: '属于{name}：不在同组其他客群的客户。',
  },
  tier: { en: '{name} goes by {by}: {levels}.', zh: '{name}按{by}分级：{levels}。' },
  level: { en: '{level} from {from}', zh: '达到{from}为{level}' },
  levelKept: {
    en: '{level} from {from}, kept down to {keep}',
    zh: '达到{from}为{level}，不低于{keep}则保持',
  },
  levelRest: { en: '{level} for everybody else', zh: '其余为{level}' },
  action: { en: '{name}: {parts}.', zh: '{name}：{parts}。' },
  actionFor: { en: 'for {target}', zh: '针对{target}' },
  actionWhen: { en: 'when {when}', zh: '当{when}时' },
  actionWithin: { en: 'within {within}', zh: '在{within}内完成' },
  actionPriority: { en: 'priority {priority}', zh: '优先级 {priority}' },
  actionSay: { en: ' Say: “{say}”', zh: '话术：“{say}”' },
  further: { en: ' Further: {text}.', zh: '另有：{text}。' },
  hasTag: { en: 'they have the tag {name}', zh: '有标签“{name}”' },
  hasTagNot: { en: 'they do not have the tag {name}', zh: '没有标签“{name}”' },
  inSegment: { en: 'they are in {name}', zh: '属于客群“{name}”' },
  inSegmentNot: { en: 'they are not in {name}', zh: '不属于客群“{name}”' },
  holds: { en: 'they are {name}', zh: '符合“{name}”' },
  holdsNot: { en: 'they are not {name}', zh: '不符合“{name}”' },
  isSo: { en: 'they count as {name}', zh: '为{name}' },
  isSoNot: { en: 'they do not count as {name}', zh: '不是{name}' },
  orUnknown: { en: '{clause} (or not known)', zh: '{clause}（或未知）' },
  bracketed: { en: '({text})', zh: '（{text}）' },
  countKnown: { en: 'the number of {rows} with a known {field}', zh: '有{field}的{rows}数' },
  rowsAre: { en: 'counted as {name}', zh: '{name}' },
  rowsAreNot: { en: 'not counted as {name}', zh: '非{name}' },
});

/** Fields whose label is too short to stand in a sentence, by id. */
export const fieldNouns = texts({
  recency: { en: 'time since the last order', zh: '最近消费间隔' },
  frequency: { en: 'number of orders', zh: '消费频次' },
  monetary: { en: 'total spend', zh: '消费金额' },
  joined: { en: 'first day as a customer', zh: '成为客户日期' },
  lastOrder: { en: 'last order date', zh: '最近下单日期' },
  firstOrder: { en: 'first order date', zh: '首次下单日期' },
});

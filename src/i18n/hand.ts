import { formatDay, type Language, texts, translate } from './text.ts';

/** What people decided about a customer against the rules, as every surface tells it. */
export const handTexts = texts({
  byHand: { en: 'By hand', zh: '人工调整' },
  tier: { en: '{rule}: {level}', zh: '{rule}：{level}' },
  noTier: { en: '{rule}: no level', zh: '{rule}：无等级' },
  in: { en: '{rule}: yes', zh: '{rule}：是' },
  out: { en: '{rule}: no', zh: '{rule}：否' },
  because: {
    en: 'By hand: {what}, because “{reason}”',
    zh: '人工调整：{what}，原因：{reason}',
  },
  becauseUntil: {
    en: 'By hand until {day}: {what}, because “{reason}”',
    zh: '人工调整（{day}起恢复按规则）：{what}，原因：{reason}',
  },
});

/** A decision of a person as it is told; days as days since 1970. */
interface Decided {
  readonly kind: string;
  readonly rule: string;
  readonly to: string | null | boolean;
  readonly reason: string;
  readonly until: number | null;
}

/** What a rule comes to, in words: 'Value: High', 'Core: no'. */
export function verdictText(
  language: Language,
  { kind, rule, to }: Pick<Decided, 'kind' | 'rule' | 'to'>,
): string {
  if (kind !== 'tier') return translate(language, to ? handTexts.in : handTexts.out, { rule });
  if (to === null) return translate(language, handTexts.noTier, { rule });
  return translate(language, handTexts.tier, { rule, level: String(to) });
}

/** A decision of a person in one line: what, why, and until when. */
export function handText(language: Language, decided: Decided): string {
  const what = verdictText(language, decided);
  const { reason, until } = decided;
  return until === null
    ? translate(language, handTexts.because, { what, reason })
    : translate(language, handTexts.becauseUntil, { what, reason, day: formatDay(language, until) });
}

import { localDay, type Override } from '../../../domain/index.ts';
import { verdictText } from '../../../i18n/hand.ts';
import { formatDay } from '../../../i18n/index.ts';
import { moveTexts } from '../../../i18n/moves.ts';
import { language, t } from '../../kit/index.ts';

/** Who decided it and when, how long it holds, and when it is looked at again. */
export function termsOf({ author, at, until, reviewOn }: Override): string[] {
  const day = (of: number) => formatDay(language.value, of);
  return [
    t(moveTexts.by, { author: author || t(moveTexts.unnamed), day: day(localDay(new Date(at))) }),
    until === null ? t(moveTexts.forever) : t(moveTexts.until, { day: day(until) }),
    ...(reviewOn === null ? [] : [t(moveTexts.reviewOn, { day: day(reviewOn) })]),
  ];
}

/** What the rule itself says beside the decision; '' where that is not known. */
export function ruledWords(override: Override): string {
  const { ruled, to } = override;
  if (ruled === undefined) return '';
  return ruled === to
    ? t(moveTexts.ruleAgrees)
    : t(moveTexts.ruleSays, { what: verdictText(language.value, { ...override, to: ruled }) });
}

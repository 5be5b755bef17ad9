import {
  type ActionResult,
  type Card,
  fieldNamed,
  isoOf,
  plainName,
  type Reason,
  valueLabel,
} from '../domain/index.ts';
import { handText } from '../i18n/hand.ts';
import {
  formatDay,
  formatMoney,
  formatNumber,
  formatShare,
  type Language,
  translate,
} from '../i18n/index.ts';
import { reasonTexts } from '../i18n/reason.ts';
import type { PageCard } from './messages.ts';

/** A stored card as a page may see it: in words of the language, without contact details. */
export function pageCard(card: Card, language: Language, currency: string): PageCard {
  const { id, name, company, tier, segments, tags } = card;
  const why = (reasons: readonly Reason[]) => reasons.map(reason => reasonPhrase(reason, language, currency));
  return {
    id,
    name,
    company,
    tier,
    segments,
    tags,
    since: card.joined === null ? '' : isoOf(card.joined).slice(0, 4),
    byHand: (card.byHand ?? []).map(mark => handText(language, mark)),
    hasRules: card.version > 0,
    actions: proposedOn(card).map(({ name, message, within, reasons }) => ({
      name,
      message,
      within,
      why: why(reasons),
    })),
    avoided: (card.avoided ?? []).map(({ name, reasons }) => ({ name, why: why(reasons) })),
  };
}

/** All actions of a stored card, best first. */
export function proposedOn({ action, further = [] }: Card): ActionResult[] {
  return action ? [action, ...further] : [];
}

/** Fields whose value makes a phrase of its own: '91 days' of recency is 'no order for 91 days'. */
const phrases = {
  recency: reasonTexts.recency,
  frequency: reasonTexts.frequency,
  consultations: reasonTexts.consultations,
} as const;

/** One reason in a few words: 'no order for 91 days', '行业 制造业'. `currency` is that of money. */
export function reasonPhrase(reason: Reason, language: Language, currency: string): string {
  const name = plainName(reason.subject);
  const field = fieldNamed(name, 'customer');
  const subject = field?.[language] ?? name;
  if (reason.value === null) {
    return translate(language, reasonTexts.valueOf, {
      subject,
      value: translate(language, reasonTexts.unknownValue),
    });
  }
  if (typeof reason.value === 'number') {
    const phrase = field && phrases[field.id as keyof typeof phrases];
    if (phrase) return translate(language, phrase, { value: reason.value });
    if (reason.kind === 'flag') {
      return translate(language, reason.value === 0 ? reasonTexts.not : reasonTexts.yes, { subject });
    }
  }
  const value =
    typeof reason.value === 'string'
      ? field
        ? valueLabel(field, reason.value, language)
        : reason.value
      : numberPhrase(reason, reason.value, language, currency);
  return translate(language, reasonTexts.valueOf, { subject, value });
}

function numberPhrase(reason: Reason, value: number, language: Language, currency: string): string {
  if (reason.kind === 'money') return formatMoney(language, value, currency);
  if (reason.kind === 'share') return formatShare(language, value);
  if (reason.kind === 'date') return formatDay(language, value);
  if (reason.kind === 'days') return translate(language, reasonTexts.days, { value });
  return formatNumber(language, value);
}

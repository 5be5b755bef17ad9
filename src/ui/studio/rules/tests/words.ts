import type { Note, ValueKind } from '../../../../domain/index.ts';
import type { TestPreview } from '../../../../engine/index.ts';
import { findingTexts, testTexts } from '../../../../i18n/checks.ts';
import { type Text, translate } from '../../../../i18n/index.ts';
import { formatValue, language } from '../../../kit/index.ts';

/** Whether a note is something that the data say. */
export function isFinding({ code }: Note): boolean {
  return Object.hasOwn(findingTexts, code);
}

/** What the data say of a rule, as a sentence. */
export function describeFinding({ code, args }: Note): string {
  const { customer, value, kind, currency } = args;
  const such = customer ? translate(language.value, findingTexts.suchAs as Text, { name: customer }) : '';
  const shown = typeof value === 'number' ? formatValue(kind as ValueKind, value, String(currency)) : '';
  return translate(language.value, findingTexts[code as keyof typeof findingTexts] as Text, {
    ...args,
    customer: such,
    value: shown,
  });
}

/** What a test came to, as a sentence. */
export function describeTest({ code, args }: TestPreview): string {
  return translate(language.value, testTexts[code] as Text, args);
}

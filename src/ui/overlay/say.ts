import type { CardTexts } from '../../i18n/card.ts';
import { type Arguments, fill } from '../../i18n/index.ts';
import type { Appearance } from '../../shell/client.ts';

/** What the card says: a text of its table, in the words that came with the answer. */
export function say<Key extends keyof CardTexts>(
  { language, words }: Appearance,
  key: Key,
  ...values: Arguments<CardTexts[Key]>
): string {
  return fill(language, words[key], values[0]);
}

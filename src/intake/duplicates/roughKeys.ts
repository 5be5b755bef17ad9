import { companyWords, fold, soundOf, wordsOf } from './fold.ts';

/**
 * Keys of which two records of one customer nearly always share one: mailbox, end of the phone number, sound of the
 * name, company. For finding the few of a large base that a few new records may be.
 */
export function roughKeys(of: {
  readonly name: string;
  readonly company: string;
  readonly emails: readonly string[];
  readonly phones: readonly string[];
}): string[] {
  const keys = of.emails.map(email => `e${fold(email).replace(/@.*$/, '')}`);
  for (const phone of of.phones) keys.push(`p${phone.replace(/\D/g, '').slice(-7)}`);
  const name = wordsOf(fold(of.name)).map(soundOf).sort().join(' ');
  if (name !== '') keys.push(`n${name}`);
  const company = companyWords(fold(of.company)).join(' ');
  if (company !== '') keys.push(`c${company}`);
  const title = companyWords(fold(of.name)).join(' ');
  if (title !== '') keys.push(`c${title}`);
  return keys;
}

import type { Features, Prepared } from './features.ts';

/** What a key of a block is made of, for telling the user which were too large. */
export const keyKinds = [
  'email',
  'phone',
  'name',
  'nameBirthday',
  'birthday',
  'nameValue',
  'value',
  'company',
  'address',
] as const;
export type KeyKind = (typeof keyKinds)[number];

export type EmitKey = (kind: KeyKind, key: string) => void;

/**
 * The keys under which a record is looked for: two records that share one are compared. Several kinds, so that
 * whatever is wrong with one value another still brings the two together.
 */
export function emitKeys(prepared: Prepared, features: Features, emit: EmitKey): void {
  const { names, emails, phones, values } = prepared;
  for (const email of features.emails) {
    const text = emails.texts[email]!;
    const mailbox = text.slice(0, text.lastIndexOf('@'));
    emit('email', text);
    if (mailbox.length >= 4) emit('email', mailbox);
  }
  for (const phone of features.phones) {
    const digits = phones.texts[phone]!;
    emit('phone', digits.slice(-7));
  }
  const words = [features.given, features.family].filter(word => word !== -1);
  const sounds = words.map(word => names.soundTexts[names.sounds[word]!]!);
  const skeletons = words.map(word => names.skeletons[word]!);
  emit('name', features.whole);
  if (words.length > 0) {
    emit('name', [...sounds].sort().join(' '));
    emit('name', [...skeletons].sort().join(' '));
  }
  const { birthday } = features;
  if (birthday !== '') {
    emit('birthday', birthday);
    for (const skeleton of skeletons) {
      if (skeletons.length === 1) emit('nameBirthday', `y${birthday.slice(0, 4)} ${skeleton}`);
      emit('nameBirthday', `d${birthday.slice(4)} ${skeleton}`);
      emit('nameBirthday', `m${birthday.slice(0, 6)} ${skeleton[0]}`);
      emit('nameBirthday', `n${birthday.slice(0, 4)}${birthday.slice(6)} ${skeleton[0]}`);
    }
  }
  features.attributes.forEach((value, at) => {
    if (value === -1) return;
    emit('value', `${at} ${value}`);
    const { skeletons: valueSkeletons, counts } = values[at]!;
    // A frequent value beside one name brings together who the whole name brings together better.
    if (counts[value]! > Math.max(50, prepared.features.length / 500)) return;
    const skeleton = valueSkeletons[value]!;
    for (const word of skeletons) emit('nameValue', `${at} ${skeleton} ${word}`);
  });
  wordKeys(prepared, features, skeletons, emit);
}

function wordKeys(prepared: Prepared, features: Features, skeletons: readonly string[], emit: EmitKey): void {
  const { companies, addresses, titles } = prepared;
  const company = rarest(features.company, companies.counts);
  if (company.length > 0) {
    emit('company', company.join(' '));
    for (const skeleton of skeletons) emit('company', `${company[0]} ${skeleton}`);
  }
  const address = rarest(features.address, addresses.counts);
  if (address.length > 1) {
    emit('address', `${address[0]} ${address[1]}`);
    if (address.length > 2) {
      emit('address', `${address[0]} ${address[2]}`);
      emit('address', `${address[1]} ${address[2]}`);
    }
  }
  for (const word of address) for (const skeleton of skeletons) emit('address', `${word} ${skeleton}`);
  if (features.isTitle || features.given === -1) {
    const title = rarest(features.title, titles.counts);
    for (const word of title) emit('name', `t${word}`);
    if (title.length > 1) emit('name', `t${title[0]} ${title[1]}`);
  }
}

/** The three words that fewest records have, in their own order. */
function rarest(words: readonly number[], counts: readonly number[]): number[] {
  return [...words].sort((one, other) => counts[one]! - counts[other]! || one - other).slice(0, 3);
}

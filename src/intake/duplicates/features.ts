import { emailKey, phoneKey } from '../../domain/index.ts';
import { companyWords, fold, isCompanyName, isHan, piecesOf, wordsOf } from './fold.ts';
import type { DuplicateRecord } from './record.ts';
import { sharedValues } from './shared.ts';
import { Vocabulary } from './vocabulary.ts';

/** What a record is compared by: words as numbers of a vocabulary, -1 and empty where nothing is known. */
export interface Features {
  readonly given: number;
  /** A name of one word is filed here, whichever it may be. */
  readonly family: number;
  /** The name's words together, for slips that move a space. */
  readonly whole: string;
  /** All words of the name, and whether it is to be read so: not a person's, or of many words. */
  readonly title: readonly number[];
  readonly isTitle: boolean;
  readonly company: readonly number[];
  readonly address: readonly number[];
  readonly emails: readonly number[];
  readonly phones: readonly number[];
  /** YYYYMMDD or ''. */
  readonly birthday: string;
  /** By place in `Prepared.attributes`. */
  readonly attributes: readonly number[];
}

/** All records made ready, with the words they are made of. */
export interface Prepared {
  readonly records: readonly DuplicateRecord[];
  readonly features: readonly Features[];
  /** Names of the attributes that are compared. */
  readonly attributes: readonly string[];
  readonly names: Vocabulary;
  readonly titles: Vocabulary;
  readonly companies: Vocabulary;
  readonly addresses: Vocabulary;
  readonly emails: Vocabulary;
  readonly phones: Vocabulary;
  /** 1 for each of `emails` and `phones` that people with different names share. */
  readonly sharedEmails: Uint8Array;
  readonly sharedPhones: Uint8Array;
  readonly birthdays: ReadonlyMap<string, number>;
  readonly values: readonly Vocabulary[];
}

const mostAttributes = 24;
const compoundNames = new Set(
  '欧阳 上官 司马 诸葛 夏侯 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 长孙 宇文 端木 南宫 独孤 百里 呼延 申屠 太史 轩辕'.split(
    ' ',
  ),
);

/** Takes records apart into what is compared. Yields after every few hundred, with how many are done. */
export function* prepare(records: readonly DuplicateRecord[]): Generator<number, Prepared> {
  const attributes = [...new Set(records.flatMap(record => Object.keys(record.attributes)))].slice(
    0,
    mostAttributes,
  );
  const prepared = {
    records,
    features: [] as Features[],
    attributes,
    names: new Vocabulary(),
    titles: new Vocabulary(),
    companies: new Vocabulary(),
    addresses: new Vocabulary(),
    emails: new Vocabulary(),
    phones: new Vocabulary(),
    birthdays: new Map<string, number>(),
    values: attributes.map(() => new Vocabulary()),
  };
  for (const [place, record] of records.entries()) {
    if (place % 500 === 499) yield place;
    const birthday = figuresOf(record.birthday);
    if (birthday !== '') prepared.birthdays.set(birthday, (prepared.birthdays.get(birthday) ?? 0) + 1);
    const all = (vocabulary: Vocabulary, texts: readonly string[]) =>
      [...new Set(texts)].map(text => vocabulary.add(text));
    prepared.features.push({
      ...nameOf(record.name, prepared),
      company: all(prepared.companies, companyWords(fold(record.company))),
      address: all(prepared.addresses, piecesOf(wordsOf(fold(record.address)))),
      emails: all(
        prepared.emails,
        record.emails.map(email => emailKey(email).slice(2)),
      ),
      phones: all(
        prepared.phones,
        record.phones.map(phone => phoneKey(phone).slice(2)).filter(digits => digits.length >= 4),
      ),
      birthday,
      attributes: attributes.map((name, at) => {
        const value = fold(Object.hasOwn(record.attributes, name) ? record.attributes[name]! : '').trim();
        return value === '' ? -1 : prepared.values[at]!.add(value);
      }),
    });
  }
  const sharedEmails = yield* sharedValues(prepared, prepared.emails, each => each.emails);
  const sharedPhones = yield* sharedValues(prepared, prepared.phones, each => each.phones);
  return { ...prepared, sharedEmails, sharedPhones };
}

function nameOf(
  name: string,
  { names, titles }: { names: Vocabulary; titles: Vocabulary },
): Pick<Features, 'given' | 'family' | 'whole' | 'title' | 'isTitle'> {
  const folded = fold(name);
  const words = wordsOf(folded);
  const isTitle = isCompanyName(folded) || words.length > 3 || (isHan(folded) && folded.length > 5);
  const title = [...new Set(companyWords(folded))].map(piece => titles.add(piece));
  if (words.length === 0 || isTitle) return { given: -1, family: -1, whole: '', title, isTitle };
  const [given, family] = personOf(words);
  return {
    given: given === '' ? -1 : names.add(given),
    family: names.add(family),
    whole: words.join(''),
    title,
    isTitle,
  };
}

/** Given and family name of a person's words; one word alone is taken for the family's. */
function personOf(words: readonly string[]): [given: string, family: string] {
  const only = words[0]!;
  if (words.length > 1) return isHan(only) ? [words[1]!, only] : [only, words.at(-1)!];
  if (!isHan(only) || only.length < 2) return ['', only];
  const compound = only.length > 2 && compoundNames.has(only.slice(0, 2)) ? 2 : 1;
  return [only.slice(compound), only.slice(0, compound)];
}

/** The eight figures of a date, '' where there are not eight. */
function figuresOf(date: string): string {
  const figures = date.replace(/\D/g, '');
  return figures.length === 8 ? figures : '';
}

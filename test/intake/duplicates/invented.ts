import { Dice } from '../../../src/domain/index.ts';
import type { DuplicateRecord } from '../../../src/intake/duplicates/record.ts';
import { chineseName, englishName } from '../../../src/intake/sample/names.ts';
import { chinesePlaces, foreignPlaces } from '../../../src/intake/sample/places.ts';

type Mutable = { -readonly [Key in keyof DuplicateRecord]: DuplicateRecord[Key] };

const domains = ['qq.com', '163.com', 'gmail.com', 'outlook.com', 'example.net'];
const streets =
  '中山路 人民路 解放路 建国路 长江路 黄河路 和平路 文化路 新华路 Oak Mill Church Park High Station Bridge Lake'.split(
    ' ',
  );
const firms =
  '华信 鼎盛 恒通 宏达 瑞丰 嘉禾 金源 远大 天成 博雅 星辰 云帆 Northwind Contoso Acme Globex'.split(' ');

/** One who exists: what all records of the person go back to. */
function person(dice: Dice, at: number): Mutable {
  const chinese = dice.chance(0.6);
  const { name, latin } = chinese ? chineseName(dice) : englishName(dice);
  const place = dice.weighted(chinese ? chinesePlaces : foreignPlaces);
  const phone = chinese
    ? `1${dice.whole(30, 99)}${String(dice.whole(0, 99_999_999)).padStart(8, '0')}`
    : `1${place.areaCode}${String(dice.whole(0, 9_999_999)).padStart(7, '0')}`;
  const day = `${dice.whole(1950, 2006)}-${two(dice.whole(1, 12))}-${two(dice.whole(1, 28))}`;
  return {
    id: String(at),
    name,
    company: dice.chance(0.3) ? `${dice.pick(firms)}${dice.whole(1, 400)}` : '',
    emails: dice.chance(0.7) ? [`${latin}${dice.whole(1, 9_999)}@${dice.pick(domains)}`] : [],
    phones: dice.chance(0.7) ? [phone] : [],
    address: dice.chance(0.5)
      ? `${place.city}${chinese ? '' : ' '}${dice.pick(streets)}${chinese ? '' : ' street '}${dice.whole(1, 900)}`
      : '',
    birthday: dice.chance(0.5) ? day : '',
    attributes: { city: place.city, province: place.province },
  };
}

const two = (figure: number) => String(figure).padStart(2, '0');

/** A slip of the keys somewhere in a text. */
export function slip(text: string, dice: Dice): string {
  if (text.length < 2) return text;
  const at = dice.whole(0, text.length - 2);
  const letter = /\d/.test(text[at]!) ? String(dice.whole(0, 9)) : 'etaoinsr'[dice.whole(0, 7)]!;
  switch (dice.whole(0, 3)) {
    case 0:
      return text.slice(0, at) + text.slice(at + 1);
    case 1:
      return text.slice(0, at) + letter + text.slice(at);
    case 2:
      return text.slice(0, at) + letter + text.slice(at + 1);
    default:
      return text.slice(0, at) + text[at + 1] + text[at] + text.slice(at + 2);
  }
}

/** The same person written down once more: something is missing, something is slipped, little is different. */
function again(original: Mutable, dice: Dice, at: number): Mutable {
  const copy = { ...original, id: String(at) };
  if (dice.chance(0.25)) copy.name = slip(copy.name, dice);
  if (dice.chance(0.3)) copy.emails = [];
  else if (dice.chance(0.1)) copy.emails = copy.emails.map(email => slip(email, dice));
  if (dice.chance(0.3)) copy.phones = [];
  else if (dice.chance(0.1)) copy.phones = copy.phones.map(phone => slip(phone, dice));
  if (dice.chance(0.3)) copy.address = '';
  if (dice.chance(0.2)) copy.birthday = '';
  else if (dice.chance(0.1)) copy.birthday = slip(copy.birthday, dice);
  if (dice.chance(0.3)) copy.company = '';
  else if (copy.company !== '' && dice.chance(0.5)) copy.company += '有限公司';
  return copy;
}

/**
 * A base of `size` records with namesakes, families at one address and phone, colleagues behind one switchboard,
 * and `share` of the records once more as duplicates.
 */
export function inventedBase(
  size: number,
  share: number,
  seed: number,
): { records: DuplicateRecord[]; persons: string[] } {
  const dice = new Dice(seed);
  const records: Mutable[] = [];
  const persons: string[] = [];
  while (records.length < size) {
    const at = records.length;
    const before = records[at - 1];
    let next = person(dice, at);
    let who = String(at);
    if (before && dice.chance(share)) {
      const place = dice.chance(0.5) ? at - 1 : dice.whole(0, at - 1);
      next = again(records[place]!, dice, at);
      who = persons[place]!;
    } else if (before && before.name.includes(' ') === next.name.includes(' ') && dice.chance(0.08)) {
      const family =
        next.name.includes(' ') && before.name.includes(' ') ? before.name.split(' ').at(-1)! : '';
      next = { ...next, address: before.address, phones: before.phones, attributes: before.attributes };
      if (family !== '') next.name = `${next.name.split(' ')[0]} ${family}`;
      else next.name = before.name[0] + next.name.slice(1);
    } else if (dice.chance(0.05)) {
      const firm = dice.whole(1, 50);
      next.company = `${dice.pick(firms)}${firm}`;
      next.phones = [`0571${80_000_000 + firm}`];
      next.emails = [`info@firm${firm}.example`];
    }
    records.push(next);
    persons.push(who);
  }
  return { records, persons };
}

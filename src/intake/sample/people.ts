import type { Customer, Day, Dice, ManualTag } from '../../domain/index.ts';
import { regionOf } from '../../domain/index.ts';
import { chineseCompany, chineseName, englishCompany, englishName, industryWeights } from './names.ts';
import type { Persona } from './personas.ts';
import { chinesePlaces, foreignPlaces, type Place } from './places.ts';

const owners = ['周敏', '吴昊', '林珊', '郑凯', 'Emma Clark', 'Daniel Reed'];
const tagsByHand = ['重点跟进', '决策人关注价格', '喜欢电话沟通', '转介绍', 'VIP'];
const titles = ['采购经理', '行政主管', '总经理', '办公室主任', '采购专员'];
const englishTitles = ['Office manager', 'Procurement', 'Managing director', 'Operations lead'];
const mailDomains = ['qqmail.test', '163mail.test', 'mailbox.test'];
const englishMailDomains = ['gmailx.test', 'mailbox.test', 'postbox.test'];
const mobilePrefixes = [
  '131',
  '135',
  '136',
  '137',
  '138',
  '139',
  '150',
  '158',
  '159',
  '177',
  '186',
  '188',
  '189',
];
const msPerDay = 86_400_000;

/** A customer of the company; `serial` keeps ids, addresses and numbers apart. */
export function makeCustomer(dice: Dice, persona: Persona, serial: number, joined: Day): Customer {
  const isChinese = dice.chance(0.6);
  const isCompany = dice.chance(persona.companies);
  const person = isChinese ? chineseName(dice) : englishName(dice);
  const place = dice.weighted(isChinese ? chinesePlaces : foreignPlaces);
  const work = isCompany ? workOf(dice, persona, isChinese, place, serial) : null;
  const hasEmail = dice.chance(0.86);
  const email = `${person.latin}${work ? '' : serial}@${work ? `${work.domain}.test` : dice.pick(isChinese ? mailDomains : englishMailDomains)}`;
  return {
    id: `sample-${String(serial).padStart(5, '0')}`,
    name: person.name,
    company: work?.company ?? '',
    title: work?.title ?? '',
    address: '',
    emails: hasEmail ? [email] : [],
    phones: hasEmail && dice.chance(0.25) ? [] : [phoneOf(dice, isChinese, place, serial)],
    columns: {
      ...placeColumns(place),
      ...(work ? work.columns : personColumns(dice, person.gender, joined)),
      channel: dice.weighted(persona.channels),
      joined,
      ...ownerColumn(dice, isCompany || persona.id.endsWith('ighValue')),
    },
    tags: dice.chance(0.04) ? [handTag(dice, joined)] : [],
    source: 'sample',
    createdAt: joined * msPerDay,
    updatedAt: joined * msPerDay,
  };
}

/** The columns that follow from where somebody is. */
export function placeColumns({ province, city }: Pick<Place, 'province' | 'city'>): Record<string, string> {
  const region = regionOf(province);
  return region === '' ? { province, city } : { province, city, region };
}

function workOf(dice: Dice, persona: Persona, isChinese: boolean, place: Place, serial: number) {
  const isLarge = persona.id === 'largeManufacturer';
  const industry = isLarge ? 'C' : dice.weighted(industryWeights);
  const size = isLarge
    ? 'large'
    : dice.weighted([
        ['medium', 30],
        ['small', 45],
        ['micro', 20],
        ['large', 5],
      ] as const);
  const company = isChinese
    ? chineseCompany(dice, place.city, industry, serial)
    : englishCompany(dice, industry, serial);
  return {
    company: company.name,
    domain: company.latin,
    title: dice.pick(isChinese ? titles : englishTitles),
    columns: { kind: 'company', industry, size },
  };
}

function personColumns(dice: Dice, gender: string, joined: Day): Record<string, string | number> {
  const columns: Record<string, string | number> = { kind: 'person' };
  if (dice.chance(0.8)) columns.gender = gender;
  if (dice.chance(0.6)) columns.birthday = joined - Math.round((20 + 40 * dice.next() ** 1.4) * 365.25);
  return columns;
}

function ownerColumn(dice: Dice, isLookedAfter: boolean): Record<string, string> {
  return isLookedAfter || dice.chance(0.12) ? { owner: dice.pick(owners) } : {};
}

function handTag(dice: Dice, joined: Day): ManualTag {
  return { tag: dice.pick(tagsByHand), author: dice.pick(owners), at: (joined + 20) * msPerDay };
}

/** Mobile numbers in China; abroad 555-01xx with an extension, for the numbers kept for fiction are few. */
function phoneOf(dice: Dice, isChinese: boolean, place: Place, serial: number): string {
  if (isChinese)
    return `${dice.pick(mobilePrefixes)}${String((serial * 7_919 + 10_000_019) % 100_000_000).padStart(8, '0')}`;
  return `+1${place.areaCode}55501${String(dice.whole(0, 99)).padStart(2, '0')}-${serial}`;
}

import { type Comparison, type ComparisonMaker, type Level, rarityOf } from './comparison.ts';
import type { Prepared } from './features.ts';
import { editDistance } from './similarity.ts';
import { likeness, type Vocabulary } from './vocabulary.ts';

const birthdayLevels: readonly Level[] = [
  { code: 'same', match: 0.8, chance: 1, isRarity: true },
  { code: 'typo', match: 0.08, chance: 0.0015 },
  { code: 'dayMonth', match: 0.01, chance: 0.00005 },
  { code: 'twoParts', match: 0.04, chance: 0.003 },
  { code: 'onePart', match: 0.03, chance: 0.08 },
  { code: 'different', match: 0.04, chance: 0.9155 },
];
const valueLevels: readonly Level[] = [
  { code: 'same', match: 0.75, chance: 1, isRarity: true },
  { code: 'typo', match: 0.12, chance: 0.002 },
  { code: 'near', match: 0.03, chance: 0.01 },
  { code: 'different', match: 0.1, chance: 0.988 },
];

/** Date of birth, and every further attribute by its own frequencies. */
export const valueComparisons: ComparisonMaker = prepared => [
  birthday(prepared),
  ...prepared.attributes.map((name, at) => attribute(prepared, name, at)),
];

function birthday({ birthdays }: Prepared): Comparison {
  const total = [...birthdays.values()].reduce((sum, count) => sum + count, 0);
  return {
    part: 'birthday',
    levels: birthdayLevels,
    compare: (one, other, finding) => {
      finding.level = -1;
      finding.rarity = 0;
      if (one.birthday === '' || other.birthday === '') return;
      finding.level = birthdayLevel(one.birthday, other.birthday);
      if (finding.level === 0) finding.rarity = rarityOf(birthdays.get(one.birthday)!, total);
    },
  };
}

function birthdayLevel(one: string, other: string): number {
  if (one === other) return 0;
  const year = one.slice(0, 4) === other.slice(0, 4);
  const month = one.slice(4, 6) === other.slice(4, 6);
  const day = one.slice(6) === other.slice(6);
  if (year && one.slice(4, 6) === other.slice(6) && one.slice(6) === other.slice(4, 6)) return 2;
  if (editDistance(one, other, 1) <= 1) return 1;
  const agreeing = Number(year) + Number(month) + Number(day);
  return agreeing === 2 ? 3 : agreeing === 1 && (year || (month && day)) ? 4 : 5;
}

const placeLevels = valueLevels.map((level, at): Level => ({ ...level, kin: [0.9, 0.03, 0.02, 0.05][at]! }));

/** Names of columns that say where somebody is, and how much ground each covers. */
const places: readonly (readonly [RegExp, number])[] = [
  [/post ?code|postal|zip|邮编|邮政编码/i, 1],
  [/city|suburb|town|district|城市|市$|区$|县$/i, 2],
  [/province|^state$|region|省|地区|州$/i, 3],
  [/country|nation|国家/i, 4],
];

function attribute({ values, features }: Prepared, part: string, at: number): Comparison {
  const vocabulary: Vocabulary = values[at]!;
  const total = features.reduce((sum, each) => sum + (each.attributes[at] === -1 ? 0 : 1), 0);
  const place = places.find(([pattern]) => pattern.test(part.replaceAll('_', ' ')));
  return {
    part,
    levels: place ? placeLevels : valueLevels,
    ...(place && { breadth: place[1] }),
    compare: (one, other, finding) => {
      const [left, right] = [one.attributes[at]!, other.attributes[at]!];
      finding.level = -1;
      finding.rarity = 0;
      if (left === -1 || right === -1) return;
      const alike = vocabulary.likeness(left, right);
      finding.level =
        alike <= likeness.sound ? 0 : alike === likeness.typo ? 1 : alike === likeness.different ? 3 : 2;
      if (finding.level === 0) finding.rarity = rarityOf(vocabulary.counts[left]!, total);
    },
  };
}

import { type Comparison, type ComparisonMaker, type Finding, type Level, rarityOf } from './comparison.ts';
import type { Features } from './features.ts';
import { editDistance } from './similarity.ts';
import { type Likeness, likeness, type Vocabulary } from './vocabulary.ts';

const swapped = 5;
const swappedTypo = 6;
const joined = 7;
const different = 8;

/** The first five are those of `likeness`. */
const givenLevels: readonly Level[] = [
  { code: 'same', match: 0.7, chance: 1, isRarity: true },
  { code: 'sound', match: 0.04, chance: 1, isRarity: true },
  { code: 'typo', match: 0.1, chance: 0.002 },
  { code: 'near', match: 0.04, chance: 0.008 },
  { code: 'initial', match: 0.02, chance: 0.01 },
  { code: 'swapped', match: 0.03, chance: 1, isRarity: true },
  { code: 'swappedTypo', match: 0.01, chance: 0.002 },
  { code: 'joined', match: 0.01, chance: 0.0005 },
  { code: 'different', match: 0.05, chance: 0.97 },
];

const kin = [0.6, 0.01, 0.02, 0.03, 0.01, 0.003, 0.003, 0.001, 0.323];
const familyLevels = givenLevels.map((level, at): Level => ({ ...level, kin: kin[at]! }));

const nothing = -1;

/** Given and family name, each by itself; exchanged where that fits better. */
export const nameComparisons: ComparisonMaker = ({ names, features }) => {
  const total = features.reduce((sum, { family }) => sum + (family === -1 ? 0 : 1), 0);
  const judge = (level: number, one: number, other: number, finding: Finding) => {
    finding.level = level;
    finding.rarity = rarityIn(names, total, level, one, other);
  };
  const alike = (one: number, other: number): number => {
    const found = names.likeness(one, other);
    return found === likeness.different ? different : found;
  };
  // Of exchanged names nobody knows which is which: the rarer one counts as the given name, that families do not share.
  const rarerFirst = ({ given, family }: Features) => {
    const count = (word: number) => names.soundCounts[names.sounds[word]!]!;
    return count(given) <= count(family) ? ([given, family] as const) : ([family, given] as const);
  };
  const comparisons: Comparison[] = [
    {
      part: 'givenName',
      levels: givenLevels,
      compare: (one, other, finding) => {
        finding.level = nothing;
        if (one.isTitle || other.isTitle || one.given === -1 || other.given === -1) return;
        const straight = straightOf(names, one, other);
        // The whole name is one observation, told with the family name.
        if (straight !== joined)
          judge(
            straight ?? alike(one.given, other.given),
            straight === null ? one.given : rarerFirst(one)[0],
            other.given,
            finding,
          );
      },
    },
    {
      part: 'familyName',
      levels: familyLevels,
      compare: (one, other, finding) => {
        finding.level = nothing;
        if (one.isTitle || other.isTitle || one.family === -1 || other.family === -1) return;
        if ((one.given === -1) !== (other.given === -1)) {
          single(names, one, other, finding, judge);
          return;
        }
        const straight = one.given === -1 ? null : straightOf(names, one, other);
        judge(
          straight ?? alike(one.family, other.family),
          straight === null ? one.family : rarerFirst(one)[1],
          other.family,
          finding,
        );
      },
    },
  ];
  return comparisons;
};

/** A level that stands for both names together: exchanged, or the space moved. Null where each is for itself. */
function straightOf(names: Vocabulary, one: Features, other: Features): number | null {
  const given = names.likeness(one.given, other.given);
  const family = names.likeness(one.family, other.family);
  if (given < likeness.near || family < likeness.near) return null;
  const crossed = Math.max(
    names.likeness(one.given, other.family),
    names.likeness(one.family, other.given),
  ) as Likeness;
  if (crossed === likeness.same) return swapped;
  // A Chinese name in Latin letters stands in either order.
  if (crossed === likeness.sound) return likeness.sound;
  if (crossed <= likeness.near) return swappedTypo;
  return isJoined(one, other) ? joined : null;
}

/** Names whose letters are the same when spaces do not count. */
function isJoined(one: Features, other: Features): boolean {
  return one.whole.length >= 6 && editDistance(one.whole, other.whole, 1) <= 1;
}

/** One name of one word against a whole one: it may be either part. */
function single(
  names: Vocabulary,
  one: Features,
  other: Features,
  finding: Finding,
  judge: (level: number, one: number, other: number, finding: Finding) => void,
): void {
  const [short, long] = one.given === -1 ? [one, other] : [other, one];
  const asFamily = names.likeness(short.family, long.family);
  const asGiven = names.likeness(short.family, long.given);
  const best = Math.min(asFamily, asGiven);
  if (best === likeness.different)
    judge(isJoined(short, long) ? joined : different, short.family, long.family, finding);
  else judge(best, short.family, asFamily <= asGiven ? long.family : long.given, finding);
}

function rarityIn(names: Vocabulary, total: number, level: number, one: number, other: number): number {
  const { counts, sounds, soundCounts } = names;
  if (level === likeness.same) return rarityOf(counts[one]!, total);
  if (level === likeness.sound) return rarityOf(soundCounts[sounds[one]!]!, total);
  // Exchanged: the rarity of a name is that of the word, wherever it stands.
  if (level === swapped) return rarityOf(counts[one]!, total);
  if (level !== likeness.typo) return 0;
  // Many stand near a frequent name by chance.
  const share = Math.max(counts[one]!, counts[other]!) / total;
  return Math.min(3, Math.log2(0.5 + share / 0.01));
}

import { type Comparison, type ComparisonMaker, type Level, rarityOf } from './comparison.ts';
import type { Features } from './features.ts';
import { likeness, type Vocabulary } from './vocabulary.ts';

const titleLevels: readonly Level[] = [
  { code: 'same', match: 0.6, chance: 1, isRarity: true },
  { code: 'alike', match: 0.2, chance: 0.0005 },
  { code: 'half', match: 0.12, chance: 0.01 },
  { code: 'little', match: 0.05, chance: 0.05 },
  { code: 'different', match: 0.03, chance: 0.94 },
];
const addressLevels: readonly Level[] = [
  { code: 'same', match: 0.5, chance: 1, kin: 0.7, isRarity: true },
  { code: 'alike', match: 0.25, chance: 0.0005, kin: 0.2 },
  { code: 'half', match: 0.13, chance: 0.004, kin: 0.05 },
  { code: 'little', match: 0.07, chance: 0.05, kin: 0.03 },
  { code: 'different', match: 0.05, chance: 0.945, kin: 0.02 },
];
const companyLevels: readonly Level[] = [
  { code: 'same', match: 0.6, chance: 1, kin: 0.7, isRarity: true },
  { code: 'alike', match: 0.15, chance: 0.002, kin: 0.05 },
  { code: 'half', match: 0.07, chance: 0.01, kin: 0.03 },
  { code: 'little', match: 0.03, chance: 0.05, kin: 0.02 },
  { code: 'different', match: 0.15, chance: 0.934, kin: 0.2 },
];

/** Names of companies and of many words, the company, the address: by the words they share, rare ones first. */
export const wordComparisons: ComparisonMaker = ({ titles, companies, addresses, features }) => {
  const of = (
    part: string,
    levels: readonly Level[],
    vocabulary: Vocabulary,
    pick: (features: Features) => readonly number[],
    further: Partial<Comparison> = {},
    applies: (one: Features, other: Features) => boolean = () => true,
  ): Comparison => {
    const weigh = weights(vocabulary, features.length);
    return {
      part,
      levels,
      ...further,
      compare: (one, other, finding) => {
        finding.level = -1;
        finding.rarity = 0;
        const [left, right] = [pick(one), pick(other)];
        if (left.length === 0 || right.length === 0 || !applies(one, other)) return;
        finding.level = levelOf(vocabulary, weigh, left, right);
        if (finding.level === 0) finding.rarity = rarestOf(vocabulary, left, features.length);
      },
    };
  };
  return [
    of(
      'title',
      titleLevels,
      titles,
      each => each.title,
      {},
      (one, other) => one.isTitle || other.isTitle,
    ),
    of('company', companyLevels, companies, each => each.company),
    of('address', addressLevels, addresses, each => each.address, { breadth: 0 }),
  ];
};

/** How much each word says: log2 of how many records there are to one that has it. */
function weights({ counts }: Vocabulary, total: number): Float64Array {
  return Float64Array.from(counts, count => Math.log2(1 + total / count));
}

function levelOf(
  vocabulary: Vocabulary,
  weigh: Float64Array,
  one: readonly number[],
  other: readonly number[],
): number {
  const shared = sharedWeight(vocabulary, weigh, one, other);
  const [left, right] = [sumOf(weigh, one), sumOf(weigh, other)];
  // The cosine's kin for sets: what is shared against the mean of both.
  const alike = (2 * shared) / (left + right);
  return alike > 0.97 ? 0 : alike > 0.72 ? 1 : alike > 0.45 ? 2 : alike > 0.2 ? 3 : 4;
}

/** A whole that is the same is as rare as its rarest word at least. */
function rarestOf({ counts }: Vocabulary, words: readonly number[], total: number): number {
  let least = total;
  for (const word of words) least = Math.min(least, counts[word]!);
  return rarityOf(least, total);
}

function sumOf(weigh: Float64Array, words: readonly number[]): number {
  let sum = 0;
  for (const word of words) sum += weigh[word]!;
  return sum;
}

/** The weight of words that both have; a word with a slip counts four fifths. */
function sharedWeight(
  vocabulary: Vocabulary,
  weigh: Float64Array,
  one: readonly number[],
  other: readonly number[],
): number {
  let shared = 0;
  for (const word of one) {
    let best = 0;
    for (const each of other) {
      if (each === word) {
        best = weigh[word]!;
        break;
      }
      const alike = vocabulary.likeness(word, each);
      const part = alike <= likeness.typo ? 0.8 : alike === likeness.near ? 0.5 : 0;
      if (part > 0) best = Math.max(best, (part * (weigh[word]! + weigh[each]!)) / 2);
    }
    shared += best;
  }
  return shared;
}

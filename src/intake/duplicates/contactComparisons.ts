import type { Comparison, ComparisonMaker, Finding, Level } from './comparison.ts';
import type { Features } from './features.ts';
import { editDistance } from './similarity.ts';
import type { Vocabulary } from './vocabulary.ts';

const emailLevels: readonly Level[] = [
  { code: 'same', match: 0.6, chance: 0.00002, kin: 0.05 },
  { code: 'typo', match: 0.15, chance: 0.00002, kin: 0.02 },
  { code: 'mailbox', match: 0.07, chance: 0.0005, kin: 0.01 },
  { code: 'different', match: 0.18, chance: 0.9995, kin: 0.92 },
];
const phoneLevels: readonly Level[] = [
  { code: 'same', match: 0.6, chance: 0.00002, kin: 0.4 },
  { code: 'tail', match: 0.05, chance: 0.0002, kin: 0.02 },
  { code: 'typo', match: 0.05, chance: 0.0002, kin: 0.02 },
  { code: 'different', match: 0.3, chance: 0.9995, kin: 0.56 },
];

/** E-mail addresses and phone numbers: the best that any two of them say. What many names share says nothing. */
export const contactComparisons: ComparisonMaker = prepared => [
  contact('email', emailLevels, prepared.emails, prepared.sharedEmails, each => each.emails, emailLevel),
  contact('phone', phoneLevels, prepared.phones, prepared.sharedPhones, each => each.phones, phoneLevel),
];

function contact(
  part: string,
  levels: readonly Level[],
  { counts, texts }: Vocabulary,
  shared: Uint8Array,
  pick: (features: Features) => readonly number[],
  levelOf: (one: string, other: string) => number,
): Comparison {
  return {
    part,
    levels,
    compare: (one, other, finding) => {
      finding.level = -1;
      finding.rarity = 0;
      for (const left of pick(one)) {
        if (shared[left]) continue;
        for (const right of pick(other)) {
          if (shared[right]) continue;
          best(finding, left === right ? 0 : levelOf(texts[left]!, texts[right]!), counts[left]!);
        }
      }
    },
  };
}

/** The more records have a value, the more easily two have it by chance. */
function best(finding: Finding, level: number, count: number): void {
  if (finding.level !== -1 && finding.level <= level) return;
  finding.level = level;
  finding.rarity = level === 0 ? Math.log2(Math.max(1, count - 1)) / 2 : 0;
}

function emailLevel(one: string, other: string): number {
  const [left, right] = [one.lastIndexOf('@'), other.lastIndexOf('@')];
  const [mailbox, otherMailbox] = [one.slice(0, left), other.slice(0, right)];
  if (one.slice(left) !== other.slice(right) && mailbox === otherMailbox) {
    const slips = editDistance(one.slice(left), other.slice(right), 2);
    if (slips <= 2) return 1;
    return mailbox.length >= 6 ? 2 : 3;
  }
  // Two people of one name are often told apart by figures alone.
  const figures = editDistance(mailbox.replace(/\D/g, ''), otherMailbox.replace(/\D/g, ''), 1);
  if (figures > 1 || mailbox.replace(/\d/g, '') === otherMailbox.replace(/\d/g, '')) return 3;
  const shortest = Math.min(mailbox.length, otherMailbox.length);
  const inMailbox = shortest >= 5 ? 1 + Number(shortest >= 10) : 0;
  if (editDistance(mailbox, otherMailbox, inMailbox) > inMailbox) return 3;
  return editDistance(one.slice(left), other.slice(right), 3) <= 3 ? 1 : 3;
}

function phoneLevel(one: string, other: string): number {
  if (one.length < 7 || other.length < 7) return one.slice(-4) === other.slice(-4) ? 1 : 3;
  if (one.slice(-8) === other.slice(-8)) return 1;
  return one.length === other.length && editDistance(one, other, 1) <= 1 ? 2 : 3;
}

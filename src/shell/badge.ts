import { tierLetter, tierStep } from '../domain/index.ts';
import { badgeTexts } from '../i18n/badge.ts';
import { type Language, translate } from '../i18n/index.ts';
import type { TabState } from './messages.ts';

/** What the toolbar shows of a tab: a letter on a colour, and in words why. */
export interface Badge {
  readonly text: string;
  readonly colour: string;
  readonly title: string;
}

/** White letters are readable on each. */
const colours = ['#a5500a', '#0c6f72', '#566079', '#6a7180'] as const;

export function badgeOf({ state, cards, chosen, missed, contacts }: TabState, language: Language): Badge {
  const plain = colours[3];
  const say = (key: 'unknown' | 'several' | 'missed' | 'none' | 'notAllowed' | 'unreadable') =>
    translate(language, badgeTexts[key]);
  if (state === 'known') {
    const card = cards.find(each => each.id === chosen) ?? cards[0]!;
    const { name, tier } = card;
    if (!tier) return { text: '', colour: plain, title: translate(language, badgeTexts.noTier, { name }) };
    const title = translate(language, badgeTexts.tier, { name, tier: tier.name, level: tier.level });
    return { text: tierLetter(tier), colour: colours[tierStep(tier)], title };
  }
  if (state === 'unknown') {
    const [contact] = contacts;
    const who = contact?.email ?? contact?.phone ?? contact?.name ?? '';
    return { text: '?', colour: plain, title: `${say('unknown')} ${who}`.trim() };
  }
  if (state === 'several') return { text: '?', colour: plain, title: say('several') };
  if (state === 'none' && missed) return { text: '!', colour: plain, title: say('missed') };
  return { text: '', colour: plain, title: say(state) };
}

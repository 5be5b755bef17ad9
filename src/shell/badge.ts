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

/** The part of the browser's toolbar that is ours. */
export interface Toolbar {
  paint(tabId: number, badge: Badge): Promise<void>;
  /** Origin of what a tab shows now, '' where that is hidden from us. */
  originIn(tabId: number): Promise<string>;
  /** The title over a page that is not read. */
  readonly unread: string;
}

/**
 * Shows what was found in a tab, unless it has gone elsewhere meanwhile: the browser forgets a badge when a tab goes, but
 * only one that was there by then.
 */
export async function showBadge(toolbar: Toolbar, state: TabState, language: Language): Promise<void> {
  const { tabId, origin } = state;
  await toolbar.paint(tabId, badgeOf(state, language));
  if ((await toolbar.originIn(tabId)) === origin) return;
  await toolbar.paint(tabId, { text: '', colour: colours[3], title: toolbar.unread });
}

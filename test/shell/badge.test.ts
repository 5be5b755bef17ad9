import { expect, it } from 'vitest';
import type { Card } from '../../src/domain/index.ts';
import { type Badge, badgeOf, showBadge } from '../../src/shell/badge.ts';
import type { TabState } from '../../src/shell/messages.ts';

const tier = { name: 'Value', level: 'Low', rank: 2, levels: 3 };
const card = { id: '1', name: 'Ann', tier } as Card;

function tab(part: Partial<TabState>): TabState {
  return {
    ...{ tabId: 1, windowId: 1, origin: 'https://x.test', site: 'generic', thread: '', picked: false },
    ...{ contacts: [], cards: [], chosen: null, state: 'none' },
    ...part,
  } as TabState;
}

it.each<[string, Partial<TabState>, string, string]>([
  ['the letter of the tier', { state: 'known', cards: [card], chosen: '1' }, 'C', 'Ann: Value Low'],
  [
    'nobody without a tier',
    { state: 'known', cards: [{ ...card, tier: null }], chosen: '1' },
    '',
    'Ann: no tier',
  ],
  [
    'who is not known',
    { state: 'unknown', contacts: [{ email: 'a@b.test' }] },
    '?',
    'Not in your base: a@b.test',
  ],
  [
    'that there is a choice',
    { state: 'several', cards: [card, card] },
    '?',
    'Several customers fit: choose who it is',
  ],
  [
    'that a page could not be read',
    { missed: true },
    '!',
    'A message is open, but who writes it could not be read',
  ],
  ['why nothing', {}, '', 'Nobody is writing on this page'],
  ['why nothing: not allowed', { state: 'notAllowed' }, '', 'This site is not allowed: press to allow it'],
])('the toolbar shows %s', (_, part, text, title) => {
  expect(badgeOf(tab(part), 'en')).toMatchObject({ text, title });
});

it('every level has a colour of its own on a ladder of four', () => {
  const shown = [0, 1, 2, 3].map(rank =>
    badgeOf(
      tab({ state: 'known', cards: [{ ...card, tier: { ...tier, rank, levels: 4 } }], chosen: '1' }),
      'zh',
    ),
  );
  expect(new Set(shown.map(each => each.colour)).size).toBeGreaterThanOrEqual(3);
  expect(shown.map(each => each.text)).toEqual(['A', 'B', 'C', 'D']);
});

it.each([
  ['stays while the tab shows the site', 'https://x.test', 'C Ann: Value Low'],
  ['is taken back where the tab has gone to another site', 'https://y.test', ' Not read'],
  ['is taken back where even the address is hidden now', '', ' Not read'],
])('a badge %s', async (_, origin, expected) => {
  let shown = '';
  const toolbar = {
    unread: 'Not read',
    originIn: async () => origin,
    paint: async (_tab: number, { text, title }: Badge) => {
      shown = `${text} ${title}`;
    },
  };
  await showBadge(toolbar, tab({ state: 'known', cards: [card], chosen: '1' }), 'en');
  expect(shown).toBe(expected);
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Sight, type Stage, type Verdict } from '../../src/ui/overlay/trust.ts';

type Rect = { left: number; top: number; width: number; height: number };
type Told = { target: unknown; time: number; isVisible: boolean; boundingClientRect: Rect };

const home: Rect = { left: 900, top: 400, width: 320, height: 372 };
let tell: (entries: Told[]) => void;
let document: { hidden: boolean; isHere: boolean };
let life: AbortController;

/** An element of which only the place is known. */
class Piece extends EventTarget {
  rect = home;
  readonly isConnected = true;
  readonly ownerDocument = {
    get hidden() {
      return document.hidden;
    },
    hasFocus: () => document.isHere,
    documentElement: { matches: () => false },
  };
  getBoundingClientRect = () => this.rect;
}

let card: Piece;
let button: Piece;
let isInPlace: boolean;
let sight: Sight;

/** The browser has looked. */
const see = (piece: Piece, isVisible = true) =>
  tell([{ target: piece, time: performance.now(), isVisible, boundingClientRect: piece.rect }]);
const move = (piece: Piece) => {
  piece.rect = { ...home, left: 1 };
};
const displace = () => {
  isInPlace = false;
};
const leave = () => {
  document.isHere = false;
};
const comeBack = () => {
  document.isHere = true;
};
const turnTab = (hidden: boolean) => {
  document.hidden = hidden;
};
const wait = (milliseconds: number) => vi.advanceTimersByTime(milliseconds);
const point = () => card.dispatchEvent(trusted('pointermove'));
const press = (isTrusted = true): Verdict =>
  sight.judge({ event: trusted('click', isTrusted), button: button as unknown as Element });

function trusted(kind: string, isTrusted = true): Event {
  const event = new Event(kind);
  for (const [name, value] of Object.entries({ isTrusted, timeStamp: performance.now() }))
    Object.defineProperty(event, name, { value });
  return event;
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'performance'] });
  vi.stubGlobal('CSS', { supports: () => true });
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(listener: (entries: Told[]) => void) {
        tell = listener;
      }
      observe() {}
      disconnect() {}
    },
  );
  document = { hidden: false, isHere: true };
  life = new AbortController();
  [card, button] = [new Piece(), new Piece()];
  isInPlace = true;
  const stage = { element: card, isInPlace: () => isInPlace } as unknown as Stage;
  sight = new Sight(stage, life.signal);
  sight.watch(button as unknown as Element);
  see(card);
  see(button);
});

afterEach(() => {
  life.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a press', () => {
  it.each<[string, () => void, Verdict]>([
    ['on what has stood there for a while', () => wait(700), 'meant'],
    ['on what has only just come', () => wait(400), 'sudden'],
    ['on a covered button', () => [wait(700), see(button, false)], 'covered'],
    ['on a button of a card that is covered elsewhere', () => [wait(700), see(card, false)], 'covered'],
    ['on a card that was put elsewhere', () => [wait(700), displace()], 'covered'],
    ['on what was covered until just now', () => [see(button, false), wait(700), see(button)], 'sudden'],
    ['on what has moved', () => [wait(700), move(button)], 'sudden'],
    ['on a card that has moved', () => [wait(700), move(card)], 'sudden'],
    ['of somebody who just came back', () => [leave(), wait(700), comeBack()], 'sudden'],
    [
      'of somebody whose tab just came to the front',
      () => [turnTab(true), wait(700), turnTab(false)],
      'sudden',
    ],
    [
      'of somebody who came back and has pointed at the card for a while',
      () => [leave(), wait(700), point(), wait(700), comeBack()],
      'meant',
    ],
    [
      'of somebody who went again since they pointed at the card',
      () => [leave(), wait(700), point(), comeBack(), wait(700), leave(), wait(700), comeBack()],
      'sudden',
    ],
  ])('%s', (_, prepare, verdict) => {
    prepare();
    expect(press()).toBe(verdict);
  });

  it('of the page is none, wherever the card stands', () => {
    wait(700);
    expect(press(false)).toBe('forged');
  });

  it.each([
    [300, ['sudden', 'sudden', 'sudden', 'sudden']],
    [700, ['meant', 'meant', 'meant', 'meant']],
  ])('again and again, every %i ms', (every, verdicts) => {
    const pressed = verdicts.map(() => {
      wait(every);
      return press();
    });
    expect(pressed).toEqual(verdicts);
  });

  it('by the keyboard counts at the second time after coming back', () => {
    leave();
    wait(700);
    comeBack();
    expect(press()).toBe('sudden');
    wait(700);
    expect(press()).toBe('meant');
  });
});

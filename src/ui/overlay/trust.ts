import type { Pressed } from './Press.tsx';
import type { Box } from './place.ts';

/** How long something must have stood in plain sight, unmoved and unpressed, before a press on it counts. */
const STEADY_MILLISECONDS = 600;
/** How often it is looked whether the person is at another window. */
const ABSENCE_MILLISECONDS = 500;

/** What a press is: to be acted on; not a person's; made on what was covered; made on what has only just come. */
export type Verdict = 'meant' | 'forged' | 'covered' | 'sudden';

interface Seen {
  readonly since: number;
  readonly rect: DOMRectReadOnly;
}

/** What presses are judged on: the card that holds the buttons. */
export interface Stage {
  readonly element: Element;
  /** Whether the card stands as it was put. */
  isInPlace(): boolean;
}

/**
 * Tells whether a press on an element may change anything: a person made it, and the element, with the whole card
 * around it, had been in plain sight for a while. A page can lay something see-through over the card to lead a click
 * onto it, hide the words that say what it does, or bring the card under clicks that were meant for something else - of
 * its own or of another window that closes at the first of them. The browser's own measure of visibility
 * (IntersectionObserver v2) notices what `elementFromPoint` does not.
 */
export class Sight {
  readonly #observer: IntersectionObserver;
  readonly #watched = new Set<Element>();
  readonly #seen = new WeakMap<Element, Seen>();
  readonly #stage: Stage;
  /** When somebody last pressed what had only just come. */
  #hastyAt = Number.NEGATIVE_INFINITY;
  #isAway = false;
  /** Since when somebody who has been at another window points at the card again. */
  #backSince = Number.NEGATIVE_INFINITY;

  constructor(stage: Stage, signal: AbortSignal) {
    this.#stage = stage;
    const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
      threshold: [0.9, 1],
      trackVisibility: true,
      delay: 100,
    };
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
        const { target, time, boundingClientRect: rect } = entry;
        const before = this.#seen.get(target);
        if (!entry.isVisible) this.#seen.delete(target);
        else if (!before || !isSame(before.rect, rect)) this.#seen.set(target, { since: time, rect });
      }
    }, options);
    signal.addEventListener('abort', () => this.#observer.disconnect());
    this.watch(stage.element);
    const timer = setInterval(() => this.#noticeAbsence(), ABSENCE_MILLISECONDS);
    signal.addEventListener('abort', () => clearInterval(timer));
    const pointed = (event: Event) => {
      if (event.isTrusted) this.#backSince = Math.min(this.#backSince, event.timeStamp);
    };
    stage.element.addEventListener('pointermove', pointed, { signal, passive: true });
  }

  /** Begins to watch an element; a ref of it. */
  readonly watch = (element: Element | null): void => {
    if (!element || this.#watched.has(element)) return;
    this.#watched.add(element);
    this.#observer.observe(element);
  };

  /** Looks anew, after the card was moved: what was seen at another place does not count. */
  renew(): void {
    this.#observer.disconnect();
    for (const element of this.#watched) {
      this.#seen.delete(element);
      if (element.isConnected || element === this.#stage.element) this.#observer.observe(element);
      else this.#watched.delete(element);
    }
  }

  judge({ event, button }: Pressed): Verdict {
    if (!event.isTrusted) return 'forged';
    if (!this.#stage.isInPlace() || isTransitionOver(button.ownerDocument)) return 'covered';
    const pieces = [this.#stage.element, button].map(each => ({ each, seen: this.#seen.get(each) }));
    if (pieces.some(({ seen }) => !seen)) return 'covered';
    const hasMoved = pieces.some(({ each, seen }) => !isSame(seen!.rect, each.getBoundingClientRect()));
    if (hasMoved) this.renew();
    this.#noticeAbsence();
    const steady = hasMoved ? Number.POSITIVE_INFINITY : Math.max(...pieces.map(({ seen }) => seen!.since));
    const since = Math.max(this.#hastyAt, this.#backSince, steady);
    const now = event.timeStamp;
    if (now - since >= STEADY_MILLISECONDS) return 'meant';
    this.#hastyAt = now; // who presses again and again means something else
    this.#backSince = Math.min(this.#backSince, now);
    return 'sudden';
  }

  /** The clock looks for it, since a page can keep events from us. */
  #noticeAbsence(): void {
    const { ownerDocument } = this.#stage.element;
    const isAway = ownerDocument.hidden || !ownerDocument.hasFocus();
    if (isAway && !this.#isAway) this.#backSince = Number.POSITIVE_INFINITY;
    this.#isAway = isAway;
  }
}

/** Whether two rectangles are the same to the eye. */
export function isSame(one: Box, other: Box): boolean {
  return (['left', 'top', 'width', 'height'] as const).every(side => Math.abs(one[side] - other[side]) < 1);
}

/** While a view transition runs, moving or not, pictures of the page stand before everything, the card too. */
function isTransitionOver(document: Document): boolean {
  const running = ':active-view-transition';
  return CSS.supports(`selector(${running})`) && document.documentElement.matches(running);
}

import type { Pressed } from './Press.tsx';

/** How long something must have stood in plain sight, unmoved, before a press on it counts. */
const STEADY_MILLISECONDS = 600;

/** What a press is: to be acted on; not a person's; made on what was covered; made on what has only just come. */
export type Verdict = 'meant' | 'forged' | 'covered' | 'sudden';

interface Seen {
  readonly since: number;
  readonly rect: DOMRectReadOnly;
}

/**
 * Tells whether a press on an element may change anything: a person made it, and the element had been in plain sight
 * for a while. A page can lay something see-through over the card to lead a click onto it, or bring the card under a
 * click that was meant for something else. The browser's own measure of visibility (IntersectionObserver v2) notices
 * what `elementFromPoint` does not.
 */
export class Sight {
  readonly #observer: IntersectionObserver;
  readonly #watched = new Set<Element>();
  readonly #seen = new WeakMap<Element, Seen>();
  readonly #isIntact: () => boolean;

  constructor(isIntact: () => boolean, signal: AbortSignal) {
    this.#isIntact = isIntact;
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
      if (element.isConnected) this.#observer.observe(element);
      else this.#watched.delete(element);
    }
  }

  judge({ event, button: element }: Pressed): Verdict {
    if (!event.isTrusted) return 'forged';
    if (!this.#isIntact() || isTransitionOver(element.ownerDocument)) return 'covered';
    const seen = this.#seen.get(element);
    if (!seen) return 'covered';
    if (!isSame(seen.rect, element.getBoundingClientRect())) {
      this.renew();
      return 'sudden';
    }
    return event.timeStamp - seen.since < STEADY_MILLISECONDS ? 'sudden' : 'meant';
  }
}

function isSame(one: DOMRectReadOnly, other: DOMRectReadOnly): boolean {
  return (['left', 'top', 'width', 'height'] as const).every(side => Math.abs(one[side] - other[side]) < 1);
}

/** While a view transition runs, pictures of the page stand before everything, the card too. */
function isTransitionOver(document: Document): boolean {
  return document
    .getAnimations()
    .some(({ effect }) => (effect as KeyframeEffect | null)?.pseudoElement?.startsWith('::view-transition'));
}

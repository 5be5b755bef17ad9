/**
 * Tells whether a press on an element may change anything: a person made it, and the element was in plain sight. A
 * page can lay something see-through over the card to lead a click onto it; the browser's own measure of visibility
 * (IntersectionObserver v2) notices what `elementFromPoint` does not.
 */
export class Sight {
  readonly #observer: IntersectionObserver;
  readonly #seen = new WeakMap<Element, boolean>();

  constructor(signal: AbortSignal) {
    const options: IntersectionObserverInit & { trackVisibility: true; delay: number } = {
      threshold: [0.9, 1],
      trackVisibility: true,
      delay: 100,
    };
    this.#observer = new IntersectionObserver(entries => {
      for (const entry of entries as (IntersectionObserverEntry & { isVisible: boolean })[]) {
        this.#seen.set(entry.target, entry.isVisible);
      }
    }, options);
    signal.addEventListener('abort', () => this.#observer.disconnect());
  }

  /** Begins to watch an element; a ref of it. */
  readonly watch = (element: Element | null): void => {
    if (element) this.#observer.observe(element);
  };

  allows(event: Event): boolean {
    return event.isTrusted && this.#seen.get(event.currentTarget as Element) === true;
  }
}

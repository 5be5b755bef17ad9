import { type ComponentChild, render } from 'preact';
import sheet from './card.css?inline';
import type { Box } from './place.ts';
import { isSame, type Stage } from './trust.ts';

const MOST_RESTORATIONS = 5;
const LINE = 16;

/**
 * The place of the card: a closed shadow root in the top layer, out of reach of the page's styles and scripts. A page
 * that keeps removing, hiding or moving it is left alone after a few times.
 */
export class Host implements Stage {
  readonly #root: HTMLElement;
  readonly element: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #document: Document;
  readonly #box = new CSSStyleSheet();
  /** What in the page had the keyboard before the card. */
  #before: HTMLElement | null = null;
  #shown: Box | null = null;
  #restorations = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.element = document.createElement('div');
    this.element.popover = 'manual';
    this.#shadow = this.element.attachShadow({ mode: 'closed' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(withOwnNames(sheet));
    this.#shadow.adoptedStyleSheets = [styles, this.#box];
    this.#root = document.createElement('div');
    this.#shadow.append(this.#root);
    const options = { signal };
    // What is typed in the card is no shortcut of the page.
    for (const kind of ['keydown', 'keyup', 'keypress']) {
      this.#root.addEventListener(kind, event => event.stopPropagation(), options);
    }
    // Whether there is more to scroll to would tell how much the card holds: the page never scrolls in its stead.
    this.#root.addEventListener('wheel', scroll, { signal, passive: false });
    // Who presses here goes on typing where they were: a page that keeps its own field from taking the keyboard back
    // must not have what is typed there arrive as the letters of the card's buttons.
    this.#root.addEventListener('mousedown', event => event.preventDefault(), options);
    this.element.addEventListener('toggle', () => this.#restore(), options);
    const observer = new MutationObserver(() => this.#restore());
    observer.observe(document.documentElement, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.hide();
    });
  }

  /** Shows the card in this rectangle of the window. */
  show({ left, top, width, height }: Box): void {
    this.#shown = { left, top, width, height };
    this.#lay(this.#shown);
    if (!this.isIntact() && this.#restorations <= MOST_RESTORATIONS) this.#open();
  }

  /** Draws the card. The keyboard stays where it is, on a button drawn anew for the same letter too. */
  draw(card: ComponentChild): void {
    const held = this.#shadow.activeElement;
    render(card, this.#root);
    if (held && !this.hasFocus()) this.#focus(held.getAttribute('data-letter'));
  }

  /** Puts the card before everything that has been opened over it since, and right where it belongs. */
  raise(): void {
    if (!this.#shown || !this.isIntact()) return;
    const held = this.#shadow.activeElement as HTMLElement | null;
    this.#lay(this.#shown);
    this.element.hidePopover();
    this.element.showPopover();
    held?.focus();
  }

  hide(): void {
    this.#shown = null;
    render(null, this.#root);
    this.element.remove();
  }

  /** Whether the card is where it was put: in this document, in the top layer, in nothing of the page's. */
  isIntact(): boolean {
    const { element } = this;
    return element.parentNode === this.#document.documentElement && element.matches(':popover-open');
  }

  isInPlace(): boolean {
    return (
      this.isIntact() && this.#shown !== null && isSame(this.#shown, this.element.getBoundingClientRect())
    );
  }

  /** Puts the keyboard into the card, or back to where it was in the page. */
  swapFocus(): void {
    if (this.hasFocus()) {
      (this.#shadow.activeElement as HTMLElement).blur();
      this.#before?.focus();
    } else {
      this.#before = this.#document.activeElement as HTMLElement | null;
      this.#focus();
    }
  }

  hasFocus(): boolean {
    return this.#shadow.activeElement !== null;
  }

  /** On the button of a letter, else on the first. */
  #focus(letter: string | null = null): void {
    const button = this.#root.querySelector<HTMLElement>(`[data-letter="${letter}"]`);
    (button ?? this.#root.querySelector('button'))?.focus();
  }

  #lay({ left, top, width, height }: Box): void {
    const lengths = Object.entries({ left, top, width, height }).map(
      ([side, pixels]) => `${side}: ${pixels}px !important;`,
    );
    // A page may show all that it holds larger or smaller: the card is no part of it.
    const zoom = 1 / (this.#document.documentElement.currentCSSZoom ?? 1);
    this.#box.replaceSync(`:host { ${lengths.join(' ')} zoom: ${zoom} !important; }`);
  }

  #open(): void {
    const { element } = this;
    if (element.parentNode !== this.#document.documentElement) this.#document.documentElement.append(element);
    element.popover = 'manual';
    element.inert = false;
    if (!element.matches(':popover-open')) element.showPopover();
  }

  #restore(): void {
    if (!this.#shown || this.isIntact() || ++this.#restorations > MOST_RESTORATIONS) return;
    this.#open();
  }
}

/** A page may declare of any custom property that it is not inherited or what it is at first: it has to know its name. */
function withOwnNames(css: string): string {
  const own = crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
  return css.replace(/--(?=[a-z])/g, `--n${own}-`);
}

function scroll(event: WheelEvent): void {
  event.preventDefault();
  event.stopPropagation();
  const inside = (event.target as Element).closest('.scroller');
  inside?.scrollBy(0, event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE : event.deltaY);
}

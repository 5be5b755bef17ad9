import sheet from './card.css?inline';

const MOST_REMOVALS = 5;

/**
 * The place of the card: a closed shadow root in the top layer, out of reach of the page's styles and scripts. A page
 * that keeps removing it is left alone after a few times.
 */
export class Host {
  readonly root: HTMLElement;
  readonly #element: HTMLElement;
  readonly #shadow: ShadowRoot;
  readonly #document: Document;
  #shown = false;
  #removals = 0;

  constructor(document: Document, signal: AbortSignal) {
    this.#document = document;
    this.#element = document.createElement('div');
    this.#element.popover = 'manual';
    this.#shadow = this.#element.attachShadow({ mode: 'closed' });
    const styles = new CSSStyleSheet();
    styles.replaceSync(sheet);
    this.#shadow.adoptedStyleSheets = [styles];
    this.root = document.createElement('div');
    this.#shadow.append(this.root);
    // What is typed in the card is no shortcut of the page.
    for (const kind of ['keydown', 'keyup', 'keypress']) {
      this.root.addEventListener(kind, event => event.stopPropagation(), { signal });
    }
    const observer = new MutationObserver(() => this.#restore());
    observer.observe(document.documentElement, { childList: true });
    signal.addEventListener('abort', () => {
      observer.disconnect();
      this.hide();
    });
  }

  show(): void {
    this.#shown = true;
    if (!this.#element.isConnected && this.#removals <= MOST_REMOVALS) {
      this.#document.documentElement.append(this.#element);
      this.#element.showPopover();
    }
  }

  hide(): void {
    this.#shown = false;
    this.#element.remove();
  }

  /** Puts the keyboard into the card. */
  focus(): void {
    this.root.querySelector<HTMLElement>('button')?.focus();
  }

  hasFocus(): boolean {
    return this.#shadow.activeElement !== null;
  }

  #restore(): void {
    if (!this.#shown || this.#element.isConnected) return;
    this.#removals++;
    this.show();
  }
}

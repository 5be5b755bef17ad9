import type { monaco } from './monaco.ts';

/** One piece of the line above a declaration; pressing it opens what it counts. */
export interface LensPart {
  readonly text: string;
  readonly tone: 'strong' | 'plain' | 'enters' | 'leaves' | 'level';
  /** Said instead of the text where the text is too short to be understood. */
  readonly title: string;
  /** A bar behind the text, 0..1; null for none. */
  readonly share: number | null;
  readonly press: (() => void) | null;
}

/** The line above the declaration that begins at `start`. */
export interface Lens {
  readonly key: string;
  readonly start: number;
  readonly held: boolean;
  readonly parts: readonly LensPart[];
}

interface Shown {
  readonly zone: string;
  readonly node: HTMLElement;
  readonly line: number;
}

const heightInPixels = 26;

/**
 * The live lines above declarations, as view zones of an editor. Their texts change in place, so that nothing
 * moves while numbers run; zones are set anew only where a declaration's line has changed.
 */
export class LensLayer {
  readonly #editor: monaco.editor.IStandaloneCodeEditor;
  #shown = new Map<string, Shown>();
  #lines = 0;

  constructor(editor: monaco.editor.IStandaloneCodeEditor) {
    this.#editor = editor;
  }

  show(lenses: readonly Lens[]): void {
    const model = this.#editor.getModel();
    if (!model) return;
    const placed = lenses.map(lens => ({ lens, line: model.getPositionAt(lens.start).lineNumber }));
    const inPlace =
      this.#lines === model.getLineCount() &&
      placed.length === this.#shown.size &&
      placed.every(({ lens, line }) => this.#shown.get(lens.key)?.line === line);
    if (!inPlace) this.#place(placed);
    this.#lines = model.getLineCount();
    for (const lens of lenses) {
      const shown = this.#shown.get(lens.key);
      if (shown) draw(shown.node, lens);
    }
  }

  #place(placed: readonly { lens: Lens; line: number }[]): void {
    this.#editor.changeViewZones(zones => {
      for (const { zone } of this.#shown.values()) zones.removeZone(zone);
      const next = new Map<string, Shown>();
      for (const { lens, line } of placed) {
        const node = this.#shown.get(lens.key)?.node ?? lensNode();
        const zone = zones.addZone({
          afterLineNumber: line - 1,
          heightInPx: heightInPixels,
          domNode: node,
          suppressMouseDown: true,
          showInHiddenAreas: true, // the declaration above may be folded
        });
        next.set(lens.key, { zone, node, line });
      }
      this.#shown = next;
    });
  }
}

/** The zone's own node is laid out by the editor; the parts lie in one of ours. */
function lensNode(): HTMLElement {
  const node = document.createElement('div');
  node.className = 'lens';
  const parts = document.createElement('div');
  parts.className = 'lensParts';
  // else the editor takes the press for a place of the cursor, and the button never hears of it
  for (const press of ['pointerdown', 'mousedown'])
    parts.addEventListener(press, event => event.stopPropagation());
  node.append(parts);
  return node;
}

function draw(zone: HTMLElement, lens: Lens): void {
  const node = zone.firstElementChild as HTMLElement;
  node.classList.toggle('lensHeld', lens.held);
  const parts = lens.parts.map((part, index) => {
    const tag = part.press ? 'BUTTON' : 'SPAN';
    const old = node.children[index];
    const element = old?.tagName === tag ? (old as HTMLElement) : document.createElement(tag);
    element.className = `lensPart lens-${part.tone}`;
    if (element.textContent !== part.text) element.textContent = part.text;
    element.title = part.title;
    if (part.share === null) element.style.removeProperty('--share');
    else element.style.setProperty('--share', `${part.share * 100}%`);
    if (element instanceof HTMLButtonElement) {
      element.type = 'button';
      element.tabIndex = -1; // Alt+Enter does the same from the keyboard, without 60 stops on the way
      element.onclick = part.press;
    }
    return element;
  });
  const same = parts.length === node.children.length && parts.every((part, i) => part === node.children[i]);
  if (!same) node.replaceChildren(...parts);
}

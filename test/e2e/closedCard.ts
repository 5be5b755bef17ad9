import { type CDPSession, expect, type Page } from '@playwright/test';
import { cardTexts } from '../../src/i18n/card.ts';

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The card over a page, read and pressed through the browser's debugger: pages and their tools cannot see into it. */
export class ClosedCard {
  readonly #page: Page;
  readonly #session: CDPSession;

  private constructor(page: Page, session: CDPSession) {
    this.#page = page;
    this.#session = session;
  }

  static async of(page: Page): Promise<ClosedCard> {
    return new ClosedCard(page, await page.context().newCDPSession(page));
  }

  /** All words of the card, '' where there is none. */
  async text(): Promise<string> {
    return (await this.#roots()).map(wordsOf).join(' ').replace(/\s+/g, ' ').trim();
  }

  /** Presses the button that has these words, or this label, with the mouse, once it is there. */
  async press(words: string): Promise<void> {
    const { x, y } = await this.middleOf(words);
    await this.#page.mouse.click(x, y);
  }

  /** Presses a button that changes something: again, where the card says that it had only just come. */
  async pressSteadily(words: string): Promise<void> {
    await expect(async () => {
      await this.press(words);
      const text = await this.text();
      for (const language of ['en', 'zh'] as const) expect(text).not.toContain(cardTexts.sudden[language]);
      for (const language of ['en', 'zh'] as const) expect(text).not.toContain(cardTexts.covered[language]);
    }).toPass();
  }

  /** How many cards there are: of a script that has lost its extension, too. */
  async count(): Promise<number> {
    return (await this.#roots()).filter(root => wordsOf(root) !== '').length;
  }

  /** The rectangle of the card in the window, null where there is none. */
  async box(): Promise<Box | null> {
    const [root] = await this.#roots();
    const frame = root && childrenOf(root).find(each => attributeOf(each, 'class') === 'frame');
    return frame ? this.#boxOf(frame) : null;
  }

  /** The middle of the button that has these words, or this label, once it is there. */
  async middleOf(words: string): Promise<{ x: number; y: number }> {
    const find = async () =>
      (await this.#roots()).flatMap(buttonsIn).find(each => labelOf(each).includes(words));
    await expect.poll(async () => (await find()) !== undefined, `a button "${words}" on the card`).toBe(true);
    const button = (await find())!;
    const { x, y, width, height } = await this.#boxOf(button);
    return { x: x + width / 2, y: y + height / 2 };
  }

  async #boxOf({ nodeId }: Node): Promise<Box> {
    const { model } = await this.#session.send('DOM.getBoxModel', { nodeId });
    const [x, y, , , right, bottom] = model.border as [number, number, number, number, number, number];
    return { x, y, width: right - x, height: bottom - y };
  }

  async #roots(): Promise<Node[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    return closedRoots(root as unknown as Node);
  }
}

function childrenOf(node: Node): Node[] {
  return (node.children ?? []).flatMap(each => [each, ...childrenOf(each)]);
}

function closedRoots(node: Node): Node[] {
  const own = (node.shadowRoots ?? []).filter(root => root.shadowRootType === 'closed');
  return [...own, ...(node.children ?? []).flatMap(closedRoots)];
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  const words = attributeOf(node, 'data-words');
  if (words !== null) return words;
  if (attributeOf(node, 'role') === 'img') return attributeOf(node, 'aria-label') ?? '';
  return (node.children ?? []).map(wordsOf).join(' ');
}

function buttonsIn(node: Node): Node[] {
  const inside = (node.children ?? []).flatMap(buttonsIn);
  return node.nodeName === 'BUTTON' ? [node, ...inside] : inside;
}

function labelOf(button: Node): string {
  return `${attributeOf(button, 'aria-label') ?? ''} ${wordsOf(button)}`;
}

function attributeOf(node: Node, name: string): string | null {
  const at = node.attributes?.indexOf(name) ?? -1;
  return at >= 0 ? node.attributes![at + 1]! : null;
}

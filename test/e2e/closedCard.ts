import { type CDPSession, expect, type Page } from '@playwright/test';

interface Node {
  readonly nodeId: number;
  readonly nodeName: string;
  readonly nodeValue?: string;
  readonly attributes?: readonly string[];
  readonly shadowRootType?: string;
  readonly shadowRoots?: readonly Node[];
  readonly children?: readonly Node[];
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
    const find = async () =>
      (await this.#roots()).flatMap(buttonsIn).find(each => labelOf(each).includes(words));
    await expect.poll(async () => (await find()) !== undefined, `a button "${words}" on the card`).toBe(true);
    const button = (await find())!;
    const { model } = await this.#session.send('DOM.getBoxModel', { nodeId: button.nodeId });
    const [left, top, , , right, bottom] = model.content as [number, number, number, number, number, number];
    await this.#page.mouse.click((left + right) / 2, (top + bottom) / 2);
  }

  async #roots(): Promise<Node[]> {
    const { root } = await this.#session.send('DOM.getDocument', { depth: -1, pierce: true });
    return closedRoots(root as unknown as Node);
  }
}

function closedRoots(node: Node): Node[] {
  const own = (node.shadowRoots ?? []).filter(root => root.shadowRootType === 'closed');
  return [...own, ...(node.children ?? []).flatMap(closedRoots)];
}

function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return node.nodeValue ?? '';
  return (node.children ?? []).map(wordsOf).join(' ');
}

function buttonsIn(node: Node): Node[] {
  const inside = (node.children ?? []).flatMap(buttonsIn);
  return node.nodeName === 'BUTTON' ? [node, ...inside] : inside;
}

function labelOf(button: Node): string {
  const at = button.attributes?.indexOf('aria-label') ?? -1;
  return `${at >= 0 ? button.attributes![at + 1] : ''} ${wordsOf(button)}`;
}

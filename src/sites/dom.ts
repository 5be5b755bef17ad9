/** What whoever writes a message can fill: an address in it is text, wherever the page shows it. */
export const QUOTED = 'blockquote, [role=document], [contenteditable=true], [role=textbox]';

/** Whether somebody can see the element, or at least scroll to it. */
export function isVisible(element: Element): boolean {
  if (element.closest('[hidden], [aria-hidden=true], [inert]')) return false;
  return typeof element.checkVisibility === 'function' ? element.checkVisibility() : true;
}

/** All elements that match, in document order; with `shadow` those in open shadow roots too. */
export function findAll(root: ParentNode, selector: string, shadow = false): Element[] {
  const found = [...root.querySelectorAll(selector)];
  if (!shadow) return found;
  for (const host of root.querySelectorAll('*')) {
    if (host.shadowRoot && host.localName.includes('-'))
      found.push(...findAll(host.shadowRoot, selector, true));
  }
  return found;
}

/** Those that lie in no other of them. */
export function outermost(elements: readonly Element[]): Element[] {
  return elements.filter(each => !elements.some(other => other !== each && other.contains(each)));
}

const BLOCK =
  /^(?:ADDRESS|ARTICLE|ASIDE|BR|BUTTON|DD|DIV|DL|DT|FIGURE|FOOTER|FORM|H[1-6]|HEADER|LABEL|LI|MAIN|OL|OPTION|P|SECTION|TABLE|TBODY|TD|TH|TR|UL)$/;

/** The text of an element on one line; what stands in blocks of its own is not run together. */
export function lineOf(element: Element): string {
  return textIn(element).replace(/\s+/g, ' ').trim();
}

function textIn(element: Element): string {
  if (element.childElementCount === 0) return element.textContent ?? '';
  let text = '';
  for (const child of element.childNodes) {
    if (child.nodeType === 3) text += child.nodeValue;
    else if (child.nodeType === 1) {
      const inside = textIn(child as Element);
      text += BLOCK.test((child as Element).tagName) ? ` ${inside} ` : inside;
    }
  }
  return text;
}

/** A document of a page, and the frames that lead to it, the outermost first. */
export interface Held {
  readonly document: Document;
  readonly frames: readonly Element[];
}

/** The page's own document, then those in its frames that `documentIn` lets count. */
export function documentsIn(page: Document, frames: readonly Element[] = []): Held[] {
  const inside = [...page.querySelectorAll('iframe, frame')].flatMap(frame => {
    const held = documentIn(frame);
    return held ? documentsIn(held, [...frames, frame]) : [];
  });
  return [{ document: page, frames }, ...inside];
}

/**
 * The document in a frame of the page's own origin that has an address of its own. A frame that a message brings
 * along (srcdoc, about:blank, blob:) would inherit the origin and speak for the page, so it is none.
 */
export function documentIn(frame: Element): Document | null {
  const held = (frame as HTMLIFrameElement).contentDocument;
  if (!held || frame.hasAttribute('srcdoc') || frame.hasAttribute('sandbox')) return null;
  return /^https?:/.test(held.URL) ? held : null;
}

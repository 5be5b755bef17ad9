import type { Box } from './place.ts';

const EDITABLE = 'textarea, [contenteditable]:not([contenteditable=false]), iframe';
const WINDOW = '[role=dialog], dialog, form';
/** Lower than this it is a field for a line or a search, not for an answer. */
const LEAST_HEIGHT = 40;
/** Of the page's window: what takes more is the page, not a window in it. */
const MOST_SHARE = 0.6;

/** The fields for an answer that can be seen now, the one in use first. `selector` is the site's, '' = none known. */
export function composeFields(document: Document, selector: string): HTMLElement[] {
  const used = document.activeElement;
  const fields = [
    ...(used?.matches(EDITABLE) ? [used] : []),
    ...(selector ? document.querySelectorAll(selector) : []),
  ];
  return [...new Set(fields)].filter((field): field is HTMLElement => {
    if (!(field instanceof HTMLElement) || !isEditable(field)) return false;
    return field.checkVisibility() && field.getBoundingClientRect().height >= LEAST_HEIGHT;
  });
}

/** What the card stays off: the window in which somebody writes, with its buttons, or the field alone. */
export function composeRegion(field: HTMLElement): Box {
  const whole = field.closest(WINDOW)?.getBoundingClientRect();
  const { clientWidth, clientHeight } = field.ownerDocument.documentElement;
  const fits = whole && whole.width * whole.height < clientWidth * clientHeight * MOST_SHARE;
  return fits && whole.width > 0 ? whole : field.getBoundingClientRect();
}

/** Puts a text where the cursor stands in a field, as if it had been typed: the page's own undo takes it back. */
export function insertText(field: HTMLElement, text: string): boolean {
  field.focus();
  const within = frameOf(field)?.contentDocument;
  within?.body.focus();
  return (within ?? field.ownerDocument).execCommand('insertText', false, text);
}

function isEditable(field: HTMLElement): boolean {
  if (field instanceof HTMLTextAreaElement) return !field.disabled && !field.readOnly;
  const frame = frameOf(field);
  if (!frame) return field.isContentEditable;
  const within = frame.contentDocument; // null for another origin
  return within?.designMode === 'on' || within?.body?.isContentEditable === true;
}

function frameOf(field: HTMLElement): HTMLIFrameElement | null {
  return field instanceof HTMLIFrameElement ? field : null;
}

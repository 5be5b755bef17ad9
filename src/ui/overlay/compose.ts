import { documentsIn } from '../../sites/index.ts';
import type { Box } from './place.ts';
import { rectInPage } from './rect.ts';

const EDITABLE = 'textarea, [contenteditable]:not([contenteditable=false]), iframe';
/** Editors that hold their text themselves: what comes behind their back is taken out again, or not undone. */
const SELF_HELD =
  '.ck-editor__editable, .cke_editable, .public-DraftEditor-content, [data-slate-editor], [data-lexical-editor]';
const WINDOW = '[role=dialog], dialog, form';
/** Lower than this, what merely has the keyboard is a field for a line or a search, not for an answer. */
const LEAST_HEIGHT = 40;
/** Of the page's window: what takes more is the page, not a window in it. */
const MOST_SHARE = 0.6;
/** For so long an editor may take to show what was put into it. */
const SETTLED_MILLISECONDS = 100;

/**
 * The fields for an answer that can be seen now, in the page and in frames of its origin, the one in use first.
 * `selector` is the site's, '' = none known.
 */
export function composeFields(page: Document, selector: string): HTMLElement[] {
  const documents = documentsIn(page).map(each => each.document);
  const used = documents.flatMap(({ activeElement }) =>
    activeElement?.matches(EDITABLE) ? [activeElement] : [],
  );
  const known = documents.flatMap(each => (selector ? [...each.querySelectorAll(selector)] : []));
  return [...new Set([...used, ...known] as HTMLElement[])].filter(field => {
    if (!isEditable(field) || !field.checkVisibility()) return false;
    return field.getBoundingClientRect().height >= (known.includes(field) ? 1 : LEAST_HEIGHT);
  });
}

/** What the card stays off: the window in which somebody writes, with its buttons, or the field alone. */
export function composeRegion(field: HTMLElement): Box {
  const around = field.closest(WINDOW);
  const whole = around && rectInPage(around);
  const { clientWidth, clientHeight } = field.ownerDocument.documentElement;
  const fits = whole && whole.width * whole.height < clientWidth * clientHeight * MOST_SHARE;
  return fits && whole.width > 0 ? whole : rectInPage(field);
}

/**
 * Puts a text where the cursor stands in a field, as if it had been typed, or pasted where an editor holds its text
 * itself: the page hears of it, its own undo takes it back, and no text becomes HTML. Resolves whether it is there.
 */
export async function insertText(field: HTMLElement, text: string): Promise<boolean> {
  const target = editableOf(field);
  if (!target) return false;
  field.focus();
  target.focus();
  const before = contentOf(target);
  for (const put of target.matches(SELF_HELD) ? [paste] : [type, paste]) {
    put(target, text);
    await new Promise(resolve => setTimeout(resolve, SETTLED_MILLISECONDS));
    if (contentOf(target) !== before) return true;
  }
  return false;
}

function type(target: HTMLElement, text: string): void {
  target.ownerDocument.execCommand('insertText', false, text);
}

function paste(target: HTMLElement, text: string): void {
  const clipboardData = new DataTransfer();
  clipboardData.setData('text/plain', text);
  target.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
}

function contentOf(target: HTMLElement): string {
  return (target as HTMLTextAreaElement).value ?? target.textContent ?? '';
}

function isEditable(field: HTMLElement): boolean {
  const { disabled, readOnly } = field as HTMLTextAreaElement;
  return editableOf(field) !== null && !disabled && !readOnly;
}

/** The element that takes what is typed: the field itself, or within the frame that it is. */
function editableOf(field: HTMLElement): HTMLElement | null {
  if (field.localName === 'textarea') return field;
  if (field.localName !== 'iframe') return field.isContentEditable ? field : null;
  const held = (field as HTMLIFrameElement).contentDocument; // null for another origin
  if (!held?.body) return null;
  if (held.designMode === 'on' || held.body.isContentEditable) return held.body;
  return held.body.querySelector<HTMLElement>('[contenteditable=""], [contenteditable=true]');
}

import { isVisible } from './dom.ts';
import { isInMessageList, isMessageText } from './marks.ts';

const OPEN = '[aria-selected=true], [aria-current]:not([aria-current=false]), .selected, .active, .is-open';
/** One message of several that are open together. */
export const MESSAGE = 'article, [role=article], [data-message-id], [data-messageid]';
const STATED = '[title*="@"], [data-email], [email], a[href^="mailto:" i]';
const ROW = /^(?:TR|LI|DIV|SECTION)$/;
const NEAR = 7;
const SHORT = 40;
/** A line of a list has no more letters. */
const LONG = 800;
const CARD = /(?:^|[^a-z])(?:card|item|entry|row)(?:[^a-z]|$)/i;

/** Whether a line of a list is marked as the open one. */
export function isOpen(row: Element): boolean {
  return row.closest(OPEN) !== null;
}

/**
 * Finds the line of a list of messages, tickets or people in which an element lies: lines that are alike, each with
 * an address and none with a text. `heads` are elements that make what is around them the head of a message instead.
 */
export function rowFinder(heads: ReadonlySet<Element>): (element: Element) => Element | null {
  const known = new Map<Element, boolean>();
  const isOneOfMany = (row: Element): boolean => {
    if (row.tagName === 'TR' && hasColumns(row)) return true;
    if (isValue(row)) return false;
    const alike = [...(row.parentElement?.children ?? [])].filter(
      each =>
        each.tagName === row.tagName &&
        each.classList[0] === row.classList[0] &&
        isVisible(each) &&
        statesAddress(each),
    );
    const isHead = (each: Element) => [...heads].some(head => each.contains(head));
    const isList =
      alike.length > 1 && !alike.every(isValue) && !alike.some(each => holdsText(each) || isHead(each));
    for (const each of alike) known.set(each, isList);
    return isList;
  };
  return element => {
    if (isInMessageList(element)) return element;
    let at: Element | null = element;
    for (let steps = 0; at && steps < NEAR && at.tagName !== 'BODY'; steps++, at = at.parentElement) {
      if (at.matches('[aria-selected], [aria-current], [role=option], [role=grid] [role=row]')) return at; // can be opened
      if (at.matches(MESSAGE)) return null;
      const isLine =
        ROW.test(at.tagName) || at.matches('[role=row], [role=listitem], a:not([href^="mailto:" i])');
      if (isLine && (known.get(at) ?? isOneOfMany(at))) return at;
    }
    return null;
  };
}

/** A label and what it labels: a line of the head of a message, or of somebody's card. */
function isValue(row: Element): boolean {
  const [label, value] = row.children;
  if (!label || !value || row.children.length > 2 || label.querySelector('a') || CARD.test(row.className))
    return false;
  return !statesAddress(label) && statesAddress(value) && (label.textContent ?? '').trim().length < SHORT;
}

/** A table with a line of headings above its columns is a list, though it has one line. */
function hasColumns(row: Element): boolean {
  const headings = row.closest('table')?.querySelectorAll('thead th, tr:first-child > th');
  return headings !== undefined && headings.length > 1 && !row.querySelector('th');
}

function statesAddress(element: Element): boolean {
  return (
    element.matches(STATED) ||
    element.querySelector(STATED) !== null ||
    /\S@\S+\.\S/.test(element.textContent ?? '')
  );
}

/** A message that is open in its place has its text, as a part that is called so or as a frame. */
function holdsText(row: Element): boolean {
  if ((row.textContent ?? '').length > LONG) return true;
  if (row.matches(MESSAGE) || row.querySelector(`${MESSAGE}, iframe, blockquote`)) return true;
  return [...row.querySelectorAll('*')].some(isMessageText);
}

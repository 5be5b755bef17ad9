import { type ComponentChild, render } from 'preact';
import { act } from 'preact/test-utils';

/** Draws into a fresh element of the document; its effects have run on return. */
export async function draw(content: ComponentChild): Promise<HTMLElement> {
  const place = document.createElement('div');
  document.body.replaceChildren(place);
  await act(async () => render(content, place));
  return place;
}

/** Does something to the page and waits until it is drawn. */
export async function doing(what: () => void): Promise<void> {
  await act(async () => what());
}

/** Presses a key at an element; tells whether the page kept the browser from acting on it. */
export async function press(target: Element, key: string, more: KeyboardEventInit = {}): Promise<boolean> {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more });
  await doing(() => target.dispatchEvent(event));
  return event.defaultPrevented;
}

/** The element of that role, whose accessible name (label or text) is `name` where it is given. */
export function byRole<Found extends HTMLElement>(place: Element, role: string, name?: string): Found {
  const found = [...place.querySelectorAll<Found>(`[role="${role}"], ${role}`)].find(
    each => name === undefined || each.getAttribute('aria-label') === name || each.textContent === name,
  );
  if (!found) throw new Error(`no ${role} ${name ?? ''} in ${place.innerHTML.slice(0, 500)}`);
  return found;
}

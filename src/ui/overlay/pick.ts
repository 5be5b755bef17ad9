import type { TaughtPlace } from '../../domain/index.ts';
import { fill } from '../../i18n/index.ts';
import type { PageOrder } from '../../shell/client.ts';
import { documentIn, documentsIn, type Lesson, learn } from '../../sites/index.ts';
import sheet from './pick.css?inline';
import { rectInPage } from './rect.ts';

type Looks = Extract<PageOrder, { name: 'pick' }>;

const KEPT_MILLISECONDS = 4_000;
const PRESSES = ['pointerdown', 'pointerup', 'mousedown', 'mouseup', 'click', 'auxclick', 'dblclick'];

/**
 * Has the user point at who is writing, in the page or in a frame of its origin, shows what would be read there, and
 * keeps it when they agree. Nothing that they press meanwhile reaches the page. Ends with `signal`, with Esc, or when
 * the place is kept.
 */
export function pick(
  document: Document,
  looks: Looks,
  keep: (place: TaughtPlace) => Promise<void>,
  signal: AbortSignal,
): void {
  const life = new AbortController();
  const ended = AbortSignal.any([signal, life.signal]);
  const stop = () => life.abort();
  const host = document.createElement('div');
  host.popover = 'manual';
  const shadow = host.attachShadow({ mode: 'closed' });
  const styles = new CSSStyleSheet();
  styles.replaceSync(sheet);
  shadow.adoptedStyleSheets = [styles];
  const frame = make('div', { class: 'mark' });
  const bar = make('div', { class: 'bar', role: 'dialog', tabindex: '-1', 'data-theme': looks.theme });
  bar.lang = looks.language;
  bar.setAttribute('aria-label', looks.words.region);
  shadow.append(frame, bar);
  const followed = new WeakSet<Document>();
  let isPointing = true;
  let isForeign = false;

  const isOwn = (event: Event) => event.composedPath().includes(host);
  const targetOf = (event: Event) => {
    const target = event.composedPath()[0];
    // Elements of a frame are none of this window's kind.
    return (target as Node).nodeType === 1 && !isOwn(event) ? (target as Element) : null;
  };

  const point = (words: 'point' | 'nothing' | 'foreign') => {
    isPointing = true;
    isForeign = words === 'foreign';
    show(looks.words[words], [button(looks.words.stop, stop)]);
  };
  const found = (lesson: Lesson) => {
    isPointing = false;
    const { contacts, suggestions } = lesson.reading;
    const { name, email, phone } = contacts[0] ?? suggestions[0]!;
    const person = [name, email ?? phone].filter(Boolean).join(' · ');
    const words = contacts.length > 0 ? looks.words.found : looks.words.guess;
    const agree = button(looks.words.keep, () => void keepPlace(lesson.place), 'primary');
    show(fill(looks.language, words, { person }), [
      agree,
      button(looks.words.again, () => point('point')),
      button(looks.words.stop, stop),
    ]);
    agree.focus();
  };
  const keepPlace = async (place: TaughtPlace) => {
    try {
      await keep(place);
      frame.hidden = true;
      show(fill(looks.language, looks.words.kept, { site: new URL(place.origin).host }), []);
      setTimeout(stop, KEPT_MILLISECONDS);
    } catch (error) {
      console.error(error);
      show(looks.words.failed, [
        button(looks.words.again, () => point('point')),
        button(looks.words.stop, stop),
      ]);
    }
  };
  const choose = (element: Element | null) => {
    if (!element) return;
    mark(element);
    if (isFrame(element)) return point('foreign');
    const lesson = learn(element, document, new URL(document.URL));
    if (lesson) found(lesson);
    else point('nothing');
  };

  const mark = (element: Element) => {
    const { left, top, width, height } = rectInPage(element);
    frame.hidden = false;
    frame.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  };
  const show = (text: string, buttons: readonly HTMLElement[]) => {
    const said = make('p', { role: 'status' });
    said.textContent = text;
    const row = make('div', { class: 'row' });
    row.append(...buttons);
    bar.replaceChildren(said, row);
  };

  const moved = (event: Event) => {
    const target = targetOf(event);
    if (!isPointing || !event.isTrusted || !target) return;
    const held = isFrame(target) ? documentIn(target) : null;
    if (held) return follow(held); // one that has come, or has another page, since the pointing began
    mark(target);
    if (isFrame(target) !== isForeign) point(isForeign ? 'point' : 'foreign');
  };
  const pressed = (event: Event) => {
    if (isOwn(event) || !event.isTrusted) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.type === 'click' && isPointing) choose(targetOf(event));
  };
  const typed = (event: KeyboardEvent) => {
    if (!event.isTrusted || (event.key !== 'Escape' && event.key !== 'Enter')) return;
    if (event.key === 'Enter' && (isOwn(event) || !isPointing)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (event.key === 'Escape') stop();
    else choose(selectedElement(document));
  };

  /** A press on a frame of another site is not heard here, but it takes the keyboard away. */
  const left = (event: Event) => {
    const taken = document.activeElement;
    if (!isPointing || !event.isTrusted || !taken || !isFrame(taken) || documentIn(taken)) return;
    choose(taken);
    setTimeout(() => bar.focus()); // not before the frame has it: then Esc is heard again
  };

  const first = { signal: ended, capture: true };
  const follow = (each: Document) => {
    const view = each.defaultView;
    if (!view || followed.has(each)) return;
    followed.add(each);
    for (const kind of ['pointerover', 'pointermove', 'mousemove']) view.addEventListener(kind, moved, first);
    for (const kind of PRESSES) view.addEventListener(kind, pressed, first);
    view.addEventListener('keydown', typed, first);
  };
  for (const each of documentsIn(document)) follow(each.document);
  document.defaultView?.addEventListener('blur', left, { signal: ended });
  ended.addEventListener('abort', () => host.remove());
  frame.hidden = true;
  document.documentElement.append(host);
  host.showPopover();
  point('point');
  bar.focus();
}

function button(words: string, press: () => void, kind = ''): HTMLButtonElement {
  const made = make('button', { type: 'button', class: kind });
  made.textContent = words;
  made.addEventListener('click', event => {
    if (event.isTrusted) press();
  });
  return made;
}

function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string>>,
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
  return made;
}

/** The element in which a selection stands, else the one that has the keyboard; in frames of the page's origin too. */
function selectedElement(page: Document): Element | null {
  const documents = documentsIn(page).map(each => each.document);
  for (const document of documents) {
    const selection = document.getSelection();
    const node = selection && !selection.isCollapsed ? selection.getRangeAt(0).commonAncestorContainer : null;
    const element = node?.nodeType === 1 ? (node as Element) : node?.parentElement;
    if (element) return element;
  }
  const focused = documents.findLast(({ activeElement, body }) => activeElement && activeElement !== body);
  return focused?.activeElement ?? null;
}

function isFrame(element: Element): boolean {
  return element.localName === 'iframe' || element.localName === 'frame';
}

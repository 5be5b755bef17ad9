import { type Circumstances, documentsIn, type PageReading, readPage } from '../../sites/index.ts';
import { Pace } from './pace.ts';

/** Who a page is about, as it was last seen. */
export type Sighting = PageReading;

/** For so long after a person did something, what changes in the page is probably what they wait for. */
const AFTER_DEED = 1_500;
/** Further nodes of one change are not looked into. */
const MOST_NODES = 200;

/**
 * Watches a page and calls whenever the open thread, or the people in it, change; `again` forces a call for the same.
 * Looks only while the page is visible, at the pace of `Pace`; a change that follows a person's press, or
 * brings an address, is urgent. What the page itself says happened is not believed, so it cannot make us look more often. `onLook`
 * is called after every look. `part` is that of `Pace`.
 */
export function watchPage(
  document: Document,
  circumstances: () => Circumstances | null,
  listener: (sighting: Sighting) => void,
  onLook: () => void,
  signal: AbortSignal,
  part?: number,
): { again(): void } {
  let forced = true;
  let last = '';
  let deedAt = Number.NEGATIVE_INFINITY;

  const look = () => {
    const around = circumstances();
    if (document.hidden || !around) return;
    for (const each of documentsIn(document)) follow(each.document);
    const sighting = readPage(document, new URL(document.URL), around);
    const seen = JSON.stringify(sighting);
    if (seen !== last || forced) {
      forced = false;
      last = seen;
      listener(sighting);
    }
    onLook();
  };
  const pace = new Pace(look, signal, part);
  const changed = (records: readonly MutationRecord[]) => {
    if (performance.now() - deedAt < AFTER_DEED) pace.ask('deed');
    else pace.ask(records.some(bringsAddress) ? 'address' : 'change');
  };
  const deed = (event: Event) => {
    if (!event.isTrusted) return;
    deedAt = performance.now(); // events of a frame count from another beginning
    pace.ask('deed');
  };
  const moved = (event: Event) => {
    if (event.isTrusted) pace.ask('deed');
  };
  const loaded = (event: Event) => {
    if ((event.target as Element).tagName === 'IFRAME') moved(event);
  };
  const again = () => {
    forced = true;
    pace.ask('deed');
  };
  const returned = (event: Event) => {
    if (event.isTrusted) again();
  };

  const observer = new MutationObserver(changed);
  const always = { signal, capture: true, passive: true };
  const followed = new WeakSet<Document>();
  const follow = (each: Document) => {
    if (followed.has(each)) return;
    followed.add(each);
    observer.observe(each, { childList: true, subtree: true });
    // A press may open another message without any change but a class; frames of one's own origin load without one.
    for (const kind of ['click', 'keyup', 'change', 'focusin']) each.addEventListener(kind, deed, always);
  };
  follow(document);
  document.addEventListener('load', loaded, always);
  document.addEventListener('visibilitychange', returned, always);
  for (const kind of ['popstate', 'hashchange']) window.addEventListener(kind, moved, always);
  for (const kind of ['focus', 'pageshow']) window.addEventListener(kind, returned, { signal });
  window.navigation?.addEventListener('currententrychange', moved, { signal });
  signal.addEventListener('abort', () => observer.disconnect());
  look();
  return { again };
}

function bringsAddress({ addedNodes }: MutationRecord): boolean {
  for (let i = 0; i < addedNodes.length && i < MOST_NODES; i++) {
    if (addedNodes[i]!.textContent?.includes('@')) return true;
  }
  return false;
}

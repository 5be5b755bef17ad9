import { type Circumstances, type PageReading, readPage } from '../../sites/index.ts';

/** Who a page is about, as it was last seen. */
export type Sighting = PageReading;

const BATCH_MILLISECONDS = 150;

/**
 * Watches a page and calls whenever the open thread, or the people in it, change; `again` forces a call for the same.
 * Looks only while the page is visible, at most once a batch of changes, when the browser is idle.
 */
export function watchPage(
  document: Document,
  circumstances: () => Circumstances | null,
  listener: (sighting: Sighting) => void,
  signal: AbortSignal,
): { again(): void } {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let forced = true;
  let last = '';

  const look = () => {
    const around = circumstances();
    if (signal.aborted || document.hidden || !around) return;
    const sighting = readPage(document, new URL(document.URL), around);
    const seen = JSON.stringify(sighting);
    if (seen === last && !forced) return;
    forced = false;
    last = seen;
    listener(sighting);
  };
  const soon = () => {
    timer ??= setTimeout(() => {
      timer = undefined;
      requestIdleCallback(look, { timeout: BATCH_MILLISECONDS * 2 });
    }, BATCH_MILLISECONDS);
  };
  const again = () => {
    forced = true;
    look();
  };
  const loaded = (event: Event) => {
    if ((event.target as Element).tagName === 'IFRAME') look();
  };

  const observer = new MutationObserver(soon);
  observer.observe(document.documentElement, { childList: true, subtree: true });
  const always = { signal, capture: true, passive: true };
  // A press may open another message without any change but a class; frames of one's own origin load without one.
  for (const kind of ['click', 'keyup', 'change']) document.addEventListener(kind, soon, always);
  document.addEventListener('load', loaded, always);
  document.addEventListener('visibilitychange', again, always);
  for (const kind of ['popstate', 'hashchange']) window.addEventListener(kind, soon, always);
  for (const kind of ['focus', 'pageshow']) window.addEventListener(kind, again, { signal });
  window.navigation?.addEventListener('currententrychange', soon, { signal });
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  look();
  return { again };
}

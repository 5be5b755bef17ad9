import type { TaughtPlace } from '../../domain/index.ts';
import { ask, isExtensionThere, type PageOrder } from '../../shell/client.ts';
import { censor } from '../../sites/index.ts';
import { pick } from './pick.ts';

/** Comes into a page when its user wants to point at who is writing there, or a report of it; a later copy takes over. */
function run(): void {
  const life = new AbortController();
  globalThis.tierlensPicking?.();
  globalThis.tierlensPicking = () => life.abort();
  const keep = async (place: TaughtPlace) => {
    await ask('teach', { place });
  };
  const obey = (message: unknown, sender: chrome.runtime.MessageSender, answer: (value: unknown) => void) => {
    const order = message as { readonly to?: string } & (PageOrder | { readonly name: 'detach' });
    if (order.to !== 'page' || sender.id !== chrome.runtime.id || sender.tab) return;
    if (order.name === 'detach') life.abort();
    if (order.name === 'report') answer(censor(document, new URL(document.URL), order.site));
    if (order.name !== 'pick') return;
    pick(document, order, keep, life.signal);
    answer(true);
  };
  chrome.runtime.onMessage.addListener(obey);
  life.signal.addEventListener('abort', () => {
    if (isExtensionThere()) chrome.runtime.onMessage.removeListener(obey);
  });
}

declare global {
  /** How a later copy of this script in the same world ends this one. */
  var tierlensPicking: (() => void) | undefined;
}

run();

/// <reference types="@crxjs/vite-plugin/client" />
import overlay from '../ui/overlay/overlay.iife.tsx?script&iife';
import { sitePatterns } from './access.ts';

const ID = 'overlay';
let turn: Promise<void> = Promise.resolve();

/** Makes the card's script run on every allowed site, in pages that are open already too. */
export async function runOnAllowedSites(): Promise<void> {
  await syncRegistration();
  await runInOpenTabs(await sitePatterns());
}

/** Makes the card's script run on exactly the sites that are allowed now. Calls follow one another. */
export function syncRegistration(): Promise<void> {
  turn = turn.then(sync, sync);
  return turn;
}

async function sync(): Promise<void> {
  const matches = await sitePatterns();
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids: [ID] });
  if (matches.length === 0) {
    if (registered.length > 0) await chrome.scripting.unregisterContentScripts({ ids: [ID] });
    return;
  }
  const script = {
    id: ID,
    matches,
    js: [overlay],
    runAt: 'document_idle',
    persistAcrossSessions: true,
  } as const;
  if (registered.length > 0) await chrome.scripting.updateContentScripts([{ ...script, js: [...script.js] }]);
  else await chrome.scripting.registerContentScripts([{ ...script, js: [...script.js] }]);
}

async function runInOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: [...origins] });
  await Promise.all(
    tabs.map(async tab => {
      if (tab.id === undefined || tab.discarded) return;
      try {
        await chrome.scripting.executeScript({ target: { tabId: tab.id }, files: [overlay] });
      } catch (error) {
        console.warn('no card in an open tab', error); // an error page, or gone meanwhile
      }
    }),
  );
}

/// <reference types="@crxjs/vite-plugin/client" />
import frame from '../ui/overlay/frame.iife.ts?script&iife';
import overlay from '../ui/overlay/overlay.iife.tsx?script&iife';
import picker from '../ui/overlay/pick.iife.ts?script&iife';
import { sitePatterns } from './access.ts';

/** The card at the top of a page, and what reads frames of other origins for it. */
const SCRIPTS = [
  { id: 'overlay', file: overlay, allFrames: false },
  { id: 'frame', file: frame, allFrames: true },
] as const;
let turn: Promise<void> = Promise.resolve();

/** Makes the card's script run on every allowed site, in pages that are open already too. */
export async function runOnAllowedSites(): Promise<void> {
  await syncRegistration();
  await runInOpenTabs(await sitePatterns());
}

/** Brings into a tab what lets its user point at who is writing. Rejects where no script of ours may be. */
export async function bringPicker(tabId: number): Promise<void> {
  await chrome.scripting.executeScript({ target: { tabId }, files: [picker] });
}

/** Makes the card's script run on exactly the sites that are allowed now. Calls follow one another. */
export function syncRegistration(): Promise<void> {
  turn = turn.then(sync, sync);
  return turn;
}

async function sync(): Promise<void> {
  const matches = await sitePatterns();
  const ids = SCRIPTS.map(({ id }) => id);
  const registered = await chrome.scripting.getRegisteredContentScripts({ ids });
  const before = registered.map(({ id }) => id);
  if (matches.length === 0) {
    if (before.length > 0) await chrome.scripting.unregisterContentScripts({ ids: before });
    return;
  }
  const wanted = SCRIPTS.map(({ id, file, allFrames }) => ({
    ...{ id, matches, allFrames, js: [file] },
    ...({ runAt: 'document_idle', persistAcrossSessions: true } as const),
  }));
  const [known, added] = [true, false].map(is => wanted.filter(({ id }) => before.includes(id) === is));
  if (known!.length > 0) await chrome.scripting.updateContentScripts(known!);
  if (added!.length > 0) await chrome.scripting.registerContentScripts(added!);
}

async function runInOpenTabs(origins: readonly string[]): Promise<void> {
  if (origins.length === 0) return;
  const tabs = await chrome.tabs.query({ url: [...origins] });
  await Promise.all(
    tabs.map(async tab => {
      if (tab.id === undefined || tab.discarded) return;
      try {
        for (const { file, allFrames } of SCRIPTS) {
          await chrome.scripting.executeScript({ target: { tabId: tab.id, allFrames }, files: [file] });
        }
      } catch (error) {
        console.warn('no card in an open tab', error); // an error page, or gone meanwhile
      }
    }),
  );
}

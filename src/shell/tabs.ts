import { ask } from './client.ts';
import type { TabState } from './messages.ts';

/** Key of a tab's state in chrome.storage.session. */
export function tabKey(tabId: number): string {
  return `tab:${tabId}`;
}

/**
 * Calls with the state of the active tab of this page's window, now and whenever another tab comes to the front, the
 * tab shows somebody else, or a site is allowed or revoked. Ends when `signal` aborts.
 */
export function watchTab(
  listener: (tab: TabState) => void,
  onError: (error: unknown) => void,
  signal: AbortSignal,
): void {
  let windowId: number = chrome.windows.WINDOW_ID_NONE;
  let tabId: number = chrome.tabs.TAB_ID_NONE;
  let asked = 0;

  const look = async () => {
    const turn = ++asked;
    try {
      const [tab] = await chrome.tabs.query({ active: true, windowId });
      if (tab?.id === undefined || turn !== asked || signal.aborted) return;
      tabId = tab.id;
      const state = await ask('tab', { tabId });
      if (turn === asked && !signal.aborted) listener(state);
    } catch (error) {
      if (turn === asked && !signal.aborted) onError(error);
    }
  };
  const activated = (active: { windowId: number }) => {
    if (active.windowId === windowId) void look();
  };
  const stored = (changes: Record<string, unknown>) => {
    if (tabKey(tabId) in changes) void look();
  };
  const updated = (changedId: number, change: { status?: string }) => {
    if (changedId === tabId && change.status) void look();
  };
  const permitted = () => void look();

  chrome.tabs.onActivated.addListener(activated);
  chrome.tabs.onUpdated.addListener(updated);
  chrome.storage.session.onChanged.addListener(stored);
  chrome.permissions.onAdded.addListener(permitted);
  chrome.permissions.onRemoved.addListener(permitted);
  signal.addEventListener('abort', () => {
    chrome.tabs.onActivated.removeListener(activated);
    chrome.tabs.onUpdated.removeListener(updated);
    chrome.storage.session.onChanged.removeListener(stored);
    chrome.permissions.onAdded.removeListener(permitted);
    chrome.permissions.onRemoved.removeListener(permitted);
  });
  chrome.windows.getCurrent().then(own => {
    windowId = own.id ?? windowId;
    return look();
  }, onError);
}

/** Opens the side panel. Call it in the click itself, before any await. */
export function openPanel(tab: Pick<TabState, 'windowId'>): Promise<void> {
  return chrome.sidePanel.open({ windowId: tab.windowId });
}

/** Opens the side panel at a customer. Call it in the click itself, before any await. */
export async function showInPanel(tab: Pick<TabState, 'tabId' | 'windowId'>, id: string): Promise<void> {
  const opened = openPanel(tab);
  await ask('show', { tabId: tab.tabId, id });
  await opened;
}

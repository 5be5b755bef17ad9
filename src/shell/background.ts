import { openStore } from '../store/index.ts';
import { forgetUnreachable, isAllowed } from './access.ts';
import { type Badge, showBadge } from './badge.ts';
import { type Arrangement, createDesk } from './desk.ts';
import { askerOf, type PageOrder, receive, type TabState } from './messages.ts';
import { createAddressBar } from './omnibox.ts';
import { getReading, keepTaught, knowledgeFor } from './reading.ts';
import { bringPicker, runOnAllowedSites, syncRegistration } from './registration.ts';
import { getSettings, languageOf } from './settings.ts';
import { armSources, refreshDueSources, SOURCES } from './sources.ts';
import { tabKey } from './tabs.ts';
import { armTurn, TURN, turn } from './turns.ts';
import { addCustomer, answerAction, refreshResults } from './writer.ts';

// The rim: the browser's events and storage, wired to the desk. Every listener is added before the first await, since
// the worker is started for an event and must find it waiting.
const store = openStore();
const own = chrome.runtime.getURL('');

const desk = createDesk({
  lookup: {
    cardsFor: keys => store.cardsFor(keys),
    cardOf: id => store.cardOf(id),
    search: (text, limit) => store.search(text, limit),
    currency: async () => (await store.state()).currency,
  },
  memory: {
    get: storedState,
    put: state => chrome.storage.session.set({ [tabKey(state.tabId)]: state }),
    all: storedStates,
  },
  tab: async tabId => {
    const tab = await chrome.tabs.get(tabId);
    return { windowId: tab.windowId, url: tab.url ?? '' };
  },
  isAllowed,
  appearance: async () => {
    const settings = await getSettings();
    return { language: languageOf(settings), theme: settings.theme };
  },
  arrangements: {
    of: async origin => (await arrangements())[origin] ?? { collapsed: false, place: { x: 1, y: 1 } },
    keep: async (origin, arrangement) => {
      await chrome.storage.local.set({ arrangements: { ...(await arrangements()), [origin]: arrangement } });
    },
  },
  addCustomer,
  answerAction,
  openPanel: tabId => chrome.sidePanel.open({ tabId }),
  showBadge: showFoundIn,
  tellChanged: tabId => tell(tabId, 'changed'),
  runOnAllowedSites,
  armTurn: async () => armTurn(await store.state()),
  knowledge: async origin => knowledgeFor(await getReading(), origin),
  keepTaught,
  askTab,
  armSources: async () => armSources(await store.sources()),
  now: () => Date.now(),
});

const addressBar = createAddressBar({
  search: (text, limit) => store.search(text, limit),
  language: async () => languageOf(await getSettings()),
  window: async () => (await chrome.windows.getLastFocused()).id ?? chrome.windows.WINDOW_ID_NONE,
  showFirst: description => chrome.omnibox.setDefaultSuggestion({ description }),
  openPanel: windowId => chrome.sidePanel.open({ windowId }),
  showCustomer: showFound,
});

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message?.to !== 'background') return;
  void receive(message, askerOf(sender, chrome.runtime.id, own), desk).then(answer);
  return true;
});

chrome.runtime.onInstalled.addListener(() => void start());
chrome.runtime.onStartup.addListener(() => void start());

chrome.permissions.onAdded.addListener(() => void runOnAllowedSites());

chrome.permissions.onRemoved.addListener(() => {
  void syncRegistration().then(forgetRevoked).then(forgetUnreachable);
});

chrome.tabs.onRemoved.addListener(tabId => void chrome.storage.session.remove(tabKey(tabId)));

chrome.tabs.onUpdated.addListener((tabId, change, tab) => {
  if (change.status === 'loading') void forgetOtherSite(tabId, tab.url ?? '');
});

chrome.commands.onCommand.addListener((command, tab) => {
  if (command === 'open-panel' && tab) void chrome.sidePanel.open({ windowId: tab.windowId });
});

chrome.omnibox.onInputStarted.addListener(() => void addressBar.begin());
chrome.omnibox.onInputChanged.addListener((text, suggest) => void addressBar.type(text, suggest));
chrome.omnibox.onInputEntered.addListener(text => void addressBar.enter(text));

chrome.alarms.onAlarm.addListener(alarm => {
  if (alarm.name === TURN) void turn(() => store.state(), refreshResults);
  if (alarm.name === SOURCES) void fetchWhatIsDue();
});

chrome.storage.local.onChanged.addListener(changes => {
  if (changes.settings || changes.reading) void tellEveryTab();
});

// heard only while awake; our own pages send 'changed' too
store.onChange(() => void Promise.all([tellEveryTab(), store.state().then(armTurn)]));

async function start(): Promise<void> {
  await armTurn(await store.state());
  await runOnAllowedSites(); // after an update, scripts in open pages have lost their extension
  await armSources(await store.sources());
}

/** Beside the page in front; where the panel could not be opened, in a tab of its own: the page may hold a draft. */
async function showFound(id: string, isPanelOpen: boolean): Promise<void> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  if (isPanelOpen && tab?.id !== undefined) await desk.show({ tabId: tab.id, id }, { audience: 'own' });
  else
    await chrome.tabs.create({ url: `${own}src/ui/studio/studio.html#/customers/${encodeURIComponent(id)}` });
}

async function fetchWhatIsDue(): Promise<void> {
  await refreshDueSources(await store.sources());
}

async function storedState(tabId: number): Promise<TabState | null> {
  const key = tabKey(tabId);
  const stored = await chrome.storage.session.get<Record<string, TabState | undefined>>(key);
  return stored[key] ?? null;
}

async function storedStates(): Promise<TabState[]> {
  const stored = await chrome.storage.session.get<Record<string, TabState>>(null);
  return Object.entries(stored).flatMap(([key, state]) => (key.startsWith('tab:') ? [state] : []));
}

async function forgetOtherSite(tabId: number, url: string): Promise<void> {
  const state = await storedState(tabId);
  if (state && (!url || new URL(url).origin !== state.origin))
    await chrome.storage.session.remove(tabKey(tabId));
}

async function forgetRevoked(): Promise<void> {
  for (const state of await storedStates()) {
    if (!state.origin || (await isAllowed(state.origin))) continue;
    await chrome.storage.session.remove(tabKey(state.tabId));
    await tell(state.tabId, 'detach');
    await showFoundIn({ ...state, state: 'notAllowed' }).catch(warnOfClosedTab);
  }
}

/** How the card stands on each site, by origin. */
async function arrangements(): Promise<Readonly<Record<string, Arrangement>>> {
  const stored = await chrome.storage.local.get<{ arrangements?: Record<string, Arrangement> }>(
    'arrangements',
  );
  return stored.arrangements ?? {};
}

async function showFoundIn(state: TabState): Promise<void> {
  const toolbar = { paint, originIn, unread: chrome.i18n.getMessage('actionTitle') };
  await showBadge(toolbar, state, languageOf(await getSettings()));
}

async function originIn(tabId: number): Promise<string> {
  const { url = '' } = await chrome.tabs.get(tabId);
  return /^https?:/.test(url) ? new URL(url).origin : '';
}

async function paint(tabId: number, { text, colour, title }: Badge): Promise<void> {
  await Promise.all([
    chrome.action.setTitle({ tabId, title }),
    chrome.action.setBadgeText({ tabId, text }),
    chrome.action.setBadgeTextColor({ tabId, color: '#ffffff' }),
    chrome.action.setBadgeBackgroundColor({ tabId, color: colour }),
  ]);
}

async function tellEveryTab(): Promise<void> {
  for (const state of await storedStates()) if (state.site !== '') await tell(state.tabId, 'changed');
}

async function tell(tabId: number, name: 'changed' | 'detach'): Promise<void> {
  try {
    await chrome.tabs.sendMessage(tabId, { to: 'page', name }, { frameId: 0 });
  } catch (error) {
    warnOfClosedTab(error);
  }
}

async function askTab(tabId: number, order: PageOrder): Promise<unknown> {
  try {
    if (order.name === 'pick' || order.name === 'report') await bringPicker(tabId);
    return await chrome.tabs.sendMessage(tabId, { to: 'page', ...order }, { frameId: 0 });
  } catch (error) {
    console.warn('no script of ours is in this tab', error);
    return null;
  }
}

/** What is remembered of a tab may outlive it for a moment: the others are still to be told. */
function warnOfClosedTab(error: unknown): void {
  console.warn('a tab was closed or went elsewhere meanwhile', error);
}

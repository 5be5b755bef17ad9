import { type Language, languageFrom } from '../i18n/index.ts';

export interface Settings {
  readonly language: 'auto' | Language;
  readonly theme: 'auto' | 'light' | 'dark';
}

const choices = { language: ['auto', 'en', 'zh'], theme: ['auto', 'light', 'dark'] } as const satisfies {
  [Name in keyof Settings]: readonly Settings[Name][];
};

/** Reads what is stored; what is missing or not a choice is 'auto'. */
export function settingsFrom(stored: unknown): Settings {
  const given = (typeof stored === 'object' ? stored : null) as Partial<Settings> | null;
  return {
    language: choices.language.find(each => each === given?.language) ?? 'auto',
    theme: choices.theme.find(each => each === given?.theme) ?? 'auto',
  };
}

export async function getSettings(): Promise<Settings> {
  const { settings } = await chrome.storage.local.get('settings');
  return settingsFrom(settings);
}

export async function setSettings(change: Partial<Settings>): Promise<void> {
  await chrome.storage.local.set({ settings: settingsFrom({ ...(await getSettings()), ...change }) });
}

/** Calls with the settings now and after every change, until `signal` aborts. */
export function watchSettings(listener: (settings: Settings) => void, signal: AbortSignal): void {
  const changed = (changes: Record<string, chrome.storage.StorageChange>) => {
    if (changes.settings) listener(settingsFrom(changes.settings.newValue));
  };
  chrome.storage.local.onChanged.addListener(changed);
  signal.addEventListener('abort', () => chrome.storage.local.onChanged.removeListener(changed));
  void getSettings().then(settings => {
    if (!signal.aborted) listener(settings);
  });
}

/** The language to speak: the chosen one, else the browser's. */
export function languageOf(settings: Settings): Language {
  return settings.language === 'auto' ? languageFrom(navigator.languages) : settings.language;
}

import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { readingTexts } from '../../src/i18n/reading.ts';
import { settingsTexts } from '../../src/i18n/studio.ts';
import { AllowSites, applySettings } from '../../src/ui/kit/index.ts';
import { SiteSettings } from '../../src/ui/studio/settings/SiteSettings.tsx';
import { byRole, doing, draw } from './draw.ts';

vi.mock('../../src/ui/studio/engine.ts', () => ({ engine: {} }));

/** The browser, as far as sites are allowed and an organisation has set something. */
const granted = new Set<string>();
let consent = true;
let policy: object = {};
let listeners = new Set<() => void>();

beforeEach(() => {
  applySettings({ language: 'en', theme: 'auto' });
  granted.clear();
  consent = true;
  policy = {};
  listeners = new Set();
  const event = {
    addListener: (listener: () => void) => listeners.add(listener),
    removeListener: (listener: () => void) => listeners.delete(listener),
  };
  vi.stubGlobal('chrome', {
    runtime: { id: 'x', sendMessage: async () => ({ ok: true, value: null }) },
    permissions: {
      request: async ({ origins }: { origins: string[] }) => {
        if (consent) for (const origin of origins) granted.add(origin);
        changed();
        return consent;
      },
      remove: async ({ origins }: { origins: string[] }) => {
        for (const origin of origins) granted.delete(origin);
        changed();
        return true;
      },
      getAll: async () => ({ origins: [...granted] }),
      onAdded: event,
      onRemoved: event,
    },
    storage: {
      local: { get: async () => ({}), set: async () => undefined, onChanged: event },
      managed: { get: async () => policy, onChanged: event },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

function changed(): void {
  for (const listener of [...listeners]) listener();
}

const fail = (error: unknown) => {
  throw error;
};

it('a no is told below the button, until there is a yes', async () => {
  consent = false;
  const place = await draw(<AllowSites origins={['https://mail.test']} onError={fail} />);
  const button = byRole<HTMLButtonElement>(place, 'button', readingTexts.allow.en);
  const told = byRole(place, 'status');
  expect(told.textContent).toBe('');
  await doing(() => button.click());
  await vi.waitFor(() => expect(told.textContent).toBe(readingTexts.denied.en));
  expect(granted.size).toBe(0);
  consent = true;
  await doing(() => button.click());
  await vi.waitFor(() => expect(told.textContent).toBe(''));
  expect([...granted]).toEqual(['https://mail.test/*']);
});

it('what an organisation has set is asked for at once, marked once allowed, and followed when it changes', async () => {
  policy = { sites: ['http://desk.test:8080/tickets', 'https://mail.test', 'mail'] };
  const place = await draw(<SiteSettings />);
  const lines = () => [...place.querySelectorAll('li')].map(each => each.textContent);
  await vi.waitFor(() => expect(lines()).toEqual(['http://desk.test', 'https://mail.test']));
  expect(place.textContent).toContain(settingsTexts.sitesRefused.en.replace('{sites}', 'mail'));

  await doing(() => byRole<HTMLButtonElement>(place, 'button', 'Allow 2 sites').click());
  const mark = `${settingsTexts.sitePreset.en}${settingsTexts.revoke.en}`;
  await vi.waitFor(() => expect(lines()).toEqual([`http://desk.test${mark}`, `https://mail.test${mark}`]));
  expect(place.textContent).not.toContain(settingsTexts.sitesPreset.en);

  policy = { sites: ['https://new.test'] };
  await doing(changed);
  const plain = settingsTexts.revoke.en;
  await vi.waitFor(() =>
    expect(lines()).toEqual(['https://new.test', `http://desk.test${plain}`, `https://mail.test${plain}`]),
  );
  expect(place.textContent).not.toContain(settingsTexts.sitesRefused.en.slice(0, 40));
});

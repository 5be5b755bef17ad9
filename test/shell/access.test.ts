import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
  allowFetching,
  allowSites,
  forgetUnreachable,
  isAllowed,
  isReachable,
  revokeFetching,
  sitePatterns,
} from '../../src/shell/access.ts';

// The browser's permissions and storage, as far as they are used.
const granted = new Set<string>();
let stored: Record<string, unknown> = {};
let consent = true;
/** What the background sees of the sites at the moment a permission is granted. */
let seen: readonly string[] = [];

beforeEach(() => {
  granted.clear();
  stored = {};
  consent = true;
  const has = ({ origins }: { origins: string[] }) => origins.every(origin => granted.has(origin));
  vi.stubGlobal('chrome', {
    runtime: { id: 'x', sendMessage: async () => ({ ok: true, value: null }) },
    permissions: {
      contains: async (wanted: { origins: string[] }) => has(wanted),
      request: async ({ origins }: { origins: string[] }) => {
        if (consent) for (const origin of origins) granted.add(origin);
        seen = await sitePatterns();
        return consent;
      },
      remove: async ({ origins }: { origins: string[] }) =>
        origins.map(origin => granted.delete(origin)).every(Boolean),
      getAll: async () => ({ origins: [...granted] }),
    },
    storage: {
      local: {
        get: async (key: string) => structuredClone({ [key]: stored[key] }),
        set: async (change: object) => void Object.assign(stored, structuredClone(change)),
      },
    },
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const api = 'https://api.test/export.csv';
const mail = 'https://mail.test';

describe('a host that is fetched from', () => {
  it('is reached without its pages being read, from the first moment on', async () => {
    await allowSites([mail]);
    expect(await allowFetching(api)).toBe(true);
    expect([await isReachable(api), await isAllowed(api)]).toEqual([true, false]);
    expect(seen).toEqual(['https://mail.test/*']);
    expect(await sitePatterns()).toEqual(['https://mail.test/*']);
  });

  it('is read once the user allows the site for itself, and stays so without the source', async () => {
    await allowFetching(api);
    await allowSites(['https://api.test']);
    expect(await isAllowed(api)).toBe(true);
    await revokeFetching(api);
    expect(await isAllowed(api)).toBe(true);
  });

  it('that was allowed for itself before stays as it is', async () => {
    await allowSites([mail]);
    await allowFetching(`${mail}/export`);
    expect(await isAllowed(mail)).toBe(true);
    await revokeFetching(`${mail}/export`);
    expect(await isReachable(mail)).toBe(true);
  });

  it('leaves nothing behind where the user says no', async () => {
    consent = false;
    expect(await allowFetching(api)).toBe(false);
    consent = true;
    await allowSites(['https://api.test']);
    expect(await isAllowed(api)).toBe(true);
  });

  it('is forgotten when it is revoked, by us or by the browser', async () => {
    await allowFetching(api);
    await revokeFetching(api);
    expect(await isReachable(api)).toBe(false);
    await forgetUnreachable();
    expect(stored.fetchOnly).toEqual([]);
  });
});

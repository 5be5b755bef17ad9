import { afterEach, expect, it, vi } from 'vitest';
import { type Policy, policyFrom, watchPolicy } from '../../src/shell/policy.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each<[string, unknown, Partial<Policy>]>([
  ['an unmanaged browser', {}, {}],
  ['nothing at all', undefined, {}],
  ['a list in which something is no text: none of it', { sites: ['https://mail.example.com', 7] }, {}],
  [
    'sites and packs: what is no address of a site is told as it was written',
    {
      sites: ['https://Mail.Example.com/inbox', 'https://mail.example.com', 'ftp://x', 'chrome://a', 'mail'],
      packs: ['{}'],
    },
    { sites: ['https://mail.example.com'], refused: ['ftp://x', 'chrome://a', 'mail'], packs: ['{}'] },
  ],
  [
    'a site with ports: the browser grants the host',
    { sites: ['http://desk.test:8080', 'http://desk.test:9090', 'http://[::1]:80'] },
    { sites: ['http://desk.test', 'http://[::1]'] },
  ],
  ['something else in their place', { sites: 'https://x.test', packs: null }, {}],
])('a policy of %s', (_, stored, expected) => {
  expect(policyFrom(stored)).toEqual({ sites: [], refused: [], packs: [], ...expected });
});

it('a policy is told at once, after every change, and no more when nobody listens', async () => {
  let stored: object = { sites: ['https://one.test'] };
  const listeners = new Set<() => void>();
  vi.stubGlobal('chrome', {
    storage: {
      managed: {
        get: async () => stored,
        onChanged: {
          addListener: (listener: () => void) => listeners.add(listener),
          removeListener: (listener: () => void) => listeners.delete(listener),
        },
      },
    },
  });
  const told: string[] = [];
  const fail = (error: unknown) => {
    throw error;
  };
  const gone = new AbortController();
  watchPolicy(({ sites }) => told.push(sites.join()), fail, gone.signal);
  await vi.waitFor(() => expect(told).toEqual(['https://one.test']));
  stored = {};
  for (const listener of listeners) listener();
  await vi.waitFor(() => expect(told).toEqual(['https://one.test', '']));
  gone.abort();
  expect(listeners.size).toBe(0);
});

import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../../src/domain/index.ts';
import {
  type Asker,
  askerOf,
  type Handlers,
  messages,
  offscreenRequest,
  receive,
} from '../../src/shell/messages.ts';

const OWN_ID = 'abcdefghijklmnopabcdefghijklmnop';
const OWN_URL = `chrome-extension://${OWN_ID}/`;
type Sender = chrome.runtime.MessageSender;
const tab = { id: 7, windowId: 3 } as chrome.tabs.Tab;
const web: Sender = {
  id: OWN_ID,
  url: 'https://mail.test/inbox',
  origin: 'https://mail.test',
  frameId: 0,
  tab,
};

describe('who asks', () => {
  it.each<[string, Sender, Asker | null]>([
    ['our script in a page', web, { audience: 'page', tabId: 7, windowId: 3, origin: 'https://mail.test' }],
    [
      'our panel',
      { id: OWN_ID, url: `${OWN_URL}src/ui/panel/panel.html`, origin: OWN_URL.slice(0, -1) },
      { audience: 'own' },
    ],
    [
      'our studio in a tab',
      { id: OWN_ID, url: `${OWN_URL}studio.html`, tab, frameId: 0 },
      { audience: 'own' },
    ],
    ['another extension', { id: 'ponmlkjihgfedcbaponmlkjihgfedcba', url: `${OWN_URL}panel.html` }, null],
    [
      'a page that bears our address in its own',
      { ...web, url: `https://evil.test/${OWN_URL}`, origin: 'https://evil.test' },
      { audience: 'page', tabId: 7, windowId: 3, origin: 'https://evil.test' },
    ],
    [
      'a host that begins with our address',
      { ...web, url: `https://${OWN_ID}.evil.test/`, origin: 'https://mail.test' },
      null,
    ],
    [
      'a frame within a page',
      { ...web, frameId: 4 },
      { audience: 'frame', tabId: 7, origin: 'https://mail.test' },
    ],
    ['a frame that a message brings along', { ...web, url: 'about:srcdoc', frameId: 4 }, null],
    ['a sandboxed frame within a page', { ...web, origin: 'null', frameId: 4 }, null],
    ['a sandboxed frame', { ...web, origin: 'null' }, null],
    ['a local file', { ...web, url: 'file:///x.html', origin: 'file://' }, null],
    ['a sender without an address', { id: OWN_ID }, null],
    ['a page without a tab', { ...web, tab: undefined }, null],
  ])('%s', (_, sender, expected) => {
    expect(askerOf(sender, OWN_ID, OWN_URL)).toEqual(expected);
  });
});

describe('receiving', () => {
  const page: Asker = { audience: 'page', tabId: 7, windowId: 3, origin: 'https://mail.test' };
  const own: Asker = { audience: 'own' };
  const askers = { page, own, frame: { audience: 'frame', tabId: 7, origin: 'https://mail.test' } } as const;
  const inputs: Record<keyof typeof messages, unknown> = {
    card: { site: 'generic', thread: 't', contacts: [{ email: 'a@b.test' }], suggestions: [] },
    add: { contact: { email: 'a@b.test', name: 'A' } },
    choose: { id: '1' },
    knowledge: {},
    teach: { place: { origin: 'https://mail.test', at: '.who', name: null, reads: 'email' } },
    frame: { thread: 't', contacts: [], suggestions: [] },
    pick: { tabId: 1 },
    report: { tabId: 1 },
    openPanel: {},
    answer: { id: '1', action: 'x', outcome: 'done' },
    appearance: {},
    arrange: { collapsed: true, place: { x: 0.5, y: 1 } },
    tab: { tabId: 1 },
    search: { text: 'zw', limit: 10 },
    cardOf: { id: '1' },
    show: { tabId: 1, id: null },
    addContact: { contact: { phone: '138' } },
    changed: {},
    siteAllowed: {},
    sourcesChanged: {},
  };
  const names = Object.keys(messages) as (keyof typeof messages)[];
  const handlersWith = (handle: (input: unknown, asker: Asker) => Promise<unknown>) =>
    Object.fromEntries(names.map(name => [name, handle])) as unknown as Handlers;
  const send = (
    name: string,
    input: unknown,
    asker: Asker | null,
    handle = vi.fn(async () => 'done' as unknown),
  ) => ({
    handle,
    answer: receive({ to: 'background', name, input }, asker, handlersWith(handle)),
  });

  it.each(names)('%s is heard from its own audience alone', async name => {
    const right = askers[messages[name].audience];
    expect(await send(name, inputs[name], right).answer).toEqual({ ok: true, value: 'done' });
    for (const asker of [...Object.values(askers).filter(each => each !== right), null]) {
      const { answer, handle } = send(name, inputs[name], asker);
      expect(await answer).toEqual({ ok: false, code: 'messageRefused', args: { name } });
      expect(handle).not.toHaveBeenCalled();
    }
  });

  it.each(names)('%s with something else in it is refused before its handler', async name => {
    const right = askers[messages[name].audience];
    for (const input of [undefined, null, 'x', [], { ...(inputs[name] as object), extra: 1 }]) {
      const { answer, handle } = send(name, input, right);
      expect(await answer).toMatchObject({ ok: false, code: 'messageMalformed' });
      expect(handle).not.toHaveBeenCalled();
    }
  });

  it.each([
    ['card', { ...(inputs.card as object), contacts: Array(13).fill({ email: 'a@b.test' }) }],
    ['card', { ...(inputs.card as object), contacts: [{ email: 'a'.repeat(400) }] }],
    ['card', { ...(inputs.card as object), contacts: [{ email: 5 }] }],
    ['choose', { id: '' }],
    ['search', { text: 'x', limit: 100_000 }],
    ['tab', { tabId: 1.5 }],
  ] as const)('%s out of bounds is refused', async (name, input) => {
    const right = askers[messages[name].audience];
    expect(await send(name, input, right).answer).toMatchObject({ ok: false, code: 'messageMalformed' });
  });

  it.each(['toString', '__proto__', 'constructor', 'erase', ''])('no message is called %j', async name => {
    expect(await send(name, {}, own).answer).toMatchObject({ ok: false, code: 'messageRefused' });
  });

  it('a Problem arrives by its code and args, any other error is told and logged', async () => {
    const problem = vi.fn(() => Promise.reject(new Problem('storageFull', { n: 1 })));
    expect(await send('changed', {}, own, problem).answer).toEqual({
      ok: false,
      code: 'storageFull',
      args: { n: 1 },
    });
    const logged = vi.spyOn(console, 'error').mockReturnValue();
    const broken = vi.fn(() => Promise.reject(new TypeError('no such thing')));
    expect(await send('changed', {}, own, broken).answer).toEqual({
      ok: false,
      code: 'unexpected',
      args: { reason: 'no such thing' },
    });
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });

  it('calls the handler before anything is awaited, so that a gesture still counts', () => {
    const { handle } = send('openPanel', {}, page);
    expect(handle).toHaveBeenCalledOnce();
  });
});

describe('what the background asks of the page that nobody sees', () => {
  it.each([
    [{ to: 'offscreen', name: 'refresh' }, true],
    [{ to: 'offscreen', name: 'refreshSources', sources: [{ id: 1, isAllowed: true }] }, true],
    [{ to: 'offscreen', name: 'add', contact: { email: 'a@b.test' } }, true],
    [{ to: 'offscreen', name: 'refreshSources', sources: [{ id: 1 }] }, false],
    [{ to: 'offscreen', name: 'refreshSources', sources: [{ id: 'x', isAllowed: true }] }, false],
    [{ to: 'offscreen', name: 'fetch', url: 'https://a.test' }, false],
    [{ to: 'offscreen', name: 'refresh', url: 'https://a.test' }, false],
  ])('%j', (message, isTaken) => {
    expect(offscreenRequest.safeParse(message).success).toBe(isTaken);
  });
});

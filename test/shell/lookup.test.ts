import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Card, type Contact, type Customer, contactKeys } from '../../src/domain/index.ts';
import { createDesk, type Surroundings } from '../../src/shell/desk.ts';
import type { Handlers, TabState } from '../../src/shell/messages.ts';
import { openStore, type Store } from '../../src/store/index.ts';

// The desk over the real store: what the background does, without the browser around it.
const page = { audience: 'page', tabId: 1, windowId: 1, origin: 'https://mail.test' } as const;
let store: Store;
let desk: Handlers;

beforeEach(() => {
  store = openStore(`lookup ${Math.random()}`);
  desk = deskOver(store);
});
afterEach(() => store.close());

function deskOver(base: Store): Handlers {
  const states = new Map<number, TabState>();
  const world: Surroundings = {
    lookup: {
      cardsFor: keys => base.cardsFor(keys),
      cardOf: id => base.cardOf(id),
      search: (text, limit) => base.search(text, limit),
      currency: async () => (await base.state()).currency,
    },
    memory: {
      get: async id => states.get(id) ?? null,
      put: async state => void states.set(state.tabId, state),
      all: async () => [...states.values()],
    },
    tab: async () => ({ windowId: 1, url: 'https://mail.test/' }),
    isAllowed: async () => true,
    appearance: async () => ({ language: 'en', theme: 'auto' }),
    arrangements: {
      of: async () => ({ collapsed: false, place: { x: 1, y: 1 } }),
      keep: async () => undefined,
    },
    addCustomer: contact => file(base, contact),
    answerAction: async () => undefined,
    openPanel: async () => undefined,
    showBadge: async () => undefined,
    tellChanged: async () => undefined,
    runOnAllowedSites: async () => undefined,
    armTurn: async () => undefined,
    knowledge: async () => ({ own: [], patterns: [], taught: null }),
    keepTaught: async () => undefined,
    askTab: async () => null,
    armSources: async () => undefined,
    now: () => 0,
  };
  return createDesk(world);
}

/** Puts a customer, the card and the look-up row into the base. */
async function file(base: Store, { name = '', email = '', phone = '' }: Contact): Promise<string> {
  const id = `id of ${email || phone}`;
  const customer: Customer = {
    id,
    name,
    company: '',
    title: '',
    address: '',
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
    columns: {},
    tags: [],
    source: 'page',
    createdAt: 0,
    updatedAt: 0,
  };
  await base.commit({ customers: [customer], orders: new Map(), interactions: new Map() });
  const card: Card = {
    id,
    keys: contactKeys({ email, phone }),
    name,
    company: '',
    joined: null,
    tier: null,
    segments: [],
    tags: [],
    action: null,
    asOf: 0,
    version: 0,
  };
  const { emails, phones } = customer;
  const row = { id, name, company: '', emails, phones, pinyin: '', initials: '', tier: null, segment: '' };
  await base.putCards([card], [row]);
  return id;
}

it.each([
  ['ALICE@north.test', 'known'],
  ['alice+news@north.test', 'known'],
  ['bob@north.test', 'unknown'],
])('%s is %s', async (email, state) => {
  await file(store, { name: 'Alice', email: 'alice@north.test' });
  const reply = await desk.card(
    { site: 'generic', thread: 't', contacts: [{ email }], suggestions: [] },
    page,
  );
  expect(reply.state).toBe(state);
  expect(reply.cards.map(card => card.name)).toEqual(state === 'known' ? ['Alice'] : []);
});

it('a stranger is added once, then found by page and look-up alike', async () => {
  const contact = { email: 'new@x.test', name: 'Nora' };
  const sighting = { site: 'generic', thread: 't', contacts: [contact], suggestions: [] };
  expect((await desk.card(sighting, page)).state).toBe('unknown');
  expect((await desk.add({ contact }, page)).cards[0]?.name).toBe('Nora');
  expect((await desk.card({ ...sighting, thread: 'u' }, page)).state).toBe('known');
  const hits = await desk.search({ text: 'nora', limit: 5 }, { audience: 'own' });
  expect(hits.map(hit => hit.email)).toEqual(['new@x.test']);
  expect((await desk.cardOf({ id: hits[0]!.id }, { audience: 'own' }))?.name).toBe('Nora');
});

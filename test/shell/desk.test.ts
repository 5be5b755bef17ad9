import { beforeEach, describe, expect, it } from 'vitest';
import { type Card, contactKeys, Problem, type TaughtPlace } from '../../src/domain/index.ts';
import { type Arrangement, createDesk, type Surroundings } from '../../src/shell/desk.ts';
import type { Handlers, PageOrder, TabState } from '../../src/shell/messages.ts';

const ORIGIN = 'https://mail.test';
const page = { audience: 'page', tabId: 1, windowId: 9, origin: ORIGIN } as const;
const own = { audience: 'own' } as const;

function cardOf(id: string, name: string, ...emails: string[]): Card {
  return {
    id,
    keys: emails.flatMap(email => contactKeys({ email })),
    name,
    company: 'ACME',
    joined: 19_500,
    tier: { name: '忠诚度', level: '高', rank: 0, levels: 3 },
    segments: ['流失预警'],
    tags: ['高价值客户'],
    action: {
      name: '回访电话',
      segment: '流失预警',
      priority: 80,
      within: 3,
      message: '您好',
      reasons: [
        { subject: 'recency', kind: 'days', value: 91, relation: '>', bound: 90 },
        { subject: '消费金额', kind: 'money', value: 123_400, relation: '>', bound: 1 },
      ],
    },
    asOf: 20_000,
    version: 1,
  };
}

const zhang = cardOf('1', '张伟', 'zhang.wei@acme.test', 'sales@acme.test');
const li = cardOf('2', '李娜', 'li.na@acme.test', 'sales@acme.test');

const hitsOf = (cards: readonly Card[]) =>
  cards.map(({ id, name, company, tier }) => ({
    id,
    name,
    company,
    email: '',
    phone: '',
    tier,
    segment: '',
  }));

class World implements Surroundings {
  readonly cards: Card[] = [zhang, li];
  readonly states = new Map<number, TabState>();
  readonly badges: [number, TabState['state']][] = [];
  readonly told: number[] = [];
  readonly allowed = new Set([ORIGIN]);
  readonly arranged = new Map<string, Arrangement>();
  readonly urls = new Map([[1, `${ORIGIN}/inbox`]]);
  time = 0;
  delays: Promise<void>[] = [];
  lookup = {
    cardsFor: async (keys: readonly string[]) => {
      await this.delays.shift();
      return this.cards.filter(card => card.keys.some(key => keys.includes(key)));
    },
    cardOf: async (id: string) => this.cards.find(card => card.id === id) ?? null,
    search: async (text: string) => hitsOf(this.cards.filter(card => card.name === text)),
    currency: async () => 'CNY',
  };
  memory = {
    get: async (id: number) => this.states.get(id) ?? null,
    put: async (state: TabState) => void this.states.set(state.tabId, state),
    all: async () => [...this.states.values()],
  };
  tab = async (id: number) => ({ windowId: 9, url: this.urls.get(id) ?? '' });
  isAllowed = async (origin: string) => this.allowed.has(origin);
  appearance = async () => ({ language: 'zh', theme: 'auto' }) as const;
  arrangements = {
    of: async (origin: string) => this.arranged.get(origin) ?? { collapsed: false, place: { x: 1, y: 1 } },
    keep: async (origin: string, arrangement: Arrangement) => void this.arranged.set(origin, arrangement),
  };
  addCustomer = async ({ email = '', name = '' }) => {
    this.cards.push(cardOf('3', name, email));
    return '3';
  };
  answered: unknown[] = [];
  answerAction = async (...answer: unknown[]) => void this.answered.push(answer);
  openPanel = async () => undefined;
  showBadge = async (state: TabState) => void this.badges.push([state.tabId, state.state]);
  tellChanged = async (id: number) => void this.told.push(id);
  runOnAllowedSites = async () => undefined;
  taught: TaughtPlace[] = [];
  orders: [number, PageOrder][] = [];
  answer: unknown = null;
  knowledge = async (origin: string) => ({
    own: [],
    patterns: [],
    taught: this.taught.find(place => place.origin === origin) ?? null,
  });
  keepTaught = async (place: TaughtPlace) => void this.taught.push(place);
  askTab = async (tabId: number, order: PageOrder) => {
    this.orders.push([tabId, order]);
    return this.answer;
  };
  armed = 0;
  turns = 0;
  armTurn = async () => void this.turns++;
  armSources = async () => void this.armed++;
  now = () => this.time;
}

let world: World;
let desk: Handlers;
beforeEach(() => {
  world = new World();
  desk = createDesk(world);
});

const seen = (thread: string, ...emails: string[]) => ({
  site: 'generic',
  thread,
  contacts: emails.map(email => ({ email })),
  suggestions: [],
});

describe('a number of an order beside a writer whom nobody knows', () => {
  const asked = (thread: string, ...emails: string[]) => ({
    ...seen(thread, ...emails),
    suggestions: [{ reference: '2' }, { reference: '2' }, { reference: '404' }],
  });

  it('is a hint, not an answer; the writer stays unknown until the user says that it is them', async () => {
    const reply = await desk.card(asked('a', 'new@else.test'), page);
    expect(reply).toMatchObject({ state: 'unknown', cards: [], contact: { email: 'new@else.test' } });
    expect(reply.hints).toEqual([{ reference: '2', id: '2', name: '李娜' }]);
    expect(world.badges.at(-1)).toEqual([1, 'unknown']);

    expect(await desk.choose({ id: '2' }, page)).toMatchObject({ state: 'known', cards: [{ id: '2' }] });
    expect(await desk.card(asked('a', 'new@else.test'), page)).toMatchObject({ state: 'known', hints: [] });
    await desk.answer({ id: '2', action: '回访电话', outcome: 'done' }, page);
    expect(world.states.get(1)).toMatchObject({ state: 'known', chosen: '2' });
    expect(await desk.card(asked('b', 'new@else.test'), page)).toMatchObject({ state: 'unknown' });
  });

  it('counts nothing against an address that is known; whose number it is not cannot be chosen', async () => {
    expect(await desk.card(asked('a', 'zhang.wei@acme.test'), page)).toMatchObject({
      state: 'known',
      cards: [{ id: '1' }],
      hints: [],
    });
    await desk.card(asked('b', 'new@else.test'), page);
    await expect(desk.choose({ id: '1' }, page)).rejects.toThrow('notACandidate');
  });
});

describe('messages about one tab at the same time', () => {
  it('a customer shown while the page asks again keeps what the page found, and stays shown', async () => {
    await desk.card(seen('a', 'new@acme.test'), page);
    world.cards.push(cardOf('3', 'Nora', 'new@acme.test'));
    const { get } = world.memory;
    world.memory.get = async id => {
      const state = await get(id);
      await new Promise(resolve => setTimeout(resolve)); // storage takes its time
      return state;
    };
    await Promise.all([desk.card(seen('a', 'new@acme.test'), page), desk.show({ tabId: 1, id: '3' }, own)]);
    expect(world.states.get(1)).toMatchObject({ state: 'known', chosen: '3', cards: [{ id: '3' }] });
  });
});

describe('a card for a page', () => {
  it('a known sender gets the card in words, without contact details', async () => {
    const reply = await desk.card(seen('a', 'Zhang.Wei@ACME.test'), page);
    expect(reply).toMatchObject({
      state: 'known',
      certain: true,
      appearance: { language: 'zh', collapsed: false, words: { copy: '复制话术' } },
    });
    expect(reply.cards).toEqual([
      {
        id: '1',
        name: '张伟',
        company: 'ACME',
        tier: zhang.tier,
        segments: ['流失预警'],
        tags: ['高价值客户'],
        since: '2023',
        byHand: [],
        hasRules: true,
        actions: [
          { name: '回访电话', within: 3, message: '您好', why: ['91 天没有下单', '消费金额 ¥1,234'] },
        ],
        avoided: [],
      },
    ]);
    expect(JSON.stringify(reply.cards)).not.toContain('@');
    expect(world.states.get(1)).toMatchObject({ state: 'known', chosen: '1', picked: false, origin: ORIGIN });
    expect(world.badges).toEqual([[1, 'known']]);
  });

  it.each<[string, string[], TabState['state'], string[]]>([
    ['nobody', [], 'none', []],
    ['a stranger', ['who@else.test'], 'unknown', []],
    ['a shared address', ['sales@acme.test'], 'several', ['1', '2']],
    ['two senders, one known', ['who@else.test', 'li.na@acme.test'], 'known', ['2']],
    ['two known senders', ['li.na@acme.test', 'zhang.wei@acme.test'], 'several', ['2', '1']],
    ['an address with a +tag', ['li.na+vip@acme.test'], 'known', ['2']],
  ])('%s', async (_, emails, state, ids) => {
    const reply = await desk.card(seen('a', ...emails), page);
    expect(reply.state).toBe(state);
    expect(reply.cards.map(card => card.id)).toEqual(ids);
  });

  it('an address that merely occurs on the page is never taken for the sender', async () => {
    const suggestions = [{ email: 'zhang.wei@acme.test' }];
    const reply = await desk.card({ ...seen('a'), suggestions }, page);
    expect(reply).toMatchObject({ state: 'several', certain: false });
    expect(world.states.get(1)).toMatchObject({ state: 'several', chosen: null });
    const strangers = await desk.card({ ...seen('a'), suggestions: [{ email: 'x@y.test' }] }, page);
    expect(strangers.state).toBe('none');
  });

  it('a display name never counts', async () => {
    const contacts = [{ email: 'mallory@evil.test', name: 'zhang.wei@acme.test' }];
    expect(await desk.card({ ...seen('a'), contacts }, page)).toMatchObject({ state: 'unknown', cards: [] });
  });

  it('a site that is not allowed any more is refused', async () => {
    world.allowed.clear();
    await expect(desk.card(seen('a', 'li.na@acme.test'), page)).rejects.toMatchObject({
      code: 'messageRefused',
    });
    expect(world.states.size).toBe(0);
  });

  it('asks too often: refused for a while, other tabs are not', async () => {
    for (let i = 0; i < 40; i++) await desk.card(seen(`${i}`), page);
    await expect(desk.card(seen('x'), page)).rejects.toEqual(new Problem('tooManyRequests'));
    await desk.card(seen('x'), { ...page, tabId: 2 });
    world.time += 10_001;
    await desk.card(seen('x'), page);
  });

  it('a slow answer for an earlier message does not overwrite what is remembered of the later', async () => {
    let release = () => {};
    world.delays = [new Promise(resolve => (release = resolve))];
    const first = desk.card(seen('a', 'zhang.wei@acme.test'), page);
    await desk.card(seen('b', 'li.na@acme.test'), page);
    release();
    await first;
    expect(world.states.get(1)).toMatchObject({ thread: 'b', chosen: '2' });
    expect(world.badges).toHaveLength(1);
  });
});

describe('choosing and adding', () => {
  it('a choice among candidates stays for its thread, through a worker that was stopped', async () => {
    await desk.card(seen('a', 'sales@acme.test'), page);
    expect(await desk.choose({ id: '2' }, page)).toMatchObject({ state: 'known', cards: [{ id: '2' }] });
    desk = createDesk(world);
    expect(await desk.card(seen('a', 'sales@acme.test'), page)).toMatchObject({ cards: [{ id: '2' }] });
    expect((await desk.card(seen('b', 'sales@acme.test'), page)).state).toBe('several');
  });

  it('only a candidate can be chosen, only a person of the page added', async () => {
    await expect(desk.choose({ id: '2' }, page)).rejects.toMatchObject({ code: 'notACandidate' });
    await desk.card(seen('a', 'new@x.test'), page);
    await expect(desk.choose({ id: '2' }, page)).rejects.toMatchObject({ code: 'notACandidate' });
    await expect(desk.add({ contact: { email: 'other@x.test' } }, page)).rejects.toMatchObject({
      code: 'notACandidate',
    });
    await expect(desk.add({ contact: { name: 'x' } }, page)).rejects.toMatchObject({ code: 'notACandidate' });
    expect(world.cards).toHaveLength(2);
  });

  it('an answer is about the action that is proposed, and shows what comes next', async () => {
    await desk.card(seen('a', 'li.na@acme.test'), page);
    const answer = { id: '2', action: '回访电话', outcome: 'done' } as const;
    await expect(desk.answer({ ...answer, action: 'x' }, page)).rejects.toMatchObject({
      code: 'notACandidate',
    });
    await expect(desk.answer({ ...answer, id: '1' }, page)).rejects.toMatchObject({ code: 'notACandidate' });
    expect(world.answered).toEqual([]);
    world.cards[1] = { ...li, action: null };
    expect(await desk.answer(answer, page)).toMatchObject({
      state: 'known',
      cards: [{ id: '2', actions: [] }],
    });
    expect(world.answered).toEqual([['2', '回访电话', 'done']]);
  });

  it('what comes after the best action is on the card too, in its order, and can be answered', async () => {
    const further = ['邮件', '拜访'].map(name => ({ ...li.action!, name }));
    world.cards[1] = { ...li, further };
    const { cards } = await desk.card(seen('a', 'li.na@acme.test'), page);
    expect(cards[0]!.actions.map(({ name }) => name)).toEqual(['回访电话', '邮件', '拜访']);
    await desk.answer({ id: '2', action: '拜访', outcome: 'later' }, page);
    expect(world.answered).toEqual([['2', '拜访', 'later']]);
  });

  it('what not to do is on the card with its reason', async () => {
    const reasons = [{ subject: '`投诉未平`', kind: 'flag', value: 1, relation: 'is', bound: null }] as const;
    world.cards[1] = { ...li, avoided: [{ name: '感谢老客户', reasons }] };
    const { cards } = await desk.card(seen('a', 'li.na@acme.test'), page);
    expect(cards[0]!.avoided).toEqual([{ name: '感谢老客户', why: ['投诉未平'] }]);
  });

  it('a stranger is added in one step and known from then on', async () => {
    await desk.card({ ...seen('a'), contacts: [{ email: 'new@x.test', name: '王芳' }] }, page);
    const reply = await desk.add({ contact: { email: 'new@x.test', name: '王芳' } }, page);
    expect(reply).toMatchObject({ state: 'known', cards: [{ id: '3', name: '王芳' }] });
    expect((await desk.card(seen('b', 'new@x.test'), page)).state).toBe('known');
  });

  it('a change of the base makes cards on open pages ask again, and no other tab', async () => {
    await desk.card(seen('a', 'new@x.test'), page);
    await desk.show({ tabId: 2, id: '1' }, own);
    expect(await desk.addContact({ contact: { email: 'new@x.test' } }, own)).toBe('3');
    await desk.changed({}, own);
    expect(world.told).toEqual([1]);
  });

  it('where the card is, and whether folded, is remembered by site', async () => {
    const arrangement = { collapsed: true, place: { x: 0.25, y: 0 } };
    await desk.arrange(arrangement, page);
    expect((await desk.card(seen('a'), page)).appearance).toMatchObject(arrangement);
    expect(await desk.appearance({}, page)).toMatchObject(arrangement);
    const elsewhere = { ...page, origin: 'https://desk.test' };
    await expect(desk.arrange(arrangement, elsewhere)).rejects.toMatchObject({ code: 'messageRefused' });
    world.allowed.add('https://desk.test');
    expect((await desk.card(seen('a'), elsewhere)).appearance.collapsed).toBe(false);
  });

  it('whatever a page asks counts towards what a tab may ask in a while', async () => {
    const asks = [
      () => desk.card(seen('a'), page),
      () => desk.appearance({}, page),
      () => desk.arrange({ collapsed: false, place: { x: 1, y: 1 } }, page),
      () => desk.openPanel({}, page),
    ];
    for (let i = 0; i < 40; i++) await asks[i % asks.length]!();
    for (const ask of [
      ...asks,
      () => desk.choose({ id: '1' }, page),
      () => desk.add({ contact: {} }, page),
    ]) {
      await expect(ask()).rejects.toMatchObject({ code: 'tooManyRequests' });
    }
    expect(await desk.appearance({}, { ...page, tabId: 2 })).toMatchObject({ language: 'zh' });
    world.time += 10_001;
    expect(await desk.appearance({}, page)).toMatchObject({ language: 'zh' });
  });
});

describe('the state of a tab', () => {
  it.each<[string, string, TabState['state'], string]>([
    ['an allowed page that has not asked', `${ORIGIN}/inbox`, 'none', ORIGIN],
    ['a page that is not allowed', 'https://other.test/x', 'notAllowed', 'https://other.test'],
    ['a page of the browser', 'chrome://extensions/', 'unreadable', ''],
    ['a page whose address is hidden', '', 'notAllowed', ''],
  ])('%s', async (_, url, state, origin) => {
    world.urls.set(1, url);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({
      state,
      origin,
      tabId: 1,
      windowId: 9,
      chosen: null,
    });
  });

  it('is what the page told, until the tab goes elsewhere', async () => {
    await desk.card(seen('a', 'li.na@acme.test'), page);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({
      state: 'known',
      chosen: '2',
      cards: [{ id: '2' }],
    });
    world.urls.set(1, 'https://other.test/');
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ state: 'notAllowed', chosen: null, cards: [] });
  });

  it('a customer shown from the look-up goes before the page’s own, until null or another thread', async () => {
    await desk.card(seen('a', 'li.na@acme.test'), page);
    await desk.show({ tabId: 1, id: '1' }, own);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ chosen: '1', picked: true });
    expect(await desk.card(seen('a', 'li.na@acme.test'), page)).toMatchObject({ cards: [{ id: '2' }] });
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ chosen: '1' });
    await desk.show({ tabId: 1, id: null }, own);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ chosen: '2', picked: false });
    await desk.show({ tabId: 1, id: '1' }, own);
    await desk.card(seen('b', 'li.na@acme.test'), page);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ chosen: '2' });
  });

  it('a customer can be shown beside a page that is not allowed', async () => {
    world.urls.set(1, 'https://other.test/x');
    await desk.show({ tabId: 1, id: '1' }, own);
    expect(await desk.tab({ tabId: 1 }, own)).toMatchObject({ state: 'notAllowed', chosen: '1' });
  });
});

describe('reading pages', () => {
  const place: TaughtPlace = { origin: ORIGIN, at: '.who', name: null, reads: 'email' };

  it('a place is kept for the site that taught it, and for no other', async () => {
    await expect(desk.teach({ place: { ...place, origin: 'https://bank.test' } }, page)).rejects.toThrow(
      Problem,
    );
    expect(world.taught).toEqual([]);
    await desk.teach({ place }, page);
    expect((await desk.knowledge({}, page)).taught).toEqual(place);
    expect(world.told).toEqual([1]);
  });

  it('what a frame has read goes to the script at the top, with the origin that the browser vouches for', async () => {
    const reading = { thread: 'x', contacts: [{ email: 'a@b.test' }], suggestions: [] };
    const frame = { audience: 'frame', tabId: 1, origin: ORIGIN } as const;
    world.answer = true;
    expect(await desk.frame(reading, frame)).toBe(true);
    expect(world.orders).toEqual([[1, { name: 'frame', origin: ORIGIN, reading }]]);
    world.answer = null; // its script has not come yet
    expect(await desk.frame(reading, frame)).toBe(false);
    const stranger = { audience: 'frame', tabId: 1, origin: 'https://evil.test' } as const;
    await expect(desk.frame(reading, stranger)).rejects.toThrow(Problem);
  });

  it('a name alone, or a number of a customer, is a guess and never a fact', async () => {
    const nameless = { ...seen('a'), suggestions: [{ name: '张伟' }, { name: '没有' }] };
    expect(await desk.card(nameless, page)).toMatchObject({
      state: 'several',
      certain: false,
      cards: [{ id: '1' }],
    });
    const numbered = { ...seen('b'), suggestions: [{ reference: '2' }] };
    expect(await desk.card(numbered, page)).toMatchObject({
      state: 'several',
      certain: false,
      cards: [{ id: '2' }],
    });
    const selected = { ...seen('c'), contacts: [{ reference: '2' }] };
    expect(await desk.card(selected, page)).toMatchObject({ state: 'known', cards: [{ id: '2' }] });
    const posing = { ...seen('d'), contacts: [{ email: 'mallory@evil.test', name: '张伟' }] };
    expect(await desk.card(posing, page)).toMatchObject({ state: 'unknown', cards: [] });
  });

  it('that nobody was found in an open thread is remembered, and forgotten with the next', async () => {
    await desk.card({ ...seen('a'), missed: true }, page);
    expect(world.states.get(1)).toMatchObject({ state: 'none', missed: true });
    await desk.card(seen('b', 'zhang.wei@acme.test'), page);
    expect(world.states.get(1)).toMatchObject({ state: 'known', missed: false });
  });

  it('a report is what the page answers, nothing where there is no script', async () => {
    expect(await desk.report({ tabId: 1 }, own)).toBe('');
    world.answer = 'div';
    expect(await desk.report({ tabId: 1 }, own)).toBe('div');
    expect(await desk.pick({ tabId: 1 }, own)).toBe(false);
  });
});

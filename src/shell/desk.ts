import {
  type ActionOutcome,
  type Card,
  type Contact,
  contactKeys,
  type Hit,
  type PageKnowledge,
  Problem,
  type TaughtPlace,
} from '../domain/index.ts';
import { cardTexts } from '../i18n/card.ts';
import { type Language, wordsIn } from '../i18n/index.ts';
import { pickTexts } from '../i18n/pick.ts';
import type { Appearance, CardReply, Handlers, Hint, PageOrder, TabState } from './messages.ts';
import { pageCard, proposedOn } from './pageCard.ts';

/** Published cards and the look-up, as the store has them. */
export interface Lookup {
  cardsFor(keys: readonly string[]): Promise<readonly Card[]>;
  cardOf(id: string): Promise<Card | null>;
  search(text: string, limit: number): Promise<readonly Hit[]>;
  /** ISO 4217 code of all money in the base. */
  currency(): Promise<string>;
}

/** Whether a site's card is folded, and where it is. */
export type Arrangement = Pick<Appearance, 'collapsed' | 'place'>;

/** What the desk needs of the world around it; the rim in background.ts gives it the browser's. */
export interface Surroundings {
  readonly lookup: Lookup;
  /** What is remembered of tabs while the browser runs. */
  readonly memory: {
    get(tabId: number): Promise<TabState | null>;
    put(state: TabState): Promise<void>;
    all(): Promise<readonly TabState[]>;
  };
  /** `url` is '' where the browser hides it. */
  tab(tabId: number): Promise<{ readonly windowId: number; readonly url: string }>;
  isAllowed(origin: string): Promise<boolean>;
  appearance(): Promise<{ readonly language: Language; readonly theme: CardReply['appearance']['theme'] }>;
  /** How the card stands on a site. */
  readonly arrangements: {
    of(origin: string): Promise<Arrangement>;
    keep(origin: string, arrangement: Arrangement): Promise<void>;
  };
  /** Adds a customer and answers its id. Rejects with a Problem. */
  addCustomer(contact: Contact): Promise<string>;
  /** Writes down how an action was answered. Rejects with a Problem. */
  answerAction(id: string, action: string, outcome: ActionOutcome): Promise<void>;
  openPanel(tabId: number): Promise<void>;
  /** Shows on the toolbar what was found in a tab. */
  showBadge(state: TabState): Promise<void>;
  /** Tells the script in a tab to ask again. */
  tellChanged(tabId: number): Promise<void>;
  /** Runs the card's script on every allowed site, in open tabs too. */
  runOnAllowedSites(): Promise<void>;
  /** What the user has told about reading a site. */
  knowledge(origin: string): Promise<PageKnowledge>;
  /** Keeps where the writer stands on a site. */
  keepTaught(place: TaughtPlace): Promise<void>;
  /** Has the script in a tab do something, and answers what it answers; null where there is none. */
  askTab(tabId: number, order: PageOrder): Promise<unknown>;
  /** Sets the clock for the sources that are fetched by themselves. */
  /** Sets the alarm for the next day on which results change by themselves. */
  armTurn(): Promise<void>;
  armSources(): Promise<void>;
  now(): number;
}

const emptyState: Omit<TabState, 'tabId' | 'windowId' | 'origin'> = {
  site: '',
  thread: '',
  missed: false,
  contacts: [],
  cards: [],
  hints: [],
  chosen: null,
  picked: false,
  state: 'none',
};
const MOST_HINTS = 3;
const REQUESTS = 40;
const PER_MILLISECONDS = 10_000;

/** Answers every message of the table. Keeps nothing of importance itself, since the worker may end at any time. */
export function createDesk(world: Surroundings): Handlers {
  const asked = new Map<string, number[]>();
  const latest = new Map<number, number>();
  const turns = new Map<number, Promise<unknown>>();

  return {
    async appearance(_, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      return (await looksOn(origin)).appearance;
    },

    async card({ site, thread, contacts, suggestions, missed = false }, { tabId, windowId, origin }) {
      limit(tabId);
      const turn = (latest.get(tabId) ?? 0) + 1;
      latest.set(tabId, turn);
      const certain = contacts.length > 0;
      // At once, for the worker may have been started for this one message.
      const [cards, looks] = await Promise.all([
        cardsOf(certain ? contacts : suggestions),
        looksOn(origin),
        requireAllowed(origin),
      ]);
      const hints = certain && cards.length === 0 ? await hintsOf(suggestions) : [];
      return inTurn(tabId, async () => {
        const before = await world.memory.get(tabId);
        const same = before?.thread === thread && before.origin === origin;
        const state = settle(
          { ...emptyState, tabId, windowId, origin, site, thread, missed, contacts, cards, hints },
          same && before.picked ? before.chosen : null,
        );
        if (latest.get(tabId) === turn) await remember(state); // a later thread may have overtaken this one
        return replyWith(state, looks);
      });
    },

    async add({ contact }, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      const state = await requireState(tabId, origin);
      const keys = contactKeys(contact);
      const seen = state.contacts.flatMap(contactKeys);
      if (keys.length === 0 || !keys.every(key => seen.includes(key))) throw new Problem('notACandidate');
      const id = await world.addCustomer(contact);
      return inTurn(tabId, async () => {
        const now = await requireState(tabId, origin); // another message may be open by now
        const added = settle({ ...now, cards: await cardsOf(now.contacts) }, id);
        await remember(added);
        return reply(added);
      });
    },

    async choose({ id }, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      return inTurn(tabId, async () => {
        const state = await requireState(tabId, origin);
        const offered = [...state.cards, ...state.hints.map(({ card }) => card)];
        if (!offered.some(card => card.id === id)) throw new Problem('notACandidate');
        const chosen = settle(state, id);
        await remember(chosen);
        return reply(chosen);
      });
    },

    async knowledge(_, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      return world.knowledge(origin);
    },

    async teach({ place }, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      if (place.origin !== origin) throw new Problem('messageRefused', { name: place.origin });
      await world.keepTaught(place);
      await world.tellChanged(tabId);
      return null;
    },

    async frame(reading, { tabId, origin }) {
      limit(tabId, 'frames'); // they must not use up what the page itself may ask
      await requireAllowed(origin);
      return (await world.askTab(tabId, { name: 'frame', origin, reading })) === true;
    },

    async answer({ id, action, outcome }, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      const state = await requireState(tabId, origin);
      if (!state.cards.some(card => card.id === id && proposedOn(card).some(({ name }) => name === action))) {
        throw new Problem('notACandidate');
      }
      await world.answerAction(id, action, outcome);
      return inTurn(tabId, async () => {
        const now = await requireState(tabId, origin); // another message may be open by now
        const cards = await cardsOf(now.contacts);
        const answered = settle(
          { ...now, cards, hints: await hintsOf(now.hints) },
          now.picked ? now.chosen : null,
        );
        await remember(answered);
        return reply(answered);
      });
    },

    async openPanel(_, { tabId }) {
      limit(tabId);
      await world.openPanel(tabId); // the first thing that happens: the user's gesture ends at an await
      return null;
    },

    async arrange(arrangement, { tabId, origin }) {
      limit(tabId);
      await requireAllowed(origin);
      await world.arrangements.keep(origin, arrangement);
      return null;
    },

    tab: ({ tabId }) => stateOf(tabId),

    async show({ tabId, id }) {
      await inTurn(tabId, async () => remember(settle(await stateOf(tabId), id)));
      return null;
    },

    search: ({ text, limit }) => world.lookup.search(text, limit),
    cardOf: ({ id }) => world.lookup.cardOf(id),

    async addContact({ contact }) {
      return world.addCustomer(contact);
    },

    async pick({ tabId }) {
      const { state } = await stateOf(tabId);
      if (state === 'notAllowed' || state === 'unreadable') return false;
      const looks = await world.appearance();
      const words = wordsIn(looks.language, pickTexts);
      return (await world.askTab(tabId, { name: 'pick', ...looks, words })) === true;
    },

    async report({ tabId }) {
      const site = await world.askTab(tabId, { name: 'site' });
      if (typeof site !== 'string') return '';
      const report = await world.askTab(tabId, { name: 'report', site });
      return typeof report === 'string' ? report : '';
    },

    async changed() {
      await Promise.all([tellAll(), world.armTurn()]);
      return null;
    },

    async siteAllowed() {
      await world.runOnAllowedSites();
      return null;
    },

    async sourcesChanged() {
      await world.armSources();
      return null;
    },
  };

  /** Whatever a page does to make its script ask: so many times in a while, and no more. */
  function limit(tabId: number, from: 'page' | 'frames' = 'page'): void {
    const now = world.now();
    const asker = `${from} ${tabId}`;
    const recent = (asked.get(asker) ?? []).filter(time => time > now - PER_MILLISECONDS);
    if (recent.length >= REQUESTS) throw new Problem('tooManyRequests');
    asked.set(asker, [...recent, now]);
  }

  /** What is remembered of a tab is read and written by one message after the other: none undoes another's. */
  function inTurn<Result>(tabId: number, work: () => Promise<Result>): Promise<Result> {
    const done = (turns.get(tabId) ?? Promise.resolve()).then(work, work);
    turns.set(
      tabId,
      done.catch(() => undefined),
    );
    return done;
  }

  async function requireAllowed(origin: string): Promise<void> {
    if (!(await world.isAllowed(origin))) throw new Problem('messageRefused', { name: origin });
  }

  async function requireState(tabId: number, origin: string): Promise<TabState> {
    const state = await world.memory.get(tabId);
    if (state?.origin !== origin) throw new Problem('notACandidate');
    return state;
  }

  /** Cards of all contacts, each customer once. An address with a +tag is tried without it where it is not known. */
  async function cardsOf(contacts: readonly Contact[]): Promise<Card[]> {
    const found = new Map<string, Card>();
    for (const contact of contacts) {
      const plain = contact.email?.replace(/\+[^@]*@/, '@');
      let cards = await world.lookup.cardsFor(contactKeys(contact));
      if (cards.length === 0 && plain !== contact.email) {
        cards = await world.lookup.cardsFor(contactKeys({ ...contact, email: plain }));
      }
      if (cards.length === 0) cards = await cardsByWord(contact);
      for (const card of cards) found.set(card.id, card);
    }
    return [...found.values()];
  }

  /** By the number of a customer or an order; by a name alone where the page shows nothing else and it is the same. */
  async function cardsByWord({ email, phone, name, reference }: Contact): Promise<Card[]> {
    if (reference) {
      const card = await world.lookup.cardOf(reference);
      const hits = card ? [] : await world.lookup.search(reference, 2);
      const only = hits.length === 1 ? await world.lookup.cardOf(hits[0]!.id) : null;
      return [card ?? only].filter(each => each !== null);
    }
    if (email || phone || !name) return [];
    const same = (await world.lookup.search(name, 6)).filter(
      hit => hit.name.toLowerCase() === name.toLowerCase(),
    );
    const cards = await Promise.all(same.map(hit => world.lookup.cardOf(hit.id)));
    return cards.filter(card => card !== null);
  }

  /** Whose the numbers are that stand beside a message. */
  async function hintsOf(contacts: readonly Contact[]): Promise<Hint[]> {
    const hints = contacts.map(async ({ reference }) =>
      reference ? (await cardsByWord({ reference })).map(card => ({ reference, card })) : [],
    );
    const whose = new Map((await Promise.all(hints)).flat().map(hint => [hint.card.id, hint]));
    return [...whose.values()].slice(0, MOST_HINTS);
  }

  async function stateOf(tabId: number): Promise<TabState> {
    const [tab, stored] = await Promise.all([world.tab(tabId), world.memory.get(tabId)]);
    const web = /^https?:/.test(tab.url);
    const origin = web ? new URL(tab.url).origin : '';
    const same = stored?.origin === origin ? stored : null;
    const allowed = web && (await world.isAllowed(origin));
    if (allowed && same) return { ...same, windowId: tab.windowId };
    return {
      ...emptyState,
      tabId,
      windowId: tab.windowId,
      origin,
      chosen: same?.chosen ?? null,
      picked: same?.picked ?? false,
      state: tab.url && !web ? 'unreadable' : allowed ? 'none' : 'notAllowed',
    };
  }

  /** The badge is no part of an answer: nobody waits for it. */
  async function remember(state: TabState): Promise<void> {
    world.showBadge(state).catch((error: unknown) => console.error(error));
    await world.memory.put(state);
  }

  async function tellAll(): Promise<void> {
    const states = await world.memory.all();
    await Promise.all(states.filter(state => state.site !== '').map(state => world.tellChanged(state.tabId)));
  }

  async function reply(state: TabState): Promise<CardReply> {
    return replyWith(state, await looksOn(state.origin));
  }

  async function looksOn(origin: string): Promise<Looks> {
    const [appearance, arrangement, currency] = await Promise.all([
      world.appearance(),
      world.arrangements.of(origin),
      world.lookup.currency(),
    ]);
    const words = wordsIn(appearance.language, cardTexts);
    return { appearance: { ...appearance, ...arrangement, words }, currency };
  }
}

/** How an answer is worded: the appearance of the card, and the currency of all money. */
interface Looks {
  readonly appearance: Appearance;
  readonly currency: string;
}

function replyWith(state: TabState, { appearance, currency }: Looks): CardReply {
  const chosen = state.cards.find(card => card.id === state.chosen);
  const shown = state.state === 'known' ? [chosen ?? state.cards[0]!] : state.cards;
  return {
    state: state.state === 'unreadable' || state.state === 'notAllowed' ? 'none' : state.state,
    certain: state.contacts.length > 0,
    cards: shown.map(card => pageCard(card, appearance.language, currency)),
    contact: state.contacts[0] ?? null,
    hints:
      state.state === 'unknown'
        ? state.hints.map(({ reference, card: { id, name } }) => ({ reference, id, name }))
        : [],
    appearance,
  };
}

/** The state that follows from what was found and from what the user picked, if anything. */
function settle(found: TabState, picked: string | null): TabState {
  // Whose number stands beside the message becomes a candidate when the user says that it is them.
  const hinted = found.hints.flatMap(({ card }) => (card.id === picked ? [card] : []));
  const cards = found.cards.length > 0 ? found.cards : hinted;
  const among = cards.some(card => card.id === picked);
  const state = among ? 'known' : stateFound(found);
  return {
    ...found,
    cards,
    state,
    picked: picked !== null,
    chosen: picked ?? (state === 'known' ? cards[0]!.id : null),
  };
}

function stateFound({ state, contacts, cards }: TabState): TabState['state'] {
  if (state === 'unreadable' || state === 'notAllowed') return state;
  const certain = contacts.length > 0;
  if (cards.length === 0) return certain ? 'unknown' : 'none';
  return cards.length === 1 && certain ? 'known' : 'several';
}

import {
  actionOutcomes,
  type Card,
  type Contact,
  type Hit,
  type PageKnowledge,
  Problem,
  type TierResult,
} from '../domain/index.ts';
import { z } from '../domain/zod.ts';
import type { CardTexts } from '../i18n/card.ts';
import type { Language } from '../i18n/index.ts';
import type { PickTexts } from '../i18n/pick.ts';
import { taughtPlace } from './reading.ts';

/** How a page's card looks: settled by the background, since a page's script keeps nothing of its own. */
export interface Appearance {
  readonly language: Language;
  readonly theme: 'auto' | 'light' | 'dark';
  /** Whether this site's card was last folded into a pill. */
  readonly collapsed: boolean;
  /** Where this site's card was last put: 0 = at the left or top edge of the window, 1 = at the right or bottom one. */
  readonly place: { readonly x: number; readonly y: number };
  /** All that the card says, in its language: a page's script carries no texts. */
  readonly words: Readonly<Record<keyof CardTexts, string>>;
}

/** A customer as a page may see it: words ready to show, no contact details. */
export interface PageCard {
  readonly id: string;
  readonly name: string;
  readonly company: string;
  readonly tier: TierResult | null;
  readonly segments: readonly string[];
  readonly tags: readonly string[];
  /** Year in which the relationship began, '' = not known. */
  readonly since: string;
  /** What people decided against the rules, each in a line. */
  readonly byHand: readonly string[];
  /** Whether any rules are published: without them there is no tier and no action to expect. */
  readonly hasRules: boolean;
  /** What to do next, best first. */
  readonly actions: readonly PageAction[];
  /** What not to do. */
  readonly avoided: readonly Pick<PageAction, 'name' | 'why'>[];
}

/** One thing to do for a customer: why, what to say, and in how many days. */
export interface PageAction {
  readonly name: string;
  readonly why: readonly string[];
  readonly message: string;
  readonly within: number | null;
}

/**
 * What the card shows. 'known': cards[0]. 'several': choose among cards. 'unknown': `contact` is not in the base.
 * 'none': nobody is writing here. `certain` false = the addresses only occur somewhere on the page.
 */
export interface CardReply {
  readonly state: 'none' | 'unknown' | 'known' | 'several';
  readonly certain: boolean;
  readonly cards: readonly PageCard[];
  readonly contact: Contact | null;
  /** With 'unknown': whom numbers beside the message belong to. It is them only if the user says so. */
  readonly hints: readonly { readonly reference: string; readonly id: string; readonly name: string }[];
  readonly appearance: Appearance;
}

/** A number of a customer or an order that stands beside a message, and whose it is. */
export interface Hint {
  readonly reference: string;
  readonly card: Card;
}

/**
 * Who is writing in one tab. 'unreadable': a page that no extension may read. 'notAllowed': the user has not allowed
 * the site (`origin` is '' where even the address is hidden from us).
 */
export interface TabState {
  readonly tabId: number;
  readonly windowId: number;
  readonly origin: string;
  /** Id of the file in src/sites that read the page, '' = none. */
  readonly site: string;
  readonly thread: string;
  /** Whether a thread is open of which nobody could be read: the page has probably changed. */
  readonly missed: boolean;
  readonly contacts: readonly Contact[];
  readonly cards: readonly Card[];
  /** Where nobody in the base has the writer's address. */
  readonly hints: readonly Hint[];
  /** The customer to show: picked by the user, or the only one found. */
  readonly chosen: string | null;
  /** Whether the user picked it. */
  readonly picked: boolean;
  readonly state: 'unreadable' | 'notAllowed' | 'none' | 'unknown' | 'known' | 'several';
}

const contact = z.strictObject({
  email: z.string().max(320).optional(),
  phone: z.string().max(40).optional(),
  name: z.string().max(200).optional(),
  reference: z.string().max(80).optional(),
});
const contacts = z.array(contact).max(12).readonly();
const id = z.string().min(1).max(200);
const nothing = z.strictObject({});
const place = z.strictObject({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) });

/**
 * Everything that may be asked of the background, and by whom: 'page' = our script in an allowed page, 'frame' = our
 * script in a frame of one, 'own' = the popup, the panel, the studio. The receiver checks sender and
 * input; what is not in this table is refused.
 */
export const messages = {
  /** How the card looks on this site: asked before anybody is known to be writing. */
  appearance: { audience: 'page', input: nothing },
  /** Who is this? `suggestions` are addresses that merely occur on the page, and numbers beside the message. */
  card: {
    audience: 'page',
    input: z.strictObject({
      site: z.string().max(60),
      thread: z.string().max(1000),
      contacts,
      suggestions: contacts,
      missed: z.boolean().optional(),
    }),
  },
  /** What the user has told about reading this site. */
  knowledge: { audience: 'page', input: nothing },
  /** Keep where the writer stands on this site, as the user has just shown it. */
  teach: { audience: 'page', input: z.strictObject({ place: taughtPlace }) },
  /** Who is writing in a frame of another origin: passed on to the page's own script; answers whether that is there. */
  frame: {
    audience: 'frame',
    input: z.strictObject({ thread: z.string().max(1000), contacts, suggestions: contacts }),
  },
  /** Add the person of the open message, by hand of the user. */
  add: { audience: 'page', input: z.strictObject({ contact }) },
  /** Settle which of several candidates is meant. */
  choose: { audience: 'page', input: z.strictObject({ id }) },
  /** How the proposed action was answered, by hand of the user. */
  answer: {
    audience: 'page',
    input: z.strictObject({ id, action: z.string().min(1).max(200), outcome: z.enum(actionOutcomes) }),
  },
  openPanel: { audience: 'page', input: nothing },
  /** The card was folded, unfolded or moved on this site. */
  arrange: { audience: 'page', input: z.strictObject({ collapsed: z.boolean(), place }) },

  /** What is known about a tab. */
  tab: { audience: 'own', input: z.strictObject({ tabId: z.int() }) },
  /** Customers by name, company, e-mail, phone tail, pinyin or initials. */
  search: {
    audience: 'own',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(100) }),
  },
  cardOf: { audience: 'own', input: z.strictObject({ id }) },
  /** Show a customer in the panel beside a tab; null = whoever the page is about. */
  show: { audience: 'own', input: z.strictObject({ tabId: z.int(), id: id.nullable() }) },
  /** Add a person met on a page; answers the new customer's id. */
  addContact: { audience: 'own', input: z.strictObject({ contact }) },
  /** Have the user point at the writer in a tab, to learn where they stand; answers whether its script is there. */
  pick: { audience: 'own', input: z.strictObject({ tabId: z.int() }) },
  /** The structure of a tab's page without anything of a person, '' where no script of ours is in it. */
  report: { audience: 'own', input: z.strictObject({ tabId: z.int() }) },
  /** The base or the published rules have changed: open cards ask again. */
  changed: { audience: 'own', input: nothing },
  /** A site was allowed: the card's script runs there from now on, in open tabs too. */
  siteAllowed: { audience: 'own', input: nothing },
  /** Sources that are fetched by themselves are others now, or due at another time. */
  sourcesChanged: { audience: 'own', input: nothing },
} as const satisfies Record<string, { audience: 'page' | 'frame' | 'own'; input: z.ZodType }>;

export type Messages = typeof messages;
export type MessageName = keyof Messages;
export type Input<Name extends MessageName> = z.input<Messages[Name]['input']>;

/** What each message is answered with. */
export interface Replies {
  appearance: Appearance;
  card: CardReply;
  add: CardReply;
  choose: CardReply;
  knowledge: PageKnowledge;
  teach: null;
  frame: boolean;
  answer: CardReply;
  openPanel: null;
  arrange: null;
  tab: TabState;
  search: readonly Hit[];
  cardOf: Card | null;
  show: null;
  addContact: string;
  pick: boolean;
  report: string;
  changed: null;
  siteAllowed: null;
  sourcesChanged: null;
}

/** What the script in a page is told to do, beside asking again. */
export type PageOrder =
  | {
      readonly name: 'pick';
      readonly language: Language;
      readonly theme: Appearance['theme'];
      readonly words: Readonly<Record<keyof PickTexts, string>>;
    }
  | { readonly name: 'site' }
  | { readonly name: 'report'; readonly site: string }
  | { readonly name: 'frame'; readonly origin: string; readonly reading: Input<'frame'> };

/** The form in which an answer travels: a Problem does not survive cloning, its code and args do. */
export type Answer =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly args: Problem['args'] };

/** Who asks, as the browser vouches for it. */
export type Asker =
  | { readonly audience: 'page'; readonly tabId: number; readonly windowId: number; readonly origin: string }
  | { readonly audience: 'frame'; readonly tabId: number; readonly origin: string }
  | { readonly audience: 'own' };

export type Handlers = {
  readonly [Name in MessageName]: (
    input: z.output<Messages[Name]['input']>,
    asker: Extract<Asker, { audience: Messages[Name]['audience'] }>,
  ) => Promise<Replies[Name]>;
};

/** The browser's word on who sent a message: a page's own frame at the top that is in use, one of our own pages, or nobody. */
export function askerOf(sender: chrome.runtime.MessageSender, ownId: string, ownUrl: string): Asker | null {
  if (sender.id !== ownId || !sender.url) return null;
  if (sender.url.startsWith(ownUrl)) return { audience: 'own' };
  const origin = sender.origin ?? '';
  const web = /^https?:\/\//.test(origin) && new URL(sender.url).origin === origin;
  if (!web || sender.tab?.id === undefined) return null;
  if (sender.documentLifecycle !== undefined && sender.documentLifecycle !== 'active') return null;
  if (sender.frameId !== 0) return { audience: 'frame', tabId: sender.tab.id, origin };
  return { audience: 'page', tabId: sender.tab.id, windowId: sender.tab.windowId, origin };
}

/** Checks a message against the table and hands it to its handler. Never rejects: failures are answers. */
export async function receive(message: unknown, asker: Asker | null, handlers: Handlers): Promise<Answer> {
  try {
    const { name, input } = envelope.parse(message);
    const row = Object.hasOwn(messages, name) ? messages[name as MessageName] : undefined;
    if (!row || !asker || row.audience !== asker.audience) throw new Problem('messageRefused', { name });
    const parsed = row.input.safeParse(input);
    if (!parsed.success) {
      const place = parsed.error.issues[0]?.path.join('.') ?? '';
      throw new Problem('messageMalformed', { name, place });
    }
    const handle = handlers[name as MessageName] as (input: unknown, asker: Asker) => Promise<unknown>;
    return { ok: true, value: await handle(parsed.data, asker) };
  } catch (error) {
    return failure(error);
  }
}

/** An error as an answer. What is not a Problem is a mistake of ours: logged, and told as such. */
export function failure(error: unknown): Answer {
  if (error instanceof Problem) return { ok: false, code: error.code, args: error.args };
  console.error(error);
  return {
    ok: false,
    code: 'unexpected',
    args: { reason: error instanceof Error ? error.message : String(error) },
  };
}

/** What the background has done by the engine's worker, through a page that nobody sees. */
export const offscreenRequest = z.discriminatedUnion('name', [
  z.strictObject({ to: z.literal('offscreen'), name: z.literal('add'), contact }),
  z.strictObject({
    to: z.literal('offscreen'),
    name: z.literal('answer'),
    id,
    action: z.string(),
    outcome: z.enum(actionOutcomes),
  }),
  z.strictObject({ to: z.literal('offscreen'), name: z.literal('refresh') }),
  z.strictObject({
    to: z.literal('offscreen'),
    name: z.literal('refreshSources'),
    sources: z.array(z.strictObject({ id: z.int(), isAllowed: z.boolean() })).readonly(),
  }),
]);

export type OffscreenRequest = z.output<typeof offscreenRequest>;

const envelope = z.object({ to: z.literal('background'), name: z.string().max(40), input: z.unknown() });

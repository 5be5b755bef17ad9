import { Problem } from '../../domain/index.ts';
import { type Appearance, ask, type CardReply, isExtensionThere } from '../../shell/client.ts';
import { siteFor } from '../../sites/index.ts';
import { Card } from './Card.tsx';
import { composeFields, composeRegion, insertText } from './compose.ts';
import { drag, nudgeOf } from './drag.ts';
import { Host } from './host.ts';
import { followCircumstances } from './knowing.ts';
import type { Pressed } from './Press.tsx';
import { type Box, boxAt, CARD, freePlace, PILL, type Place, placeAt } from './place.ts';
import { say } from './say.ts';
import { Sight } from './trust.ts';
import { type Sighting, watchPage } from './watch.ts';

const LATER_MILLISECONDS = 5_000;
const SETTLED_MILLISECONDS = 300;
/** A later copy of this script says that it has come. Any page can say so too: who still has an extension stays. */
const SUCCESSION = 'tierlens-succession';

/** Runs the card in this page until the site is revoked, the extension goes, or a later copy takes over. */
function run(): void {
  const life = new AbortController();
  const { signal } = life;
  const detach = () => life.abort();
  document.dispatchEvent(new Event(SUCCESSION));
  if (typeof globalThis.tierlensYield === 'function') globalThis.tierlensYield(); // a page's element may be called so
  globalThis.tierlensYield = detach;
  document.addEventListener(SUCCESSION, () => isExtensionThere() || detach(), { signal });

  const host = new Host(document, signal);
  const sight = new Sight(host, signal);
  let appearance: Appearance | null = null;
  let sighting: Sighting | null = null;
  let reply: CardReply | null = null;
  let turn = 0;
  let turns = 0;
  let folded = false;
  /** The thread in which the user has unfolded mere guesses. */
  let unfoldedGuess: string | null = null;
  let place: Place = { x: 1, y: 1 };
  let writing: readonly Box[] = [];
  let fields: readonly HTMLElement[] = [];
  let written = '[]';
  let busy = false;
  let trouble = '';
  let later: ReturnType<typeof setTimeout> | undefined;
  let remembering: ReturnType<typeof setTimeout> | undefined;

  const windowSize = () => ({ width: window.innerWidth, height: window.innerHeight });
  const isGuess = () => sighting!.contacts.length === 0;
  const isFolded = () => (isGuess() ? unfoldedGuess !== sighting!.thread : folded);

  /** Where the card goes: its place, away from where somebody writes; folded where there is no room for more. */
  const layout = (): { folded: boolean; box: Box } => {
    const free = isFolded() ? null : freePlace(place, CARD, windowSize(), writing);
    if (free) return { folded: false, box: boxAt(free, CARD, windowSize()) };
    return {
      folded: true,
      box: boxAt(freePlace(place, PILL, windowSize(), writing) ?? place, PILL, windowSize()),
    };
  };

  // What the page can see of the card - whether, where and how large it is - depends on what the page itself says and
  // on what the user did, never on the answer: a page learns nothing about whom we know.
  const draw = () => {
    // A page alone in its process may weigh what is in it to the byte: badge and panel tell there, and no card.
    if (crossOriginIsolated) return;
    if (!appearance || !sighting || sighting.contacts.length + sighting.suggestions.length === 0) {
      host.hide();
      return;
    }
    const { folded: small, box } = layout();
    host.show(box);
    const [writer] = sighting.contacts;
    host.draw(
      <Card
        appearance={appearance}
        writer={writer?.name ?? writer?.email ?? writer?.phone ?? ''}
        reply={reply}
        turns={turns}
        folded={small}
        busy={busy}
        trouble={trouble}
        sight={sight}
        canInsert={fields.length > 0}
        onFold={fold}
        onLeave={() => host.swapFocus()}
        onOpenPanel={() => void attempt(() => ask('openPanel', {}))}
        onAdd={pressed => change(pressed, () => ask('add', { contact: reply!.contact! }))}
        onChoose={(id, pressed) => change(pressed, () => ask('choose', { id }))}
        onNext={() => {
          turns++;
          draw();
        }}
        onAnswer={(id, action, outcome, pressed) =>
          change(pressed, () => ask('answer', { id, action, outcome }))
        }
        isMeant={isMeant}
        onInsert={async message => fields[0] !== undefined && insertText(fields[0], message)}
        onGrip={event => grip(event, box)}
        onNudge={event => nudge(event, box)}
      />,
    );
  };

  const fold = (small: boolean) => {
    if (isGuess()) unfoldedGuess = small ? null : sighting!.thread;
    else folded = small;
    if (!small) writing = []; // who unfolds it over a window in which they write wants to see it
    draw();
    remember();
  };

  const moveTo = (left: number, top: number, size: Box) => {
    place = placeAt(left, top, size, windowSize());
    writing = [];
    draw();
    sight.renew();
  };
  const grip = (event: PointerEvent, from: Box) =>
    drag(
      event,
      ({ dx, dy, end }) => {
        moveTo(from.left + dx, from.top + dy, from);
        if (end) remember();
      },
      signal,
    );
  const nudge = (event: KeyboardEvent, from: Box) => {
    const way = nudgeOf(event);
    if (!way) return;
    event.preventDefault();
    moveTo(from.left + way[0], from.top + way[1], from);
    remember();
  };
  const remember = () => {
    clearTimeout(remembering);
    remembering = setTimeout(
      () => attempt(() => ask('arrange', { collapsed: folded, place })),
      SETTLED_MILLISECONDS,
    );
  };

  /** Whether a press is to be acted on. Where not, its maker is told why, and sees the card before they press again. */
  const isMeant = (pressed: Pressed): boolean => {
    const verdict = sight.judge(pressed);
    if (verdict === 'covered') host.raise();
    if (verdict === 'covered' || verdict === 'sudden') tell(verdict);
    if (verdict !== 'meant') return false;
    trouble = '';
    draw();
    return true;
  };

  /** Sends what changes something, if the press on it is to be trusted, and shows what came of it. */
  const change = async (pressed: Pressed, send: () => Promise<CardReply>) => {
    if (!isMeant(pressed)) return;
    const mine = turn;
    busy = true;
    draw();
    const answer = await attempt(send);
    busy = false;
    if (answer && mine === turn) {
      turns = 0;
      reply = answer;
    }
    draw();
  };

  const sighted = async (now: Sighting) => {
    const mine = ++turn;
    if (now.thread !== sighting?.thread || now.contacts.length + now.suggestions.length === 0) {
      reply = null; // never one customer's card beside another's message
      trouble = '';
    }
    sighting = now;
    draw();
    const { site, thread, contacts, suggestions, missed } = now;
    const answer = await attempt(() => ask('card', { site, thread, contacts, suggestions, missed }));
    if (!answer || mine !== turn || signal.aborted) return;
    if (answer.cards[0]?.id !== reply?.cards[0]?.id) turns = 0;
    reply = answer;
    dress(answer.appearance);
  };

  const dress = (looks: Appearance) => {
    if (!appearance) ({ collapsed: folded, place } = looks); // from then on the user's hand is ahead of what is kept
    appearance = looks;
    draw();
  };

  /** Where somebody writes may have changed. */
  const looked = () => {
    if (!isExtensionThere()) return detach();
    if (!sighting) return;
    if (host.hasFocus()) return; // the field they were in is still the one that is meant
    fields = composeFields(document, siteFor(new URL(document.URL), document).compose ?? '');
    const regions = fields.map(composeRegion);
    const now = JSON.stringify(regions);
    if (now === written) return;
    written = now;
    writing = regions;
    draw();
    sight.renew();
  };

  /** Runs a request; a failure is told in the card, or ends this script where it has no business here any more. */
  async function attempt<Value>(request: () => Promise<Value>): Promise<Value | null> {
    try {
      return await request();
    } catch (error) {
      const code = error instanceof Problem ? error.code : '';
      if (code === 'extensionGone' || code === 'messageRefused') {
        detach();
      } else if (code === 'tooManyRequests') {
        clearTimeout(later);
        later = setTimeout(() => watch.again(), LATER_MILLISECONDS);
      } else {
        console.error(error);
        tell('failed');
      }
      return null;
    }
  }

  function tell(text: 'failed' | 'covered' | 'sudden'): void {
    if (!appearance) return;
    trouble = say(appearance, text);
    draw();
  }

  const listen = (message: { to?: string; name?: string }, sender: chrome.runtime.MessageSender) => {
    if (message.to !== 'page' || sender.id !== chrome.runtime.id || sender.tab) return;
    if (message.name === 'detach') detach();
    else if (message.name === 'changed') watch.again();
  };
  chrome.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => {
    clearTimeout(later);
    clearTimeout(remembering);
    if (isExtensionThere()) chrome.runtime.onMessage.removeListener(listen);
  });
  window.addEventListener(
    'keydown',
    event => {
      if (!event.isTrusted || !event.altKey || !event.shiftKey || event.code !== 'KeyT' || !sighting) return;
      event.preventDefault();
      host.swapFocus();
    },
    { signal, capture: true },
  );
  const resized = (event: Event) => {
    if (!event.isTrusted) return;
    draw();
    sight.renew();
  };
  window.addEventListener('resize', resized, { signal });
  void attempt(() => ask('appearance', {})).then(looks => {
    if (looks && !appearance && !signal.aborted) dress(looks);
  });
  const circumstances = followCircumstances(document, () => watch.again(), signal);
  const watch = watchPage(document, circumstances, now => void sighted(now), looked, signal);
}

declare global {
  /** How a later copy of this script in the same world makes this one yield. */
  var tierlensYield: (() => void) | undefined;
}

if (window === window.top) run();

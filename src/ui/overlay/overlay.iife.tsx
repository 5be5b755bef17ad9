import { render } from 'preact';
import { Problem } from '../../domain/index.ts';
import { ask, type CardReply } from '../../shell/client.ts';
import { Card } from './Card.tsx';
import { Host } from './host.ts';
import { followCircumstances } from './knowing.ts';
import { say } from './say.ts';
import { Sight } from './trust.ts';
import { type Sighting, watchPage } from './watch.ts';

declare global {
  /** How a later copy of this script, run after an update, makes this one yield. */
  var tierlensYield: (() => void) | undefined;
}

const LATER_MILLISECONDS = 5_000;

/** Runs the card in this page until the site is revoked, the extension goes, or a later copy takes over. */
function run(): void {
  const life = new AbortController();
  const { signal } = life;
  const detach = () => life.abort();
  globalThis.tierlensYield?.();
  globalThis.tierlensYield = detach;

  const host = new Host(document, signal);
  const sight = new Sight(signal);
  let turn = 0;
  let thread = '';
  let reply: CardReply | null = null;
  let collapsed = false;
  let busy = false;
  let trouble = '';

  const draw = () => {
    if (!reply || reply.state === 'none') {
      render(null, host.root);
      host.hide();
      return;
    }
    host.show();
    render(
      <Card
        reply={reply}
        collapsed={collapsed}
        busy={busy}
        trouble={trouble}
        sight={sight}
        onCollapse={collapse}
        onOpenPanel={() => void attempt(() => ask('openPanel', {}))}
        onAdd={event => change(event, () => ask('add', { contact: reply!.contact! }))}
        onChoose={(id, event) => change(event, () => ask('choose', { id }))}
      />,
      host.root,
    );
  };

  const collapse = (folded: boolean) => {
    const inside = host.hasFocus();
    collapsed = folded;
    draw();
    if (inside) host.focus();
    void attempt(() => ask('collapse', { collapsed: folded }));
  };

  /** Sends what changes something, if the press on it is to be trusted, and shows what came of it. */
  const change = async (event: Event, send: () => Promise<CardReply>) => {
    if (!sight.allows(event)) {
      if (event.isTrusted) tell('covered');
      return;
    }
    const mine = turn;
    busy = true;
    trouble = '';
    draw();
    const answer = await attempt(send);
    busy = false;
    if (answer && mine === turn) reply = answer;
    draw();
  };

  const sighted = async ({ site, thread: open, contacts, suggestions, missed }: Sighting) => {
    const mine = ++turn;
    if (open !== thread || contacts.length + suggestions.length === 0) {
      reply = null; // never one customer's card beside another's message
      trouble = '';
      draw();
    }
    thread = open;
    const answer = await attempt(() => ask('card', { site, thread: open, contacts, suggestions, missed }));
    if (!answer || mine !== turn || signal.aborted) return;
    reply = answer;
    collapsed = answer.appearance.collapsed;
    draw();
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
        setTimeout(() => watch.again(), LATER_MILLISECONDS);
      } else {
        console.error(error);
        tell('failed');
      }
      return null;
    }
  }

  function tell(text: 'failed' | 'covered'): void {
    if (!reply) return;
    trouble = say(reply.appearance, text);
    draw();
  }

  const listen = (message: { to?: string; name?: string }, sender: chrome.runtime.MessageSender) => {
    if (message.to !== 'page' || sender.id !== chrome.runtime.id) return;
    if (message.name === 'detach') detach();
    else watch.again();
  };
  chrome.runtime.onMessage.addListener(listen);
  signal.addEventListener('abort', () => {
    if (chrome.runtime?.id) chrome.runtime.onMessage.removeListener(listen);
    render(null, host.root);
  });
  window.addEventListener(
    'keydown',
    event => {
      if (!event.isTrusted || !event.altKey || !event.shiftKey || event.code !== 'KeyT' || !reply) return;
      event.preventDefault();
      host.focus();
    },
    { signal, capture: true },
  );
  const circumstances = followCircumstances(document, () => watch.again(), signal);
  const watch = watchPage(document, circumstances, sighting => void sighted(sighting), signal);
}

if (window === window.top) run();

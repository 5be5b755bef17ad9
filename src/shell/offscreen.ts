import { type Contact, Problem } from '../domain/index.ts';
import { connectEngine } from './engine.ts';
import { type Answer, failure, offscreenRequest } from './messages.ts';

// A page nobody sees: it reaches the engine's worker on behalf of the background, which cannot, and then closes.
const IDLE_MILLISECONDS = 20_000;
let running = 0;
let closing: ReturnType<typeof setTimeout> | undefined;

chrome.runtime.onMessage.addListener((message, sender, answer) => {
  if (message?.to !== 'offscreen' || sender.id !== chrome.runtime.id || sender.tab) return;
  clearTimeout(closing);
  running++;
  work(message)
    .then(value => ({ ok: true, value }) satisfies Answer, failure)
    .then(answer)
    .finally(() => {
      if (--running === 0) closing = setTimeout(() => window.close(), IDLE_MILLISECONDS);
    });
  return true;
});

async function work(message: unknown): Promise<unknown> {
  const request = offscreenRequest.parse(message);
  if (request.name === 'add') return addCustomer(request.contact);
  if (request.name === 'answer') {
    return connectEngine().answerAction(request.id, request.action, request.outcome);
  }
  if (request.name === 'refresh') await connectEngine().refresh('daily refresh', () => undefined);
  else {
    for (const { id, isAllowed } of request.sources)
      await connectEngine().refreshSource(`source ${id}`, id, { isAllowed, byHand: false }, () => undefined);
  }
  return null;
}

async function addCustomer({ name, email, phone }: Contact): Promise<string> {
  const saved = await connectEngine().saveCustomer({
    name: name ?? email ?? phone ?? '',
    emails: email ? [email] : [],
    phones: phone ? [phone] : [],
    source: 'page',
  });
  if (saved.ok) return saved.id;
  const fault = saved.faults[0]!;
  throw new Problem('contactRefused', { value: email ?? phone ?? '', field: fault.field });
}

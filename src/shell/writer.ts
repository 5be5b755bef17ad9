import { type ActionOutcome, type Contact, Problem } from '../domain/index.ts';
import type { Answer, OffscreenRequest } from './messages.ts';

const PAGE = 'src/shell/offscreen.html';
let opening: Promise<void> | undefined;

/** Adds a customer met on a page; answers the id. Rejects with a Problem. */
export async function addCustomer(contact: Contact): Promise<string> {
  return (await request({ to: 'offscreen', name: 'add', contact })) as string;
}

/** Writes down how an action was answered for a customer (by id). */
export async function answerAction(id: string, action: string, outcome: ActionOutcome): Promise<void> {
  await request({ to: 'offscreen', name: 'answer', id, action, outcome });
}

/** Evaluates the published rules at the current day. */
export async function refreshResults(): Promise<void> {
  await request({ to: 'offscreen', name: 'refresh' });
}

/** Fetches sources again, one after the other. How each went is kept with it. */
export async function refreshSources(
  sources: Extract<OffscreenRequest, { name: 'refreshSources' }>['sources'],
): Promise<void> {
  await request({ to: 'offscreen', name: 'refreshSources', sources });
}

async function request(message: OffscreenRequest): Promise<unknown> {
  await ensureOffscreen();
  const answer: Answer | undefined = await chrome.runtime.sendMessage(message);
  if (!answer) throw new Problem('unexpected', { reason: 'offscreen' });
  if (!answer.ok) throw new Problem(answer.code, answer.args);
  return answer.value;
}

/** Opens the page unless it is open; calls at the same time share one opening. */
function ensureOffscreen(): Promise<void> {
  opening ??= open().finally(() => {
    opening = undefined;
  });
  return opening;
}

async function open(): Promise<void> {
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['OFFSCREEN_DOCUMENT'] });
  if (contexts.length > 0) return;
  await chrome.offscreen.createDocument({
    url: PAGE,
    reasons: ['WORKERS'],
    justification:
      'Customers are added, sources fetched and rules evaluated in a worker, which a service worker cannot start.',
  });
}

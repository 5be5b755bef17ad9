import { Problem } from '../domain/index.ts';

export type { Appearance, CardReply, Input, PageAction, PageCard, PageOrder } from './messages.ts';

import type { Answer, Input, MessageName, Replies } from './messages.ts';

/** Asks the background. Rejects with a Problem; 'extensionGone' where this script outlived its extension. */
export async function ask<Name extends MessageName>(name: Name, input: Input<Name>): Promise<Replies[Name]> {
  const answer = await send({ to: 'background', name, input });
  if (!answer.ok) throw new Problem(answer.code, answer.args);
  return answer.value as Replies[Name];
}

/** Tells open pages that the base or the published rules have changed. Call it after a publication or an import. */
export async function announceChange(): Promise<void> {
  await ask('changed', {});
}

/** False in a script that outlived its extension: after an update, a reload, a removal. */
export function isExtensionThere(): boolean {
  return chrome.runtime?.id !== undefined;
}

async function send(message: unknown): Promise<Answer> {
  if (!isExtensionThere()) throw new Problem('extensionGone');
  let answer: Answer | undefined;
  try {
    answer = await chrome.runtime.sendMessage(message);
  } catch (error) {
    if (!isExtensionThere()) throw new Problem('extensionGone');
    throw new Problem('unexpected', { reason: error instanceof Error ? error.message : String(error) });
  }
  if (!answer) throw new Problem('unexpected', { reason: 'no answer' });
  return answer;
}

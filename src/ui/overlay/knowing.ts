import { type PageKnowledge, patternsOf } from '../../domain/index.ts';
import { ask, type PageOrder } from '../../shell/client.ts';
import {
  type Circumstances,
  contactsInSelection,
  documentsIn,
  type FrameReport,
  siteFor,
} from '../../sites/index.ts';

const SETTLED_MILLISECONDS = 300;
const MOST_SELECTED = 500;

/**
 * What makes this page say more than it shows: what the user has told, what they select, what frames of other origins
 * report. Calls `changed` when that is other than before; carries out what the panel and the popup ask of the page.
 */
export function followCircumstances(
  document: Document,
  changed: () => void,
  signal: AbortSignal,
): () => Circumstances | null {
  let knowledge: PageKnowledge | null = null;
  let frames: readonly FrameReport[] = [];
  let selected = '';
  let meant = '[]';
  let settling: ReturnType<typeof setTimeout> | undefined;
  const followed = new WeakSet<Document>();
  const patterns = () => patternsOf(knowledge?.patterns ?? []);

  const learn = async () => {
    knowledge = await ask('knowledge', {});
    if (!signal.aborted) changed();
  };

  const settled = () => {
    selected = selectionIn(document);
    const now = JSON.stringify(contactsInSelection(selected, patterns()).contacts);
    if (now === meant || signal.aborted) return;
    meant = now;
    changed();
  };
  const selecting = (event: Event) => {
    if (!event.isTrusted) return;
    clearTimeout(settling);
    settling = setTimeout(settled, SETTLED_MILLISECONDS);
  };
  const followSelection = () => {
    for (const { document: each } of documentsIn(document)) {
      if (followed.has(each)) continue;
      followed.add(each);
      each.addEventListener('selectionchange', selecting, { signal });
    }
  };

  const obey = (message: unknown, sender: chrome.runtime.MessageSender, answer: (value: unknown) => void) => {
    const { to, ...order } = message as { to?: string } & PageOrder;
    if (to !== 'page' || sender.id !== chrome.runtime.id || sender.tab) return;
    if (order.name === 'site') {
      answer(describeSite(document, new URL(document.URL)));
    } else if (order.name === 'frame') {
      frames = [...frames.filter(each => each.origin !== order.origin), order];
      answer(true);
      changed();
    } else if (order.name !== 'pick' && order.name !== 'report') {
      void learn().catch(report);
    }
  };
  // Who has no business here any more is told so by the answer to its own question.
  const report = (error: unknown) => console.warn('what is told about this site could not be read', error);

  chrome.runtime.onMessage.addListener(obey);
  signal.addEventListener('abort', () => {
    clearTimeout(settling);
    if (chrome.runtime?.id) chrome.runtime.onMessage.removeListener(obey);
  });
  learn().catch(error => {
    report(error);
    knowledge = { own: [], patterns: [], taught: null };
    if (!signal.aborted) changed();
  });

  return () => {
    followSelection();
    if (!knowledge) return null;
    return { own: knowledge.own, patterns: patterns(), taught: knowledge.taught, selected, frames };
  };
}

function selectionIn(document: Document): string {
  for (const { document: each } of documentsIn(document)) {
    const text = each.getSelection()?.toString() ?? '';
    if (text !== '') return text.slice(0, MOST_SELECTED);
  }
  return '';
}

function describeSite(document: Document, url: URL): string {
  const { id, checkedOn, sure } = siteFor(url, document);
  return `${id} (${checkedOn}; ${sure})`;
}

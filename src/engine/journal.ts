import { type ActionOutcome, type Day, type JournalContent, Problem } from '../domain/index.ts';
import type { Context } from './context.ts';
import type { Publisher } from './publishing.ts';

const MOST_LETTERS = 2_000;

/** Writes down how an action was answered; it rests from then on, and the card shows what comes next. */
export async function answerAction(
  context: Context,
  publisher: Publisher,
  given: string,
  action: string,
  outcome: ActionOutcome,
): Promise<number> {
  const { version } = await context.state();
  const content = { kind: 'outcome', action, outcome, day: await context.day(), version } as const;
  return write(context, publisher, given, content);
}

/** Writes a note or a task down. Rejects with 'entryEmpty'. */
export async function writeEntry(
  context: Context,
  publisher: Publisher,
  given: string,
  { text, due }: { readonly text: string; readonly due?: Day | null },
): Promise<number> {
  const tidy = text.trim().slice(0, MOST_LETTERS);
  if (tidy === '') throw new Problem('entryEmpty');
  const content: JournalContent =
    due === undefined ? { kind: 'note', text: tidy } : { kind: 'task', text: tidy, due, doneAt: null };
  return write(context, publisher, given, content);
}

/** Puts something else in the place of an entry about a customer; null takes it away. */
export async function changeEntry(
  context: Context,
  publisher: Publisher,
  customer: string,
  id: number,
  content: JournalContent | null,
): Promise<void> {
  await context.store.changeEntry(id, content);
  context.forgetAnswers();
  await publisher.refreshCustomer(await context.store.currentId(customer));
}

async function write(
  context: Context,
  publisher: Publisher,
  given: string,
  content: JournalContent,
): Promise<number> {
  const customer = await context.store.currentId(given);
  if (!(await context.store.customer(customer))) throw new Problem('customerGone');
  const id = await context.store.addEntry({ customer, at: context.now().getTime(), content });
  if (content.kind !== 'outcome') return id;
  context.forgetAnswers();
  await publisher.refreshCustomer(customer);
  return id;
}

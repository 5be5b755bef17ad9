import { computed, effect, signal } from '@preact/signals';
import type { Card, Contact, CustomerView } from '../../domain/index.ts';
import type { CustomerDraft } from '../../engine/index.ts';
import { ask, connectEngine, type TabState, watchTab } from '../../shell/index.ts';

/** What the panel knows of the page beside it; null until the first answer. */
export const tab = signal<TabState | null>(null);
/** Why the page or the customer could not be read, null where all is well. */
export const failure = signal<unknown>(null);
/** The head of the customer that is shown: there at once, from the stored card. */
export const card = signal<Card | null>(null);
/** Everything about that customer; null while it is on its way. */
export const view = signal<CustomerView | null>(null);
/** The chosen customer is no longer in the base. */
export const gone = signal(false);
/** ISO 4217 code of the money in the base. */
export const currency = signal('CNY');
/** Whether the base has no customers at all. */
export const emptyBase = signal(false);

/** A customer just added from the page, to be completed in a form; null = none. */
export const completing = signal<CustomerDraft | null>(null);

/** Opens the form on a customer who was just added from `contact`. */
export function complete(id: string, contact: Contact): void {
  completing.value = {
    id,
    name: contact.name ?? '',
    emails: contact.email ? [contact.email] : [],
    phones: contact.phone ? [contact.phone] : [],
    source: 'page',
  };
}

const chosen = computed(() => tab.value?.chosen ?? null);

/** Loads the chosen customer again: after an edit, or when the page beside us says that something changed. */
export async function reload(): Promise<void> {
  const id = chosen.peek();
  if (id === null) {
    failure.value = null;
    return;
  }
  try {
    const loaded = await connectEngine().customer(id);
    if (chosen.peek() !== id) return;
    view.value = loaded;
    gone.value = loaded === null;
    if (loaded) card.value = loaded.card;
    failure.value = null;
  } catch (error) {
    if (chosen.peek() === id) failure.value = error;
  }
}

async function showHead(id: string): Promise<void> {
  const stored = tab.peek()?.cards.find(each => each.id === id) ?? (await ask('cardOf', { id }));
  if (chosen.peek() === id && view.peek()?.customer.id !== id) card.value = stored;
}

async function readWorkspace(): Promise<void> {
  const workspace = await connectEngine().workspace();
  currency.value = workspace.currency;
  emptyBase.value = workspace.customers === 0;
}

/** Shows a customer beside this page; null = whoever the page is about. */
export async function show(id: string | null): Promise<void> {
  const here = tab.peek();
  if (!here) return;
  try {
    await ask('show', { tabId: here.tabId, id });
  } catch (error) {
    failure.value = error;
  }
}

/** Follows the tab in front for as long as the panel is open. */
export function followTab(): void {
  const report = (error: unknown) => {
    failure.value = error;
  };
  watchTab(
    state => {
      const sameCustomer = state.chosen === tab.peek()?.chosen;
      tab.value = state;
      if (sameCustomer) void reload();
    },
    report,
    new AbortController().signal,
  );
  effect(() => {
    const id = chosen.value;
    view.value = null;
    card.value = null;
    gone.value = false;
    failure.value = null;
    readWorkspace().catch(report);
    if (id === null) return;
    showHead(id).catch(report);
    void reload();
  });
}

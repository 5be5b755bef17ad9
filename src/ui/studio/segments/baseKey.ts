import { signal } from '@preact/signals';
import { workspace } from '../workspace.ts';

/** How often this page has put a model in force. */
const publications = signal(0);

/** A model has been put in force: everything that reads one asks again. */
export function tellPublished(): void {
  publications.value++;
}

/** What the numbers of a model depend on beside its settings; null before the workspace is read. */
export function baseKey(): string | null {
  const base = workspace.value;
  if (!base) return null;
  const { revision, customers, orders, resultsAsOf, fixedDay } = base;
  return JSON.stringify([revision, customers, orders, resultsAsOf, fixedDay, publications.value]);
}

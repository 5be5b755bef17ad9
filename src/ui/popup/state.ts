import { signal } from '@preact/signals';
import { connectEngine, type TabState, watchTab } from '../../shell/index.ts';

/** What is known of the page under the popup; null until the first answer. */
export const tab = signal<TabState | null>(null);
export const failure = signal<unknown>(null);
/** Whether the base has no customers at all. */
export const emptyBase = signal(false);

/** Follows the page for as long as the popup is open. */
export function followPage(): void {
  const report = (error: unknown) => {
    failure.value = error;
  };
  watchTab(
    state => {
      tab.value = state;
    },
    report,
    new AbortController().signal,
  );
  connectEngine()
    .workspace()
    .then(workspace => {
      emptyBase.value = workspace.customers === 0;
    }, report);
}

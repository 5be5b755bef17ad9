import { computed, signal } from '@preact/signals';
import type { NamedSource, SourceAddress } from '../../../domain/index.ts';
import { isReachable, watchAllowedSites, watchSources } from '../../../shell/index.ts';
import { engine } from '../engine.ts';
import { importsDone } from '../import/flow.ts';
import { report } from '../report.ts';
import { renewSession } from '../rules/session.ts';
import { readWorkspace, workspace } from '../workspace.ts';

/** A source that is fetched from an address. */
export interface AddressSource extends NamedSource {
  readonly address: SourceAddress;
  /** Whether its host may be reached. */
  readonly isAllowed: boolean;
}

/** The sources that are fetched from an address, by name; null until they were read. */
export const addressSources = signal<readonly AddressSource[] | null>(null);

/** Those that somebody has to look at: not fetched last time, or not to be reached. Who pauses one knows. */
export const failingSources = computed(() =>
  (addressSources.value ?? []).filter(source => isFailing(source) && !source.address.isPaused),
);

export function isFailing({ address, isAllowed }: AddressSource): boolean {
  return !isAllowed || address.last?.result === 'failed';
}

/** Reads the sources again. */
export async function readSources(): Promise<void> {
  try {
    const found = (await engine.sources()).flatMap(source => {
      const { address } = source;
      return address ? [{ ...source, address }] : [];
    });
    const read = found.map(async source => ({ ...source, isAllowed: await isReachable(source.address.url) }));
    addressSources.value = (await Promise.all(read)).sort((a, b) => a.name.localeCompare(b.name));
  } catch (problem) {
    report(problem);
  }
}

/** A fetch may have brought an import that nobody here asked for. */
async function follow(): Promise<void> {
  const before = workspace.value?.revision;
  await Promise.all([readSources(), readWorkspace()]);
  importsDone.value++;
  if (workspace.value?.revision !== before) renewSession();
}

/** Reads the sources now, and whenever they were fetched or changed, or a host was allowed or revoked. */
export function followSources(): void {
  const ever = new AbortController().signal;
  watchSources(() => void follow(), ever);
  watchAllowedSites(() => void readSources(), ever); // tells at once
}

import { signal } from '@preact/signals';
import { Problem } from '../../../domain/index.ts';
import { allowFetching } from '../../../shell/index.ts';
import { engine } from '../engine.ts';
import { addFetched } from '../import/flow.ts';
import { runJob } from '../jobs.ts';
import { report } from '../report.ts';
import type { ReadForm } from './form.ts';
import type { AddressSource } from './state.ts';

/** The source that is being fetched by hand, null = none. */
export const fetching = signal<number | null>(null);

/** Fetches a source now; its host is asked for where it is not allowed. Call it in the click. */
export async function fetchNow({ id, address }: AddressSource): Promise<void> {
  if (fetching.value !== null) return;
  fetching.value = id;
  try {
    const isAllowed = await allowFetching(address.url);
    await runJob('fetch', (job, onProgress) =>
      engine.refreshSource(job, id, { isAllowed, byHand: true }, onProgress),
    );
  } catch (problem) {
    report(problem);
  } finally {
    fetching.value = null;
  }
}

/**
 * Fetches an address to be looked at and hands the answer to the import, which remembers it. Call it in the click.
 * Throws a Problem: 'sourceDenied' where the user does not allow the host.
 */
export async function tryAddress({ name, ...request }: ReadForm, id?: number): Promise<void> {
  if (!(await allowFetching(request.url)))
    throw new Problem('sourceDenied', { host: new URL(request.url).host });
  const known = id === undefined ? {} : { id };
  const { file, answer } = await runJob('fetch', job => engine.fetchAddress(job, { ...request, ...known }));
  await addFetched(file, { name, ...known, address: { ...request, answer } });
}

/** Fetches a remembered address and shows where its columns go. Call it in the click. */
export async function checkColumns({ id, name, address }: AddressSource): Promise<void> {
  const { url, header, schedule } = address;
  try {
    await tryAddress({ url, header, value: null, schedule, name }, id);
  } catch (problem) {
    report(problem);
  }
}

import { signal } from '@preact/signals';
import type { OnProgress, Progress } from '../../engine/index.ts';
import { engine } from './engine.ts';

/** A long call that is under way. */
export interface Job {
  readonly id: string;
  readonly kind:
    | 'preview'
    | 'import'
    | 'mend'
    | 'undo'
    | 'sample'
    | 'publish'
    | 'model'
    | 'refresh'
    | 'backup'
    | 'restore'
    | 'export'
    | 'fetch'
    | 'map'
    | 'duplicates'
    | 'merge'
    | 'unmerge'
    | 'retype'
    | 'clusters';
  readonly progress: Progress | null;
}

/** The long call under way, null when there is none. The studio runs one at a time. */
export const job = signal<Job | null>(null);

/** Runs a long call as `job`. What it rejects with comes out. */
export async function runJob<Result>(
  kind: Job['kind'],
  call: (id: string, onProgress: OnProgress) => Promise<Result>,
): Promise<Result> {
  const id = crypto.randomUUID();
  job.value = { id, kind, progress: null };
  try {
    return await call(id, progress => {
      if (job.value?.id === id) job.value = { id, kind, progress };
    });
  } finally {
    if (job.value?.id === id) job.value = null;
  }
}

/** Asks the engine to stop the long call under way. */
export async function cancelJob(): Promise<void> {
  if (job.value) await engine.cancel(job.value.id);
}

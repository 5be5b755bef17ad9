import { signal } from '@preact/signals';
import type { ClusterFit, ClusterSettings } from '../../../../engine/index.ts';

/** What clusters are to be looked for by, null = as those that are shown. It stays while one looks at names. */
export const wanted = signal<ClusterSettings | null>(null);

/** Clusters that were found or renamed and are not published, null = those in force are shown. */
export const found = signal<ClusterFit | null>(null);

/** Back to what is published. */
export function discard(): void {
  wanted.value = null;
  found.value = null;
}

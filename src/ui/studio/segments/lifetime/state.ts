import { signal } from '@preact/signals';
import type { LifetimeSettings } from '../../../../engine/index.ts';

/** The settings being tried, null = those that are published. They stay while one looks at names. */
export const tried = signal<LifetimeSettings | null>(null);

/** Back to what is published. */
export function discard(): void {
  tried.value = null;
}

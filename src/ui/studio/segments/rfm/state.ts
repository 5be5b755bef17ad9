import { signal } from '@preact/signals';
import type { RfmSettings } from '../../../../engine/index.ts';

/** The settings being tried, null = those that are published. They stay while one looks at names. */
export const tried = signal<RfmSettings | null>(null);

/** How the numbers are shown. It stays, too. */
export const picture = signal<'heat' | 'tree' | 'table'>('heat');

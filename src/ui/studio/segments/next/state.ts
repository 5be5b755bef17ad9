import { signal } from '@preact/signals';
import type { NextSettings } from '../../../../engine/index.ts';

/** The settings being tried, null = those that are published. They stay while one looks at names. */
export const tried = signal<NextSettings | null>(null);

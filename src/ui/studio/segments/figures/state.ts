import { signal } from '@preact/signals';
import type { FiguresChoice } from '../../../../engine/index.ts';

/** What is looked at; it stays while one looks at names. */
export const choice = signal<FiguresChoice>({ pace: 'month', of: '' });

import { signal } from '@preact/signals';
import type { LadderSettings, ScoreSettings } from '../../../../engine/index.ts';

/** The ladder being tried, null = the one that is published. It stays while one looks at names. */
export const triedLadder = signal<LadderSettings | null>(null);

/** The score being tried, null = the one that is published. */
export const triedScore = signal<ScoreSettings | null>(null);

/** Which picture of the ladder is shown. It stays, too. */
export const picture = signal<'spread' | 'history' | 'moves'>('spread');

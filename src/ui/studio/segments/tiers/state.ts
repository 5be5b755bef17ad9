import { signal } from '@preact/signals';

/** Which picture of the ladder is shown. It stays, too. */
export const picture = signal<'spread' | 'history' | 'moves'>('spread');

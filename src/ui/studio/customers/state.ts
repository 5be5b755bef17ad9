import { signal } from '@preact/signals';

/** What is searched for in the table: kept while the user looks at a customer and comes back. */
export const search = signal('');

/** The form for a new customer is open. */
export const adding = signal(false);

import type { Inside } from '../evaluate.ts';
import type { Edit } from './change.ts';
import type { Situation } from './situation.ts';

/** What the makers of edits need: the state they start from, and a way to try. */
export interface Trial {
  readonly inside: Inside;
  readonly situation: Situation;
  readonly now: Inside;
  readonly usualAmount: number;
  /** Minor units of one whole unit of money. */
  readonly unit: number;
  /** The one-row run after an edit. */
  after(edit: Edit): Inside;
}

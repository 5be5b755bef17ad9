import { signal } from '@preact/signals';
import type { RfmSettings, ScoreRange } from '../../../../engine/index.ts';
import { tried } from '../tried.ts';

/** How the numbers are shown. It stays, too. */
export const picture = signal<'heat' | 'tree'>('heat');

/** A row of a map as it is being edited: a name may be missing for a while. */
export interface EditedRow {
  readonly name: string;
  readonly r?: ScoreRange | undefined;
  readonly f?: ScoreRange | undefined;
  readonly m?: ScoreRange | undefined;
  readonly fm?: ScoreRange | undefined;
}

/** The map as it is being edited, null = as the settings have it. */
export const editedRows = signal<readonly EditedRow[] | null>(null);

/** What was written by hand and gave way to something else: it comes back when own ones are chosen again. */
export const setAside: {
  rows: Extract<RfmSettings['segments'], { by: 'own' }>['rows'] | null;
  names: Exclude<RfmSettings['names'], string> | null;
} = { rows: null, names: null };

/** Back to what is published. */
export function discard(): void {
  tried.rfm.value = null;
  editedRows.value = null;
}

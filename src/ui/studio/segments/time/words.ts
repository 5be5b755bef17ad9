import { dayFromIso, isoOf } from '../../../../domain/index.ts';
import type { TurnsRequest } from '../../../../engine/index.ts';
import { partHash } from '../address.ts';

/** Whose names: of a day, or of one declaration on it. */
export type Turns = Pick<TurnsRequest, 'day' | 'name' | 'show'>;

/** The address of those customers: `2026-11-24`, or `2026-11-24 enters <declaration>`. */
export function turnsHash({ day, name, show }: Turns): string {
  return partHash('time', name === '' ? isoOf(day) : `${isoOf(day)} ${show} ${name}`);
}

/** The customers that such an address names; null where it names none. */
export function readTurns(what: string): Turns | null {
  const [iso = '', show = 'enters', ...name] = what.split(' ');
  const day = dayFromIso(iso);
  if (day === null || (show !== 'enters' && show !== 'leaves')) return null;
  return { day, show, name: name.join(' ') };
}

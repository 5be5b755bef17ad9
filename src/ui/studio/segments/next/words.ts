import type { NextGroup } from '../../../../engine/index.ts';
import { partHash } from '../address.ts';

/** On the way to the next purchase, the most urgent first. */
export const expectations = ['overdue', 'late', 'week', 'month', 'later'] as const;
export const bases = ['own', 'few', 'others'] as const;

/** The address of the customers of a group. */
export function groupHash(group: NextGroup): string {
  return partHash('next', wordsOf(group));
}

/** The address of the potential high-value customers. */
export const potentialWord = 'potential';

function wordsOf(group: NextGroup): string {
  if (group.is === 'ahead') return `ahead ${group.week}`;
  return group.is === 'basis' ? `basis ${group.basis}` : group.is;
}

/** The group of such an address; null where it names none. */
export function groupOf(what: string): NextGroup | null {
  const [is, which] = what.split(' ');
  if (is === 'ahead' && /^\d+$/.test(which ?? '')) return { is, week: Number(which) };
  const basis = [...bases, 'never' as const].find(each => each === which);
  if (is === 'basis' && basis) return { is, basis };
  return (
    [...expectations, 'changed' as const].flatMap(each => (each === is ? [{ is: each }] : []))[0] ?? null
  );
}

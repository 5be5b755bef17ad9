import type { ChurnGroup } from '../../../../engine/index.ts';
import { partHash } from '../address.ts';

/** The address of the customers of a group. */
export function groupHash(group: ChurnGroup): string {
  switch (group.is) {
    case 'tenth':
      return partHash('churn', `tenth ${group.tenth}`);
    case 'bin':
    case 'bought':
      return partHash('churn', `${group.is} ${group.bin}`);
    default:
      return partHash('churn', group.is);
  }
}

/** The group of such an address; null where it names none. */
export function groupOf(what: string): ChurnGroup | null {
  const [is, which = ''] = what.split(' ');
  const number = /^\d+$/.test(which) ? Number(which) : null;
  if (is === 'churned' || is === 'without') return { is };
  if (is === 'tenth' && number !== null) return { is, tenth: number };
  return (is === 'bin' || is === 'bought') && number !== null ? { is, bin: number } : null;
}

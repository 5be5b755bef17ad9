import type { ClusterGroup } from '../../../../engine/index.ts';
import { partHash } from '../address.ts';

/** The address of the customers of a group. */
export function groupHash(group: ClusterGroup): string {
  return partHash('clusters', 'at' in group ? `${group.is} ${group.at}` : group.is);
}

/** The group of such an address; null where it names none. */
export function groupOf(what: string): ClusterGroup | null {
  const [is, at] = what.split(' ');
  if (is === 'unknown' || is === 'changed') return { is };
  const known = is === 'cluster' || is === 'rule' || is === 'missed';
  return known && /^\d+$/.test(at ?? '') ? { is, at: Number(at) } : null;
}

/** A segment with more of all customers than this is hardly one (R56). */
export const LARGE_SHARE = 0.2;
/** A change of this share of what was accepted is much, where it is at least so many customers. */
export const MUCH_CHANGED = 0.2;
export const LEAST_CHANGED = 5;

export type Alarm = 'large' | 'grown' | 'shrunk' | 'emptied';

/** A count of customers, and of how many. */
export interface PartCount {
  readonly count: number;
  readonly customers: number;
}

/**
 * What is to be looked at: more than a fifth of all customers, or much more or fewer than were accepted, in proportion
 * to all customers then and now. `accepted` null: nobody accepted anything, so that nothing has changed.
 */
export function alarmsOf(now: PartCount, accepted: PartCount | null): Alarm[] {
  const alarms: Alarm[] = [];
  if (now.count > LARGE_SHARE * now.customers) alarms.push('large');
  if (!accepted || accepted.customers === 0) return alarms;
  if (accepted.count > 0 && now.count === 0) return [...alarms, 'emptied'];
  const expected = (accepted.count / accepted.customers) * now.customers;
  const change = now.count - expected;
  const isMuch = Math.abs(change) >= Math.max(MUCH_CHANGED * expected, LEAST_CHANGED);
  if (isMuch) alarms.push(change > 0 ? 'grown' : 'shrunk');
  return alarms;
}

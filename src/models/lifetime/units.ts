declare const unit: unique symbol;

/** What the times of a base of histories are counted in. */
export type Unit = 'days' | 'weeks';

/** A span of time that knows its unit, so that days can never be taken for weeks. */
export type Time<In extends Unit> = number & { readonly [unit]: In };
export type Days = Time<'days'>;
export type Weeks = Time<'weeks'>;

export function days(count: number): Days {
  return count as Days;
}

export function weeks(count: number): Weeks {
  return count as Weeks;
}

const daysIn = { days: 1, weeks: 7 } as const;

/** The same span in another unit. */
export function inUnit<From extends Unit, To extends Unit>(span: Time<From>, from: From, to: To): Time<To> {
  return ((span * daysIn[from]) / daysIn[to]) as Time<To>;
}

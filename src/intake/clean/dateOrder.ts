import type { Day } from '../../domain/index.ts';
import type { DateOrder } from './date.ts';
import { inOrder } from './date.ts';
import { tidyCode } from './text.ts';

/** Since 1970: where one reading is and another is not, the recent one is meant. */
const isRecent = (day: Day): boolean => day >= 0;

/** The orders from the likeliest on: ISO-like first. */
const orders: readonly DateOrder[] = ['ymd', 'mdy', 'dmy'];

/**
 * What the cells of one column say about the order of their figures: 25/09/2003 settles it, 05/06/2003 does not.
 * Feed it cells; `order` is the best reading so far, `isAmbiguous` tells that another one fits as well.
 */
export class DateEvidence {
  readonly #today: Day;
  readonly #votes: Record<DateOrder, number> = { ymd: 0, mdy: 0, dmy: 0 };
  /** Pairs of orders that gave different days for some cell. */
  readonly #differ = new Set<string>();
  /** The first cell that two orders read differently. */
  example = '';

  constructor(today: Day) {
    this.#today = today;
  }

  add(cell: string): void {
    const parts = /^\s*(\d{1,2})([-/.])(\d{1,2})\2(\d{2}|\d{4})(?=$|[\sT,])/.exec(tidyCode(cell));
    if (!parts) return;
    const figures = [parts[1]!, parts[3]!, parts[4]!] as const;
    const days = new Map<DateOrder, Day>();
    for (const order of orders) {
      if (order === 'ymd' && figures[2].length === 4) continue;
      const isDayFirst = order === 'dmy' && figures[2].length === 4;
      if (figures[2].length === 4 && Number(isDayFirst ? figures[1] : figures[0]) > 12) continue;
      const day = inOrder(figures, { order, today: this.#today });
      if (day !== null && day <= this.#today + 1) days.set(order, day);
    }
    if ([...days.values()].some(isRecent))
      for (const [order, day] of days) if (!isRecent(day)) days.delete(order);
    for (const [order, day] of days) {
      this.#votes[order]++;
      for (const [other, otherDay] of days) if (day !== otherDay) this.#differ.add(`${order} ${other}`);
    }
    if (this.example === '' && new Set(days.values()).size > 1) this.example = cell.trim();
  }

  get order(): DateOrder {
    return this.#best()[0] ?? 'ymd';
  }

  get isAmbiguous(): boolean {
    const [first, ...others] = this.#best();
    return others.some(other => this.#differ.has(`${first} ${other}`));
  }

  #best(): DateOrder[] {
    const most = Math.max(...Object.values(this.#votes));
    return most === 0 ? [] : orders.filter(order => this.#votes[order] === most);
  }
}

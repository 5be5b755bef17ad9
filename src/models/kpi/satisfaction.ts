import { Bits, type Frame } from '../../domain/index.ts';
import type { Period } from './periods.ts';

/** From this answer on, of 1 to 5, a customer is satisfied: the top two boxes. */
export const TOP_BOX = 4;

export interface Satisfaction {
  /** Share of answers in the top two boxes; NaN without answers. */
  readonly value: number;
  /** Answers. */
  readonly n: number;
  /** Mean answer; NaN without answers. */
  readonly mean: number;
  readonly answered: Bits;
  /** Customers who gave an answer below the top two boxes. */
  readonly dissatisfied: Bits;
}

/** CSAT of a period: every answer counts once, however many one customer gave. */
export function satisfactionIn(
  { size, interactions }: Pick<Frame, 'size' | 'interactions'>,
  { from, until }: Period,
  members?: Bits,
): Satisfaction {
  const { offsets, day, columns } = interactions;
  const csat = columns.csat?.form === 'numeric' ? columns.csat.values : null;
  const [answered, dissatisfied] = [new Bits(size), new Bits(size)];
  let [n, top, total] = [0, 0, 0];
  for (let row = 0; row < size && csat; row++) {
    if (members && !members.has(row)) continue;
    for (let at = offsets[row]!; at < offsets[row + 1]!; at++) {
      const answer = csat[at]!;
      if (Number.isNaN(answer) || day[at]! < from || day[at]! >= until) continue;
      n++;
      total += answer;
      answered.add(row);
      if (answer >= TOP_BOX) top++;
      else dissatisfied.add(row);
    }
  }
  return { value: top / n, n, mean: total / n, answered, dissatisfied };
}

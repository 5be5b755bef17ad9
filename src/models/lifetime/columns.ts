import { ended } from '../steps.ts';
import { buyingProbability } from './counts.ts';
import { isReadable } from './group.ts';
import { type Histories, historyAt } from './history.ts';
import { type Fitted, outlookOf } from './outlook.ts';
import { expectedSpend, type SpendFit } from './spend.ts';
import type { Time, Unit } from './units.ts';
import { purchasesWithin, type Terms } from './value.ts';

/** The models' numbers of every customer, by row; NaN for those who never bought. */
export interface LifetimeColumns {
  readonly alive: Float64Array<ArrayBuffer>;
  /** At least one purchase within the terms. */
  readonly buys: Float64Array<ArrayBuffer>;
  readonly purchases: Float64Array<ArrayBuffer>;
  readonly spend: Float64Array<ArrayBuffer>;
  readonly value: Float64Array<ArrayBuffer>;
}

const rowsInStep = 4_096;

/** Every customer's outlook within the terms, as `customerValue` has it; equal histories are computed once. */
export function lifetimeColumns<In extends Unit>(
  fit: Fitted<In>,
  spends: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  histories: Histories<NoInfer<In>>,
  terms: Terms<NoInfer<In>>,
): LifetimeColumns {
  return ended(predictingLifetime(fit, spends, histories, terms));
}

/** `lifetimeColumns` in steps: yields how many rows are done. */
export function* predictingLifetime<In extends Unit>(
  fit: Fitted<In>,
  spends: Pick<SpendFit, 'model' | 'parameters' | 'mean'>,
  histories: Histories<NoInfer<In>>,
  terms: Terms<NoInfer<In>>,
): Generator<number, LifetimeColumns> {
  const size = histories.repeats.length;
  const column = () => new Float64Array(size).fill(Number.NaN);
  const [alive, buys, purchases, spend, value] = [column(), column(), column(), column(), column()];
  const known = new Map<string, readonly [number, number, number, number]>();
  for (let row = 0; row < size; row++) {
    if (row % rowsInStep === 0) yield row;
    const history = historyAt(histories, row);
    const { repeats, lastAt, age } = history;
    if (!isReadable(repeats, lastAt, age)) continue;
    const key = `${repeats} ${lastAt} ${age}`;
    let found = known.get(key);
    if (!found) {
      const outlook = outlookOf(fit, history);
      const { total, discounted } = purchasesWithin(outlook, terms);
      const bought = buyingProbability(outlook, (terms.periods * terms.period) as Time<In>);
      found = [outlook.alive, bought, total, discounted];
      known.set(key, found);
    }
    [alive[row], buys[row], purchases[row]] = found;
    spend[row] = expectedSpend(spends, repeats, histories.spend[row]!);
    value[row] = terms.margin * spend[row]! * found[3];
  }
  return { alive, buys, purchases, spend, value };
}

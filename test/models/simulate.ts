import { type Day, Dice } from '../../src/domain/index.ts';
import type { Histories, PurchaseModel } from '../../src/models/index.ts';
import { type Line, logOf } from './orders.ts';

/** Marsaglia and Tsang 2000. */
export function gammaDraw(dice: Dice, shape: number, rate: number): number {
  if (shape < 1) return gammaDraw(dice, shape + 1, rate) * dice.next() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const normal = Math.log(dice.skewed(1, 1));
    const v = (1 + c * normal) ** 3;
    if (v > 0 && Math.log(1 - dice.next()) < 0.5 * normal * normal + d - d * v + d * Math.log(v)) {
      return (d * v) / rate;
    }
  }
}

export function betaDraw(dice: Dice, a: number, b: number): number {
  const one = gammaDraw(dice, a, 1);
  return one / (one + gammaDraw(dice, b, 1));
}

/** The times of repeat purchases within `age` of one customer of a model. */
export function purchaseTimes(
  dice: Dice,
  model: PurchaseModel,
  [r, alpha, third, fourth]: readonly number[],
  age: number,
): number[] {
  const rate = gammaDraw(dice, r!, alpha!);
  const wait = () => -Math.log(1 - dice.next()) / rate;
  const times: number[] = [];
  if (model === 'Pareto/NBD') {
    const end = Math.min(age, -Math.log(1 - dice.next()) / gammaDraw(dice, third!, fourth!));
    for (let at = wait(); at < end; at += wait()) times.push(at);
    return times;
  }
  const loss = betaDraw(dice, third!, fourth!);
  if (model === 'MBG/NBD' && dice.chance(loss)) return times;
  for (let at = wait(); at < age; at += wait()) {
    times.push(at);
    if (dice.chance(loss)) break;
  }
  return times;
}

/** A base of a model, of customers between `youngest` and `oldest` weeks old. */
export function simulate(
  seed: number,
  model: PurchaseModel,
  parameters: readonly number[],
  customers: number,
  [youngest, oldest]: readonly [number, number],
): Histories<'weeks'> {
  const dice = new Dice(seed);
  const column = () => new Float64Array(customers);
  const [repeats, lastAt, age, spend] = [column(), column(), column(), column()];
  for (let row = 0; row < customers; row++) {
    age[row] = dice.whole(youngest * 7, oldest * 7) / 7;
    const times = purchaseTimes(dice, model, parameters, age[row]!);
    repeats[row] = times.length;
    lastAt[row] = times.at(-1) ?? 0;
  }
  return { unit: 'weeks', repeats, lastAt, age, spend };
}

/** The same as a log of days, the first purchases spread over `joining` days. */
export function simulateLog(
  seed: number,
  model: PurchaseModel,
  parameters: readonly number[],
  customers: number,
  { joining, until }: { readonly joining: number; readonly until: Day },
) {
  const dice = new Dice(seed);
  const lines: Line[] = [];
  for (let row = 0; row < customers; row++) {
    const first = dice.whole(0, joining);
    const times = purchaseTimes(dice, model, parameters, (until - first) / 7);
    for (const time of [0, ...times]) {
      lines.push([`${row}`, first + Math.ceil(7 * time), Math.round(dice.skewed(5_000, 0.5))]);
    }
  }
  return logOf(lines.filter(([, day]) => day <= until));
}

import { type BetaGeometric, chancesBefore } from './betaGeometric.ts';
import type { PurchaseFit } from './fit.ts';
import type { History } from './history.ts';
import { lossOf } from './pareto.ts';
import type { Time, Unit } from './units.ts';

/**
 * What a model knows of one customer from now on. A customer who is alive buys at a rate that is Gamma(shape, scale)
 * distributed, and is lost after a purchase with a probability that is Beta(a, b) distributed ('geometric'), or
 * after a time whose rate is Gamma(s, beta) distributed ('time'). 'steady' is the simple average: everybody goes on
 * at the base's rate, and `alive` is the chance of such a silence at it.
 */
export type Outlook<In extends Unit> = {
  readonly unit: In;
  /** The probability of still being a customer. */
  readonly alive: number;
} & (
  | {
      readonly loss: 'geometric';
      readonly shape: number;
      readonly scale: number;
      readonly a: number;
      readonly b: number;
    }
  | {
      readonly loss: 'time';
      readonly shape: number;
      readonly scale: number;
      readonly s: number;
      readonly beta: number;
    }
  | { readonly loss: 'steady'; readonly rate: number }
);

/** What a fit is needed for here. */
export type Fitted<In extends Unit> = Pick<PurchaseFit<In>, 'model' | 'unit' | 'parameters'>;

/**
 * The outlook of a customer with this history. P(alive) by Fader, Hardie & Lee 2008 (BG/NBD, where who never repeated
 * is always alive), Batislam et al. 2007 (MBG/NBD), Schmittlein et al. 1987 (Pareto/NBD).
 */
export function outlookOf<In extends Unit>(fit: Fitted<In>, history: History<NoInfer<In>>): Outlook<In> {
  const { repeats, lastAt, age } = history;
  const { unit, model, parameters } = fit;
  if (model === 'average') {
    const rate = parameters[0]!;
    return { unit, loss: 'steady', alive: Math.exp(-rate * (age - lastAt)), rate };
  }
  const [r, alpha] = parameters as [number, number];
  const rate = { unit, shape: r + repeats, scale: alpha + age };
  if (model === 'Pareto/NBD') {
    const [, , s, beta] = parameters as [number, number, number, number];
    const logOdds = lossOf(parameters, repeats, lastAt, age)?.logOdds ?? -Infinity;
    return { ...rate, alive: 1 / (1 + Math.exp(logOdds)), loss: 'time', s, beta: beta + age };
  }
  return { ...rate, alive: aliveOf(model, parameters, history), loss: 'geometric', ...dropout(fit, repeats) };
}

/** The outlook of somebody who has just bought for the first time and of whom nothing else is known. */
export function newcomerOutlook<In extends Unit>(fit: Fitted<In>): Outlook<In> {
  return outlookOf(fit, { repeats: 0, lastAt: 0 as Time<In>, age: 0 as Time<In> });
}

function aliveOf(model: BetaGeometric, parameters: readonly number[], history: History<Unit>): number {
  const [r, alpha, a, b] = parameters as [number, number, number, number];
  const { repeats, lastAt, age } = history;
  const survived = repeats + chancesBefore(model);
  if (survived === 0) return 1;
  const silence = (r + repeats) * Math.log1p((age - lastAt) / (alpha + lastAt));
  return 1 / (1 + Math.exp(Math.log(a / (b + survived - 1)) + silence));
}

/** The chances of loss of who is alive after so many repeats. */
function dropout({ model, parameters }: Fitted<Unit>, repeats: number) {
  const [, , a, b] = parameters as [number, number, number, number];
  return { a, b: b + repeats + (model === 'MBG/NBD' ? 1 : 0) };
}

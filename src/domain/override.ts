import type { Day } from './day.ts';

/** What a rule comes to for a customer: a tier's level (null = none), else whether it holds. */
export type RuleVerdict = string | null | boolean;

export const decidableKinds = ['tier', 'segment', 'tag'] as const;
export type DecidableKind = (typeof decidableKinds)[number];

/** A customer moved by hand: a person's decision wins over the rule, and survives every evaluation and import. */
export interface Override {
  readonly id: number;
  /** Id of the customer. */
  readonly customer: string;
  readonly kind: DecidableKind;
  /** Name of the rule that is decided against. */
  readonly rule: string;
  readonly to: RuleVerdict;
  readonly reason: string;
  /** As they call themselves, '' = they did not say. */
  readonly author: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The day from which the rule decides again, null = until somebody takes it back. */
  readonly until: Day | null;
  /** The day on which somebody is to look at it again, null = none. */
  readonly reviewOn: Day | null;
  /** When it was taken back, or a later decision took its place. */
  readonly endedAt?: number;
  /** What the rule itself came to when results were last stored; absent before that. */
  readonly ruled?: RuleVerdict;
}

/** A decision as a card tells it. */
export type HandMark = Pick<Override, 'kind' | 'rule' | 'to' | 'reason' | 'until'>;

/** Whether the decision wins over the rule on a day. */
export function isInForce({ until, endedAt }: Pick<Override, 'until' | 'endedAt'>, day: Day): boolean {
  return endedAt === undefined && (until === null || day < until);
}

/** The decisions as they were known at a moment: later ones are not, and those ended later stand. */
export function overridesAt(overrides: readonly Override[], moment: number): Override[] {
  return overrides
    .filter(({ at, endedAt = Number.POSITIVE_INFINITY }) => at <= moment && endedAt > moment)
    .map(({ endedAt: _, ...standing }) => standing);
}

/** The first later day on which a decision ends by itself and a rule decides again, null = none does. */
export function nextExpiry(overrides: readonly Override[], day: Day): Day | null {
  const days = overrides.flatMap(each =>
    each.endedAt === undefined && each.until !== null && each.until > day ? [each.until] : [],
  );
  return days.length > 0 ? Math.min(...days) : null;
}

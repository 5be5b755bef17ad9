import type { Day } from '../../domain/index.ts';
import type { PaidOrders } from '../paidOrders.ts';
import {
  type Crowding,
  crowdedThresholds,
  type EightClasses,
  type EightClassRule,
  eightClasses,
  type RfmMeasureId,
  rfmMeasureIds,
} from './classes.ts';
import { type RfmMeasures, rfmMeasures } from './measures.ts';
import { isCrowded, type Scores, scoresOf } from './scores.ts';
import { type RfmSettings, scoringOf } from './settings.ts';

/** RFM of a whole base on a day. */
export interface Rfm {
  readonly measures: RfmMeasures;
  readonly scores: Readonly<Record<RfmMeasureId, Scores>>;
  readonly classes: Pick<EightClasses, 'codes' | 'halves'>;
  /** Thresholds on which so many stand that the tie convention decides. */
  readonly crowded: readonly Crowding[];
}

/** Measures, scores and classes under the settings. `moneyUnit`: minor units in one of the currency. */
export function rfmOf(orders: PaidOrders, asOf: Day, settings: RfmSettings, moneyUnit: number): Rfm {
  const measures = rfmMeasures(orders, asOf, settings);
  const { of, ...split } = settings.split;
  const rule = (measure: RfmMeasureId) =>
    of === 'scores' ? { split, scoring: scoringOf(settings, measure) } : { split };
  const rules: EightClassRule = {
    recency: rule('recency'),
    frequency: rule('frequency'),
    monetary: rule('monetary'),
  };
  const classes = eightClasses(measures, rules, moneyUnit);
  const scored = (measure: RfmMeasureId): Scores =>
    classes.scores[measure] ??
    scoresOf(measures[measure], scoringOf(settings, measure), {
      lessIsBetter: measure === 'recency',
      unit: measure === 'monetary' ? moneyUnit : 1,
    });
  const scores = {
    recency: scored('recency'),
    frequency: scored('frequency'),
    monetary: scored('monetary'),
  };
  const ofScores = rfmMeasureIds.flatMap(measure =>
    scores[measure].thresholds
      .filter(isCrowded)
      .map(threshold => ({ measure, of: 'measure' as const, threshold })),
  );
  const crowded = [...(of === 'scores' ? [] : ofScores), ...crowdedThresholds(classes)];
  return { measures, scores, classes, crowded };
}

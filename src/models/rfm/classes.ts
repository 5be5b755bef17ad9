import type { Text } from '../../i18n/index.ts';
import type { RfmMeasures } from './measures.ts';
import { isCrowded, type Scores, type Scoring, scoresOf, type Threshold } from './scores.ts';
import { type Halves, type Split, splitOf } from './split.ts';

export const rfmMeasureIds = ['recency', 'frequency', 'monetary'] as const;
export type RfmMeasureId = (typeof rfmMeasureIds)[number];

/** How one of the three measures becomes a bit: by itself, or by its score where `scoring` is given. */
export interface BitRule {
  readonly scoring?: Scoring;
  readonly split: Split;
}

/** How the eight classes are made; kept and shown with every result. */
export type EightClassRule = Readonly<Record<RfmMeasureId, BitRule>>;

/** R F M as bits, R first: '111' is near, often, much. */
export const eightCodes = ['111', '101', '011', '001', '110', '100', '010', '000'] as const;
export type EightCode = (typeof eightCodes)[number];

export interface EightClasses {
  /** 4 R + 2 F + M by row; `NO_CLASS` for those who never bought. */
  readonly codes: Uint8Array<ArrayBuffer>;
  readonly halves: Readonly<Record<RfmMeasureId, Halves>>;
  readonly scores: Readonly<Partial<Record<RfmMeasureId, Scores>>>;
}

export const NO_CLASS = 255;

/** The bits of a class: `codeBits(5)` is '101'. */
export function codeBits(code: number): EightCode {
  return code.toString(2).padStart(3, '0') as EightCode;
}

/** The eight classes. A customer is near where recency is low: its column is turned round, as in scores. */
export function eightClasses(measures: RfmMeasures, rule: EightClassRule, moneyUnit = 100): EightClasses {
  const scores: Partial<Record<RfmMeasureId, Scores>> = {};
  const halves = {} as Record<RfmMeasureId, Halves>;
  for (const id of rfmMeasureIds) {
    const { scoring, split } = rule[id];
    const lessIsBetter = id === 'recency';
    if (scoring) {
      const scored = scoresOf(measures[id], scoring, {
        lessIsBetter,
        unit: id === 'monetary' ? moneyUnit : 1,
      });
      scores[id] = scored;
      halves[id] = splitOf(
        Float64Array.from(scored.scores, score => score || Number.NaN),
        split,
      );
    } else halves[id] = splitOf(measures[id], split, lessIsBetter);
  }
  const [near, often, much] = rfmMeasureIds.map(id => halves[id].high) as [
    Uint8Array,
    Uint8Array,
    Uint8Array,
  ];
  const codes = new Uint8Array(near.length).fill(NO_CLASS);
  for (let row = 0; row < codes.length; row++) {
    if (!Number.isNaN(measures.frequency[row]!)) codes[row] = near[row]! * 4 + often[row]! * 2 + much[row]!;
  }
  return { codes, halves, scores };
}

/** A threshold on which more than a tenth of the customers stand. */
export interface Crowding {
  readonly measure: RfmMeasureId;
  /** Whether the threshold is one of the measure itself or of its score. */
  readonly of: 'measure' | 'score';
  readonly threshold: Threshold;
}

/** Where the tie convention decides about many: what to warn of beside the classes. */
export function crowdedThresholds({ halves, scores }: Pick<EightClasses, 'halves' | 'scores'>): Crowding[] {
  return rfmMeasureIds.flatMap(measure => {
    const scored = scores[measure];
    const cuts = (scored?.thresholds ?? []).map(threshold => ({
      measure,
      of: 'measure' as const,
      threshold,
    }));
    const of = scored ? ('score' as const) : ('measure' as const);
    return [...cuts, { measure, of, threshold: halves[measure].threshold }].filter(each =>
      isCrowded(each.threshold),
    );
  });
}

/** A way of naming the eight classes. The bits stand beside the name wherever one is shown, for sources differ. */
export interface NameFamily {
  readonly id: string;
  readonly name: Text;
  readonly names: Readonly<Record<EightCode, Text>>;
}

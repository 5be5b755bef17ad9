import type { RfmMeasureId, RfmSettings, RfmView } from '../../../../engine/index.ts';
import { minorDigits } from '../../../../i18n/index.ts';

export type Cuts = Extract<RfmSettings['scoring'], { by: 'fixed' }>['cuts'];

/** The most thresholds of one measure. */
const mostCuts = 9;

/** Thresholds as one writes them; `unit`: minor units in one of what is written. */
export function cutsText(cuts: readonly number[], unit: number): string {
  return cuts.map(cut => cut / unit).join(', ');
}

/** Thresholds as they were written, in minor units; null where they are not one to nine ascending numbers. */
export function readCuts(text: string, unit: number): number[] | null {
  const parts = text
    .normalize('NFKC')
    .split(/[,;、\s]+/)
    .filter(Boolean);
  const cuts = parts.map(part => Math.round(Number(part) * unit * 100) / 100);
  const ascends = cuts.every((cut, at) => cut >= 0 && cut > (cuts[at - 1] ?? -1));
  return cuts.length > 0 && cuts.length <= mostCuts && ascends ? cuts : null;
}

/** Own thresholds to begin with: those that the base was cut at, as whole numbers. */
export function startCuts(
  { measures, currency }: Pick<RfmView, 'measures' | 'currency'>,
  measure: RfmMeasureId,
): number[] {
  const unit = measure === 'monetary' ? 10 ** minorDigits(currency) : 1;
  const rounded = measures[measure].cuts.map(({ value }) => Math.max(0, Math.round(value / unit) * unit));
  const cuts = [...new Set(rounded)].sort((a, b) => a - b).slice(0, mostCuts);
  return cuts.length > 0 ? cuts : [unit];
}

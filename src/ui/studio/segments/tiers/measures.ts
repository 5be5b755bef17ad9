import { type Field, fieldNamed, fields } from '../../../../domain/index.ts';
import type { Measured } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { standaloneMetrics } from '../../../../rules/index.ts';
import { language, t } from '../../../kit/index.ts';
import { yearMeasures } from './usual.ts';

/** Fields that the ladder makes: it cannot stand on itself. */
export const ladderFields = ['ladderTier', 'ladderLevel', 'ladderDays', 'ladderGrace'];

/** Fields that the score makes. */
export const scoreFields = ['valueScore'];

/** Something to measure customers by. */
export interface MeasureChoice {
  readonly measure: Measured;
  readonly label: string;
}

/** A measure as the value of a select. */
export function keyOf(measure: Measured): string {
  return JSON.stringify(measure);
}

/** What customers can be measured by: of the last year, fields, metrics of the rule text `text`. `without`: fields. */
export function measureChoices(
  text: string,
  own: readonly Field[],
  without: readonly string[],
): MeasureChoice[] {
  const kinds: readonly string[] = ['number', 'money', 'share', 'days'];
  const numeric = [...fields, ...own].filter(
    ({ of, place, kind, id }) =>
      of === 'customer' && place !== 'row' && kinds.includes(kind) && !without.includes(id),
  );
  const places = ['derived', 'model', 'column'];
  numeric.sort((a, b) => places.indexOf(a.place) - places.indexOf(b.place));
  const metrics = standaloneMetrics(text, own).filter(({ fields: ids }) => !without.some(id => ids.has(id)));
  return [
    ...Object.entries(yearMeasures).map(([id, measure]) => ({
      measure,
      label: t(tierTexts[id as keyof typeof yearMeasures]),
    })),
    ...metrics.map(({ name, text: definition }) => ({
      measure: { is: 'metric', name, text: definition } as const,
      label: t(tierTexts.ownMetric, { name }),
    })),
    ...numeric.map(field => ({
      measure: { is: 'field', id: field.id } as const,
      label: field[language.value],
    })),
  ];
}

/** How a measure is called. */
export function measureLabel(measure: Measured, own: readonly Field[]): string {
  if (measure.is === 'metric') {
    const shipped = Object.entries(yearMeasures).find(([, each]) => keyOf(each) === keyOf(measure));
    return shipped ? t(tierTexts[shipped[0] as keyof typeof yearMeasures]) : measure.name;
  }
  const field = fieldNamed(measure.id, 'customer', own);
  return field ? field[language.value] : t(tierTexts.goneField, { name: measure.id });
}

/** The choices with the one that is in use, which the rules may define otherwise by now. */
export function withCurrent(
  choices: readonly MeasureChoice[],
  measure: Measured,
  own: readonly Field[],
): readonly MeasureChoice[] {
  if (choices.some(each => keyOf(each.measure) === keyOf(measure))) return choices;
  const name = measureLabel(measure, own);
  return [{ measure, label: measure.is === 'metric' ? t(tierTexts.keptMetric, { name }) : name }, ...choices];
}

import { type Field, fieldOf, fields, type ValueKind } from '../../../domain/index.ts';
import type { Measured } from '../../../engine/index.ts';
import { modelTexts } from '../../../i18n/models.ts';
import { standaloneMetrics } from '../../../rules/index.ts';
import { language, t } from '../../kit/index.ts';

/** Something that customers can be measured by. */
export interface MeasureChoice {
  /** The same for the same measure, also where the text of its metric is another. */
  readonly key: string;
  readonly label: string;
  readonly measure: Measured;
}

const measurable: readonly ValueKind[] = ['number', 'money', 'share', 'days'];

/** The numbers of a customer that the catalogue and the workspace know, then the metrics of the rules. */
export function measureChoices(own: readonly Field[], rules: string): MeasureChoice[] {
  const numbers = [...fields, ...own].filter(
    ({ of, kind, place }) => of === 'customer' && place !== 'row' && measurable.includes(kind),
  );
  const measures: Measured[] = [
    ...numbers.map(({ id }) => ({ is: 'field' as const, id })),
    ...standaloneMetrics(rules, own).map(({ name, text }) => ({ is: 'metric' as const, name, text })),
  ];
  return measures.map(measure => ({ key: measureKey(measure), label: measureLabel(measure, own), measure }));
}

/** What tells measures apart. */
export function measureKey(measure: Measured): string {
  return measure.is === 'field' ? `field ${measure.id}` : `metric ${measure.name}`;
}

/** How a measure is called in the interface. */
export function measureLabel(measure: Measured, own: readonly Field[]): string {
  if (measure.is === 'metric') return t(modelTexts.ruleMetric, { name: measure.name });
  const known = [...fields, ...own].some(({ of, id }) => of === 'customer' && id === measure.id);
  return known ? fieldOf('customer', measure.id, own)[language.value] : measure.id;
}

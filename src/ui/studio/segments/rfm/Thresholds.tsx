import type { RfmMeasureId, RfmView, Threshold } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Table, t } from '../../../kit/index.ts';
import { listOf } from '../../words.ts';
import { ModelCard } from '../ModelCard.tsx';
import { measureValue, tidy } from './words.ts';

const measures = ['recency', 'frequency', 'monetary'] as const;

/** Where the base is cut, so that everybody can say why somebody is in a class. */
export function Thresholds({ view }: { view: RfmView }) {
  const { currency, settings } = view;
  const cutText = (measure: RfmMeasureId) => (cut: Threshold) =>
    withCount(measureValue(measure, cut.value, currency), cut);
  return (
    <ModelCard title={t(segmentTexts.thresholds)} hint={t(segmentTexts.thresholdsHint)}>
      <Table
        label={t(segmentTexts.thresholds)}
        columns={[
          { label: t(segmentTexts.measure) },
          { label: t(segmentTexts.cuts) },
          { label: t(segmentTexts.highLow) },
        ]}
        rows={measures.map(measure => {
          const { cuts, split } = view.measures[measure];
          const at =
            settings.split.of === 'scores'
              ? t(segmentTexts.asScore, { value: tidy(split.value) })
              : measureValue(measure, split.value, currency);
          return [t(segmentTexts[measure]), listOf(cuts.map(cutText(measure))), withCount(at, split)];
        })}
      />
    </ModelCard>
  );
}

/** Where nobody stands exactly on it, the value says all. */
function withCount(value: string, { customers }: Threshold): string {
  return customers === 0 ? value : t(segmentTexts.on, { value, count: customers });
}

import type { ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { Table, t } from '../../../kit/index.ts';
import { ModelCard } from '../ModelCard.tsx';

/** What the regression makes of each feature. */
export function Weights({ view: { weights, learned } }: { view: ChurnView }) {
  if (weights.length === 0) return null;
  return (
    <ModelCard
      title={t(churnTexts.weights)}
      hint={
        <>
          {t(churnTexts.weightsHint)} {learned.method !== 'recency' && t(churnTexts.weightsFromModel)}
        </>
      }
    >
      <Table
        label={t(churnTexts.weights)}
        columns={[{ label: t(churnTexts.feature) }, { label: t(churnTexts.weight), isNumeric: true }]}
        rows={weights.map(({ feature, weight }) => [
          t(churnTexts[`feature${feature}`]),
          `${weight > 0 ? '+' : ''}${weight.toFixed(3)}`,
        ])}
      />
    </ModelCard>
  );
}

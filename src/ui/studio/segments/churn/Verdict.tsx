import type { ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { t } from '../../../kit/index.ts';
import model from '../Model.module.css';
import { Warning } from '../Warning.tsx';
import { areaText } from './Figures.tsx';

/** Which probability is used, and why: what the hold-out says of it against plain recency. */
export function Verdict({ view: { learned, settings } }: { view: ChurnView }) {
  const { method, holdOut, notes } = learned;
  const shortened = notes.flatMap(note =>
    note.code === 'windowShortened'
      ? [t(churnTexts.shortened, { horizon: settings.horizon, days: note.days })]
      : [],
  );
  const few = notes.find(note => note.code === 'tooLittleData');
  const sentences = [
    ...(few ? [t(churnTexts.verdictaverageText, { customers: few.customers, buyers: few.buyers })] : []),
    ...(holdOut && method !== 'average'
      ? [
          t(churnTexts[`verdict${method}Text`], {
            customers: holdOut.customers,
            days: holdOut.to - holdOut.from,
            area: areaText(holdOut.area),
            recency: areaText(holdOut.recencyArea),
          }),
        ]
      : []),
    ...shortened,
  ];
  const title = t(churnTexts[`verdict${method}`]);
  if (method === 'recency' || method === 'average') return <Warning title={title}>{sentences}</Warning>;
  return (
    <section class={`${model.card} ${model.head}`}>
      <h2>{title}</h2>
      {sentences.map(each => (
        <p key={each} class={model.hint}>
          {each}
        </p>
      ))}
    </section>
  );
}

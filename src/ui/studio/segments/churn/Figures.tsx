import type { ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import { Figure } from '../Figure.tsx';
import model from '../Model.module.css';
import { groupHash } from './words.ts';

/** The numbers of the whole base, and how far the probability can be trusted. */
export function Figures({ view }: { view: ChurnView }) {
  const { churned, customers, expected, settings, learned, without } = view;
  const { holdOut } = learned;
  const unknown = t(churnTexts.notKnown);
  return (
    <section class={model.sums} aria-label={t(churnTexts.figures)}>
      <div class={model.figures}>
        <Figure
          title={t(churnTexts.churned)}
          number={count(churned)}
          href={groupHash({ is: 'churned' })}
          about={t(churnTexts.churnedAbout, { share: shareText(churned / customers), count: customers })}
        />
        <Figure
          title={t(churnTexts.expected)}
          number={count(Math.round(expected))}
          about={t(churnTexts.expectedAbout, { days: settings.horizon })}
        />
        <Figure
          title={t(churnTexts.area)}
          number={holdOut ? areaText(usedArea(view)) : unknown}
          about={t(churnTexts.areaAbout, { area: holdOut ? areaText(holdOut.recencyArea) : unknown })}
        />
        <Figure
          title={t(churnTexts.error)}
          number={holdOut ? shareText(holdOut.calibration.error) : unknown}
          about={t(churnTexts.errorAbout)}
        />
      </div>
      {without > 0 && (
        <p class={model.hint}>
          <a href={groupHash({ is: 'without' })}>{t(churnTexts.without, { count: without })}</a>
        </p>
      )}
    </section>
  );
}

/** The area of what is used: recency's own where recency is. */
export function usedArea({ learned: { method, holdOut } }: ChurnView): number {
  return (method === 'recency' ? holdOut?.recencyArea : holdOut?.area) ?? Number.NaN;
}

/** Three decimals. */
export function areaText(area: number): string {
  return area.toFixed(3);
}

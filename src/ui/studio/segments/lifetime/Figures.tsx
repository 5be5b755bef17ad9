import type { LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { roundMoney, t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import { Figure } from '../Figure.tsx';
import model from '../Model.module.css';
import { groupHash } from './words.ts';

/** The numbers of the whole base. */
export function Figures({ view }: { view: LifetimeView }) {
  const { totals, customers, settings, currency, top } = view;
  const first = top.reduce((sum, each) => sum + each.value, 0);
  const figures = [
    {
      title: t(lifetimeTexts.value),
      number: roundMoney(totals.value, currency),
      about: t(lifetimeTexts.valueMargin, {
        margin: shareText(settings.margin),
        discount: shareText(settings.discount),
      }),
    },
    {
      title: t(lifetimeTexts.each),
      number: roundMoney(totals.value / customers, currency),
      about: t(lifetimeTexts.eachFirst, {
        count: top.length,
        share: shareText(totals.value > 0 ? first / totals.value : 0),
      }),
    },
    {
      title: t(lifetimeTexts.purchases),
      number: count(Math.round(totals.purchases)),
      about: t(lifetimeTexts.purchasesIn, { months: settings.months }),
    },
    {
      title: t(lifetimeTexts.alive),
      number: count(Math.round(totals.alive)),
      about: t(lifetimeTexts.aliveOf, { count: customers }),
    },
  ];
  return (
    <section class={model.sums} aria-label={t(lifetimeTexts.figures)}>
      <div class={model.figures}>
        {figures.map(figure => (
          <Figure key={figure.title} href={groupHash({ is: 'top' })} {...figure} />
        ))}
      </div>
      {view.without > 0 && (
        <p class={model.hint}>
          <a href={groupHash({ is: 'without' })}>{t(lifetimeTexts.without, { count: view.without })}</a>
        </p>
      )}
    </section>
  );
}

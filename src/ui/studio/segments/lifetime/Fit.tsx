import type { FittedParameter, LifetimeView } from '../../../../engine/index.ts';
import { formatDay, minorDigits } from '../../../../i18n/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { language, roundMoney, say, Table, t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import model from '../Model.module.css';

/** Parameters with their standard errors, and how likely they make the orders. */
export function Fit({ view }: { view: LifetimeView }) {
  const { purchases, spends, fittedOn, currency, settings } = view;
  const unit = t(lifetimeTexts[`unit${settings.unit}`]);
  const row = (scale: number) => (each: FittedParameter) => [
    <code key={each.name}>{each.name}</code>,
    say(lifetimeTexts[`parameter${each.name as 'r'}`], { unit, currency }),
    digits(each.value / scale),
    each.error === null ? t(lifetimeTexts.unknown) : digits(each.error / scale),
  ];
  const money = 10 ** minorDigits(currency);
  return (
    <section class={model.card}>
      <header class={model.head}>
        <h2>{t(lifetimeTexts.fit)}</h2>
        <p class={model.hint}>
          {t(lifetimeTexts.fitLine, {
            model: purchases.model === 'average' ? t(lifetimeTexts.average) : purchases.model,
            customers: purchases.customers,
            repeaters: purchases.repeaters,
            day: formatDay(language.value, fittedOn),
            likelihood: count(Math.round(purchases.logLikelihood * 100) / 100),
            evaluations: purchases.evaluations,
          })}
        </p>
        <p class={model.hint}>
          {t(lifetimeTexts.spendLine, {
            model: spends.model === 'average' ? t(lifetimeTexts.average) : spends.model,
            customers: spends.customers,
            mean: roundMoney(spends.mean, currency),
            correlation: spends.correlation === null ? t(lifetimeTexts.unknown) : digits(spends.correlation),
          })}
        </p>
      </header>
      <Table
        label={t(lifetimeTexts.fit)}
        columns={[
          { label: t(lifetimeTexts.parameter) },
          { label: t(lifetimeTexts.meaning) },
          { label: t(lifetimeTexts.estimate), isNumeric: true },
          { label: t(lifetimeTexts.error), isNumeric: true },
        ]}
        rows={[
          ...view.parameters.map(row(1)),
          ...view.spendParameters.map(each => row(each.name === 'gamma' ? money : 1)(each)),
        ]}
      />
    </section>
  );
}

/** Four significant digits, or all before the point. */
function digits(value: number): string {
  return Math.abs(value) >= 1_000 ? count(Math.round(value)) : String(Number(value.toPrecision(4)));
}

import type { LifetimeView } from '../../../../engine/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { roundMoney, t } from '../../../kit/index.ts';
import { shareText } from '../../words.ts';
import { Figure } from '../Figure.tsx';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { groupHash } from './words.ts';

/** The value by margin and retention, beside the model's of the same customers. */
export function Formula({ view }: { view: LifetimeView }) {
  const { retention, currency, settings } = view;
  return (
    <ModelCard
      title={t(lifetimeTexts.formula)}
      hint={t(lifetimeTexts.formulaHint, { months: settings.months })}
    >
      {retention ? (
        <div class={`${model.figures} ${model.inside}`}>
          <Figure
            title={t(lifetimeTexts.formulaMargin, { days: retention.days })}
            number={roundMoney(retention.margin, currency)}
            href={groupHash({ is: 'retention', of: 'buyers' })}
            about={t(lifetimeTexts.formulaBuyers, { count: retention.buyers })}
          />
          <Figure
            title={t(lifetimeTexts.formulaRetention)}
            number={shareText(retention.retention)}
            about={
              <>
                <a href={groupHash({ is: 'retention', of: 'retained' })}>
                  {t(lifetimeTexts.formulaRetained, { retained: retention.retained })}
                </a>{' '}
                <a href={groupHash({ is: 'retention', of: 'before' })}>
                  {t(lifetimeTexts.formulaBefore, { before: retention.before })}
                </a>
              </>
            }
          />
          <Figure
            title={t(lifetimeTexts.formulaDiscount, { days: retention.days })}
            number={shareText(retention.discount)}
          />
          <Figure title={t(lifetimeTexts.formulaValue)} number={formulaText(view)} />
          <Figure
            title={t(lifetimeTexts.formulaModel)}
            number={roundMoney(retention.modelValue, currency)}
            about={t(lifetimeTexts.purchasesIn, { months: settings.months })}
          />
        </div>
      ) : (
        <p class={`${model.hint} ${model.inside}`}>{t(lifetimeTexts.formulaNone)}</p>
      )}
    </ModelCard>
  );
}

function formulaText({ retention, currency }: LifetimeView): string {
  if (!retention || retention.before === 0) return t(lifetimeTexts.unknown);
  return retention.value === null ? t(lifetimeTexts.formulaEndless) : roundMoney(retention.value, currency);
}

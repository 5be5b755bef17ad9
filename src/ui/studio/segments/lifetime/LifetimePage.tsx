import type { LifetimeView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { lifetimeTexts } from '../../../../i18n/lifetime.ts';
import { language, Page, roundMoney, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { count } from '../../words.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { ModelProgress, ModelWait, NoOrders } from '../ModelWait.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { discard, tried } from '../tried.ts';
import { RepeatsChart, TrackingChart } from './Agreement.tsx';
import { AliveChart, ValuesChart } from './Distributions.tsx';
import { Figures } from './Figures.tsx';
import { Fit } from './Fit.tsx';
import { FitNotes } from './FitNotes.tsx';
import { Formula } from './Formula.tsx';
import { LifetimeForm } from './LifetimeForm.tsx';
import { TopCustomers } from './TopCustomers.tsx';
import { useLifetime } from './useLifetime.ts';

const fields = ['lifetimeValue', 'aliveProbability', 'expectedPurchases'];

/** Lifetime value of the base: choose the model, fit it, hold it against what happened, publish it. */
export function LifetimePage() {
  const run = useLifetime();
  const { view } = run;
  if (!view) return <ModelWait title={t(lifetimeTexts.title)} run={run} />;
  if (view.customers === 0) {
    return <NoOrders title={t(lifetimeTexts.title)} hint={t(lifetimeTexts.noneHint)} />;
  }
  const { settings, fittedOn, purchases, spends } = view;
  return (
    <Page title={t(lifetimeTexts.title)} lead={leadOf(view)} size="wide">
      <Figures view={view} />
      <FitNotes view={view} />
      <TopCustomers view={view} />
      <div class={model.two}>
        <ValuesChart view={view} />
        <AliveChart view={view} />
      </div>
      <ModelCard title={t(lifetimeTexts.made)} hint={t(lifetimeTexts.madeHint)}>
        <LifetimeForm key={JSON.stringify(settings)} view={view} run={run} />
        <ModelProgress run={run} />
        <PublishBar
          isSame={view.isInForce}
          canPublish={run.running === null && !run.isStopped}
          fields={fields}
          changed={changedText(view)}
          onDiscard={tried.lifetime.value && view.inForce ? () => discard('lifetime') : undefined}
          publish={(id, onProgress) =>
            engine.publishModel(id, 'lifetime', { settings, fittedOn, purchases, spends }, onProgress)
          }
          onPublished={() => discard('lifetime')}
        />
      </ModelCard>
      <Fit view={view} />
      <RepeatsChart view={view} />
      <TrackingChart view={view} />
      <Formula view={view} />
    </Page>
  );
}

function leadOf({ settings, customers, totals, currency, asOf }: LifetimeView): string {
  return t(lifetimeTexts.lead, {
    months: settings.months,
    count: customers,
    money: roundMoney(totals.value, currency),
    purchases: count(Math.round(totals.purchases)),
    day: formatDay(language.value, asOf),
  });
}

function changedText({ inForce }: LifetimeView): string {
  return inForce
    ? t(lifetimeTexts.changedOther, {
        model: inForce.settings.model,
        day: formatDay(language.value, inForce.fittedOn),
      })
    : t(lifetimeTexts.changedNever);
}

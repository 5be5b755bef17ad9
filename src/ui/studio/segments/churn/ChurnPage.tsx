import type { ChurnView } from '../../../../engine/index.ts';
import { churnTexts } from '../../../../i18n/churn.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { language, Page, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { count, shareText } from '../../words.ts';
import { CountBars, tenthName } from '../CountBars.tsx';
import { ModelCard } from '../ModelCard.tsx';
import { ModelProgress, ModelWait, NoOrders } from '../ModelWait.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { discard, tried } from '../tried.ts';
import { CalibrationChart } from './CalibrationChart.tsx';
import { ChurnForm } from './ChurnForm.tsx';
import { Figures } from './Figures.tsx';
import { useChurn } from './useChurn.ts';
import { Verdict } from './Verdict.tsx';
import { Weights } from './Weights.tsx';
import { groupHash } from './words.ts';

const fields = ['buyProbability', 'churnRisk', 'isChurned'];

/** Churn of the base: set the rule, learn who buys again, hold it against what happened, publish it. */
export function ChurnPage() {
  const run = useChurn();
  const { view } = run;
  if (!view) return <ModelWait title={t(churnTexts.title)} run={run} />;
  if (view.customers === 0) {
    return <NoOrders title={t(churnTexts.title)} hint={t(churnTexts.noneHint)} />;
  }
  const { settings, learned } = view;
  return (
    <Page title={t(churnTexts.title)} lead={leadOf(view)} size="wide">
      <Figures view={view} />
      <Verdict view={view} />
      <CalibrationChart view={view} />
      <CountBars
        label={t(churnTexts.tenths)}
        heading={t(churnTexts.probability)}
        bars={view.tenths.map((customers, tenth) => ({
          short: tenthName(tenth),
          name: `${shareText(tenth / 10)} – ${shareText((tenth + 1) / 10)}`,
          customers,
          hash: groupHash({ is: 'tenth', tenth }),
        }))}
      />
      <ModelCard title={t(churnTexts.made)} hint={t(churnTexts.madeHint)}>
        <ChurnForm key={JSON.stringify(settings)} view={view} run={run} />
        <ModelProgress run={run} />
        <PublishBar
          isSame={view.isInForce}
          canPublish={run.running === null && !run.isStopped}
          fields={fields}
          changed={changedText(view)}
          onDiscard={tried.churn.value && view.inForce ? () => discard('churn') : undefined}
          publish={(id, onProgress) => engine.publishModel(id, 'churn', { settings, learned }, onProgress)}
          onPublished={() => discard('churn')}
        />
      </ModelCard>
      <Weights view={view} />
    </Page>
  );
}

function leadOf({ settings, customers, churned, expected, asOf }: ChurnView): string {
  return t(churnTexts.lead, {
    churned: count(churned),
    count: count(customers),
    share: shareText(churned / customers),
    silence: settings.silence,
    expected: count(Math.round(expected)),
    horizon: settings.horizon,
    day: formatDay(language.value, asOf),
  });
}

function changedText({ inForce }: ChurnView): string {
  return inForce
    ? t(churnTexts.changedOther, {
        horizon: inForce.settings.horizon,
        silence: inForce.settings.silence,
        day: formatDay(language.value, inForce.learnedOn),
      })
    : t(churnTexts.changedNever);
}

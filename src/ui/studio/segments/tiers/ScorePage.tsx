import { Layers } from 'lucide';
import type { ScoreSettings, ScoreView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Button, language, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { count } from '../../words.ts';
import { baseKey } from '../baseKey.ts';
import { isSame } from '../isSame.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import { PublishBar } from '../PublishBar.tsx';
import { discard, tried } from '../tried.ts';
import { scoreFields } from './measures.ts';
import { NoCustomers } from './NoCustomers.tsx';
import { ScoreParts } from './ScoreParts.tsx';
import { TierTabs } from './TierTabs.tsx';
import { useLadderSettings } from './useLadder.ts';
import { scoreHash } from './words.ts';

/** The customer value score: what it is made of, how it is spread, and publishing it. */
export function ScorePage() {
  const wanted = tried.score.value;
  const of = baseKey();
  const { answer: view, waiting } = useLatest(
    of && JSON.stringify([wanted, of]),
    () => engine.score(wanted),
    report,
  );
  if (!view) return <TierTabs selected="score">{null}</TierTabs>;
  if (view.customers === 0) return <NoCustomers selected="score" />;
  const settings = wanted ?? view.inForce;
  const hasWeight = settings.parts.some(({ weight }) => weight > 0);
  return (
    <TierTabs selected="score" lead={leadOf(view)}>
      <ModelCard title={t(tierTexts.scoreMade)} hint={t(tierTexts.scoreHint)}>
        <ScoreParts view={view} settings={settings} />
        <PublishBar
          isSame={isSame(settings, view.inForce)}
          canPublish={!waiting && hasWeight}
          fields={scoreFields}
          changed={hasWeight ? t(tierTexts.scoreChanged, { count: view.changed }) : t(tierTexts.noWeight)}
          changedHref={view.changed > 0 ? scoreHash({ is: 'changed' }) : undefined}
          more={<LadderOfScore />}
          onDiscard={() => discard('score')}
          publish={(id, onProgress) =>
            engine.publishModel(id, 'score', settings as ScoreSettings, onProgress)
          }
          onPublished={() => discard('score')}
        />
      </ModelCard>
      <section class={`${model.card} ${model.picture}`}>
        <Tenths view={view} />
      </section>
    </TierTabs>
  );
}

function leadOf({ tenths, spread, asOf }: ScoreView): string {
  const median = spread.quantiles.find(({ share }) => share === 0.5)?.value ?? 0;
  return t(tierTexts.scoreLead, {
    count: (tenths[8] ?? 0) + (tenths[9] ?? 0),
    median: Math.round(median),
    day: formatDay(language.value, asOf),
  });
}

/** Tries the ladder on the score. */
function LadderOfScore() {
  const settings = useLadderSettings();
  if (!settings) return null;
  return (
    <Button
      icon={Layers}
      onClick={() => {
        tried.ladder.value = {
          ...settings,
          measure: { is: 'field', id: 'valueScore' },
          lessIsBetter: false,
          by: 'value',
          levels: settings.levels.map(({ name }, place) => {
            const enter = Math.round(100 - (60 * (place + 1)) / settings.levels.length + 10);
            return { name, enter, keep: enter - 5 };
          }),
        };
        go('segments', 'tiers');
      }}
    >
      {t(tierTexts.useInLadder)}
    </Button>
  );
}

function Tenths({ view }: { view: ScoreView }) {
  const label = (at: number) => `${at * 10}–${at * 10 + 10}`;
  const hashOf = (at: number) => scoreHash({ is: 'tenth', at });
  return (
    <Chart
      label={t(tierTexts.tenths)}
      height={260}
      option={() => ({
        tooltip: {},
        grid: { top: 8, left: 8, right: 8, bottom: 8, containLabel: true },
        xAxis: { type: 'category', data: view.tenths.map((_, at) => label(at)) },
        yAxis: { type: 'value', minInterval: 1, axisLabel: { formatter: (value: number) => count(value) } },
        series: [{ type: 'bar', barWidth: '80%', data: [...view.tenths] }],
      })}
      onPick={({ dataIndex }) => {
        location.hash = hashOf(dataIndex);
      }}
      table={{
        columns: [{ label: t(tierTexts.score) }, { label: t(tierTexts.customers), isNumeric: true }],
        rows: view.tenths.map((customers, at) => [
          label(at),
          <a
            key="count"
            href={hashOf(at)}
            aria-label={t(tierTexts.see, { what: label(at), count: customers })}
          >
            {count(customers)}
          </a>,
        ]),
      }}
    />
  );
}

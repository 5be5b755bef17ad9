import { Shapes, X } from 'lucide';
import type { ClusterSettings, ClustersView } from '../../../../engine/index.ts';
import { clusterTexts } from '../../../../i18n/clusters.ts';
import { Button, Field, IconButton, ProgressBar, Select, TextInput, t } from '../../../kit/index.ts';
import { cancelJob, job } from '../../jobs.ts';
import { report } from '../../report.ts';
import { ownFields } from '../../rules/knownWorld.ts';
import { draft } from '../../rules/session.ts';
import { jobLabel } from '../../words.ts';
import { keyOf, measureChoices, measureLabel } from '../tiers/measures.ts';
import styles from './Clusters.module.css';
import { wanted } from './state.ts';

type Metric = ClusterSettings['metrics'][number];

/** The most metrics that are looked at together, as the settings allow. */
const mostMetrics = 8;
const groupCounts = ['2', '3', '4', '5', '6', '7', '8'] as const;

/** What clusters are looked for by: the metrics with their scales, how many groups, the seed. */
export function ClusterForm({
  view,
  settings,
  onFind,
}: {
  view: ClustersView;
  settings: ClusterSettings;
  onFind(): void;
}) {
  const { metrics } = settings;
  const choices = measureChoices(draft.value?.text.value ?? '', ownFields.value, []);
  const taken = new Set(metrics.map(({ measure }) => keyOf(measure)));
  const free = choices.filter(({ measure }) => !taken.has(keyOf(measure)));
  const isFinding = job.value?.kind === 'clusters';
  const unreadable = metrics.some((_, at) => view.metrics[at]?.kind === null);

  const change = (changed: Partial<ClusterSettings>) => {
    wanted.value = { ...settings, ...changed };
  };
  const changeMetric = (at: number, metric: Metric) =>
    change({ metrics: metrics.map((each, place) => (place === at ? metric : each)) });

  return (
    <>
      <ul class={styles.metrics} aria-label={t(clusterTexts.metrics)}>
        {metrics.map((metric, at) => (
          <MetricLine
            key={keyOf(metric.measure)}
            metric={metric}
            view={view}
            at={at}
            onScale={scale => changeMetric(at, { ...metric, scale })}
            onRemove={
              metrics.length > 1
                ? () => change({ metrics: metrics.filter((_, place) => place !== at) })
                : undefined
            }
          />
        ))}
      </ul>
      <div class={styles.form}>
        <Field label={t(clusterTexts.add)}>
          <Select
            value=""
            disabled={metrics.length >= mostMetrics || free.length === 0}
            options={[
              { value: '', label: t(clusterTexts.choose) },
              ...free.map(({ measure, label }) => ({ value: keyOf(measure), label })),
            ]}
            onChange={key => {
              const choice = free.find(({ measure }) => keyOf(measure) === key);
              if (choice) change({ metrics: [...metrics, { measure: choice.measure, scale: 'log' }] });
            }}
          />
        </Field>
        <Field label={t(clusterTexts.groups)}>
          <Select
            value={settings.groups === null ? 'best' : String(settings.groups)}
            options={[
              { value: 'best', label: t(clusterTexts.groupsBest) },
              ...groupCounts.map(each => ({ value: each as string, label: each })),
            ]}
            onChange={value => change({ groups: value === 'best' ? null : Number(value) })}
          />
        </Field>
        <Field label={t(clusterTexts.seed)} hint={t(clusterTexts.seedHint)}>
          <TextInput
            type="number"
            min={0}
            max={4_294_967_295}
            value={String(settings.seed)}
            onInput={value => {
              const seed = Number(value);
              if (Number.isInteger(seed) && seed >= 0 && seed <= 4_294_967_295) change({ seed });
            }}
          />
        </Field>
      </div>
      <div class={styles.find}>
        {isFinding && job.value ? (
          <ProgressBar
            label={jobLabel(job.value)}
            done={job.value.progress?.done ?? 0}
            total={job.value.progress?.total ?? 0}
            onCancel={() => void cancelJob().catch(report)}
          />
        ) : (
          <Button
            kind={view.shown ? 'plain' : 'primary'}
            icon={Shapes}
            disabled={unreadable || job.value !== null}
            onClick={onFind}
          >
            {t(view.shown ? clusterTexts.findAgain : clusterTexts.find)}
          </Button>
        )}
      </div>
    </>
  );
}

function MetricLine(props: {
  metric: Metric;
  view: ClustersView;
  at: number;
  onScale(scale: Metric['scale']): void;
  onRemove: (() => void) | undefined;
}) {
  const { metric, view, at, onScale, onRemove } = props;
  const label = measureLabel(metric.measure, ownFields.value);
  const known = view.metrics[at];
  return (
    <li class={styles.metric}>
      <b>{label}</b>
      <Select
        label={t(clusterTexts.scaleOf, { label })}
        value={metric.scale}
        options={(['log', 'plain'] as const).map(value => ({
          value,
          label: t(clusterTexts[`scale${value}`]),
        }))}
        onChange={onScale}
      />
      <span class={styles.known} data-bad={known?.kind === null ? '' : undefined}>
        {known &&
          (known.kind === null
            ? t(clusterTexts.metricGone)
            : t(clusterTexts.metricKnown, { known: known.known, total: view.customers }))}
      </span>
      <IconButton
        size="small"
        icon={X}
        label={t(clusterTexts.remove, { label })}
        disabled={!onRemove}
        onClick={() => onRemove?.()}
      />
    </li>
  );
}

import { ChartLine } from 'lucide';
import type { FiguresView } from '../../../../engine/index.ts';
import { figuresTexts } from '../../../../i18n/figures.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { EmptyState, Field, language, Page, Select, t } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { useLatest } from '../../rules/useLatest.ts';
import { count } from '../../words.ts';
import { workspace } from '../../workspace.ts';
import model from '../Model.module.css';
import { Warning } from '../Warning.tsx';
import { Cohorts } from './Cohorts.tsx';
import styles from './Figures.module.css';
import { choice } from './state.ts';
import { Money, Returning, Satisfaction } from './Trends.tsx';
import { periodName, shareOrNone, shortName } from './words.ts';

/** How customers buy, come back and answer, period by period; every number opens its names. */
export function FiguresPage() {
  const base = workspace.value;
  const chosen = choice.value;
  const key = base && JSON.stringify([chosen, base.revision, base.resultsAsOf, base.fixedDay]);
  const { answer: view } = useLatest(key, () => engine.figures(chosen), report);
  if (!view) return <Page title={t(figuresTexts.title)}>{null}</Page>;
  const hasBuyers = view.points.some(each => each.buyers > 0);
  return (
    <Page title={t(figuresTexts.title)} lead={hasBuyers ? leadOf(view) : ''} size="wide">
      <section class={model.card}>
        <Choice view={view} />
      </section>
      {hasBuyers ? (
        <>
          <Drifts view={view} />
          <section class={styles.card}>
            <Returning view={view} />
            <p class={model.small}>{t(figuresTexts.retentionHint)}</p>
          </section>
          <section class={styles.card}>
            <Money view={view} />
          </section>
          {view.points.some(each => each.answers > 0) && (
            <section class={styles.card}>
              <Satisfaction view={view} />
            </section>
          )}
          <section class={styles.card}>
            <Cohorts view={view} />
            <p class={model.small}>{t(figuresTexts.cohortsHint)}</p>
          </section>
        </>
      ) : (
        <EmptyState icon={ChartLine} title={t(figuresTexts.none)} text={t(figuresTexts.noneHint)} />
      )}
    </Page>
  );
}

function leadOf({ points, asOf }: FiguresView): string {
  const last = points.findLast(each => each.isWhole) ?? points.at(-1)!;
  return t(figuresTexts.lead, {
    period: periodName(last),
    retention: shareOrNone(last.retention),
    n: count(last.retained),
    of: count(last.before),
    day: formatDay(language.value, asOf),
  });
}

function Choice({ view }: { view: FiguresView }) {
  return (
    <div class={styles.choice}>
      <Field label={t(figuresTexts.pace)}>
        <Select
          value={choice.value.pace}
          options={(['month', 'week'] as const).map(value => ({ value, label: t(figuresTexts[value]) }))}
          onChange={pace => {
            choice.value = { ...choice.value, pace };
          }}
        />
      </Field>
      <Field label={t(figuresTexts.of)}>
        <Select
          value={choice.value.of}
          options={['', ...view.groups].map(value => ({ value, label: value || t(figuresTexts.everybody) }))}
          onChange={of => {
            choice.value = { ...choice.value, of };
          }}
        />
      </Field>
    </div>
  );
}

/** What moved more than by chance. */
function Drifts({ view: { drifts, points } }: { view: FiguresView }) {
  const last = points.findLast(each => each.isWhole);
  const marked = (['retention', 'repurchase', 'satisfaction'] as const).flatMap(measure => {
    const drift = drifts[measure];
    return drift?.isMarked ? [{ measure, ...drift }] : [];
  });
  if (!last) return null;
  if (marked.length === 0) return <p class={model.hint}>{t(figuresTexts.steady)}</p>;
  return (
    <Warning title={t(figuresTexts.movedTitle)}>
      {[
        ...marked.map(({ measure, now, before }) =>
          t(figuresTexts.moved, {
            measure: t(figuresTexts[measure]),
            now: shareOrNone(now),
            before: shareOrNone(before),
            period: shortName(last),
          }),
        ),
        t(figuresTexts.movedHint),
      ]}
    </Warning>
  );
}

import { BookOpenText, CalendarClock } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { Progress, TimeView } from '../../../../engine/index.ts';
import { formatDay } from '../../../../i18n/index.ts';
import { timeTexts } from '../../../../i18n/time.ts';
import { Button, EmptyState, language, Page, ProgressBar, Table, t } from '../../../kit/index.ts';
import { Chart } from '../../chart/Chart.tsx';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { go } from '../../route.ts';
import { count, listOf } from '../../words.ts';
import { workspace } from '../../workspace.ts';
import { shortDay } from '../shortDay.ts';
import styles from './Time.module.css';
import { turnsHash } from './words.ts';

/** What the passing of time will change for the published rules: how many on which day, and who. */
export function TimePage() {
  const base = workspace.value;
  const { view, progress } = useTimeAhead(
    base && base.version > 0 ? JSON.stringify([base.revision, base.version, base.resultsAsOf]) : null,
  );
  const title = t(timeTexts.title);
  if (base?.version === 0) {
    return (
      <Page title={title}>
        <EmptyState
          icon={CalendarClock}
          title={t(timeTexts.unpublished)}
          text={t(timeTexts.unpublishedHint)}
          actions={
            <Button kind="primary" icon={BookOpenText} onClick={() => go('rules')}>
              {t(timeTexts.toRules)}
            </Button>
          }
        />
      </Page>
    );
  }
  if (!base || !view) {
    return (
      <Page title={title}>
        <ProgressBar label={t(timeTexts.looking)} done={progress?.done ?? 0} total={progress?.total ?? 0} />
      </Page>
    );
  }
  const day = (of: number) => formatDay(language.value, of);
  return (
    <Page title={title} lead={leadOf(view)} size="wide">
      {base.fixedDay !== null && <p class={styles.note}>{t(timeTexts.fixed, { day: day(base.fixedDay) })}</p>}
      {view.days.length > 0 && (
        <>
          <section class={styles.card}>
            <PerDay view={view} />
          </section>
          <section class={styles.card}>
            <Turns view={view} />
          </section>
        </>
      )}
    </Page>
  );
}

function leadOf({ days, customers, until }: TimeView): string {
  const [first] = days;
  const by = formatDay(language.value, until);
  if (!first) return t(timeTexts.leadNone, { until: by });
  return t(timeTexts.lead, {
    count: customers,
    until: by,
    day: formatDay(language.value, first.day),
  });
}

function PerDay({ view: { asOf, until, days } }: { view: TimeView }) {
  const all = Array.from({ length: until - asOf }, (_, at) => asOf + 1 + at);
  const on = (day: number) => days.find(each => each.day === day)?.customers ?? 0;
  return (
    <Chart
      label={t(timeTexts.perDay)}
      height={200}
      option={() => ({
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          formatter: ([picked]: { dataIndex: number }[]) => {
            const day = all[picked?.dataIndex ?? 0]!;
            return t(timeTexts.seeDay, { count: on(day), day: formatDay(language.value, day) });
          },
        },
        xAxis: { type: 'category', data: all.map(shortDay) },
        yAxis: { type: 'value', minInterval: 1 },
        series: [{ type: 'bar', data: all.map(on) }],
      })}
      onPick={({ dataIndex }) => {
        const day = all[dataIndex]!;
        if (on(day) > 0) location.hash = turnsHash({ day, name: '', show: 'enters' });
      }}
      table={{
        columns: [
          { label: t(timeTexts.day) },
          { label: t(timeTexts.customers), isNumeric: true },
          { label: t(timeTexts.what) },
        ],
        rows: days.map(({ day, customers, turns }) => [
          formatDay(language.value, day),
          <a
            key="n"
            href={turnsHash({ day, name: '', show: 'enters' })}
            aria-label={t(timeTexts.seeDay, { count: customers, day: formatDay(language.value, day) })}
          >
            {count(customers)}
          </a>,
          listOf(turns.map(each => each.name)),
        ]),
      }}
    />
  );
}

/** So many days are listed at first. */
const firstDays = 3;

function Turns({ view: { days } }: { view: TimeView }) {
  const [isWhole, setWhole] = useState(false);
  const columns = [
    { label: t(timeTexts.day) },
    { label: t(timeTexts.rule) },
    { label: t(timeTexts.enters), isNumeric: true },
    { label: t(timeTexts.leaves), isNumeric: true },
  ];
  const rows = days.slice(0, isWhole ? days.length : firstDays).flatMap(({ day, turns }) =>
    turns.map(({ name, enters, leaves }, at) => {
      const on = formatDay(language.value, day);
      const link = (show: 'enters' | 'leaves', number: number) =>
        number === 0 ? (
          <span class={styles.none}>0</span>
        ) : (
          <a
            href={turnsHash({ day, name, show })}
            aria-label={t(timeTexts[show === 'enters' ? 'seeEnters' : 'seeLeaves'], {
              count: number,
              name,
              day: on,
            })}
          >
            {count(number)}
          </a>
        );
      return [
        at === 0 ? on : <span class="visually-hidden">{on}</span>,
        name,
        link('enters', enters),
        link('leaves', leaves),
      ];
    }),
  );
  return (
    <>
      <Table label={t(timeTexts.title)} columns={columns} rows={rows} />
      {!isWhole && days.length > firstDays && (
        <Button kind="quiet" onClick={() => setWhole(true)}>
          {t(timeTexts.allDays, { count: days.length })}
        </Button>
      )}
    </>
  );
}

/** The days ahead; asked anew for every `key`, null = not asked. What is left behind is cancelled. */
function useTimeAhead(key: string | null): { view: TimeView | null; progress: Progress | null } {
  const [view, setView] = useState<TimeView | null>(null);
  const [progress, setProgress] = useState<Progress | null>(null);
  useEffect(() => {
    if (key === null) return;
    const id = crypto.randomUUID();
    let isGone = false;
    engine.timeAhead(id, setProgress).then(setView, problem => {
      if (!isGone) report(problem);
    });
    return () => {
      isGone = true;
      engine.cancel(id).catch(report);
    };
  }, [key]);
  return { view, progress };
}

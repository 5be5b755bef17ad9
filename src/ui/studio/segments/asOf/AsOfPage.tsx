import { CircleCheck, TriangleAlert } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { RuleVersion } from '../../../../domain/index.ts';
import type {
  MigrationRequest,
  MigrationView,
  PointView,
  Progress,
  RunHead,
} from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { formatDay } from '../../../../i18n/index.ts';
import {
  Button,
  ErrorNote,
  Field,
  Icon,
  language,
  Page,
  ProgressBar,
  Select,
  t,
} from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { workspace } from '../../workspace.ts';
import model from '../Model.module.css';
import { ModelCard } from '../ModelCard.tsx';
import styles from './AsOf.module.css';
import { Flow } from './Flow.tsx';
import { Matrix } from './Matrix.tsx';
import { PointPicker } from './PointPicker.tsx';
import { dimensionName, verdictText } from './words.ts';

export interface AsOfPageProps {
  request: MigrationRequest;
  onChange(request: MigrationRequest): void;
}

/** Two states of the base side by side: choose them, see who went where, and whether a run came out as published. */
export function AsOfPage({ request, onChange }: AsOfPageProps) {
  const [runs, setRuns] = useState<readonly RunHead[]>([]);
  const [versions, setVersions] = useState<readonly RuleVersion[]>([]);
  useEffect(() => {
    engine.runs().then(setRuns, report);
    engine.versions().then(setVersions, report);
  }, []);
  const { view, progress, problem, stop, again } = useMigration(request);
  const picker = { runs, versions };

  return (
    <Page title={t(asOfTexts.title)} lead={view ? leadOf(view) : ''} size="wide">
      <section class={model.card}>
        <div class={styles.sides}>
          <PointPicker
            title={t(asOfTexts.before)}
            point={request.from}
            {...picker}
            onChange={from => onChange({ ...request, from })}
          >
            {view && <Told point={view.from} />}
          </PointPicker>
          <PointPicker
            title={t(asOfTexts.after)}
            point={request.to}
            {...picker}
            onChange={to => onChange({ ...request, to })}
          >
            {view && <Told point={view.to} />}
          </PointPicker>
        </div>
      </section>
      {problem !== null && (
        <ErrorNote
          error={problem}
          action={
            <Button size="small" onClick={again}>
              {t(asOfTexts.again)}
            </Button>
          }
        />
      )}
      {!view && problem === null && (
        <ProgressBar
          label={t(asOfTexts.working)}
          done={progress?.done ?? 0}
          total={progress?.total ?? 0}
          onCancel={stop}
        />
      )}
      {view?.by && (
        <>
          <div class={styles.by}>
            <Field label={t(asOfTexts.by)}>
              <Select
                value={JSON.stringify(view.by)}
                options={view.dimensions.map(each => ({
                  value: JSON.stringify(each),
                  label: dimensionName(each),
                }))}
                onChange={by => onChange({ ...request, by: JSON.parse(by) })}
              />
            </Field>
          </div>
          <section class={model.card}>
            <Flow view={view} request={{ ...request, by: view.by }} />
          </section>
          <ModelCard title={t(asOfTexts.matrix)}>
            <Matrix view={view} request={{ ...request, by: view.by }} />
          </ModelCard>
        </>
      )}
    </Page>
  );
}

function leadOf({ by, moved, customers }: MigrationView): string {
  return by ? t(asOfTexts.lead, { moved, customers, by: dimensionName(by) }) : t(asOfTexts.leadNone);
}

/** What a side is, and whether a published run came out as it was. */
function Told({ point }: { point: PointView }) {
  const { customers, version, asOf, verdict, isForgetful } = point;
  const words = verdictText(point);
  return (
    <div class={styles.told}>
      <p>{t(asOfTexts.about, { customers, version, day: formatDay(language.value, asOf) })}</p>
      {words && (
        <p class={styles.verdict} data-tone={verdict?.same ? 'good' : 'warn'} role="status">
          <Icon of={verdict?.same ? CircleCheck : TriangleAlert} size={14} />
          <span>{words}</span>
        </p>
      )}
      {isForgetful && <p class={styles.small}>{t(asOfTexts.forgetful)}</p>}
    </div>
  );
}

/** Evaluates both sides for every request, with progress and a way to stop. */
function useMigration(request: MigrationRequest) {
  const base = workspace.value;
  const [turn, setTurn] = useState(0);
  const key = JSON.stringify([
    turn,
    request,
    base?.revision,
    base?.version,
    base?.resultsAsOf,
    base?.fixedDay,
  ]);
  const [told, setTold] = useState<{ key: string; view: MigrationView | null; problem: unknown } | null>(
    null,
  );
  const [progress, setProgress] = useState<Progress | null>(null);
  const [job, setJob] = useState('');
  useEffect(() => {
    const id = crypto.randomUUID();
    let isGone = false;
    setJob(id);
    setProgress(null);
    engine.migration(id, request, setProgress).then(
      view => !isGone && setTold({ key, view, problem: null }),
      problem => !isGone && setTold({ key, view: null, problem }),
    );
    return () => {
      isGone = true;
      void engine.cancel(id);
    };
  }, [key]);
  const isCurrent = told?.key === key;
  return {
    view: isCurrent ? told.view : null,
    problem: isCurrent ? told.problem : null,
    progress,
    stop: () => void engine.cancel(job).catch(report),
    again: () => setTurn(now => now + 1),
  };
}

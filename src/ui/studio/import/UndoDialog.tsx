import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord, UndoSummary } from '../../../engine/index.ts';
import { localeOf } from '../../../i18n/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { undoTexts } from '../../../i18n/undo.ts';
import { Button, Dialog, ErrorNote, language, ProgressBar, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { cancelJob, job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { renewSession } from '../rules/session.ts';
import { jobLabel } from '../words.ts';
import { readWorkspace } from '../workspace.ts';
import { importsDone } from './flow.ts';
import styles from './UndoDialog.module.css';

/** Says what taking an import back will do, and does it at one press. */
export function UndoDialog({ record, onClose }: { record: ImportRecord; onClose(): void }) {
  const [plan, setPlan] = useState<UndoSummary | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [running, setRunning] = useState(false);
  useEffect(() => {
    engine.planUndo(record.id).then(setPlan, setProblem);
  }, [record.id]);
  const isSample = record.kind === 'sample';

  const takeBack = async () => {
    setRunning(true);
    try {
      const done = await runJob('undo', (id, onProgress) => engine.undoImport(id, record.id, onProgress));
      const parts = listed(partsOf(done));
      toast(
        isSample ? t(undoTexts.doneSample, { parts }) : t(undoTexts.done, { file: nameOf(record), parts }),
      );
    } catch (failed) {
      report(failed);
    } finally {
      importsDone.value++;
      await readWorkspace();
      renewSession();
      onClose();
    }
  };

  const title = isSample ? t(undoTexts.askSample) : t(undoTexts.ask, { file: nameOf(record) });
  if (running) {
    const current = job.value;
    const cancel = () => void cancelJob().catch(report);
    return (
      <Dialog title={t(importTexts.jobundo)} onClose={cancel}>
        <ProgressBar
          label={current ? jobLabel(current) : t(importTexts.jobundo)}
          done={current?.progress?.done ?? 0}
          total={current?.progress?.total ?? 0}
          onCancel={cancel}
        />
      </Dialog>
    );
  }
  return (
    <Dialog
      title={title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="danger" disabled={!plan} onClick={() => void takeBack()}>
            {t(isSample ? undoTexts.removeSample : undoTexts.takeBack)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      {problem === null && !plan && <p role="status">{t(undoTexts.counting)}</p>}
      {plan && (
        <>
          <ul class={styles.parts}>
            {partsOf(plan).map(part => (
              <li key={part}>{part}</li>
            ))}
          </ul>
          <p class={styles.later}>{t(undoTexts.later)}</p>
        </>
      )}
    </Dialog>
  );
}

/** What the import is called on screen. */
export function nameOf({ kind, fileName }: ImportRecord): string {
  return kind === 'sample' ? t(undoTexts.sample) : fileName;
}

function partsOf(plan: UndoSummary): string[] {
  const rows = [
    [undoTexts.customersGo, plan.customers],
    [undoTexts.ordersGo, plan.orders],
    [undoTexts.interactionsGo, plan.interactions],
    [undoTexts.ordersReturn, plan.returning],
    [undoTexts.restored, plan.restored],
    [undoTexts.staying, plan.staying],
  ] as const;
  const parts = rows.filter(([, count]) => count > 0).map(([row, count]) => t(row, { count }));
  return parts.length > 0 ? parts : [t(undoTexts.nothing)];
}

function listed(parts: readonly string[]): string {
  return new Intl.ListFormat(localeOf(language.value), { type: 'conjunction' }).format(parts);
}

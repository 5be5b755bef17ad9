import { useEffect, useState } from 'preact/hooks';
import type { AcceptPlan } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { Button, Dialog, ErrorNote, Field, TextInput, t } from '../../kit/index.ts';
import { DialogCancel, JobProgress } from '../backup/JobProgress.tsx';
import { engine } from '../engine.ts';
import { job } from '../jobs.ts';
import styles from './AcceptDialog.module.css';
import { sure } from './words.ts';

const shippedPercent = '99';

/** Merges everything of at least a score, after telling how much that is and showing the least sure of it. */
export function AcceptDialog(props: { onClose(): void; onAccept(merges: AcceptPlan['merges']): void }) {
  const [percent, setPercent] = useState(shippedPercent);
  const [plan, setPlan] = useState<AcceptPlan | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const wanted = Number(percent);
  const isWrong = percent.trim() === '' || !(wanted >= 50 && wanted <= 100);
  const running = job.value?.kind === 'merge';

  useEffect(() => {
    setPlan(null);
    if (isWrong) return;
    let isCurrent = true;
    engine.planDuplicates(wanted / 100).then(
      found => isCurrent && setPlan(found),
      failure => isCurrent && setProblem(failure),
    );
    return () => {
      isCurrent = false;
    };
  }, [wanted, isWrong]);

  return (
    <Dialog
      title={t(duplicateTexts.acceptTitle)}
      size="wide"
      onClose={() => running || props.onClose()}
      onSubmit={() => plan && plan.merges.length > 0 && !running && props.onAccept(plan.merges)}
      actions={
        <>
          <DialogCancel kind="merge" onClose={props.onClose} />
          <Button kind="primary" submit busy={running} disabled={!plan || plan.merges.length === 0}>
            {t(duplicateTexts.acceptNow)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <Field
          label={t(duplicateTexts.acceptScore)}
          error={isWrong ? t(duplicateTexts.acceptScoreWrong) : undefined}
        >
          <TextInput
            type="number"
            min={50}
            max={100}
            value={percent}
            onInput={setPercent}
            disabled={running}
          />
        </Field>
        {plan && (
          <p role="status">
            {plan.merges.length === 0
              ? t(duplicateTexts.acceptNone)
              : t(duplicateTexts.acceptCount, {
                  merges: plan.merges.length,
                  customers: plan.customers,
                })}
          </p>
        )}
        {plan && plan.doubtful.length > 0 && (
          <>
            <p>{t(duplicateTexts.acceptSpot)}</p>
            <table class={styles.table}>
              <tbody>
                {plan.doubtful.map(({ one, other, score }) => (
                  <tr key={`${one.id} ${other.id}`}>
                    <td>{sure(score)}</td>
                    {[one, other].map(({ id, name, emails, phones, company }) => (
                      <td key={id}>
                        <strong>{name}</strong>
                        <span class={styles.more}>
                          {[company, ...emails, ...phones].filter(text => text !== '').join(' · ')}
                        </span>
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
        <JobProgress kind="merge" inDialog />
      </div>
    </Dialog>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { OwnKind } from '../../../domain/index.ts';
import type { FilledField, RetypePlan } from '../../../engine/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { Button, Dialog, ErrorNote, language, t } from '../../kit/index.ts';
import { DialogCancel, JobProgress } from '../backup/JobProgress.tsx';
import { engine } from '../engine.ts';
import { runJob } from '../jobs.ts';
import styles from './SettingsScreen.module.css';
import { useChange } from './useChange.ts';

interface Props {
  filled: FilledField;
  kind: OwnKind;
  onClose(): void;
}

/** Says what another type does to the values of a field before it does it. */
export function RetypeField({ filled: { field }, kind, onClose }: Props) {
  const [plan, setPlan] = useState<RetypePlan | null>(null);
  const [failure, setFailure] = useState<unknown>(null);
  const { busy, problem, run } = useChange(onClose);
  const name = field[language.value];

  useEffect(() => {
    engine.planRetype(field.id, kind).then(setPlan, setFailure);
  }, [field.id, kind]);

  const fault = problem ?? failure;
  return (
    <Dialog
      title={t(fieldTexts.retypeOf, { field: name })}
      onClose={onClose}
      onSubmit={() =>
        run(
          () => runJob('retype', (id, onProgress) => engine.retypeField(id, field.id, kind, onProgress)),
          () => t(fieldTexts.retyped, { field: name, kind: t(fieldTexts[kind]) }),
        )
      }
      actions={
        <>
          <DialogCancel kind="retype" onClose={onClose} />
          <Button kind={plan && plan.lost > 0 ? 'danger' : 'primary'} submit busy={busy} disabled={!plan}>
            {t(fieldTexts.retype)}
          </Button>
        </>
      }
    >
      {fault !== null && <ErrorNote error={fault} />}
      <p>
        {t(fieldTexts[field.kind])} → <strong>{t(fieldTexts[kind])}</strong>
      </p>
      {!plan && fault === null && (
        <p role="status">{t(fieldTexts.retypeChecking, { field: name, kind: t(fieldTexts[kind]) })}</p>
      )}
      {plan && <p class={plan.lost > 0 ? styles.warning : undefined}>{planned(plan)}</p>}
      <p class={styles.hint}>{t(fieldTexts.retypeRules, { field: name })}</p>
      <JobProgress kind="retype" inDialog />
    </Dialog>
  );
}

function planned({ known, lost, examples }: RetypePlan): string {
  if (known === 0) return t(fieldTexts.retypeNone);
  if (lost === 0) return t(fieldTexts.retypeFits, { count: known });
  const shown = examples.map(each => t(fieldTexts.retypeExample, { text: each })).join(t(kitTexts.listComma));
  return t(fieldTexts.retypeLost, { count: known, lost, examples: shown });
}

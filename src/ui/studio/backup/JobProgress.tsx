import { useState } from 'preact/hooks';
import { kitTexts } from '../../../i18n/kit.ts';
import { Button, ProgressBar, t } from '../../kit/index.ts';
import { cancelJob, type Job, job } from '../jobs.ts';
import { report } from '../report.ts';
import { jobLabel } from '../words.ts';

/**
 * How far the long call of this kind is, with a way to stop it; nothing while none is under way. `inDialog`: the
 * dialog's own Cancel is the way.
 */
export function JobProgress({ kind, inDialog = false }: { kind: Job['kind']; inDialog?: boolean }) {
  const running = job.value;
  if (running?.kind !== kind) return null;
  return (
    <ProgressBar
      label={jobLabel(running)}
      done={running.progress?.done ?? 0}
      total={running.progress?.total ?? 0}
      onCancel={inDialog ? undefined : stop}
    />
  );
}

/** Cancel at the foot of a dialog: leaves it, and stops its long call while that is under way. */
export function DialogCancel({ kind, onClose }: { kind: Job['kind']; onClose(): void }) {
  const [stopped, setStopped] = useState('');
  const running = job.value?.kind === kind ? job.value : null;
  const stopping = running !== null && stopped === running.id;
  const press = () => {
    if (!running) return onClose();
    setStopped(running.id);
    stop();
  };
  return (
    <Button onClick={press} disabled={stopping}>
      {t(stopping ? kitTexts.stopping : kitTexts.cancel)}
    </Button>
  );
}

function stop(): void {
  cancelJob().catch(report);
}

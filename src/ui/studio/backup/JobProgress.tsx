import { ProgressBar } from '../../kit/index.ts';
import { cancelJob, type Job, job } from '../jobs.ts';
import { report } from '../report.ts';
import { jobLabel } from '../words.ts';

/** How far the long call of this kind is, with a way to stop it; nothing while none is under way. */
export function JobProgress({ kind }: { kind: Job['kind'] }) {
  const running = job.value;
  if (running?.kind !== kind) return null;
  return (
    <ProgressBar
      label={jobLabel(running)}
      done={running.progress?.done ?? 0}
      total={running.progress?.total ?? 0}
      onCancel={() => void cancelJob().catch(report)}
    />
  );
}

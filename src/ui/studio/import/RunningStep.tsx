import { ProgressBar } from '../../kit/index.ts';
import { cancelJob, job } from '../jobs.ts';
import { report } from '../report.ts';
import { jobLabel } from '../words.ts';
import styles from './RunningStep.module.css';

/** A dry run or an import under way. */
export function RunningStep({ file }: { file: File }) {
  const running = job.value;
  if (!running) return null;
  return (
    <section class={styles.card}>
      <h2>{file.name}</h2>
      <ProgressBar
        label={jobLabel(running)}
        done={running.progress?.done ?? 0}
        total={running.progress?.total ?? 0}
        onCancel={() => void cancelJob().catch(report)}
      />
    </section>
  );
}

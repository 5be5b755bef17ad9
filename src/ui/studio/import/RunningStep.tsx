import { ProgressBar } from '../../kit/index.ts';
import { cancelJob, job } from '../jobs.ts';
import { report } from '../report.ts';
import { jobLabel, listOf } from '../words.ts';
import { parts } from './flow.ts';
import styles from './RunningStep.module.css';

/** A dry run or an import under way. */
export function RunningStep() {
  const running = job.value;
  if (!running) return null;
  return (
    <section class={styles.card}>
      <h2>{listOf(parts.value.map(({ file }) => file.name))}</h2>
      <ProgressBar
        label={jobLabel(running)}
        done={running.progress?.done ?? 0}
        total={running.progress?.total ?? 0}
        onCancel={() => void cancelJob().catch(report)}
      />
    </section>
  );
}

import { useState } from 'preact/hooks';
import type { RefusedFile } from '../../../domain/index.ts';
import type { FileRefusal, ImportDone } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { ProgressBar, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { renewSession } from '../rules/session.ts';
import { jobLabel } from '../words.ts';
import { readWorkspace } from '../workspace.ts';
import { importsDone } from './flow.ts';
import styles from './Leftover.module.css';
import { type Mended, RefusedRows, type RefusedSource } from './RefusedRows.tsx';

/** What an import refused and nobody mended yet. */
export interface Left {
  readonly files: readonly RefusedSource[];
  readonly refusals: readonly FileRefusal[];
  readonly total: number;
}

/** What an import that was just made left behind. */
export function leftoverOf({ files, refusals, refused }: ImportDone): Left {
  return { files, refusals, total: refused };
}

/** What is kept with an import. */
export function leftoverOfKept(files: readonly RefusedFile[]): Left {
  return {
    files: files.map(({ fileName, headings, columns }) => ({
      fileName,
      headings,
      imported: columns.map(target => target !== null),
    })),
    refusals: files.flatMap(({ refusals }, file) => refusals.map(refusal => ({ ...refusal, file }))),
    total: files.reduce((sum, { total }) => sum + total, 0),
  };
}

/** The refused rows of an import that was made: mended ones are imported as part of it. */
export function Leftover(props: { id: number; left: Left; isUndone?: boolean; onChange(left: Left): void }) {
  const { id, left, isUndone = false, onChange } = props;
  const [edits, setEdits] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  if (left.total === 0) return null;

  async function mend(rows: readonly Mended[]): Promise<void> {
    const { accepted, files } = await runJob('mend', (name, onProgress) =>
      engine.mendRows(name, id, rows, onProgress),
    );
    onChange(leftoverOfKept(files));
    importsDone.value++;
    await readWorkspace();
    renewSession();
    const still = rows.length - accepted;
    const told = accepted > 0 ? t(dryRunTexts.mendedIn, { count: accepted }) : '';
    const more = still > 0 ? t(dryRunTexts.stillRefused, { count: still }) : '';
    toast([told, more].filter(part => part !== '').join(' · '));
  }

  const running = job.value?.kind === 'mend' ? job.value : null;
  return (
    <section class={styles.card}>
      {running && (
        <ProgressBar
          label={jobLabel(running)}
          done={running.progress?.done ?? 0}
          total={running.progress?.total ?? 0}
        />
      )}
      <RefusedRows
        files={left.files}
        refusals={left.refusals}
        total={left.total}
        hint={t(isUndone ? dryRunTexts.undone : dryRunTexts.fixHintDone)}
        action={changed =>
          changed > 0 ? t(dryRunTexts.mendRows, { count: changed }) : t(dryRunTexts.mendNone)
        }
        edits={edits}
        onEdits={setEdits}
        onTry={isUndone ? undefined : mend}
      />
    </section>
  );
}

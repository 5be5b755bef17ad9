import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { fieldOf, nameInRules } from '../../../domain/index.ts';
import type { OnProgress } from '../../../engine/index.ts';
import { modelTexts } from '../../../i18n/models.ts';
import { Button, language, ProgressBar, t, toast } from '../../kit/index.ts';
import { cancelJob, job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { renewSession } from '../rules/session.ts';
import { jobLabel, listOf } from '../words.ts';
import { readWorkspace } from '../workspace.ts';
import { tellPublished } from './baseKey.ts';
import styles from './Model.module.css';

export interface PublishBarProps {
  /** Whether what is shown is what is in force. */
  isSame: boolean;
  /** Whether what is shown can be put in force. */
  canPublish: boolean;
  /** Ids of the fields that rules can name once it is. */
  fields: readonly string[];
  /** What publishing would change; who, as a link. */
  changed: string;
  changedHref?: string | undefined;
  /** Further things to do with what is in force. */
  more?: ComponentChildren;
  onDiscard?: (() => void) | undefined;
  publish(job: string, onProgress: OnProgress): Promise<void>;
  /** What is tried is in force now. */
  onPublished(): void;
}

/** Under the settings of a model: what publishing them would change, and publishing them. */
export function PublishBar(props: PublishBarProps) {
  const { isSame, canPublish, fields, changed, changedHref, more, onDiscard } = props;
  const [busy, setBusy] = useState(false);
  const running = busy ? job.value : null;
  const names = fields.map(id => nameInRules(fieldOf('customer', id), language.value));

  async function publish(): Promise<void> {
    setBusy(true);
    try {
      await runJob('refresh', (id, onProgress) => props.publish(id, onProgress));
      props.onPublished();
      tellPublished();
      await readWorkspace();
      renewSession();
      toast(t(modelTexts.published));
    } catch (problem) {
      report(problem);
    } finally {
      setBusy(false);
    }
  }

  return (
    <footer class={styles.publishing}>
      {running ? (
        <ProgressBar
          label={jobLabel(running)}
          done={running.progress?.done ?? 0}
          total={running.progress?.total ?? 0}
          onCancel={() => void cancelJob().catch(report)}
        />
      ) : (
        <>
          <p class={styles.state} role="status">
            {isSame ? t(modelTexts.inForce, { names: listOf(names) }) : changed}{' '}
            {!isSame && changedHref && <a href={changedHref}>{t(modelTexts.see)}</a>}
          </p>
          {isSame && more}
          {!isSame && onDiscard && (
            <Button kind="quiet" onClick={onDiscard}>
              {t(modelTexts.discard)}
            </Button>
          )}
          <Button
            kind="primary"
            disabled={isSame || !canPublish || job.value !== null}
            onClick={() => void publish()}
          >
            {t(modelTexts.publish)}
          </Button>
        </>
      )}
    </footer>
  );
}

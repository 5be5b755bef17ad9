import { ChartSpline, Import, ShoppingCart } from 'lucide';
import { modelTexts } from '../../../i18n/models.ts';
import { Button, EmptyState, Page, ProgressBar, t } from '../../kit/index.ts';
import { go } from '../route.ts';
import { jobLabel } from '../words.ts';
import styles from './Model.module.css';
import type { ModelRun } from './useModelRun.ts';

type Run = Pick<ModelRun<unknown>, 'running' | 'isStopped' | 'again' | 'cancel'>;

/** A page whose model is on the way for the first time, or was stopped. */
export function ModelWait({ title, run }: { title: string; run: Run }) {
  return (
    <Page title={title}>
      {run.isStopped ? (
        <EmptyState
          icon={ChartSpline}
          title={t(modelTexts.stopped)}
          text={t(modelTexts.stoppedHint)}
          actions={
            <Button kind="primary" onClick={run.again}>
              {t(modelTexts.compute)}
            </Button>
          }
        />
      ) : (
        <ModelProgress run={run} />
      )}
    </Page>
  );
}

/** How far the model is, with a way to stop it. */
export function ModelProgress({ run }: { run: Run }) {
  if (!run.running) return null;
  return (
    <div class={styles.progress}>
      <ProgressBar
        label={jobLabel(run.running)}
        done={run.running.progress?.done ?? 0}
        total={run.running.progress?.total ?? 0}
        onCancel={run.cancel}
      />
    </div>
  );
}

/** A model page of a base in which nobody has bought anything. */
export function NoOrders({ title, hint }: { title: string; hint: string }) {
  return (
    <Page title={title}>
      <EmptyState
        icon={ShoppingCart}
        title={t(modelTexts.noOrders)}
        text={hint}
        actions={
          <Button kind="primary" icon={Import} onClick={() => go('import')}>
            {t(modelTexts.import)}
          </Button>
        }
      />
    </Page>
  );
}

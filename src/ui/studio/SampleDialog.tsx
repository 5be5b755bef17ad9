import { kitTexts } from '../../i18n/kit.ts';
import { importTexts } from '../../i18n/studio.ts';
import { Button, Dialog, ProgressBar, t } from '../kit/index.ts';
import { cancelJob, job } from './jobs.ts';
import { report } from './report.ts';
import { replaceWithSample, sampleState } from './sample.ts';
import { jobLabel } from './words.ts';
import { workspace } from './workspace.ts';

/** The question before the sample replaces a base, and the progress while it loads. */
export function SampleDialog() {
  const state = sampleState.value;
  if (state === 'asking') {
    const close = () => {
      sampleState.value = 'closed';
    };
    return (
      <Dialog
        title={t(importTexts.sampleErase)}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t(kitTexts.cancel)}</Button>
            <Button kind="danger" onClick={() => void replaceWithSample()}>
              {t(importTexts.sampleEraseYes)}
            </Button>
          </>
        }
      >
        {t(importTexts.sampleEraseText, {
          customers: workspace.value?.customers ?? 0,
          orders: workspace.value?.orders ?? 0,
        })}
      </Dialog>
    );
  }
  const running = job.value;
  if (state !== 'loading' || !running) return null;
  const cancel = () => void cancelJob().catch(report);
  return (
    <Dialog title={t(importTexts.jobsample)} onClose={cancel}>
      <ProgressBar
        label={jobLabel(running)}
        done={running.progress?.done ?? 0}
        total={running.progress?.total ?? 0}
        onCancel={cancel}
      />
    </Dialog>
  );
}

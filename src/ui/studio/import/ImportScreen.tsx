import { importTexts } from '../../../i18n/studio.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { DoneSummary } from './DoneSummary.tsx';
import { DropZone } from './DropZone.tsx';
import { inspect, nextFile, step, waiting } from './flow.ts';
import { ImportHistory } from './ImportHistory.tsx';
import styles from './ImportScreen.module.css';
import { MappingStep } from './MappingStep.tsx';
import { PreviewStep } from './PreviewStep.tsx';
import { RunningStep } from './RunningStep.tsx';
import { SampleOffer } from './SampleOffer.tsx';

/** Import: files one after the other, each looked at, mapped, tried and then brought in. */
export function ImportScreen() {
  const now = step.value;
  return (
    <div class={styles.screen}>
      <div class={styles.inside}>
        <header class={styles.head}>
          <h1 class={styles.title}>{t(importTexts.title)}</h1>
          <p class={styles.lead}>{t(importTexts.lead)}</p>
        </header>
        {now.at === 'refused' && (
          <ErrorNote
            error={now.problem}
            action={
              <div class={styles.row}>
                <Button size="small" onClick={() => void inspect(now.file)}>
                  {t(importTexts.again)}
                </Button>
                {waiting.value.length > 0 && (
                  <Button size="small" onClick={() => void nextFile()}>
                    {t(importTexts.nextFile)}
                  </Button>
                )}
              </div>
            }
          />
        )}
        {(now.at === 'idle' || now.at === 'refused') && <DropZone />}
        {now.at === 'inspecting' && (
          <p role="status" class={styles.lead}>
            {t(importTexts.inspecting, { file: now.file.name })}
          </p>
        )}
        {now.at === 'mapping' && <MappingStep open={now} problem={now.problem} />}
        {now.at === 'checked' && <PreviewStep open={now} summary={now.summary} problem={now.problem} />}
        {(now.at === 'checking' || now.at === 'importing') && <RunningStep file={now.file} />}
        {now.at === 'done' && <DoneSummary open={now} summary={now.summary} />}
        {waiting.value.length > 0 && (
          <p class={styles.lead}>{t(importTexts.queue, { count: waiting.value.length })}</p>
        )}
        {(now.at === 'idle' || now.at === 'refused') && <SampleOffer />}
        {(now.at === 'idle' || now.at === 'refused' || now.at === 'done') && <ImportHistory />}
      </div>
    </div>
  );
}

import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { backupTexts } from '../../../i18n/backup.ts';
import {
  Button,
  Checkbox,
  Dialog,
  ErrorNote,
  Field,
  PassphraseInput,
  settings,
  t,
  toast,
} from '../../kit/index.ts';
import { download, todayInName } from '../download.ts';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { readWorkspace } from '../workspace.ts';
import styles from './Backup.module.css';
import { DialogCancel, JobProgress } from './JobProgress.tsx';

const shortest = 8;

/** Makes a backup: locked or not, then into the downloads. */
export function BackupDialog({ onClose }: { onClose(): void }) {
  const [isLocked, setLocked] = useState(true);
  const [passphrase, setPassphrase] = useState('');
  const [repeated, setRepeated] = useState('');
  const [tried, setTried] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const running = job.value?.kind === 'backup';
  const isShort = isLocked && passphrase.length < shortest;
  const differs = isLocked && passphrase !== repeated;

  async function make(): Promise<void> {
    setTried(true);
    if (isShort || differs || job.value) return;
    setProblem(null);
    try {
      const request = { passphrase: isLocked ? passphrase : '', extra: JSON.stringify(settings.value) };
      const { file } = await runJob('backup', (id, onProgress) => engine.backup(id, request, onProgress));
      const name = t(backupTexts.fileName, { day: todayInName() });
      download(name, file);
      await readWorkspace();
      toast(t(backupTexts.made, { file: name }));
      onClose();
    } catch (failure) {
      setProblem(failure);
    }
  }

  return (
    <Dialog
      title={t(backupTexts.makeTitle)}
      onClose={() => running || onClose()}
      onSubmit={() => void make()}
      actions={
        <>
          <DialogCancel kind="backup" onClose={onClose} />
          <Button kind="primary" icon={Download} submit busy={running}>
            {t(backupTexts.makeNow)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <Checkbox label={t(backupTexts.lock)} checked={isLocked} onChange={setLocked} disabled={running} />
        <p class={styles.hint}>{t(isLocked ? backupTexts.lockHint : backupTexts.openHint)}</p>
        {isLocked && (
          <>
            <Field
              label={t(backupTexts.passphrase)}
              hint={t(backupTexts.passphraseHint)}
              error={tried && isShort ? t(backupTexts.tooShort) : undefined}
            >
              <PassphraseInput value={passphrase} onInput={setPassphrase} disabled={running} />
            </Field>
            <Field
              label={t(backupTexts.repeat)}
              error={tried && differs ? t(backupTexts.differs) : undefined}
            >
              <PassphraseInput value={repeated} onInput={setRepeated} disabled={running} />
            </Field>
          </>
        )}
        <JobProgress kind="backup" inDialog />
      </div>
    </Dialog>
  );
}

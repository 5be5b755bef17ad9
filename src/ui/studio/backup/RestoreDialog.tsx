import { useEffect, useState } from 'preact/hooks';
import type { BackupHead, BackupLog } from '../../../engine/index.ts';
import { backupTexts } from '../../../i18n/backup.ts';
import { settingsFrom } from '../../../shell/index.ts';
import {
  Button,
  Dialog,
  ErrorNote,
  Field,
  PassphraseInput,
  setLanguage,
  setTheme,
  t,
  toast,
} from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { resetSession } from '../rules/session.ts';
import { count, moment } from '../words.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import styles from './Backup.module.css';
import { BackupDialog } from './BackupDialog.tsx';
import { erasedAfter } from './BackupList.tsx';
import { DialogCancel, JobProgress } from './JobProgress.tsx';

/** What a backup holds and what it would replace; then the whole of it, or nothing. */
export function RestoreDialog({ file, head, onClose }: { file: File; head: BackupHead; onClose(): void }) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [savingFirst, setSavingFirst] = useState(false);
  const [log, setLog] = useState<BackupLog | null>(null);
  const running = job.value?.kind === 'restore';
  const base = workspace.value;
  const isFull = base !== null && (base.customers > 0 || base.version > 0 || base.draft !== '');
  const people = log ? erasedAfter(log, head.createdAt) : 0;

  useEffect(() => {
    engine.backups().then(setLog, report);
  }, []);

  async function restore(): Promise<void> {
    if (job.value || (head.encryption && passphrase === '')) return;
    setProblem(null);
    try {
      const extra = await runJob('restore', (id, onProgress) =>
        engine.restore(id, file, passphrase, onProgress),
      );
      const { language, theme } = settingsFrom(JSON.parse(extra || '{}'));
      await setLanguage(language);
      await setTheme(theme);
      await readWorkspace();
      resetSession();
      toast(t(backupTexts.restored, { customers: head.customers, orders: head.orders }));
      onClose();
    } catch (failure) {
      setProblem(failure);
    }
  }

  if (savingFirst) return <BackupDialog onClose={() => setSavingFirst(false)} />;
  return (
    <Dialog
      title={t(backupTexts.restoreTitle)}
      onClose={() => running || onClose()}
      onSubmit={() => void restore()}
      actions={
        <>
          <DialogCancel kind="restore" onClose={onClose} />
          <Button
            kind={isFull ? 'danger' : 'primary'}
            submit
            busy={running}
            disabled={head.encryption !== null && passphrase === ''}
          >
            {t(isFull ? backupTexts.replaceNow : backupTexts.restoreNow)}
          </Button>
        </>
      }
    >
      <div class={styles.form}>
        {problem !== null && <ErrorNote error={problem} />}
        <dl class={styles.holds}>
          {holds(head).map(([name, value]) => [
            <dt key={name}>{name}</dt>,
            <dd key={`${name} value`}>{value}</dd>,
          ])}
        </dl>
        {people > 0 && <p class={styles.warning}>{t(backupTexts.bringsBack, { people })}</p>}
        {isFull && (
          <>
            <p class={styles.warning}>
              {t(backupTexts.replaces, { customers: base.customers, orders: base.orders })}
            </p>
            <p class={styles.first}>
              <span class={styles.hint}>{t(backupTexts.firstBackUp)}</span>
              <Button size="small" disabled={running} onClick={() => setSavingFirst(true)}>
                {t(backupTexts.backUpFirst)}
              </Button>
            </p>
          </>
        )}
        {head.encryption && (
          <Field label={t(backupTexts.passphrase)}>
            <PassphraseInput value={passphrase} onInput={setPassphrase} disabled={running} />
          </Field>
        )}
        <JobProgress kind="restore" inDialog />
      </div>
    </Dialog>
  );
}

function holds(head: BackupHead): [name: string, value: string][] {
  return [
    [t(backupTexts.holdsMade), moment(head.createdAt)],
    [t(backupTexts.holdsCustomers), count(head.customers)],
    [t(backupTexts.holdsOrders), count(head.orders)],
    [t(backupTexts.holdsContacts), count(head.interactions)],
    [
      t(backupTexts.holdsVersion),
      head.version > 0
        ? t(backupTexts.holdsVersionNumber, { version: head.version })
        : t(backupTexts.holdsNoVersion),
    ],
  ];
}

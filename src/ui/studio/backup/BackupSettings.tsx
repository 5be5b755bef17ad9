import { Archive, ArchiveRestore } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { BackupHead, BackupLog } from '../../../engine/index.ts';
import { backupTexts } from '../../../i18n/backup.ts';
import { Button, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { fileSize, moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './Backup.module.css';
import { BackupDialog } from './BackupDialog.tsx';
import { BackupList } from './BackupList.tsx';
import { RestoreDialog } from './RestoreDialog.tsx';

/** The way out and back in for everything: when it was last used, and both ways. */
export function BackupSettings() {
  const [log, setLog] = useState<BackupLog | null>(null);
  const [making, setMaking] = useState(false);
  const [chosen, setChosen] = useState<{ file: File; head: BackupHead } | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const last = log?.made.at(-1);

  useEffect(() => {
    engine.backups().then(setLog, report);
  }, [workspace.value]);

  async function choose(file: File | undefined): Promise<void> {
    if (!file) return;
    try {
      setChosen({ file, head: await engine.readBackup(file) });
    } catch (problem) {
      report(problem);
    }
  }

  return (
    <>
      <p class={styles.hint}>{t(backupTexts.hint)}</p>
      {log && (
        <p class={styles.strong}>
          {last
            ? t(backupTexts.last, {
                when: moment(last.at),
                customers: last.customers,
                size: fileSize(last.bytes),
              })
            : t(backupTexts.never)}
        </p>
      )}
      <div class={styles.buttons}>
        <Button kind="primary" icon={Archive} onClick={() => setMaking(true)}>
          {t(backupTexts.make)}
        </Button>
        <Button icon={ArchiveRestore} onClick={() => input.current?.click()}>
          {t(backupTexts.restore)}
        </Button>
        <input
          ref={input}
          type="file"
          hidden
          aria-label={t(backupTexts.choose)}
          onChange={event => {
            void choose(event.currentTarget.files?.[0]);
            event.currentTarget.value = '';
          }}
        />
      </div>
      {log && log.made.length > 0 && <BackupList log={log} />}
      {making && <BackupDialog onClose={() => setMaking(false)} />}
      {chosen && <RestoreDialog {...chosen} onClose={() => setChosen(null)} />}
    </>
  );
}

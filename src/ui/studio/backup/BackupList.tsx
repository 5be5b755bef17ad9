import type { BackupLog } from '../../../engine/index.ts';
import { backupTexts } from '../../../i18n/backup.ts';
import { t } from '../../kit/index.ts';
import { count, fileSize, moment } from '../words.ts';
import styles from './Backup.module.css';

const shown = 8;

/** The last backups, and which of them still hold people who were erased since. */
export function BackupList({ log }: { log: BackupLog }) {
  const made = log.made.slice(-shown).reverse();
  const isStale = made.some(({ at }) => erasedAfter(log, at) > 0);
  return (
    <div>
      <table class={styles.table} aria-label={t(backupTexts.list)}>
        <thead>
          <tr>
            <th scope="col">{t(backupTexts.listWhen)}</th>
            <th scope="col" class={styles.number}>
              {t(backupTexts.listCustomers)}
            </th>
            <th scope="col" class={styles.number}>
              {t(backupTexts.listSize)}
            </th>
            <th scope="col">{t(backupTexts.listLock)}</th>
            {isStale && <th scope="col">{t(backupTexts.listNote)}</th>}
          </tr>
        </thead>
        <tbody>
          {made.map(entry => {
            const people = erasedAfter(log, entry.at);
            return (
              <tr key={entry.at}>
                <td>{moment(entry.at)}</td>
                <td class={styles.number}>{count(entry.customers)}</td>
                <td class={styles.number}>{fileSize(entry.bytes)}</td>
                <td>{t(entry.encrypted ? backupTexts.locked : backupTexts.unlocked)}</td>
                {isStale && <td>{people > 0 && t(backupTexts.stillHolds, { people })}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {isStale && <p class={styles.hint}>{t(backupTexts.stillHoldsHint)}</p>}
    </div>
  );
}

/** How many people were erased after a moment. */
export function erasedAfter({ erased }: BackupLog, at: number): number {
  return erased.reduce((people, each) => (each.at > at ? people + each.people : people), 0);
}

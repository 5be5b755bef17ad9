import { localDay } from '../../domain/index.ts';
import { backupTexts } from '../../i18n/backup.ts';
import { formatDay } from '../../i18n/index.ts';
import { sourceTexts } from '../../i18n/sources.ts';
import { studioTexts } from '../../i18n/studio.ts';
import { timeTexts } from '../../i18n/time.ts';
import { language, StatusDot, t } from '../kit/index.ts';
import { job } from './jobs.ts';
import styles from './StatusLine.module.css';
import { partHash } from './segments/address.ts';
import { failingSources } from './sources/state.ts';
import { jobLabel, megabytes } from './words.ts';
import { workspace } from './workspace.ts';

/** The workspace at a glance, at the foot of every screen. */
export function StatusLine() {
  const state = workspace.value;
  const running = job.value;
  const failing = failingSources.value.length;
  return (
    <footer class={styles.line}>
      {state ? (
        <>
          <span>{t(studioTexts.statusCustomers, { count: state.customers })}</span>
          <span>{t(studioTexts.statusOrders, { count: state.orders })}</span>
          <StatusDot tone={state.version > 0 ? 'good' : 'idle'}>
            {state.version > 0
              ? t(studioTexts.statusVersion, { version: state.version })
              : t(studioTexts.statusUnpublished)}
          </StatusDot>
          <span>
            {state.version === 0 || state.resultsAsOf === null
              ? t(studioTexts.statusNeverRun)
              : t(studioTexts.statusRun, { day: formatDay(language.value, state.resultsAsOf) })}
          </span>
          {state.nextTurn !== null && state.fixedDay === null && (
            <a class={styles.link} href={partHash('time')} title={t(timeTexts.nextHint)}>
              {t(timeTexts.next, { day: formatDay(language.value, state.nextTurn) })}
            </a>
          )}
        </>
      ) : (
        <span>{t(studioTexts.starting)}</span>
      )}
      <span class={styles.space} />
      {failing > 0 && (
        <a class={styles.link} href="#/import">
          <StatusDot tone="danger">{t(sourceTexts.failing, { count: failing })}</StatusDot>
        </a>
      )}
      {running && <span>{jobLabel(running)}</span>}
      {state && (
        <a class={styles.link} href="#/settings" title={t(backupTexts.statusOpen)}>
          {backupAge(state.backupAt)}
        </a>
      )}
      {state && (
        <span title={t(studioTexts.statusLocal)}>
          {t(studioTexts.statusStorage, { megabytes: megabytes(state.storageBytes) })}
        </span>
      )}
    </footer>
  );
}

/** How old the last backup is, in calendar days. */
function backupAge(at: number | null): string {
  if (at === null) return t(backupTexts.statusNone);
  const days = localDay(new Date()) - localDay(new Date(at));
  return days <= 0 ? t(backupTexts.statusToday) : t(backupTexts.statusDays, { days });
}

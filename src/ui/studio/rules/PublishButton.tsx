import { Rocket } from 'lucide';
import { formatNumber } from '../../../i18n/index.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, language, t } from '../../kit/index.ts';
import { job } from '../jobs.ts';
import { workspace } from '../workspace.ts';
import { errorCount } from './notes.ts';
import styles from './PublishButton.module.css';
import { dialog, draft, sideTab } from './session.ts';

/** Why the draft cannot be published now; null where it can. */
export function whyNotPublish(): string | null {
  const current = draft.value;
  if (!current) return t(rulesTexts.publishWaiting);
  const text = current.text.value;
  if (current.previewed.value !== text) return t(rulesTexts.publishWaiting);
  const errors = errorCount(current.notes.value);
  if (errors > 0) return t(rulesTexts.publishErrors, { count: errors });
  if ((current.preview.value?.declarations.length ?? 0) === 0) return t(rulesTexts.publishEmpty);
  if (text === workspace.value?.published) return t(rulesTexts.publishNothing);
  return null;
}

/** Memberships that publishing would begin and end, over all declarations. */
export function publishCounts(): { enters: number; leaves: number } {
  const sums = { enters: 0, leaves: 0 };
  for (const each of draft.value?.preview.value?.declarations ?? []) {
    sums.enters += each.enters;
    sums.leaves += each.leaves;
  }
  return sums;
}

/** Opens the publication, and says what it would do or why it cannot be. */
export function PublishButton() {
  const reason = whyNotPublish();
  const errors = errorCount(draft.value?.notes.value ?? []);
  const { enters, leaves } = publishCounts();
  const counts = workspace.value!.version > 0 && (enters > 0 || leaves > 0);
  const shown = (value: number) => formatNumber(language.value, value);
  return (
    <span class={styles.publish}>
      {errors > 0 && reason && (
        <button type="button" class={styles.reason} onClick={() => (sideTab.value = 'problems')}>
          {reason}
        </button>
      )}
      <Button
        kind="primary"
        icon={Rocket}
        disabled={reason !== null}
        busy={job.value?.kind === 'publish'}
        title={reason ?? `${t(rulesTexts.publish)} (Ctrl+Enter)`}
        onClick={() => (dialog.value = 'publish')}
      >
        {counts
          ? t(rulesTexts.publishCounts, { enters: shown(enters), leaves: shown(leaves) })
          : t(rulesTexts.publish)}
      </Button>
    </span>
  );
}

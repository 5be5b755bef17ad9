import { useComputed } from '@preact/signals';
import { CalendarDays, History, RefreshCw, X } from 'lucide';
import { formatDay } from '../../../i18n/index.ts';
import { rulesTexts, studioTexts } from '../../../i18n/studio.ts';
import { Button, IconButton, language, StatusDot, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import { changesBetween } from './changes.ts';
import { setDay } from './day.ts';
import { PublishButton } from './PublishButton.tsx';
import styles from './RulesBar.module.css';
import { SpellMenu } from './SpellMenu.tsx';
import { dialog, draft, renewSession } from './session.ts';

/** Above the rules: what state they are in, for which day they hold, and the way to publish. */
export function RulesBar() {
  const changes = useComputed(() =>
    changesBetween(workspace.value?.published ?? '', draft.value?.text.value ?? ''),
  );
  const state = workspace.value!;
  const text = draft.value!.text.value;
  const asOf = draft.value!.preview.value?.asOf;
  const outdated =
    state.version > 0 && asOf !== undefined && state.resultsAsOf !== null && state.resultsAsOf !== asOf;

  async function refresh(): Promise<void> {
    try {
      await runJob('refresh', (id, onProgress) => engine.refresh(id, onProgress));
      await readWorkspace();
      renewSession();
      const day = workspace.value?.resultsAsOf;
      if (day != null) toast(t(rulesTexts.refreshed, { day: formatDay(language.value, day) }));
    } catch (problem) {
      report(problem);
    }
  }

  const status = () => {
    if (state.version === 0) return <StatusDot tone="idle">{t(rulesTexts.unpublished)}</StatusDot>;
    if (text === state.published) {
      return <StatusDot tone="good">{t(rulesTexts.published, { version: state.version })}</StatusDot>;
    }
    const count = changes.value.length;
    return (
      <StatusDot tone="warn">
        {count > 0 ? t(rulesTexts.draft, { count }) : t(rulesTexts.draftWording)}
      </StatusDot>
    );
  };

  return (
    <header class={styles.bar}>
      <h1 class={styles.title}>{t(studioTexts.rules)}</h1>
      <span class={styles.status}>{status()}</span>
      {outdated && state.resultsAsOf !== null && (
        <Button
          size="small"
          icon={RefreshCw}
          busy={job.value?.kind === 'refresh'}
          title={t(rulesTexts.outdated, { day: formatDay(language.value, state.resultsAsOf) })}
          onClick={() => void refresh()}
        >
          {t(rulesTexts.refresh)}
        </Button>
      )}
      <span class={styles.space} />
      {state.fixedDay === null ? (
        <Button kind="quiet" icon={CalendarDays} onClick={() => (dialog.value = 'day')}>
          {t(rulesTexts.asOfNow)}
        </Button>
      ) : (
        <span class={styles.fixed}>
          <Button kind="quiet" icon={CalendarDays} onClick={() => (dialog.value = 'day')}>
            {t(rulesTexts.asOfBadge, { day: formatDay(language.value, state.fixedDay) })}
          </Button>
          <IconButton
            icon={X}
            size="small"
            label={t(rulesTexts.asOfBack)}
            onClick={() => void setDay(null)}
          />
        </span>
      )}
      <Button kind="quiet" icon={History} onClick={() => (dialog.value = 'versions')}>
        {t(rulesTexts.versions)}
      </Button>
      <SpellMenu />
      <PublishButton />
    </header>
  );
}

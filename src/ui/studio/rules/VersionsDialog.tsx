import { History } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { RuleVersion } from '../../../domain/index.ts';
import { rulesTexts } from '../../../i18n/studio.ts';
import { Button, Dialog, EmptyState, ErrorNote, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import { RuleText } from './RuleText.tsx';
import { dialog, draft, setText } from './session.ts';
import styles from './VersionsDialog.module.css';

/** What has been published, newest first; each text can be read and taken back into the draft. */
export function VersionsDialog() {
  const [versions, setVersions] = useState<readonly RuleVersion[] | null>(null);
  const [chosen, setChosen] = useState<RuleVersion | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const close = () => {
    dialog.value = null;
  };

  useEffect(() => {
    engine.versions().then(found => {
      const newest = [...found].sort((a, b) => b.number - a.number);
      setVersions(newest);
      setChosen(newest[0] ?? null);
    }, setProblem);
  }, []);

  function restore(version: RuleVersion): void {
    const before = draft.value!.text.peek();
    setText(version.text);
    close();
    toast(t(rulesTexts.versionRestored, { version: version.number }), { undo: () => setText(before) });
  }

  return (
    <Dialog
      title={t(rulesTexts.versions)}
      size="wide"
      onClose={close}
      actions={
        chosen && (
          <Button kind="primary" onClick={() => restore(chosen)}>
            {t(rulesTexts.versionRestore)}
          </Button>
        )
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      {versions?.length === 0 && (
        <EmptyState icon={History} title={t(rulesTexts.versionsNone)} text={t(rulesTexts.versionsNoneHint)} />
      )}
      {chosen && (
        <div class={styles.panes}>
          <ul class={styles.list}>
            {versions?.map(version => (
              <li key={version.number}>
                <button
                  type="button"
                  class={styles.version}
                  aria-pressed={version === chosen}
                  onClick={() => setChosen(version)}
                >
                  <span class={styles.name}>
                    {t(rulesTexts.versionName, { version: version.number })}
                    {version.number === workspace.value?.version && (
                      <span class={styles.current}>{t(rulesTexts.versionCurrent)}</span>
                    )}
                  </span>
                  <span class={styles.at}>{moment(version.at)}</span>
                  <span class={styles.note}>{version.note || t(rulesTexts.versionNoNote)}</span>
                </button>
              </li>
            ))}
          </ul>
          <RuleText text={chosen.text} label={t(rulesTexts.versionText, { version: chosen.number })} />
        </div>
      )}
    </Dialog>
  );
}

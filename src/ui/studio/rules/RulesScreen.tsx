import { useEffect } from 'preact/hooks';
import { rulesTexts } from '../../../i18n/studio.ts';
import { t, toast } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { DayDialog } from './DayDialog.tsx';
import { EditorPane } from './EditorPane.tsx';
import { OldData } from './OldData.tsx';
import { PublishDialog } from './PublishDialog.tsx';
import { RulesBar } from './RulesBar.tsx';
import styles from './RulesScreen.module.css';
import { SidePane } from './SidePane.tsx';
import { dialog, draft } from './session.ts';
import { VersionsDialog } from './VersionsDialog.tsx';
import { Welcome } from './Welcome.tsx';

/** Rules: the text at the left, the truth about it at the right, the way to publish above. */
export function RulesScreen() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      if (event.key === 's') toast(t(rulesTexts.savedAlready));
      else if (event.key === 'Enter' && !dialog.value) dialog.value = 'publish';
      else return;
      event.preventDefault();
      event.stopPropagation();
    };
    addEventListener('keydown', onKeyDown, { capture: true }); // before the editor takes the key
    return () => {
      removeEventListener('keydown', onKeyDown, { capture: true });
      dialog.value = null;
    };
  }, []);

  const state = workspace.value;
  if (!state || !draft.value) return <div class={styles.waiting} aria-busy="true" />;
  if (state.customers === 0 && state.version === 0 && state.draft === '') return <Welcome />;
  return (
    <div class={styles.screen}>
      <RulesBar />
      <OldData draft={draft.value} />
      <div class={styles.panes}>
        <EditorPane draft={draft.value} />
        <SidePane draft={draft.value} />
      </div>
      {dialog.value === 'publish' && <PublishDialog draft={draft.value} />}
      {dialog.value === 'versions' && <VersionsDialog />}
      {dialog.value === 'day' && <DayDialog />}
    </div>
  );
}

import { useEffect } from 'preact/hooks';
import { rulesTexts } from '../../../i18n/studio.ts';
import { later, t, toast } from '../../kit/index.ts';
import { go } from '../route.ts';
import { workspace } from '../workspace.ts';
import { DayDialog } from './DayDialog.tsx';
import { EditorPane } from './EditorPane.tsx';
import { FacePane } from './form/FacePane.tsx';
import { OldData } from './OldData.tsx';
import { RulesBar } from './RulesBar.tsx';
import styles from './RulesScreen.module.css';
import { SidePane } from './SidePane.tsx';
import { dialog, draft, isUntouched, sideTab } from './session.ts';
import { Welcome } from './Welcome.tsx';
import { wordAtCursor } from './wordAtCursor.ts';

const PublishDialog = later(async () => (await import('./PublishDialog.tsx')).PublishDialog);
const ExportDialog = later(async () => (await import('./packs/ExportDialog.tsx')).ExportDialog);
const PacksDialog = later(async () => (await import('./packs/PacksDialog.tsx')).PacksDialog);
const VersionsDialog = later(async () => (await import('./VersionsDialog.tsx')).VersionsDialog);

/** Rules: the text at the left, the truth about it at the right, the way to publish above. */
export function RulesScreen() {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
      if (command && event.key === 's') toast(t(rulesTexts.savedAlready));
      else if (command && event.key === 'Enter' && !dialog.value) dialog.value = 'publish';
      else if (event.altKey && event.key === 'Enter' && !dialog.value) showMembers();
      else if (event.key === 'F1' && !dialog.value) go('reference', wordAtCursor());
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
  if (state.customers === 0 && state.version === 0 && isUntouched(draft.value.text.value)) {
    return <Welcome />;
  }
  return (
    <div class={styles.screen}>
      <RulesBar />
      <OldData draft={draft.value} />
      <div class={styles.panes}>
        <FacePane>
          <EditorPane draft={draft.value} />
        </FacePane>
        <SidePane draft={draft.value} />
      </div>
      {dialog.value === 'publish' && <PublishDialog draft={draft.value} />}
      {dialog.value === 'versions' && <VersionsDialog />}
      {dialog.value === 'day' && <DayDialog />}
      {dialog.value === 'packs' && <PacksDialog />}
      {dialog.value === 'export' && <ExportDialog />}
    </div>
  );
}

/** From the text to the customers of the declaration at the cursor. */
function showMembers(): void {
  if (sideTab.value === 'all' || sideTab.value === 'problems') sideTab.value = 'matches';
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-members] [tabindex="0"]')?.focus());
}

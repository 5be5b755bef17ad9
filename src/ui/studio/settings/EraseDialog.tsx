import { useState } from 'preact/hooks';
import { kitTexts } from '../../../i18n/kit.ts';
import { settingsTexts } from '../../../i18n/studio.ts';
import { Button, Dialog, ErrorNote, Field, TextInput, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { resetSession } from '../rules/session.ts';
import { readWorkspace } from '../workspace.ts';
import styles from './SettingsScreen.module.css';

/** Asks for the word before everything goes: there is no way back. */
export function EraseDialog({ onClose }: { onClose(): void }) {
  const [typed, setTyped] = useState('');
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const word = t(settingsTexts.eraseWord);
  const certain = typed.trim().toLowerCase() === word;

  async function erase(): Promise<void> {
    if (!certain || busy) return;
    setBusy(true);
    try {
      await engine.erase();
      await readWorkspace();
      resetSession();
      toast(t(settingsTexts.erased));
      onClose();
    } catch (failure) {
      setProblem(failure);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={t(settingsTexts.eraseTitle)}
      onClose={onClose}
      onSubmit={() => void erase()}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="danger" submit busy={busy} disabled={!certain}>
            {t(settingsTexts.erase)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      <p class={styles.warning}>{t(settingsTexts.eraseText)}</p>
      <Field label={t(settingsTexts.eraseConfirm, { word })}>
        <TextInput value={typed} onInput={setTyped} />
      </Field>
    </Dialog>
  );
}

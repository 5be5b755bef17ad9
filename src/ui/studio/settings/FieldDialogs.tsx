import { useState } from 'preact/hooks';
import type { FilledField } from '../../../engine/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { Button, Dialog, ErrorNote, Field, language, TextInput, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import styles from './SettingsScreen.module.css';
import { useChange } from './useChange.ts';

interface Props {
  filled: FilledField;
  onClose(): void;
}

/** Asks for another name. */
export function RenameField({ filled: { field }, onClose }: Props) {
  const before = field[language.value];
  const [label, setLabel] = useState(before);
  const { busy, problem, run } = useChange(onClose);
  return (
    <Dialog
      title={t(fieldTexts.renameOf, { field: before })}
      onClose={onClose}
      onSubmit={() =>
        run(
          () => engine.renameField(field.id, label),
          () => t(fieldTexts.renamed, { before, after: label.trim() }),
        )
      }
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" submit busy={busy} disabled={label.trim() === ''}>
            {t(fieldTexts.save)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      <Field label={t(fieldTexts.name)} hint={t(fieldTexts.renameHint, { field: before })}>
        <TextInput value={label} onInput={setLabel} />
      </Field>
    </Dialog>
  );
}

/** Says what goes before it goes. */
export function RemoveField({ filled: { field, known }, onClose }: Props) {
  const name = field[language.value];
  const { busy, problem, run } = useChange(onClose);
  return (
    <Dialog
      title={t(fieldTexts.removeOf, { field: name })}
      onClose={onClose}
      onSubmit={() =>
        run(
          () => engine.removeField(field.id),
          () => t(fieldTexts.removed, { field: name }),
        )
      }
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind="danger" submit busy={busy}>
            {t(fieldTexts.remove)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      <p class={styles.warning}>{t(fieldTexts.removeText, { count: known })}</p>
    </Dialog>
  );
}

import { useEffect } from 'preact/hooks';
import { localDay } from '../../../../domain/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import { EmptyState, language, t } from '../../../kit/index.ts';
import { workspace } from '../../workspace.ts';
import { draft, editor } from '../session.ts';
import styles from './FacePane.module.css';
import { catalogue, checked, current, edit, followCatalogue } from './faces.ts';
import { RuleForm } from './RuleForm.tsx';

/** The rule at the cursor as a form. Undo is that of the text. */
export function FormPane() {
  useEffect(() => followCatalogue(), []);
  const declaration = current.value;

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'z' && !event.shiftKey) editor.value?.undo();
    else if (key === 'y' || key === 'z') editor.value?.redo();
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the form inside of it
    <div class={styles.form} onKeyDown={onKeyDown}>
      {declaration ? (
        <RuleForm
          key={declaration.name.text}
          checked={checked.value}
          declaration={declaration}
          language={language.value}
          currency={workspace.value?.currency ?? 'CNY'}
          today={draft.value?.preview.value?.asOf ?? localDay(new Date())}
          catalogue={catalogue.value}
          onEdit={edit}
        />
      ) : (
        <EmptyState title={t(formTexts.nothing)} text={t(formTexts.nothingHint)} />
      )}
    </div>
  );
}

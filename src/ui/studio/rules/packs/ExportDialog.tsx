import { Download } from 'lucide';
import { useState } from 'preact/hooks';
import { kitTexts } from '../../../../i18n/kit.ts';
import { packTexts } from '../../../../i18n/packs.ts';
import { Button, Dialog, Field, language, TextInput, t } from '../../../kit/index.ts';
import { download } from '../../download.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';
import { workspace } from '../../workspace.ts';
import { dialog, draft } from '../session.ts';
import styles from './PacksDialog.module.css';

/** Writes the draft with its tests into a file for another workspace. */
export function ExportDialog() {
  const [name, setName] = useState<string>(t(packTexts.defaultName));
  const [version, setVersion] = useState(String(Math.max(1, workspace.value?.version ?? 1)));
  const [author, setAuthor] = useState('');
  const close = () => {
    dialog.value = null;
  };

  async function save(): Promise<void> {
    try {
      const head = {
        name: name.trim(),
        version: version.trim(),
        author: author.trim(),
        language: language.value,
      };
      const content = await engine.writePack(head, draft.value!.text.peek());
      download(`${head.name}.json`, new Blob([content], { type: 'application/json' }));
      close();
    } catch (problem) {
      report(problem);
    }
  }

  return (
    <Dialog
      title={t(packTexts.exportTitle)}
      onClose={close}
      onSubmit={() => name.trim() && void save()}
      actions={
        <>
          <Button onClick={close}>{t(kitTexts.cancel)}</Button>
          <Button kind="primary" icon={Download} submit disabled={!name.trim()}>
            {t(packTexts.save)}
          </Button>
        </>
      }
    >
      <div class={styles.fields}>
        <p>{t(packTexts.exportHint)}</p>
        <Field label={t(packTexts.name)}>
          <TextInput value={name} onInput={setName} maxLength={200} required />
        </Field>
        <Field label={t(packTexts.version)}>
          <TextInput value={version} onInput={setVersion} maxLength={50} />
        </Field>
        <Field label={t(packTexts.author)}>
          <TextInput value={author} onInput={setAuthor} maxLength={200} />
        </Field>
      </div>
    </Dialog>
  );
}

import { useSignalEffect } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import { rulesTexts } from '../../../i18n/studio.ts';
import { language, t } from '../../kit/index.ts';
import { job } from '../jobs.ts';
import { report } from '../report.ts';
import { dark } from '../theme.ts';
import { workspace } from '../workspace.ts';
import { ruleHooks } from './assist.ts';
import type { Draft } from './draft.ts';
import styles from './EditorPane.module.css';
import './lens.css';
import { ownNames } from './knownWorld.ts';
import { lensesOf } from './lenses.ts';
import { loadEditor } from './loadEditor.ts';
import { describeNote } from './notes.ts';
import { cursor, editor, pick } from './session.ts';
import { allNotes } from './tests/findings.ts';

/** The code editor over the draft. Until its code is there, the text is shown plain at the same place. */
export function EditorPane({ draft }: { draft: Draft }) {
  const host = useRef<HTMLDivElement>(null);

  useEffect(() => {
    let gone = false;
    const open = async () => {
      const code = await loadEditor(language.peek());
      if (gone) return;
      if (!code) {
        await draft.saved();
        if (!job.peek()) location.reload();
        return;
      }
      const opened = code.openRuleEditor(host.current!, {
        text: draft.text.peek(),
        dark: dark.peek(),
        label: t(rulesTexts.editor),
        ...ruleHooks,
        onEdit: text => draft.edit(text),
        onCursor: offset => {
          cursor.value = offset;
        },
      });
      editor.value = opened;
      const at = cursor.peek();
      if (at > 0) opened.reveal(at, at);
      else opened.focus();
    };
    void open().catch(report);
    return () => {
      gone = true;
      editor.peek()?.dispose();
      editor.value = null;
    };
  }, [draft, language.value]);

  useSignalEffect(() => editor.value?.setDark(dark.value));
  useSignalEffect(() => editor.value?.setFields(ownNames.value));
  useSignalEffect(() => {
    language.value;
    editor.value?.setNotes(allNotes.value, describeNote);
  });
  useSignalEffect(() => {
    draft.preview.value;
    language.value;
    editor.value?.renewInlays();
  });
  useSignalEffect(() => {
    const open: Parameters<typeof lensesOf>[2] = (declaration, show) => pick(declaration.start, show);
    editor.value?.setLenses(lensesOf(draft.shown.value, workspace.value?.currency ?? 'CNY', open));
  });

  return (
    <section class={styles.pane} aria-label={t(rulesTexts.editor)}>
      {!editor.value && (
        <pre class={styles.plain} aria-hidden="true">
          {draft.text.peek()}
        </pre>
      )}
      {/* the class gives the context menu, which lies beside the editor, the colours of the theme */}
      <div ref={host} class={`${styles.host} monaco-component`} />
    </section>
  );
}

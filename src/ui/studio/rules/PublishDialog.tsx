import { useState } from 'preact/hooks';
import type { Preview } from '../../../engine/index.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { rulesTexts, versionTexts } from '../../../i18n/studio.ts';
import {
  Button,
  Dialog,
  ErrorNote,
  Field,
  Icon,
  keepAuthor,
  ProgressBar,
  readAuthor,
  TextArea,
  TextInput,
  t,
  toast,
} from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { cancelJob, job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { count, jobLabel } from '../words.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import { type Change, changesBetween } from './changes.ts';
import type { Draft } from './draft.ts';
import { kindIcons } from './kinds.ts';
import { whyNotPublish } from './PublishButton.tsx';
import styles from './PublishDialog.module.css';
import { dialog, publishNote, renewSession } from './session.ts';

/** The last look before publishing: what changes for whom; then the progress. */
export function PublishDialog({ draft }: { draft: Draft }) {
  const [note, setNote] = useState(() => publishNote.peek());
  const [by, setBy] = useState(readAuthor);
  const [problem, setProblem] = useState<unknown>(null);
  const [base] = useState(() => workspace.value!);
  const reason = whyNotPublish();
  const running = job.value?.kind === 'publish' ? job.value : null;
  const preview = draft.preview.value;
  const close = () => {
    if (running) void cancelJob().catch(report);
    else {
      publishNote.value = '';
      dialog.value = null;
    }
  };

  async function publish(): Promise<void> {
    if (reason !== null || running) return;
    setProblem(null);
    try {
      const version = await runJob('publish', (id, onProgress) =>
        engine.publish(id, draft.text.peek(), note.trim(), onProgress, by.trim()),
      );
      keepAuthor(by.trim());
      publishNote.value = '';
      toast(t(rulesTexts.publishedToast, { version: version.number }));
      dialog.value = null;
      await readWorkspace();
      renewSession();
    } catch (failure) {
      setProblem(failure);
    }
  }

  const effects = effectsOf(changesBetween(base.published, draft.text.value), preview?.declarations ?? []);
  return (
    <Dialog
      title={t(rulesTexts.publishTitle, { version: base.version + 1 })}
      onClose={close}
      onSubmit={() => void publish()}
      actions={
        !running && (
          <>
            <Button onClick={close}>{t(kitTexts.cancel)}</Button>
            <Button kind="primary" submit disabled={reason !== null}>
              {t(rulesTexts.publish)}
            </Button>
          </>
        )
      }
    >
      {running ? (
        <ProgressBar
          label={jobLabel(running)}
          done={running.progress?.done ?? 0}
          total={running.progress?.total ?? 0}
          onCancel={close}
        />
      ) : (
        <div class={styles.body}>
          {problem !== null && <ErrorNote error={problem} />}
          {reason !== null && <p>{reason}</p>}
          {preview && reason === null && (
            <p>
              {base.version === 0
                ? t(rulesTexts.publishFirst, { customers: preview.customers })
                : t(rulesTexts.publishEffect, { count: preview.changed, customers: preview.customers })}
            </p>
          )}
          {base.version > 0 && (
            <ul class={styles.changes}>
              {effects.map(effect => (
                <EffectLine key={`${effect.kind} ${effect.name}`} effect={effect} />
              ))}
            </ul>
          )}
          <Field label={t(rulesTexts.publishNote)} hint={t(rulesTexts.publishNoteHint)}>
            <TextArea value={note} onInput={setNote} rows={2} />
          </Field>
          <Field label={t(versionTexts.author)} hint={t(versionTexts.authorHint)}>
            <TextInput value={by} onInput={setBy} maxLength={60} />
          </Field>
        </div>
      )}
    </Dialog>
  );
}

interface Effect {
  readonly kind: Change['kind'];
  readonly name: string;
  /** null where the text is the same and only the customers differ. */
  readonly what: Change['what'] | null;
  readonly enters: number;
  readonly leaves: number;
}

/** One line for every declaration that has changed, or that holds for other customers than before. */
function effectsOf(changes: readonly Change[], declarations: Preview['declarations']): Effect[] {
  const effects = new Map<string, Effect>();
  for (const { kind, name, what } of changes) {
    effects.set(`${kind} ${name}`, { kind, name, what, enters: 0, leaves: 0 });
  }
  for (const { kind, name, enters, leaves } of declarations) {
    if (enters === 0 && leaves === 0) continue;
    const what = effects.get(`${kind} ${name}`)?.what ?? null;
    effects.set(`${kind} ${name}`, { kind, name, what, enters, leaves });
  }
  return [...effects.values()];
}

function EffectLine({ effect: { kind, name, what, enters, leaves } }: { effect: Effect }) {
  return (
    <li class={styles.line}>
      <Icon of={kindIcons[kind]} size={14} />
      <span class={styles.name}>{name}</span>
      {what && (
        <span class={styles.what} data-what={what}>
          {t(rulesTexts[`change${what}`])}
        </span>
      )}
      {enters > 0 && <span class={styles.enters}>+{count(enters)}</span>}
      {leaves > 0 && <span class={styles.leaves}>−{count(leaves)}</span>}
    </li>
  );
}

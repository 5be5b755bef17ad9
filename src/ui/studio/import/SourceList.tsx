import { useEffect, useState } from 'preact/hooks';
import type { NamedSource } from '../../../domain/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Dialog, ErrorNote, Field, TextInput, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { moment } from '../words.ts';
import { importsDone } from './flow.ts';
import styles from './SourceList.module.css';

/** The remembered sources: renamed and forgotten here. Nothing where there are none. */
export function SourceList() {
  const [sources, setSources] = useState<readonly NamedSource[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [asked, setAsked] = useState<{ source: NamedSource; wants: 'rename' | 'forget' } | null>(null);
  const read = () =>
    engine.sources().then(all => setSources(all.filter(({ address }) => !address)), setProblem);
  useEffect(() => {
    void read();
  }, [importsDone.value]);

  if (sources.length === 0 && problem === null) return null;
  return (
    <section class={styles.part}>
      <h2>{t(dryRunTexts.sources)}</h2>
      <p class={styles.hint}>{t(dryRunTexts.sourcesHint)}</p>
      {problem !== null && <ErrorNote error={problem} />}
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(dryRunTexts.sourceName)}</th>
            <th scope="col">{t(dryRunTexts.sourceOf)}</th>
            <th scope="col">{t(dryRunTexts.sourceImported)}</th>
            <th scope="col">{t(dryRunTexts.sourceLast)}</th>
            <th scope="col">{t(dryRunTexts.sourceWhen)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {sources.map(source => (
            <tr key={source.id}>
              <th scope="row" class={styles.name}>
                {source.name}
              </th>
              <td>{t(importTexts[`subject${source.subject}`])}</td>
              <td>
                {t(dryRunTexts.sourceColumns, {
                  count: source.columns.filter(({ target }) => target).length,
                  total: source.columns.length,
                })}
              </td>
              <td>{source.fileName}</td>
              <td>{moment(source.usedAt)}</td>
              <td class={styles.actions}>
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t(dryRunTexts.renameOf, { name: source.name })}
                  onClick={() => setAsked({ source, wants: 'rename' })}
                >
                  {t(dryRunTexts.rename)}
                </Button>
                <Button
                  size="small"
                  kind="quiet"
                  aria-label={t(dryRunTexts.forgetOf, { name: source.name })}
                  onClick={() => setAsked({ source, wants: 'forget' })}
                >
                  {t(dryRunTexts.forget)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {asked && (
        <SourceDialog
          {...asked}
          onClose={() => setAsked(null)}
          onDone={() => {
            setAsked(null);
            void read();
          }}
        />
      )}
    </section>
  );
}

function SourceDialog(props: {
  source: NamedSource;
  wants: 'rename' | 'forget';
  onClose(): void;
  onDone(): void;
}) {
  const { source, wants, onClose, onDone } = props;
  const [name, setName] = useState(source.name);
  const [problem, setProblem] = useState<unknown>(null);
  const isRename = wants === 'rename';

  async function submit(): Promise<void> {
    if (isRename && name.trim() === '') return;
    try {
      if (isRename) await engine.renameSource(source.id, name.trim());
      else await engine.removeSource(source.id);
      onDone();
    } catch (error) {
      setProblem(error);
    }
  }

  return (
    <Dialog
      title={t(isRename ? dryRunTexts.renameOf : dryRunTexts.forgetTitle, { name: source.name })}
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>{t(kitTexts.cancel)}</Button>
          <Button kind={isRename ? 'primary' : 'danger'} submit disabled={isRename && name.trim() === ''}>
            {t(isRename ? dryRunTexts.save : dryRunTexts.forget)}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      {isRename ? (
        <Field label={t(dryRunTexts.sourceName)}>
          <TextInput value={name} maxLength={80} onInput={setName} />
        </Field>
      ) : (
        <p>{t(dryRunTexts.forgetText)}</p>
      )}
    </Dialog>
  );
}

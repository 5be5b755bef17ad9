import { History } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { RuleVersion } from '../../../domain/index.ts';
import { rulesTexts, versionTexts } from '../../../i18n/studio.ts';
import { Button, Dialog, EmptyState, ErrorNote, Select, Tabs, t, toast } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import { EffectTable } from './EffectTable.tsx';
import { ListChoice } from './ListChoice.tsx';
import { dialog, draft, publishNote, setText } from './session.ts';
import { TextDiff } from './TextDiff.tsx';
import styles from './VersionsDialog.module.css';

/** The draft as it stands before its publication. */
const draftNumber = 0;

/** What has been published, newest first, above it the draft: each against any other, and the way back. */
export function VersionsDialog() {
  const [versions, setVersions] = useState<readonly RuleVersion[] | null>(null);
  const [chosen, setChosen] = useState(-1);
  const [against, setAgainst] = useState<string>('before');
  const [tab, setTab] = useState<'text' | 'effect'>('text');
  const [problem, setProblem] = useState<unknown>(null);
  const now = draft.value!.text.value;
  const close = () => {
    dialog.value = null;
  };

  useEffect(() => {
    engine.versions().then(found => {
      const newest = [...found].sort((a, b) => b.number - a.number);
      setVersions(newest);
      setChosen(newest[0] && newest[0].text !== now ? draftNumber : (newest[0]?.number ?? -1));
    }, setProblem);
  }, []);

  const list = versions ?? [];
  const changed = list[0] !== undefined && list[0].text !== now;
  const version = list.find(each => each.number === chosen) ?? null;
  const text = version?.text ?? now;
  const earlier = chosen === draftNumber ? list[0] : list.find(each => each.number < chosen);
  const other = against === 'before' ? earlier : list.find(each => String(each.number) === against);
  const before = against === 'draft' ? now : (other?.text ?? '');

  function restore(from: RuleVersion): void {
    const held = draft.value!.text.peek();
    setText(from.text);
    close();
    toast(t(rulesTexts.versionRestored, { version: from.number }), { undo: () => setText(held) });
  }

  function rollBack(from: RuleVersion): void {
    setText(from.text);
    publishNote.value = t(versionTexts.rollBackNote, { version: from.number });
    dialog.value = 'publish';
  }

  const options = [
    {
      value: 'before',
      label: earlier
        ? `${t(versionTexts.before)} · ${t(rulesTexts.versionName, { version: earlier.number })}`
        : t(versionTexts.nothing),
    },
    ...(changed && chosen !== draftNumber ? [{ value: 'draft', label: t(versionTexts.draft) }] : []),
    ...list
      .filter(each => each.number !== chosen && each !== earlier)
      .map(each => ({
        value: String(each.number),
        label: t(rulesTexts.versionName, { version: each.number }),
      })),
  ];

  return (
    <Dialog
      title={t(rulesTexts.versions)}
      size="wide"
      onClose={close}
      actions={
        version &&
        version.text !== now && (
          <>
            <Button onClick={() => restore(version)}>{t(rulesTexts.versionRestore)}</Button>
            <Button kind="primary" onClick={() => rollBack(version)}>
              {t(versionTexts.rollBack)}
            </Button>
          </>
        )
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      {versions?.length === 0 && (
        <EmptyState icon={History} title={t(rulesTexts.versionsNone)} text={t(rulesTexts.versionsNoneHint)} />
      )}
      {list.length > 0 && (
        <div class={styles.panes}>
          <ul class={styles.list}>
            {changed && (
              <ListChoice isChosen={chosen === draftNumber} onChoose={() => setChosen(draftNumber)}>
                <span class={styles.name}>{t(versionTexts.draft)}</span>
                <span class={styles.at}>{t(versionTexts.draftNote)}</span>
              </ListChoice>
            )}
            {list.map(each => (
              <ListChoice
                key={each.number}
                isChosen={each.number === chosen}
                onChoose={() => setChosen(each.number)}
              >
                <span class={styles.name}>
                  {t(rulesTexts.versionName, { version: each.number })}
                  {each.number === workspace.value?.version && (
                    <span class={styles.current}>{t(rulesTexts.versionCurrent)}</span>
                  )}
                </span>
                <span class={styles.at}>
                  {moment(each.at)}
                  {each.by && ` · ${t(versionTexts.by, { name: each.by })}`}
                </span>
                <span class={styles.note}>{each.note || t(rulesTexts.versionNoNote)}</span>
                <code class={styles.checksum} title={`${t(versionTexts.checksum)} ${each.checksum}`}>
                  {each.checksum.slice(0, 12)}
                </code>
              </ListChoice>
            ))}
          </ul>
          <div class={styles.detail}>
            <div class={styles.against}>
              <span>{t(versionTexts.compare)}</span>
              <Select
                label={t(versionTexts.compare)}
                value={options.some(each => each.value === against) ? against : 'before'}
                options={options}
                onChange={setAgainst}
              />
            </div>
            <Tabs<'text' | 'effect'>
              label={t(versionTexts.compare)}
              tabs={[
                { id: 'text', label: t(versionTexts.tabText) },
                { id: 'effect', label: t(versionTexts.tabEffect) },
              ]}
              selected={tab}
              onSelect={setTab}
            >
              <div class={styles.panel}>
                {tab === 'text' ? (
                  <TextDiff before={before} after={text} />
                ) : (
                  <EffectTable before={before} after={text} />
                )}
              </div>
            </Tabs>
          </div>
        </div>
      )}
    </Dialog>
  );
}

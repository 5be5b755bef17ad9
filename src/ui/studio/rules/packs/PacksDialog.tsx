import { FolderOpen } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import type { Pack } from '../../../../engine/index.ts';
import { packTexts } from '../../../../i18n/packs.ts';
import { type Choice, mergePack, packItems } from '../../../../rules/index.ts';
import { Button, Dialog, ErrorNote, language, t, toast } from '../../../kit/index.ts';
import { engine } from '../../engine.ts';
import { ListChoice } from '../ListChoice.tsx';
import { cursor, dialog, draft, editor, setText, sideTab } from '../session.ts';
import { opened, shownPacks } from './open.ts';
import { PackDetail } from './PackDetail.tsx';
import styles from './PacksDialog.module.css';
import { usePreset } from './usePreset.ts';

/** Packs that come with the product, from the organisation or from a file: what they hold, what they would add, and the way to add them. */
export function PacksDialog() {
  const preset = usePreset();
  const packs = shownPacks(language.value, preset.packs, opened.value);
  const [chosen, choose] = useState(packs[0]!.id);
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [problem, setProblem] = useState<unknown>(null);
  const input = useRef<HTMLInputElement>(null);
  const pack = packs.find(each => each.id === chosen) ?? packs[0]!;
  const text = draft.value!.text.value;
  const items = packItems(text, pack.text);
  const close = () => {
    dialog.value = null;
  };

  function keep(found: Pack): void {
    opened.value = [found, ...opened.value.filter(each => each.checksum !== found.checksum)];
  }

  async function open(file: File): Promise<void> {
    try {
      const found = await engine.readPack(await file.text());
      keep(found);
      setProblem(null);
      pick(found.checksum);
    } catch (error) {
      setProblem(error);
    }
  }

  function pick(id: string): void {
    choose(id);
    setChoices(new Map());
  }

  function add(): void {
    const heading = pack.file ? `${pack.name} ${pack.file.version}`.trim() : pack.name;
    const merged = mergePack(text, pack.text, heading, choices);
    setText(merged.text);
    close();
    cursor.value = merged.start;
    editor.value?.reveal(merged.start, merged.start);
    sideTab.value = 'all';
    toast(t(packTexts.added, { name: pack.name }), { undo: () => setText(text) });
  }

  const nothingNew = items.every(each => each.state === 'same');
  return (
    <Dialog
      title={t(packTexts.title)}
      size="wide"
      onClose={close}
      actions={
        <>
          <Button icon={FolderOpen} onClick={() => input.current?.click()}>
            {t(packTexts.open)}
          </Button>
          <Button kind="primary" disabled={nothingNew} onClick={add}>
            {t(packTexts.add)}
          </Button>
        </>
      }
    >
      <div class={styles.faults}>
        {problem !== null && <ErrorNote error={problem} />}
        {preset.faults.map(({ position, fault }) => (
          <ErrorNote key={position} error={fault} action={<p>{t(packTexts.presetFault, { position })}</p>} />
        ))}
      </div>
      <div class={styles.panes}>
        <ul class={styles.list} aria-label={t(packTexts.list)}>
          {packs.map(each => (
            <ListChoice key={each.id} isChosen={each === pack} onChoose={() => pick(each.id)}>
              <span class={styles.name}>{each.name}</span>
              {each.preset && <span class={styles.about}>{t(packTexts.preset)}</span>}
              <span class={styles.about}>
                {each.file
                  ? t(packTexts.by, {
                      version: each.file.version || '—',
                      author: each.file.author || t(packTexts.nobody),
                    })
                  : each.about}
              </span>
            </ListChoice>
          ))}
        </ul>
        <PackDetail
          pack={pack}
          items={items}
          choices={choices}
          onChoose={(name, choice) => setChoices(new Map(choices).set(name, choice))}
        />
      </div>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={t(packTexts.open)}
        accept=".json,application/json"
        onChange={event => {
          const [file] = event.currentTarget.files ?? [];
          if (file) void open(file);
          event.currentTarget.value = '';
        }}
      />
    </Dialog>
  );
}

import { ClipboardPaste, Upload } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Icon, t } from '../../kit/index.ts';
import styles from './DropZone.module.css';
import { addFiles } from './flow.ts';
import { pasteFromClipboard, pasteKeys } from './pasted.ts';

/** Where files are dropped or chosen, and tables pasted. */
export function DropZone() {
  const [over, setOver] = useState(false);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the buttons are everybody's
    <div
      class={styles.zone}
      data-over={over ? '' : undefined}
      onDragOver={event => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault();
        setOver(false);
        void addFiles(event.dataTransfer?.files ?? []);
      }}
    >
      <span class={styles.icon}>
        <Icon of={Upload} size={22} />
      </span>
      <p class={styles.drop}>{t(importTexts.drop)}</p>
      <div class={styles.ways}>
        <FileButton kind="primary">{t(importTexts.choose)}</FileButton>
        <Button icon={ClipboardPaste} onClick={() => void pasteFromClipboard()}>
          {t(dryRunTexts.paste)}
        </Button>
      </div>
      <p class={styles.hint}>{t(dryRunTexts.pasteHint, { keys: pasteKeys })}</p>
      <p class={styles.hint}>{t(importTexts.dropHint)}</p>
    </div>
  );
}

/** A button that opens the browser's dialog for files. */
export function FileButton(props: { kind?: 'primary' | 'plain'; size?: 'small'; children: string }) {
  const input = useRef<HTMLInputElement>(null);
  const { kind = 'plain', size = 'normal', children } = props;
  return (
    <>
      <Button kind={kind} size={size} onClick={() => input.current?.click()}>
        {children}
      </Button>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t(importTexts.choose)}
        accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.json,.jsonl,.ndjson,text/csv,text/tab-separated-values,text/plain,application/json"
        onChange={event => {
          void addFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </>
  );
}

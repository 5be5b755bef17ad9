import { Upload } from 'lucide';
import { useRef, useState } from 'preact/hooks';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Icon, t } from '../../kit/index.ts';
import styles from './DropZone.module.css';
import { addFiles } from './flow.ts';

/** Where files are dropped or chosen. */
export function DropZone() {
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is the mouse's way; the button is everybody's
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
        addFiles(event.dataTransfer?.files ?? []);
      }}
    >
      <span class={styles.icon}>
        <Icon of={Upload} size={22} />
      </span>
      <p class={styles.drop}>{t(importTexts.drop)}</p>
      <Button kind="primary" onClick={() => input.current?.click()}>
        {t(importTexts.choose)}
      </Button>
      <p class={styles.hint}>{t(importTexts.dropHint)}</p>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={t(importTexts.choose)}
        accept=".csv,.tsv,.tab,.txt,.xlsx,.xlsm,.json,.jsonl,.ndjson,text/csv,text/tab-separated-values,text/plain,application/json"
        onChange={event => {
          addFiles(event.currentTarget.files ?? []);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}

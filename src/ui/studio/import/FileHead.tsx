import { FileSpreadsheet } from 'lucide';
import type { Inspection } from '../../../engine/index.ts';
import { sourceTexts } from '../../../i18n/sources.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Icon, t } from '../../kit/index.ts';
import { scheduleWords } from '../sources/words.ts';
import { fileSize } from '../words.ts';
import styles from './FileHead.module.css';
import { FileAction } from './FileTabs.tsx';
import type { Open } from './flow.ts';

/** A workbook by its kind; text by its encoding. */
function formWords({ format, encoding }: Inspection): string {
  if (format === 'workbook') return 'XLSX';
  return format === 'text' ? encoding.toUpperCase() : `JSON, ${encoding.toUpperCase()}`;
}

/** Which file is in hand. */
export function FileHead({ open: { key, file, inspection, remember } }: { open: Open }) {
  const address = remember?.address;
  return (
    <div class={styles.head}>
      <span class={styles.icon}>
        <Icon of={FileSpreadsheet} size={20} />
      </span>
      <div class={styles.words}>
        <h2 class={styles.name}>{file.name}</h2>
        <p class={styles.facts}>
          {t(importTexts.fileFacts, {
            size: fileSize(file.size),
            form: formWords(inspection),
            columns: inspection.headings.length,
          })}
        </p>
        {address && (
          <p class={styles.facts}>
            {t(sourceTexts.willBe, {
              name: remember.name,
              url: address.url,
              schedule: scheduleWords(address.schedule),
            })}
          </p>
        )}
      </div>
      <FileAction file={file} keyOf={key} />
    </div>
  );
}

import { FileSpreadsheet } from 'lucide';
import { importTexts } from '../../../i18n/studio.ts';
import { Icon, t } from '../../kit/index.ts';
import { fileSize } from '../words.ts';
import styles from './FileHead.module.css';
import type { Open } from './flow.ts';

/** Which file is in hand. */
export function FileHead({ open: { file, inspection } }: { open: Open }) {
  return (
    <div class={styles.head}>
      <span class={styles.icon}>
        <Icon of={FileSpreadsheet} size={20} />
      </span>
      <div>
        <h2 class={styles.name}>{file.name}</h2>
        <p class={styles.facts}>
          {t(importTexts.fileFacts, {
            size: fileSize(file.size),
            encoding: inspection.encoding.toUpperCase(),
            columns: inspection.headings.length,
          })}
        </p>
      </div>
    </div>
  );
}

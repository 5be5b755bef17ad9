import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../../engine/index.ts';
import { formatShare } from '../../../i18n/index.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { language, Table, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { count, moment } from '../words.ts';
import styles from './Quality.module.css';

/** How many rows of each import were refused, the latest first. */
export function ImportQuality() {
  const [imports, setImports] = useState<readonly ImportRecord[]>([]);
  useEffect(() => void engine.imports().then(setImports, report), []);
  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <h2>{t(qualityTexts.imports)}</h2>
      </header>
      {imports.length === 0 ? (
        <p class={styles.empty}>{t(qualityTexts.importsNone)}</p>
      ) : (
        <Table
          label={t(qualityTexts.imports)}
          columns={[
            { label: t(qualityTexts.importFile) },
            { label: t(qualityTexts.importRows), isNumeric: true },
            { label: t(qualityTexts.importRefused), isNumeric: true },
          ]}
          rows={imports.map(({ fileName, at, summary: { rows, refused } }) => [
            <>
              {fileName} <span class={styles.count}>{moment(at)}</span>
            </>,
            count(rows),
            `${count(refused)} · ${formatShare(language.value, rows === 0 ? 0 : refused / rows)}`,
          ])}
        />
      )}
    </section>
  );
}

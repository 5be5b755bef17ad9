import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../../engine/index.ts';
import { formatShare } from '../../../i18n/index.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { language, t } from '../../kit/index.ts';
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
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(qualityTexts.importFile)}</th>
              <th scope="col">{t(qualityTexts.importRows)}</th>
              <th scope="col">{t(qualityTexts.importRefused)}</th>
            </tr>
          </thead>
          <tbody>
            {imports.map(({ id, fileName, at, summary: { rows, refused } }) => (
              <tr key={id}>
                <td>
                  {fileName} <span class={styles.count}>{moment(at)}</span>
                </td>
                <td>{count(rows)}</td>
                <td>
                  {count(refused)} · {formatShare(language.value, rows === 0 ? 0 : refused / rows)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../../engine/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { count, moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import { importsDone } from './flow.ts';
import styles from './ImportHistory.module.css';

/** What has been imported so far, latest first. */
export function ImportHistory() {
  const [records, setRecords] = useState<readonly ImportRecord[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const customers = workspace.value?.customers;
  useEffect(() => {
    engine.imports().then(found => setRecords([...found].sort((a, b) => b.at - a.at)), setProblem);
  }, [importsDone.value, customers]);

  return (
    <section>
      <h2 class={styles.title}>{t(importTexts.history)}</h2>
      {problem !== null && <ErrorNote error={problem} />}
      {records.length === 0 ? (
        <p class={styles.none}>{t(importTexts.historyNone)}</p>
      ) : (
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(importTexts.historyFile)}</th>
              <th scope="col">{t(importTexts.historyAt)}</th>
              <th scope="col">{t(importTexts.rows)}</th>
              <th scope="col">{t(importTexts.newCustomers)}</th>
              <th scope="col">{t(importTexts.orders)}</th>
              <th scope="col">{t(importTexts.refused)}</th>
            </tr>
          </thead>
          <tbody>
            {records.map(({ id, fileName, at, summary }) => (
              <tr key={id}>
                <td>{fileName}</td>
                <td>{moment(at)}</td>
                <td>{count(summary.rows)}</td>
                <td>{count(summary.newCustomers)}</td>
                <td>{count(summary.orders)}</td>
                <td>{count(summary.refused)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

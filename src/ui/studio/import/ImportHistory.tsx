import { Undo2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { undoTexts } from '../../../i18n/undo.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { hashOf } from '../route.ts';
import { count, moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import { importsDone } from './flow.ts';
import styles from './ImportHistory.module.css';
import { nameOf, UndoDialog } from './UndoDialog.tsx';

/** What has been imported so far, latest first. */
export function ImportHistory() {
  const [records, setRecords] = useState<readonly ImportRecord[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [asked, setAsked] = useState<ImportRecord | null>(null);
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
              <td />
            </tr>
          </thead>
          <tbody>
            {records.map(record => (
              <ImportLine key={record.id} record={record} onUndo={() => setAsked(record)} />
            ))}
          </tbody>
        </table>
      )}
      {asked && <UndoDialog record={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

function ImportLine({ record, onUndo }: { record: ImportRecord; onUndo(): void }) {
  const { id, at, summary, undoneAt, canBeUndone, kind } = record;
  const file = nameOf(record);
  return (
    <>
      <tr class={canBeUndone ? undefined : undoneAt === undefined ? styles.fixed : styles.undone}>
        <td>{file}</td>
        <td>{moment(at)}</td>
        <td>{count(summary.rows)}</td>
        <td>{count(summary.newCustomers)}</td>
        <td>{count(summary.orders)}</td>
        <td>
          {summary.refused === 0 ? (
            count(0)
          ) : (
            <a
              href={hashOf({ screen: 'import', id: String(id) })}
              aria-label={t(dryRunTexts.showRefused, { file })}
            >
              {count(summary.refused)}
            </a>
          )}
        </td>
        <td>
          {canBeUndone && (
            <Button
              size="small"
              icon={Undo2}
              aria-label={kind === 'sample' ? undefined : t(undoTexts.takeBackOf, { file })}
              onClick={onUndo}
            >
              {t(kind === 'sample' ? undoTexts.removeSample : undoTexts.takeBack)}
            </Button>
          )}
        </td>
      </tr>
      {!canBeUndone && (
        <tr class={styles.note}>
          <td colSpan={7}>
            {undoneAt === undefined
              ? t(undoTexts.cannot)
              : t(kind === 'sample' ? undoTexts.undoneSample : undoTexts.undone, { when: moment(undoneAt) })}
          </td>
        </tr>
      )}
    </>
  );
}

import { Download } from 'lucide';
import type { Refusal } from '../../../domain/index.ts';
import type { ImportSummary } from '../../../engine/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, describeCode, t } from '../../kit/index.ts';
import { download } from '../download.ts';
import { count } from '../words.ts';
import type { Open } from './flow.ts';
import styles from './RefusalTable.module.css';
import { refusalFile } from './refusalFile.ts';

/** Rows that are not accepted, each with the line, the column and the reason; they can be taken away as a file. */
export function RefusalTable({ open, summary }: { open: Open; summary: ImportSummary }) {
  const { refusals, refused } = summary;
  if (refused === 0) return <p class={styles.none}>{t(importTexts.refusalsNone)}</p>;

  function save(): void {
    const labels = {
      line: t(importTexts.refusalLine),
      column: t(importTexts.refusalColumn),
      reason: t(importTexts.refusalReason),
    };
    const text = refusalFile(open.inspection.headings, refusals, labels, describe);
    const name = t(importTexts.refusalFileName, { file: open.file.name.replace(/\.\w+$/, '') });
    download(name, new Blob([text], { type: 'text/csv' }));
  }

  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <h3>{t(importTexts.refusals)}</h3>
        <span class={styles.part}>
          {refusals.length < refused &&
            t(importTexts.refusalsFirst, { count: refusals.length, total: refused })}
        </span>
        <Button size="small" icon={Download} onClick={save}>
          {t(importTexts.download)}
        </Button>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section class={styles.scroll} aria-label={t(importTexts.refusals)} tabIndex={0}>
        <table class={styles.table}>
          <thead>
            <tr>
              <th scope="col">{t(importTexts.refusalLine)}</th>
              <th scope="col">{t(importTexts.refusalColumn)}</th>
              <th scope="col">{t(importTexts.refusalReason)}</th>
              <th scope="col">{t(importTexts.refusalCells)}</th>
            </tr>
          </thead>
          <tbody>
            {refusals.slice(0, 100).map((refusal, index) => (
              <tr key={index}>
                <td class={styles.line}>{count(refusal.line)}</td>
                <td>{refusal.column || t(importTexts.wholeLine)}</td>
                <td>{describe(refusal)}</td>
                <td class={styles.cells} title={refusal.cells.join(' · ')}>
                  {refusal.cells.join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </section>
  );
}

function describe(refusal: Refusal): string {
  return describeCode(refusal.code, refusal.args);
}

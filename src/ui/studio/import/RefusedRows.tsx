import { Check, ChevronLeft, ChevronRight, Download, RotateCcw } from 'lucide';
import { useState } from 'preact/hooks';
import type { Refusal } from '../../../domain/index.ts';
import type { FileRefusal, MendedRow } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, describeCode, IconButton, t } from '../../kit/index.ts';
import { download } from '../download.ts';
import { report } from '../report.ts';
import { count } from '../words.ts';
import { rowKey } from './flow.ts';
import styles from './RefusedRows.module.css';
import { refusalFile } from './refusalFile.ts';

/** A file whose rows were refused. */
export interface RefusedSource {
  readonly fileName: string;
  readonly headings: readonly string[];
  /** Which of the columns are imported. */
  readonly imported: readonly boolean[];
}

export type Mended = MendedRow & { readonly file: number };

const pageSize = 25;

/**
 * Refused rows with their reasons. Cells are mended in place and the rows tried again; those still refused stay with
 * what was typed.
 */
export function RefusedRows(props: {
  files: readonly RefusedSource[];
  refusals: readonly FileRefusal[];
  total: number;
  hint: string;
  /** The button that tries rows, for how many were changed. */
  action(changed: number): string;
  /** Cells as they are being mended, by `rowKey`. */
  edits: ReadonlyMap<string, readonly string[]>;
  onEdits(edits: ReadonlyMap<string, readonly string[]>): void;
  /** Absent where nothing can be mended any more. */
  onTry?: ((rows: readonly Mended[]) => Promise<void>) | undefined;
}) {
  const { files, refusals, total, hint, action, edits, onEdits, onTry } = props;
  const [page, setPage] = useState(0);
  const [busy, setBusy] = useState(false);
  const last = Math.max(0, Math.ceil(refusals.length / pageSize) - 1);
  const first = Math.min(page, last) * pageSize;
  const inView = refusals.slice(first, first + pageSize);
  const changed = refusals.filter(refusal => edits.has(rowKey(refusal)));

  async function tryAgain(): Promise<void> {
    setBusy(true);
    try {
      await onTry?.(
        changed.map(({ file, line, ...refusal }) => ({
          file,
          line,
          cells: edits.get(rowKey({ file, line })) ?? refusal.cells,
        })),
      );
      onEdits(new Map());
    } catch (problem) {
      report(problem);
    } finally {
      setBusy(false);
    }
  }

  function edit(refusal: FileRefusal, column: number, value: string): void {
    const { headings } = files[refusal.file]!;
    const before = edits.get(rowKey(refusal)) ?? cellsOf(refusal, headings.length);
    onEdits(new Map(edits).set(rowKey(refusal), before.with(column, value)));
  }

  if (refusals.length === 0) return <p class={styles.none}>{t(importTexts.refusalsNone)}</p>;
  const groups = files.flatMap((source, file) => {
    const own = inView.filter(refusal => refusal.file === file);
    return own.length > 0 ? [{ source, own }] : [];
  });

  return (
    <>
      <header class={styles.head}>
        <p class={styles.hint}>
          {hint}
          {refusals.length < total && <> {t(dryRunTexts.refusedKept, { count: refusals.length, total })}</>}
        </p>
        {files.map((source, file) => {
          const own = refusals.filter(refusal => refusal.file === file);
          if (own.length === 0) return null;
          return (
            <Button key={file} size="small" icon={Download} onClick={() => save(source, own)}>
              {files.length === 1 ? t(importTexts.download) : source.fileName}
            </Button>
          );
        })}
        {onTry && (
          <Button
            size="small"
            kind={changed.length > 0 ? 'primary' : 'plain'}
            icon={RotateCcw}
            busy={busy}
            disabled={changed.length === 0}
            onClick={() => void tryAgain()}
          >
            {action(changed.length)}
          </Button>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section class={styles.scroll} aria-label={t(importTexts.refusals)} tabIndex={0}>
        {groups.map(({ source, own }) => (
          <RefusedTable
            key={source.fileName}
            source={source}
            refusals={own}
            caption={files.length > 1}
            cells={refusal => edits.get(rowKey(refusal)) ?? cellsOf(refusal, source.headings.length)}
            isChanged={refusal => edits.has(rowKey(refusal))}
            onEdit={onTry && edit}
            onEnter={() => changed.length > 0 && void tryAgain()}
          />
        ))}
      </section>
      {last > 0 && (
        <footer class={styles.foot}>
          <span class={styles.hint}>
            {t(dryRunTexts.pageOf, {
              from: first + 1,
              to: first + inView.length,
              total: refusals.length,
            })}
          </span>
          <IconButton
            icon={ChevronLeft}
            size="small"
            label={t(dryRunTexts.previous)}
            disabled={first === 0}
            onClick={() => setPage(Math.min(page, last) - 1)}
          />
          <IconButton
            icon={ChevronRight}
            size="small"
            label={t(dryRunTexts.next)}
            disabled={page >= last}
            onClick={() => setPage(page + 1)}
          />
        </footer>
      )}
    </>
  );
}

function RefusedTable(props: {
  source: RefusedSource;
  refusals: readonly FileRefusal[];
  caption: boolean;
  cells(refusal: FileRefusal): readonly string[];
  isChanged(refusal: FileRefusal): boolean;
  onEdit: ((refusal: FileRefusal, column: number, value: string) => void) | undefined;
  onEnter(): void;
}) {
  const { source, refusals, caption, cells, isChanged, onEdit, onEnter } = props;
  const { headings, imported } = source;
  const blamed = new Set(refusals.map(({ column }) => headings.indexOf(column)));
  const needsAll = refusals.some(({ code }) => code === 'cellCount');
  const width = Math.max(headings.length, ...(needsAll ? refusals.map(each => cells(each).length) : []));
  const columns = Array.from({ length: width }, (_, column) => column).filter(
    column => needsAll || column >= headings.length || imported[column] || blamed.has(column),
  );
  const nameOf = (column: number) => headings[column] ?? t(dryRunTexts.extraCell);
  return (
    <table class={styles.table}>
      {caption && <caption class={styles.caption}>{source.fileName}</caption>}
      <thead>
        <tr>
          <th scope="col">{t(importTexts.refusalLine)}</th>
          <th scope="col">{t(importTexts.refusalColumn)}</th>
          <th scope="col" class={styles.reason}>
            {t(importTexts.refusalReason)}
          </th>
          {columns.map(column => (
            <th key={column} scope="col">
              {nameOf(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {refusals.map(refusal => {
          const own = cells(refusal);
          return (
            <tr key={refusal.line} data-changed={isChanged(refusal) ? '' : undefined}>
              <td class={styles.line}>{count(refusal.line)}</td>
              <td class={styles.line}>{refusal.column || t(importTexts.wholeLine)}</td>
              <td class={styles.reason}>{describe(refusal)}</td>
              {columns.map(column => (
                <td key={column} class={styles.cell}>
                  <input
                    class={styles.input}
                    aria-label={t(dryRunTexts.cellOf, { column: nameOf(column), line: refusal.line })}
                    aria-invalid={headings[column] === refusal.column ? true : undefined}
                    readOnly={!onEdit}
                    spellcheck={false}
                    size={Math.min(32, Math.max(8, (own[column] ?? '').length + 1))}
                    value={own[column] ?? ''}
                    onInput={event => onEdit?.(refusal, column, event.currentTarget.value)}
                    onKeyDown={event => event.key === 'Enter' && onEnter()}
                  />
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How many mended rows wait to be counted in. */
export function Joined({ rows, onCount }: { rows: number; onCount(): void }) {
  if (rows === 0) return null;
  return (
    <p class={styles.joined} role="status">
      <Button size="small" icon={Check} onClick={onCount}>
        {t(dryRunTexts.countAgain)}
      </Button>
      {t(dryRunTexts.joined, { count: rows })}
    </p>
  );
}

function save({ fileName, headings }: RefusedSource, refusals: readonly FileRefusal[]): void {
  const labels = {
    line: t(importTexts.refusalLine),
    column: t(importTexts.refusalColumn),
    reason: t(importTexts.refusalReason),
  };
  const text = refusalFile(headings, refusals, labels, describe);
  const name = t(importTexts.refusalFileName, { file: fileName.replace(/\.\w+$/, '') });
  download(name, new Blob([text], { type: 'text/csv' }));
}

/** A row that has too few cells gets the missing ones, blank. */
function cellsOf({ cells, code }: FileRefusal, width: number): readonly string[] {
  if (code !== 'cellCount' || cells.length >= width) return cells;
  return [...cells, ...Array<string>(width - cells.length).fill('')];
}

function describe(refusal: Refusal): string {
  return describeCode(refusal.code, refusal.args);
}

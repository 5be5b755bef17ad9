import type { ComponentChildren } from 'preact';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { t } from '../../kit/index.ts';
import styles from './RowTable.module.css';

/** Names or rows behind a number: what it means, how many of them are told, and a table that scrolls. */
export function RowTable(props: {
  label: string;
  hint?: string;
  shown: number;
  total: number;
  head: readonly string[];
  /** Columns with figures, from 0. */
  figures?: readonly number[];
  children: ComponentChildren;
}) {
  const { label, hint, shown, total, head, figures = [], children } = props;
  const part = shown < total ? t(dryRunTexts.first, { count: shown, total }) : '';
  return (
    <>
      {(hint || part) && (
        <p class={styles.hint}>
          {hint}
          {part && <span class={styles.part}>{part}</span>}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard */}
      <section class={styles.scroll} aria-label={label} tabIndex={0}>
        <table class={styles.table}>
          <thead>
            <tr>
              {head.map((each, column) => (
                <th key={each} scope="col" class={figures.includes(column) ? styles.figure : undefined}>
                  {each}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>{children}</tbody>
        </table>
      </section>
    </>
  );
}

/** What stands where there is nothing to show. */
export function NoRows({ children }: { children: string }) {
  return <p class={styles.none}>{children}</p>;
}

import { useState } from 'preact/hooks';
import { customersTexts } from '../../../i18n/studio.ts';
import { Button, t } from '../../kit/index.ts';
import { count } from '../words.ts';
import styles from './FactTable.module.css';

const step = 15;

export interface FactTableProps {
  title: string;
  none: string;
  heads: readonly string[];
  /** Indexes of the columns that hold numbers. */
  numeric: readonly number[];
  rows: readonly (readonly string[])[];
}

/** What happened, as a table: the latest rows, more on request. */
export function FactTable({ title, none, heads, numeric, rows }: FactTableProps) {
  const [shown, setShown] = useState(step);
  const side = (index: number) => (numeric.includes(index) ? styles.number : undefined);
  return (
    <section class={styles.card}>
      <h2 class={styles.heading}>
        {title} <span class={styles.count}>{rows.length > 0 && count(rows.length)}</span>
      </h2>
      {rows.length === 0 ? (
        <p class={styles.none}>{none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling table must be reachable by keyboard
        <section class={styles.scroll} aria-label={title} tabIndex={0}>
          <table class={styles.table}>
            <thead>
              <tr>
                {heads.map((head, index) => (
                  <th key={head} scope="col" class={side(index)}>
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.slice(0, shown).map((row, at) => (
                <tr key={at}>
                  {row.map((cell, index) => (
                    <td key={index} class={side(index)}>
                      <span class={index === 1 ? styles.words : undefined}>{cell}</span>
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {rows.length > shown && (
        <div class={styles.more}>
          <Button kind="quiet" size="small" onClick={() => setShown(shown * 4)}>
            {t(customersTexts.showMore, { count: Math.min(shown * 3, rows.length - shown) })}
          </Button>
        </div>
      )}
    </section>
  );
}

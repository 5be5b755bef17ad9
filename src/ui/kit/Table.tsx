import type { ComponentChildren } from 'preact';
import styles from './Table.module.css';

export interface TableColumn {
  readonly label: string;
  /** Numbers stand at the end of the cell, digit under digit. */
  readonly isNumeric?: boolean;
  /** The heading is for screen readers: a column of buttons. */
  readonly isUnheaded?: boolean;
}

export interface TableProps {
  /** What the table holds, for screen readers. */
  label: string;
  columns: readonly TableColumn[];
  /** The first cell of a row names it. Numbers that have names behind them are links. */
  rows: readonly (readonly ComponentChildren[])[];
  /** It stands by itself rather than on a card. */
  isFramed?: boolean;
}

/** A table of a few dozen rows. Longer ones are lists (VirtualList). */
export function Table({ label, columns, rows, isFramed = false }: TableProps) {
  const of = (at: number) => (columns[at]?.isNumeric ? styles.numeric : undefined);
  return (
    <div class={isFramed ? `${styles.scroll} ${styles.framed}` : styles.scroll}>
      <table class={styles.table} aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ label: heading, isUnheaded }, at) => (
              <th key={heading} scope="col" class={of(at)}>
                {isUnheaded ? <span class="visually-hidden">{heading}</span> : heading}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, ...cells], row) => (
            <tr key={row}>
              <th scope="row" class={of(0)}>
                {name}
              </th>
              {cells.map((cell, at) => (
                <td key={at} class={of(at + 1)}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

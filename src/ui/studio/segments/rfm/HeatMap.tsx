import type { Cell, RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import styles from './Rfm.module.css';
import { groupHash, roundMoney } from './words.ts';

/** Of the accent in the fullest field: above it the numbers would be hard to read. */
const strongest = 0.42;

/** Customers by recency and frequency score: a table whose fields are coloured by how many are in them. */
export function HeatMap({ view }: { view: RfmView }) {
  const width = view.measures.recency.best;
  const rows = Array.from({ length: view.measures.frequency.best }, (_, row) =>
    view.cells.slice(row * width, (row + 1) * width),
  );
  const most = Math.max(...view.cells.map(each => each.customers));
  return (
    <table class={styles.heat}>
      <caption class={styles.hint}>{t(segmentTexts.heatCaption)}</caption>
      <tbody>
        {rows.map(cells => (
          <tr key={cells[0]?.up}>
            <th scope="row">{t(segmentTexts.heatRow, { score: cells[0]?.up ?? 0 })}</th>
            {cells.map(cell => (
              <HeatCell key={cell.across} cell={cell} most={most} currency={view.currency} />
            ))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <td>
            <span class="visually-hidden">{t(segmentTexts.corner)}</span>
          </td>
          {Array.from({ length: width }, (_, at) => (
            <th key={at} scope="col">
              {t(segmentTexts.heatColumn, { score: at + 1 })}
            </th>
          ))}
        </tr>
      </tfoot>
    </table>
  );
}

function HeatCell({ cell, most, currency }: { cell: Cell; most: number; currency: string }) {
  const { across: r, up: f, customers, mean } = cell;
  const share = most > 0 ? Math.sqrt(customers / most) * strongest : 0;
  const group = { is: 'cell', recency: r, frequency: f } as const;
  return (
    <td
      style={{ background: `color-mix(in srgb, var(--accent) ${(share * 100).toFixed(1)}%, var(--surface))` }}
    >
      {customers > 0 ? (
        <>
          <a href={groupHash(group)} aria-label={t(segmentTexts.cellCount, { r, f, count: customers })}>
            {count(customers)}
          </a>
          <span class={styles.mean}>{roundMoney(mean, currency)}</span>
        </>
      ) : (
        <span class={styles.zero}>0</span>
      )}
    </td>
  );
}

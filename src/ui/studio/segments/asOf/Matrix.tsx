import type { MigrationRequest, MigrationView } from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { Table, t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import styles from './AsOf.module.css';
import { type AsOfPlace, asOfHash, className } from './words.ts';

/** Counts of every way from before to now, each leading to names. Rows and columns without anybody are left out. */
export function Matrix({ view, request }: { view: MigrationView; request: MigrationRequest }) {
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0);
  const columns = view.now
    .map((each, is) => ({ each, is, total: sum(view.counts.map(row => row[is]!)) }))
    .filter(({ total }) => total > 0);
  const rows = view.before
    .map((each, was) => ({ each, was, total: sum(view.counts[was]!) }))
    .filter(({ total }) => total > 0);
  const nameOf = (side: 'before' | 'now', place: number | null) =>
    place === null ? t(asOfTexts.anything) : className(view[side][place]!, side, view);
  const link = (customers: number, [was, is]: NonNullable<AsOfPlace['cell']>) =>
    customers === 0 ? (
      <span class={styles.zero}>0</span>
    ) : (
      <a
        href={asOfHash(request, [was, is])}
        aria-label={t(asOfTexts.cell, {
          count: customers,
          was: nameOf('before', was),
          is: nameOf('now', is),
        })}
      >
        {count(customers)}
      </a>
    );
  return (
    <Table
      label={t(asOfTexts.matrix)}
      columns={[
        { label: t(asOfTexts.before) },
        ...columns.map(({ is }) => ({ label: nameOf('now', is), isNumeric: true })),
        { label: t(asOfTexts.all), isNumeric: true },
      ]}
      rows={[
        ...rows.map(({ was, total }) => [
          nameOf('before', was),
          ...columns.map(({ is }) => link(view.counts[was]![is]!, [was, is])),
          link(total, [was, null]),
        ]),
        [t(asOfTexts.all), ...columns.map(({ is, total }) => link(total, [null, is])), count(view.customers)],
      ]}
    />
  );
}

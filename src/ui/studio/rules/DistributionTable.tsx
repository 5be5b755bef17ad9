import { fieldNamed, valueLabel } from '../../../domain/index.ts';
import type { Distribution } from '../../../engine/index.ts';
import { distributionTexts } from '../../../i18n/studio.ts';
import { language, t } from '../../kit/index.ts';
import { count } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './DistributionTable.module.css';
import { axisText } from './lenses.ts';

/** The numbers behind the picture of a distribution. */
export function DistributionTable({ distribution, name }: { distribution: Distribution; name: string }) {
  const { kind, bins, values, above, field } = distribution;
  const currency = workspace.value?.currency ?? 'CNY';
  const show = (value: number) => axisText(kind, value, currency);
  const named = field ? fieldNamed(field, 'customer') : undefined;
  const rows = [
    ...bins
      .filter(bin => bin.count > 0)
      .map(bin => ({ label: `${show(bin.from)} ${t(distributionTexts.to)} ${show(bin.to)}`, ...bin })),
    ...(above.count > 0 ? [{ label: `≥ ${show(bins.at(-1)!.to)}`, ...above }] : []),
    ...values.map(each => ({
      label: named ? valueLabel(named, each.value, language.value) : each.value,
      ...each,
    })),
  ];
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(distributionTexts.value)}</th>
          <th scope="col" class={styles.number}>
            {t(distributionTexts.customers)}
          </th>
          <th scope="col" class={styles.number}>
            {name}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(row => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td class={styles.number}>{count(row.count)}</td>
            <td class={styles.number}>{count(row.members)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

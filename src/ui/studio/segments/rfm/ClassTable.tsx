import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import styles from './Rfm.module.css';
import { className, groupHash, roundMoney } from './words.ts';

/** The numbers of the classes in rows. */
export function ClassTable({ view }: { view: RfmView }) {
  return (
    <table class={styles.table}>
      <thead>
        <tr>
          <th scope="col">{t(segmentTexts.class)}</th>
          <th scope="col">{t(segmentTexts.code)}</th>
          {(['customers', 'share', 'revenue', 'revenueShare', 'each'] as const).map(id => (
            <th key={id} scope="col" class={styles.numeric}>
              {t(segmentTexts[id])}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {view.classes.map(({ code, customers, share, revenue }) => {
          const name = className(view, code);
          return (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td>
                <span class={styles.bits}>{code}</span>
              </td>
              <td class={styles.numeric}>
                <a
                  href={groupHash({ is: 'class', code })}
                  aria-label={t(segmentTexts.seeClass, { name, code, count: customers })}
                >
                  {count(customers)}
                </a>
              </td>
              <td class={styles.numeric}>{shareText(share)}</td>
              <td class={styles.numeric}>{roundMoney(revenue, view.currency)}</td>
              <td class={styles.numeric}>{shareText(view.revenue > 0 ? revenue / view.revenue : 0)}</td>
              <td class={styles.numeric}>
                {customers > 0 ? roundMoney(revenue / customers, view.currency) : '–'}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import styles from './Rfm.module.css';
import { className, groupHash, roundMoney } from './words.ts';

/** The eight classes: bits beside the name, how many, and what they bring. */
export function ClassCards({ view }: { view: RfmView }) {
  return (
    <section class={styles.classes} aria-label={t(segmentTexts.classes)}>
      <ul class={styles.cards}>
        {view.classes.map(({ code, customers, share, revenue }) => {
          const name = className(view, code);
          return (
            <li key={code} class={styles.class}>
              <h2 class={styles.className}>
                <span class={styles.bits} title={t(segmentTexts.bits)}>
                  {code}
                </span>
                {name}
              </h2>
              <a
                class={styles.number}
                href={groupHash({ is: 'class', code })}
                aria-label={t(segmentTexts.seeClass, { name, code, count: customers })}
              >
                {count(customers)}
              </a>
              <span class={styles.small}>{t(segmentTexts.ofBuyers, { share: shareText(share) })}</span>
              <span class={styles.amount}>{roundMoney(revenue, view.currency)}</span>
              <span class={styles.small}>
                {t(segmentTexts.ofRevenue, {
                  share: shareText(view.revenue > 0 ? revenue / view.revenue : 0),
                })}
              </span>
            </li>
          );
        })}
      </ul>
      {view.without > 0 && (
        <p class={styles.hint}>
          <a href={groupHash({ is: 'without' })}>{t(segmentTexts.without, { count: view.without })}</a>
        </p>
      )}
    </section>
  );
}

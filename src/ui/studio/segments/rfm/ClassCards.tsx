import type { RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { roundMoney, t } from '../../../kit/index.ts';
import { count, shareText } from '../../words.ts';
import model from '../Model.module.css';
import styles from './Rfm.module.css';
import { groupHash, type Listed, listedSegments } from './words.ts';

/** What tells customers apart: bits beside the name of a class, how many, and what they bring. */
export function ClassCards({ view }: { view: RfmView }) {
  return (
    <section class={styles.classes} aria-label={t(segmentTexts.classes)}>
      <ul class={model.cards}>
        {listedSegments(view).map(each => (
          <SegmentCard key={each.id} listed={each} view={view} />
        ))}
      </ul>
      {view.without > 0 && (
        <p class={model.hint}>
          <a href={groupHash({ is: 'without' })}>{t(segmentTexts.without, { count: view.without })}</a>
        </p>
      )}
    </section>
  );
}

function SegmentCard({ listed, view }: { listed: Listed; view: RfmView }) {
  const { name, code, customers, share, revenue, group, words } = listed;
  return (
    <li class={model.tile}>
      <h2 class={model.tileName}>
        {code !== null && (
          <span class={model.bits} title={t(segmentTexts.bits)}>
            {code}
          </span>
        )}
        {name}
      </h2>
      <a class={model.number} href={groupHash(group)} aria-label={words}>
        {count(customers)}
      </a>
      <span class={model.small}>{t(segmentTexts.ofBuyers, { share: shareText(share) })}</span>
      <span class={model.amount}>{roundMoney(revenue, view.currency)}</span>
      <span class={model.small}>
        {t(segmentTexts.ofRevenue, { share: shareText(view.revenue > 0 ? revenue / view.revenue : 0) })}
      </span>
    </li>
  );
}

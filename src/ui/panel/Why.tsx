import type { CustomerView, TagResult } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { describeReason, Tag, TierBadge, t } from '../kit/index.ts';
import styles from './Why.module.css';

/** What the rules say of this customer, each with the values that decided it. */
export function Why({ view, currency }: { view: CustomerView; currency: string }) {
  if (view.tags.length + view.tiers.length + view.card.segments.length === 0) {
    return <p class={styles.none}>{t(panelTexts.noTags)}</p>;
  }
  return (
    <>
      {view.tiers.length > 0 && (
        <ul class={styles.tiers}>
          {view.tiers.map(tier => (
            <li key={tier.name} class={styles.tier}>
              <TierBadge tier={tier} size={20} />
              <span class={styles.tierName}>{tier.name}</span>
              <span>{tier.level}</span>
            </li>
          ))}
        </ul>
      )}
      <ul class={styles.tags}>
        {view.tags.map(tag => (
          <TagWithProof key={tag.name} tag={tag} currency={currency} />
        ))}
      </ul>
    </>
  );
}

function TagWithProof({ tag, currency }: { tag: TagResult; currency: string }) {
  return (
    <li class={styles.tag}>
      <div class={styles.tagHead}>
        <Tag>{tag.name}</Tag>
        {tag.weight !== 0 && (
          <span class={styles.weight}>{t(panelTexts.weight, { weight: tag.weight })}</span>
        )}
      </div>
      <ul class={styles.reasons}>
        {tag.reasons.map(reason => {
          const words = describeReason(reason, currency);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </li>
  );
}

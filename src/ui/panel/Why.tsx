import type { CustomerView, TagResult } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { describeReason, Tag, TierBadge, t } from '../kit/index.ts';
import styles from './Why.module.css';
import type { RuleProofProps } from './why/RuleProof.tsx';
import { RuleWhy } from './why/RuleWhy.tsx';
import { WhyNot } from './why/WhyNot.tsx';

/** What the rules say of this customer, each with the values that decided it and its proof; and why not another. */
export function Why({ view, currency }: { view: CustomerView; currency: string }) {
  const { tags, tiers, card } = view;
  if (card.version === 0) return <p class={styles.none}>{t(panelTexts.noTags)}</p>;
  const { id, name, emails, phones } = view.customer;
  const customer = { id, name: name || emails[0] || phones[0] || id };
  const proof = { customer, currency, stamp: view };
  return (
    <>
      {tags.length + tiers.length + card.segments.length === 0 && (
        <p class={styles.none}>{t(panelTexts.noTags)}</p>
      )}
      {tiers.length > 0 && (
        <ul class={styles.tiers}>
          {tiers.map(tier => (
            <li key={tier.name}>
              <RuleWhy name={tier.name} {...proof}>
                <TierBadge tier={tier} size={20} />
                <span class={styles.tierName}>{tier.name}</span>
                <span>{tier.level}</span>
              </RuleWhy>
            </li>
          ))}
        </ul>
      )}
      {card.segments.length > 0 && (
        <ul class={styles.tiers}>
          {card.segments.map(segment => (
            <li key={segment}>
              <RuleWhy name={segment} {...proof}>
                <Tag>{segment}</Tag>
                <span class={styles.kind}>{t(panelTexts.segment)}</span>
              </RuleWhy>
            </li>
          ))}
        </ul>
      )}
      <ul class={styles.tags}>
        {tags.map(tag => (
          <TagWithProof key={tag.name} tag={tag} proof={proof} />
        ))}
      </ul>
      <WhyNot {...proof} />
    </>
  );
}

function TagWithProof({ tag, proof }: { tag: TagResult; proof: Omit<RuleProofProps, 'name'> }) {
  return (
    <li class={styles.tag}>
      <RuleWhy name={tag.name} {...proof}>
        <Tag>{tag.name}</Tag>
        {tag.weight !== 0 && <span class={styles.kind}>{t(panelTexts.weight, { weight: tag.weight })}</span>}
      </RuleWhy>
      <ul class={styles.reasons}>
        {tag.reasons.map(reason => {
          const words = describeReason(reason, proof.currency);
          return <li key={words}>{words}</li>;
        })}
      </ul>
    </li>
  );
}

import { Pencil } from 'lucide';
import { useState } from 'preact/hooks';
import { type Card, type Customer, type Field, fieldOf, isoOf, type Provenance } from '../../domain/index.ts';
import { handText, handTexts } from '../../i18n/hand.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { IconButton, language, TierBadge, t } from '../kit/index.ts';
import styles from './CustomerHead.module.css';
import { draftOf } from './draft.ts';
import { OriginMark } from './OriginMark.tsx';
import { CustomerForm } from './parts.ts';

export interface CustomerHeadProps {
  card: Card;
  /** The full record, once it is there: then it can be edited. */
  customer: Customer | null;
  /** The workspace's own fields. */
  ownFields: readonly Field[];
  provenance: Provenance;
  currency: string;
  onSaved(): void;
}

/** Who it is and how valuable, in one look. */
export function CustomerHead({
  card,
  customer,
  ownFields,
  provenance,
  currency,
  onSaved,
}: CustomerHeadProps) {
  const [editing, setEditing] = useState(false);
  const about = [customer?.title, card.company].filter(Boolean).join(language.value === 'zh' ? ' · ' : ', ');
  const { tier } = card;
  const standing = tier && t(handTexts.tier, { rule: tier.name, level: tier.level });
  const facts = [standing, ...card.segments].filter(Boolean).join(' · ');
  return (
    <header class={styles.head}>
      <TierBadge tier={tier} size={36} />
      <div class={styles.who}>
        <div class={styles.told}>
          <h1 class={styles.name}>{card.name || card.keys[0]?.slice(2)}</h1>
          <OriginMark value={fieldOf('customer', 'name')[language.value]} origin={provenance.name} />
        </div>
        {about && (
          <div class={styles.told}>
            <p class={styles.about}>{about}</p>
            {(['title', 'company'] as const).map(field => (
              <OriginMark
                key={field}
                value={fieldOf('customer', field)[language.value]}
                origin={provenance[field]}
              />
            ))}
          </div>
        )}
        <p class={styles.facts}>
          <span>{facts}</span>
          {card.joined !== null && (
            <span class={styles.since}>{t(panelTexts.since, { year: isoOf(card.joined).slice(0, 4) })}</span>
          )}
        </p>
        {(card.byHand ?? []).map(mark => (
          <p key={`${mark.kind} ${mark.rule}`} class={styles.byHand}>
            {handText(language.value, mark)}
          </p>
        ))}
      </div>
      {customer && (
        <IconButton icon={Pencil} label={t(panelTexts.edit)} size="small" onClick={() => setEditing(true)} />
      )}
      {editing && customer && (
        <CustomerForm
          draft={draftOf(customer, currency, ownFields)}
          onClose={() => setEditing(false)}
          onSaved={() => {
            setEditing(false);
            onSaved();
          }}
        />
      )}
    </header>
  );
}

import { fieldNamed, valueLabel } from '../../../domain/index.ts';
import type { Member } from '../../../engine/index.ts';
import { formatValue, language, nameLabel, TierBadge } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import styles from './MemberRow.module.css';

/** One customer of a list, with the values that decided. Empty while its page is on the way. */
export function MemberRow({ member }: { member: Member | undefined }) {
  if (!member) return <div class={styles.blank} aria-hidden="true" />;
  const currency = workspace.value?.currency ?? 'CNY';
  return (
    <div class={styles.row}>
      <TierBadge tier={member.tier} />
      <div class={styles.who}>
        <p class={styles.line}>
          <span class={styles.name}>{member.name || member.email || member.phone}</span>
          <span class={styles.company}>{member.company}</span>
          <span class={styles.segment}>{member.segment}</span>
        </p>
        <p class={styles.values}>
          {member.values.map((each, index) => (
            <span key={`${each.name}${index}`} class={styles.value}>
              {nameLabel(each.name)} <b>{valueText(each, currency)}</b>
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

/** A deciding value: of a closed list its label, else as its kind is written. */
function valueText({ name, kind, value }: Member['values'][number], currency: string): string {
  const field = typeof value === 'string' ? fieldNamed(name) : undefined;
  return field && typeof value === 'string'
    ? valueLabel(field, value, language.value)
    : formatValue(kind, value, currency);
}

import type { Member } from '../../../engine/index.ts';
import { formatValue, nameLabel, TierBadge } from '../../kit/index.ts';
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
              {nameLabel(each.name)} <b>{formatValue(each.kind, each.value, currency)}</b>
            </span>
          ))}
        </p>
      </div>
    </div>
  );
}

import { fieldNamed, valueLabel } from '../../../domain/index.ts';
import type { Member, NamedValue } from '../../../engine/index.ts';
import { proofTexts } from '../../../i18n/proof.ts';
import { formatValue, language, nameLabel, TierBadge, t } from '../../kit/index.ts';
import { workspace } from '../workspace.ts';
import { axisText, briefMoney, rounded } from './lenses.ts';
import styles from './MemberRow.module.css';

/** One customer of a list: what decided, and the columns. Empty while its page is on the way. */
export function MemberRow({ member, columns }: { member: Member | undefined; columns: number }) {
  if (!member) return <div class={styles.blank} aria-hidden="true" />;
  const currency = workspace.value?.currency ?? 'CNY';
  const inColumn = (value: NamedValue) =>
    member.columns.some(each => nameLabel(each.name) === nameLabel(value.name) && each.value === value.value);
  const deciding = member.values.filter(each => !inColumn(each)); // what a column shows is not said twice
  return (
    <div class={styles.row} style={{ '--columns': columns }}>
      <span class={styles.badge}>
        <TierBadge tier={member.tier} />
      </span>
      <p class={styles.line}>
        <span class={styles.name}>{member.name || member.email || member.phone}</span>
        <span class={styles.company}>{member.company || member.segment}</span>
      </p>
      {member.columns.map(each => (
        <span key={each.name} class={styles.cell}>
          {typeof each.value === 'number'
            ? axisText(each.kind, each.value, currency)
            : valueText(each, currency)}
        </span>
      ))}
      <span class={styles.cell}>{briefMoney(member.money, currency)}</span>
      <p class={styles.values}>
        {deciding.map((each, index) => (
          <span key={`${each.name}${index}`} class={styles.value}>
            {nameLabel(each.name)} <b>{valueText(each, currency)}</b>
          </span>
        ))}
      </p>
      <span class={styles.why} data-why title={`${t(proofTexts.ask)} (Shift+Enter)`}>
        {t(proofTexts.ask)}
      </span>
    </div>
  );
}

/** A deciding value: of a closed list its label, else as its kind is written. */
function valueText({ name, kind, value }: NamedValue, currency: string): string {
  const field = typeof value === 'string' ? fieldNamed(name) : undefined;
  if (field && typeof value === 'string') return valueLabel(field, value, language.value);
  return formatValue(kind, typeof value === 'number' ? rounded(value, kind) : value, currency);
}

import { ArrowDown, ArrowUp } from 'lucide';
import type { MembersSort } from '../../../engine/index.ts';
import { membersTexts } from '../../../i18n/studio.ts';
import { Icon, nameLabel, t } from '../../kit/index.ts';
import styles from './MemberRow.module.css';

/** How many columns fit beside name and money. */
export const mostColumns = 2;

/** Above the list: what each column is; pressing one sorts by it, pressing again turns the order. */
export function MemberHead({
  columns,
  sort,
  onSort,
}: {
  columns: readonly string[];
  sort: MembersSort;
  onSort(sort: MembersSort): void;
}) {
  const head = (by: string, label: string, kind: string | undefined) => {
    const current = sort.by === by;
    return (
      <button
        key={by}
        type="button"
        class={`${styles.sort} ${kind}`}
        aria-pressed={current}
        title={t(membersTexts.sort, { column: label })}
        onClick={() => onSort({ by, descending: current ? !sort.descending : by !== 'name' })}
      >
        <span class={styles.sortName}>{label}</span>
        {current && <Icon of={sort.descending ? ArrowDown : ArrowUp} size={12} />}
      </button>
    );
  };
  return (
    <div class={`${styles.row} ${styles.head}`} style={{ '--columns': columns.length }}>
      <span class={styles.badge} />
      {head('name', t(membersTexts.name), styles.sortStart)}
      {columns.map(name => head(name, nameLabel(name), styles.sortEnd))}
      {head('money', t(membersTexts.money), styles.sortEnd)}
    </div>
  );
}

import { fieldNamed, valueLabel } from '../../../domain/index.ts';
import type { Distribution } from '../../../engine/index.ts';
import { language } from '../../kit/index.ts';
import { count } from '../words.ts';
import styles from './ValueBars.module.css';

/** The most frequent texts of a field, each with its customers and with those the declaration holds for. */
export function ValueBars({ distribution: { values, field } }: { distribution: Distribution }) {
  const most = Math.max(1, ...values.map(each => each.count));
  const named = field ? fieldNamed(field, 'customer') : undefined;
  return (
    <ul class={styles.bars}>
      {values.map(({ value, count: all, members }) => (
        <li key={value} class={styles.bar}>
          <span class={styles.name}>{named ? valueLabel(named, value, language.value) : value}</span>
          <span class={styles.track}>
            <span class={styles.all} style={{ width: `${(all / most) * 100}%` }} />
            <span class={styles.members} style={{ width: `${(members / most) * 100}%` }} />
          </span>
          <span class={styles.count}>
            {members > 0 && <b>{count(members)} / </b>}
            {count(all)}
          </span>
        </li>
      ))}
    </ul>
  );
}

import type { ComponentChildren } from 'preact';
import styles from './ListChoice.module.css';

/** One item of a list that stands beside what is chosen of it. */
export function ListChoice(props: { isChosen: boolean; onChoose(): void; children: ComponentChildren }) {
  const { isChosen, onChoose, children } = props;
  return (
    <li>
      <button type="button" class={styles.choice} aria-pressed={isChosen} onClick={onChoose}>
        {children}
      </button>
    </li>
  );
}

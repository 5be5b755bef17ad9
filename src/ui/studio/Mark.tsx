import styles from './Mark.module.css';

/** The product's mark: a lens over a ladder of tiers. */
export function Mark() {
  return (
    <span class={styles.mark} role="img" aria-label="Tierlens">
      <svg viewBox="0 0 32 32" width="30" height="30" aria-hidden="true" focusable="false">
        <rect width="32" height="32" rx="8" class={styles.ground} />
        <path d="M9 21.500h10M11 16.500h8M13 11.500h6" class={styles.ladder} />
        <circle cx="19" cy="15" r="7.500" class={styles.lens} />
        <path d="m24.500 20.500 3 3" class={styles.lens} />
      </svg>
    </span>
  );
}

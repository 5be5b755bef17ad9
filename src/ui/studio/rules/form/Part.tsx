import type { ComponentChildren } from 'preact';
import styles from './form.module.css';

/** A part of a form under its heading. */
export function Part(props: { label: string; hint?: string; children: ComponentChildren }) {
  const { label, hint, children } = props;
  return (
    <section class={styles.part}>
      <h2 class={styles.partLabel}>{label}</h2>
      {children}
      {hint && <p class={styles.hint}>{hint}</p>}
    </section>
  );
}

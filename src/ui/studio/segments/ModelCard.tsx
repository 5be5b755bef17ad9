import type { ComponentChildren } from 'preact';
import styles from './Model.module.css';

/** A part of a model's page under a heading. */
export function ModelCard({
  title,
  hint,
  children,
}: {
  title: string;
  hint?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <h2>{title}</h2>
        {hint && <p class={styles.hint}>{hint}</p>}
      </header>
      {children}
    </section>
  );
}

import type { ComponentChildren } from 'preact';
import styles from './ListFrame.module.css';

/** A list of customers that fills the screen, under a bar that says whose it is. */
export function ListFrame({ bar, children }: { bar: ComponentChildren; children: ComponentChildren }) {
  return (
    <div class={styles.screen}>
      <header class={styles.bar}>{bar}</header>
      {children}
    </div>
  );
}

import type { ComponentChildren } from 'preact';
import styles from './Model.module.css';

export interface FigureProps {
  title: string;
  number: string;
  /** Where the names behind it are. */
  href?: string | undefined;
  about?: ComponentChildren;
}

/** One number of the whole base, large. */
export function Figure({ title, number, href, about }: FigureProps) {
  return (
    <div class={styles.figure}>
      <h2>{title}</h2>
      {href ? (
        <a class={styles.number} href={href}>
          {number}
        </a>
      ) : (
        <span class={styles.number}>{number}</span>
      )}
      {about && <p class={styles.small}>{about}</p>}
    </div>
  );
}

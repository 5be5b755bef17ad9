import type { ComponentChildren } from 'preact';
import styles from './Page.module.css';

export interface PageProps {
  title: string;
  /** The answer in a sentence, or what the page is for. */
  lead?: string;
  /** At the right of the title. */
  actions?: ComponentChildren;
  /** wide: where tables are compared. */
  size?: 'normal' | 'wide';
  children: ComponentChildren;
}

/** A screen that is read from top to bottom: title, lead, and what follows, in the middle of the room. */
export function Page({ title, lead, actions, size = 'normal', children }: PageProps) {
  return (
    <div class={styles.screen}>
      <div class={styles.page} data-size={size}>
        <header class={styles.head}>
          <div>
            <h1 class={styles.title}>{title}</h1>
            {lead && <p class={styles.lead}>{lead}</p>}
          </div>
          {actions}
        </header>
        {children}
      </div>
    </div>
  );
}

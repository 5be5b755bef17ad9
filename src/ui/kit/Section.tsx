import { ChevronRight } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { Icon } from './Icon.tsx';
import styles from './Section.module.css';

export interface SectionProps {
  /** Under which its being open is remembered. */
  id: string;
  title: string;
  count?: number | string;
  /** Shown at the right of the heading. */
  aside?: ComponentChildren;
  openAtFirst?: boolean;
  children: ComponentChildren;
}

/** A part of a screen that folds away, and stays as the user left it. */
export function Section({ id, title, count, aside, openAtFirst = true, children }: SectionProps) {
  const key = `section:${id}`;
  const [open, setOpen] = useState(
    () => (localStorage.getItem(key) ?? (openAtFirst ? 'open' : 'shut')) === 'open',
  );
  return (
    <details
      class={styles.section}
      open={open}
      onToggle={event => {
        const next = event.currentTarget.open;
        if (next === open) return;
        setOpen(next);
        localStorage.setItem(key, next ? 'open' : 'shut');
      }}
    >
      <summary class={styles.head}>
        <span class={styles.arrow}>
          <Icon of={ChevronRight} size={14} />
        </span>
        <h2 class={styles.title}>{title}</h2>
        {count !== undefined && <span class={styles.count}>{count}</span>}
        {aside && <span class={styles.aside}>{aside}</span>}
      </summary>
      <div class={styles.body}>{children}</div>
    </details>
  );
}

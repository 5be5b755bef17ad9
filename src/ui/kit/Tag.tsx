import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { kitTexts } from '../../i18n/kit.ts';
import { Icon } from './Icon.tsx';
import { t } from './language.ts';
import styles from './Tag.module.css';

export interface TagProps {
  children: string;
  /** accent: put on by a person; warn: needs attention; plain: everything else. */
  tone?: 'plain' | 'accent' | 'warn';
  title?: string;
  onRemove?(): void;
}

/** A short name on a customer. */
export function Tag({ children, tone = 'plain', title, onRemove }: TagProps) {
  return (
    <span class={styles.tag} data-tone={tone} title={title}>
      <span class={styles.name}>{children}</span>
      {onRemove && (
        <button
          type="button"
          class={styles.remove}
          aria-label={t(kitTexts.remove, { name: children })}
          onClick={onRemove}
        >
          <Icon of={X} size={12} />
        </button>
      )}
    </span>
  );
}

/** A coloured dot with the words that say the same. */
export function StatusDot({
  tone,
  children,
}: {
  tone: 'good' | 'warn' | 'danger' | 'idle';
  children: ComponentChildren;
}) {
  return (
    <span class={styles.status}>
      <span class={styles.dot} data-tone={tone} aria-hidden="true" />
      {children}
    </span>
  );
}

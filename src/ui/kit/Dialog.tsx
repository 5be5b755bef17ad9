import { X } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { kitTexts } from '../../i18n/kit.ts';
import { IconButton } from './Button.tsx';
import styles from './Dialog.module.css';
import { t } from './language.ts';

export interface DialogProps {
  title: string;
  /** Escape, the cross, and a press outside. */
  onClose(): void;
  /** Buttons at the foot, the main one last. */
  actions?: ComponentChildren;
  /** Makes the whole dialog a form: Enter in a field does what the main button does. */
  onSubmit?(): void;
  size?: 'narrow' | 'wide';
  children: ComponentChildren;
}

/** A modal dialog, open as long as it is drawn. Focus goes in, stays in, and returns to where it was. */
export function Dialog({ title, onClose, actions, onSubmit, size = 'narrow', children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();

  useLayoutEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>('[data-first], input, select, textarea')?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const content = (
    <>
      <header class={styles.head}>
        <h2 id={id} class={styles.title}>
          {title}
        </h2>
        <IconButton icon={X} label={t(kitTexts.close)} size="small" onClick={onClose} />
      </header>
      <div class={styles.body}>{children}</div>
      {actions && <footer class={styles.foot}>{actions}</footer>}
    </>
  );

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key, told by onCancel
    <dialog
      ref={dialog}
      class={styles.dialog}
      data-size={size}
      aria-labelledby={id}
      onCancel={event => {
        event.preventDefault();
        onClose();
      }}
      onClick={event => {
        if (event.target === dialog.current) onClose();
      }}
    >
      {onSubmit ? (
        <form
          class={styles.frame}
          noValidate
          onSubmit={event => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {content}
        </form>
      ) : (
        <div class={styles.frame}>{content}</div>
      )}
    </dialog>
  );
}

import type { IconNode } from 'lucide';
import type { ButtonHTMLAttributes, ComponentChildren, Ref } from 'preact';
import { kitTexts } from '../../i18n/kit.ts';
import styles from './Button.module.css';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { t } from './language.ts';

type Native = Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'size' | 'icon' | 'class' | 'type'>;

export interface ButtonProps extends Native {
  /** primary: the one thing to do here; plain: beside it; quiet: without a frame; danger: takes something away. */
  kind?: 'primary' | 'plain' | 'quiet' | 'danger';
  size?: 'normal' | 'small';
  icon?: IconNode;
  /** Keys that do the same, shown in the button: 'Ctrl+Enter'. */
  shortcut?: string;
  /** Work is going on: the button waits and says so. */
  busy?: boolean;
  submit?: boolean;
  wide?: boolean;
  children: ComponentChildren;
  buttonRef?: Ref<HTMLButtonElement>;
}

export function Button(props: ButtonProps) {
  const {
    kind = 'plain',
    size = 'normal',
    icon,
    shortcut,
    busy,
    submit,
    wide,
    children,
    buttonRef,
    ...native
  } = props;
  return (
    <button
      {...native}
      ref={buttonRef}
      type={submit ? 'submit' : 'button'}
      class={styles.button}
      data-kind={kind}
      data-size={size}
      data-wide={wide ? '' : undefined}
      aria-busy={busy || undefined}
      disabled={native.disabled || busy}
    >
      {busy ? (
        <span class={styles.spinner} aria-hidden="true" />
      ) : (
        icon && <Icon of={icon} size={size === 'small' ? 14 : 16} />
      )}
      <span class={styles.label}>{children}</span>
      {busy && <span class="visually-hidden">{t(kitTexts.working)}</span>}
      {shortcut && <Kbd keys={shortcut} />}
    </button>
  );
}

export interface LinkButtonProps {
  href: string;
  kind?: 'primary' | 'plain' | 'quiet';
  size?: 'normal' | 'small';
  icon?: IconNode;
  children: ComponentChildren;
}

/** A link to another page of ours, in the look of a button; it opens in a tab of its own. */
export function LinkButton({ href, kind = 'plain', size = 'normal', icon, children }: LinkButtonProps) {
  return (
    <a href={href} target="_blank" rel="noreferrer" class={styles.button} data-kind={kind} data-size={size}>
      {icon && <Icon of={icon} size={size === 'small' ? 14 : 16} />}
      <span class={styles.label}>{children}</span>
    </a>
  );
}

/** The address of the studio, at one of its screens: `studioAddress('customers', id)`. */
export function studioAddress(screen = '', id = ''): string {
  return `/src/ui/studio/studio.html${screen && `#/${screen}${id && `/${encodeURIComponent(id)}`}`}`;
}

export interface IconButtonProps extends Native {
  icon: IconNode;
  /** What it does: read aloud, and shown on hover. */
  label: string;
  size?: 'normal' | 'small';
  pressed?: boolean;
  buttonRef?: Ref<HTMLButtonElement>;
}

/** A button that is only an icon. */
export function IconButton({ icon, label, size = 'normal', pressed, buttonRef, ...native }: IconButtonProps) {
  return (
    <button
      {...native}
      ref={buttonRef}
      type="button"
      class={styles.icon}
      data-size={size}
      aria-label={label}
      aria-pressed={pressed}
      title={label}
    >
      <Icon of={icon} size={size === 'small' ? 14 : 16} />
    </button>
  );
}

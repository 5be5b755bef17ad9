import type { IconNode } from 'lucide';
import type { ComponentChildren } from 'preact';
import { Icon } from '../kit/Icon.tsx';
import { Words } from './Words.tsx';

/** A press by mouse or key: the browser's event, and the button that it is meant for. */
export interface Pressed {
  readonly event: Event;
  readonly button: Element;
}

export interface PressProps {
  readonly words: string;
  readonly icon?: IconNode;
  /** The letter that presses it while the keyboard is in the card. */
  readonly letter?: string;
  readonly kind?: 'plain' | 'main' | 'answer' | 'tool' | 'row';
  /** What it is called where its words do not say it. */
  readonly label?: string;
  readonly title?: string;
  readonly disabled?: boolean;
  /** Told when the button comes: what only counts in plain sight is watched. */
  readonly watch?: (element: Element | null) => void;
  readonly children?: ComponentChildren;
  onPress(pressed: Pressed): void;
}

const handlers = new WeakMap<Element, (pressed: Pressed) => unknown>();

/** A button of the card. A tool shows its icon alone; a row shows what is inside it. */
export function Press(props: PressProps) {
  const { words, icon, letter, kind = 'plain', disabled, watch, children, onPress } = props;
  const press = (pressed: Pressed) => disabled || onPress(pressed);
  const attach = (button: Element | null) => {
    if (!button) return;
    handlers.set(button, press);
    watch?.(button);
  };
  const label = props.label ?? (kind === 'tool' ? words : undefined);
  const hint = [props.title ?? label, letter?.toUpperCase()];
  return (
    <button
      type="button"
      class={kind}
      ref={attach}
      aria-disabled={disabled} // one that is disabled would let go of the keyboard
      data-letter={letter}
      aria-keyshortcuts={letter}
      aria-label={label}
      title={hint.filter(Boolean).join(' · ') || undefined}
      onClick={event => {
        if (event.isTrusted) press({ event, button: event.currentTarget });
      }}
    >
      {icon && <Icon of={icon} size={kind === 'tool' ? 16 : 14} />}
      {kind !== 'tool' && kind !== 'row' && <Words of={words} />}
      {children}
    </button>
  );
}

/** Presses the button of a letter typed in the card; false where there is none. */
export function pressByLetter(event: KeyboardEvent, card: Element): boolean {
  if (!event.isTrusted || event.repeat || event.ctrlKey || event.altKey || event.metaKey) return false;
  if (!/^[a-z]$/i.test(event.key)) return false;
  const button = card.querySelector(`[data-letter="${event.key.toLowerCase()}"]`);
  if (!button) return false;
  handlers.get(button)?.({ event, button });
  return true;
}

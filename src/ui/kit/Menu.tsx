import { Check, type IconNode } from 'lucide';
import { useId, useRef } from 'preact/hooks';
import { IconButton } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import styles from './Menu.module.css';

export interface MenuItem {
  readonly label: string;
  readonly icon?: IconNode;
  readonly shortcut?: string;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  /** One of several to choose from: shown with a tick. */
  readonly checked?: boolean;
  onChoose(): void;
}

/** A heading for the items below it. */
export interface MenuHeading {
  readonly heading: string;
}

export interface MenuProps {
  label: string;
  icon: IconNode;
  items: readonly (MenuItem | MenuHeading)[];
  size?: 'normal' | 'small';
}

/** An icon button that opens a list of things to do. Arrows, Home, End and first letters move; Escape closes. */
export function Menu({ label, icon, items, size = 'normal' }: MenuProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const entries = () => [...(list.current?.querySelectorAll<HTMLElement>('button:not(:disabled)') ?? [])];

  function open(): void {
    list.current!.showPopover();
    place(list.current!, trigger.current!.getBoundingClientRect());
    entries()[0]?.focus();
  }

  function close(): void {
    list.current!.hidePopover();
    trigger.current!.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    const all = entries();
    const now = all.indexOf(document.activeElement as HTMLElement);
    let next = -1;
    if (event.key === 'ArrowDown') next = (now + 1) % all.length;
    else if (event.key === 'ArrowUp') next = (now + all.length - 1) % all.length;
    else if (event.key === 'Home') next = 0;
    else if (event.key === 'End') next = all.length - 1;
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Escape') event.preventDefault();
    } else if (event.key.length === 1) {
      const letter = event.key.toLowerCase();
      const order = [...all.slice(now + 1), ...all.slice(0, now + 1)];
      next = all.indexOf(order.find(each => each.textContent?.toLowerCase().startsWith(letter)) ?? all[now]!);
    }
    if (next < 0) return;
    event.preventDefault();
    all[next]?.focus();
  }

  return (
    <>
      <IconButton
        icon={icon}
        label={label}
        size={size}
        buttonRef={trigger}
        aria-haspopup="menu"
        aria-controls={id}
        onClick={open}
      />
      <div
        ref={list}
        id={id}
        popover="auto"
        role="menu"
        aria-label={label}
        class={styles.menu}
        onKeyDown={onKeyDown}
      >
        {items.map(item =>
          'heading' in item ? (
            <div key={item.heading} class={styles.heading} role="presentation">
              {item.heading}
            </div>
          ) : (
            <button
              key={item.label}
              type="button"
              {...(item.checked === undefined
                ? { role: 'menuitem' as const }
                : { role: 'menuitemradio' as const, 'aria-checked': item.checked })}
              tabIndex={-1}
              class={styles.item}
              data-danger={item.danger ? '' : undefined}
              disabled={item.disabled}
              onClick={() => {
                close();
                item.onChoose();
              }}
            >
              {item.icon ? <Icon of={item.icon} size={14} /> : null}
              <span class={styles.label}>{item.label}</span>
              {item.checked && <Icon of={Check} size={14} />}
              {item.shortcut && <Kbd keys={item.shortcut} />}
            </button>
          ),
        )}
      </div>
    </>
  );
}

/** Below the trigger and aligned with its end, moved so that the whole list stays in view. */
function place(list: HTMLElement, trigger: DOMRect): void {
  const box = list.getBoundingClientRect();
  const left = Math.min(Math.max(trigger.right - box.width, 8), Math.max(innerWidth - box.width - 8, 8));
  const below = trigger.bottom + 4;
  const top = below + box.height <= innerHeight - 8 ? below : Math.max(trigger.top - box.height - 4, 8);
  list.style.left = `${left}px`;
  list.style.top = `${top}px`;
}

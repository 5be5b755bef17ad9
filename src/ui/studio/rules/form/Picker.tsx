import { Check } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useId, useRef, useState } from 'preact/hooks';
import { formTexts } from '../../../../i18n/faces.ts';
import { Icon, t } from '../../../kit/index.ts';
import styles from './Picker.module.css';

export interface PickerOption {
  readonly id: string;
  readonly label: string;
  readonly group?: string;
  /** All spellings by which it is found, in lower case; the label where there is none. */
  readonly filter?: string;
  readonly detail?: string;
  readonly count?: string;
  readonly checked?: boolean;
}

export interface PickerProps {
  /** What is picked, for screen readers. */
  label: string;
  /** What stands on the button. */
  children: ComponentChildren;
  search: string;
  options(): readonly PickerOption[];
  onPick(id: string): void;
  /** Takes what was typed where the list has nothing like it. */
  onTyped?(text: string): void;
  look?: 'field' | 'value' | 'quiet';
  /** Several may be picked: the list stays open. */
  several?: boolean;
  title?: string;
}

/** At most so many are drawn; typing finds the others. */
const most = 120;

/** A button that opens a list to search and pick from. Arrows move, Enter picks, Escape closes. */
export function Picker(props: PickerProps) {
  const { label, children, search, options, onPick, onTyped, look = 'value', several = false, title } = props;
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [active, setActive] = useState(0);

  const wanted = typed.trim().toLowerCase();
  const all = open ? options() : [];
  const found = all
    .filter(each => `${each.label.toLowerCase()} ${each.filter ?? ''}`.includes(wanted))
    .slice(0, most);
  const free = onTyped && wanted !== '' && !all.some(each => each.label.toLowerCase() === wanted);
  const count = found.length + (free ? 1 : 0);
  const at = Math.min(active, Math.max(count - 1, 0));

  function show(): void {
    setTyped('');
    setActive(0);
    setOpen(true);
    list.current!.showPopover();
    place(list.current!, trigger.current!.getBoundingClientRect());
    input.current!.focus();
  }

  function close(): void {
    list.current!.hidePopover();
    trigger.current!.focus();
  }

  function take(index: number): void {
    const option = found[index];
    if (!several || !option) close();
    if (option) onPick(option.id);
    else if (free) onTyped!(typed.trim());
  }

  function onKeyDown(event: KeyboardEvent): void {
    const step: Record<string, number> = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: count - 1 };
    const next = step[event.key];
    if (next !== undefined && count > 0) {
      const index = (next + count) % count;
      setActive(index);
      list.current!.querySelectorAll('[role=option]')[index]?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter') take(at);
    else if (event.key === 'Escape' || event.key === 'Tab') {
      close();
      if (event.key === 'Tab') return;
    } else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <>
      <button
        ref={trigger}
        type="button"
        class={styles.trigger}
        data-look={look}
        aria-label={label}
        title={title}
        aria-haspopup="listbox"
        aria-expanded={open}
        onClick={show}
        onKeyDown={event => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          show();
        }}
      >
        {children}
      </button>
      <div
        ref={list}
        popover="auto"
        class={styles.popover}
        onToggle={event => setOpen((event as unknown as { newState: string }).newState === 'open')}
      >
        <input
          ref={input}
          class={styles.search}
          type="text"
          role="combobox"
          aria-label={search}
          aria-expanded={open}
          aria-controls={`${id}-list`}
          aria-activedescendant={count > 0 ? `${id}-${at}` : undefined}
          autocomplete="off"
          spellcheck={false}
          placeholder={search}
          value={typed}
          onInput={event => {
            setTyped(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
        <div role="listbox" id={`${id}-list`} aria-label={label} class={styles.options}>
          {found.map((option, index) => (
            <div key={option.id} role="presentation">
              {option.group && option.group !== found[index - 1]?.group && (
                <div class={styles.group} role="presentation">
                  {option.group}
                </div>
              )}
              {/* biome-ignore lint/a11y: keys are taken by the search field */}
              <div
                role="option"
                id={`${id}-${index}`}
                aria-selected={option.checked ?? index === at}
                class={styles.option}
                data-active={index === at ? '' : undefined}
                title={option.detail}
                onPointerMove={() => index !== at && setActive(index)}
                onClick={() => take(index)}
              >
                {several && (
                  <span class={styles.tick}>{option.checked && <Icon of={Check} size={14} />}</span>
                )}
                <span class={styles.name}>{option.label}</span>
                {option.count !== undefined && <span class={styles.count}>{option.count}</span>}
              </div>
            </div>
          ))}
          {free && (
            // biome-ignore lint/a11y: keys are taken by the search field
            <div
              role="option"
              id={`${id}-${found.length}`}
              aria-selected={at === found.length}
              class={styles.option}
              data-active={at === found.length ? '' : undefined}
              onClick={() => take(found.length)}
            >
              {t(formTexts.useTyped, { value: typed.trim() })}
            </div>
          )}
          {count === 0 && <p class={styles.nothing}>{t(formTexts.noHits)}</p>}
        </div>
      </div>
    </>
  );
}

/** Below the button, within the window. */
function place(list: HTMLElement, trigger: DOMRect): void {
  const box = list.getBoundingClientRect();
  const below = innerHeight - trigger.bottom - 12;
  const above = trigger.top - 12;
  const up = below < 220 && above > below;
  list.style.maxHeight = `${Math.min(up ? above : below, 380)}px`;
  list.style.left = `${Math.max(8, Math.min(trigger.left, innerWidth - box.width - 8))}px`;
  list.style.top = up ? 'auto' : `${trigger.bottom + 4}px`;
  list.style.bottom = up ? `${innerHeight - trigger.top + 4}px` : 'auto';
}

import { Search } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../domain/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import styles from './CustomerSearch.module.css';
import { copyText } from './copy.ts';
import { HitLine } from './HitLine.tsx';
import { Icon } from './Icon.tsx';
import { Kbd } from './Kbd.tsx';
import { t } from './language.ts';
import { ErrorNote } from './States.tsx';

export interface CustomerSearchProps {
  label: string;
  placeholder: string;
  search(text: string): Promise<readonly Hit[]>;
  /** Enter or a press, in the gesture itself. */
  onChoose(hit: Hit): void;
  autofocus?: boolean;
  /** Stands at the right of the field. */
  aside?: ComponentChildren;
  /** Shown while nothing is typed. */
  children?: ComponentChildren;
}

interface Found {
  readonly text: string;
  readonly hits: readonly Hit[];
  readonly error: unknown;
}

const nothing: Found = { text: '', hits: [], error: null };

/**
 * A search field over the main part of a page. Finds customers at each key. Up and Down choose, Enter takes, Ctrl+C copies the e-mail, Escape
 * clears and shows the children again.
 */
export function CustomerSearch(props: CustomerSearchProps) {
  const { label, placeholder, search, onChoose, autofocus = false, aside, children } = props;
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const [found, setFound] = useState<Found>(nothing);
  const [active, setActive] = useState(0);
  const wanted = text.trim();

  useEffect(() => {
    if (autofocus) input.current?.focus();
  }, [autofocus]);

  useEffect(() => {
    if (wanted === '') {
      setFound(nothing);
      return;
    }
    let overtaken = false;
    const answer = (hits: readonly Hit[], error: unknown) => {
      if (overtaken) return;
      setFound({ text: wanted, hits, error });
      setActive(0);
    };
    search(wanted).then(
      hits => answer(hits, null),
      error => answer([], error),
    );
    return () => {
      overtaken = true;
    };
  }, [wanted, search]);

  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView?.({ block: 'nearest' });
  }, [active, found]);

  const { hits } = found;
  const choose = (hit: Hit | undefined) => {
    if (!hit) return;
    setText('');
    onChoose(hit);
  };

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return; // Enter and arrows belong to the input method while it composes
    const field = input.current!;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (hits.length > 0) setActive((active + step + hits.length) % hits.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (found.text === wanted) choose(hits[active]);
    } else if (event.key === 'Escape' && text !== '') {
      event.preventDefault();
      setText('');
    } else if (event.key.toLowerCase() === 'c' && (event.ctrlKey || event.metaKey)) {
      const email = hits[active]?.email;
      if (!email || field.selectionStart !== field.selectionEnd || String(getSelection()) !== '') return;
      event.preventDefault();
      void copyText(email);
    }
  }

  // a combobox in the usual pattern; its list is drawn while something is typed
  const fieldAttributes = {
    role: 'combobox' as const,
    'aria-label': label,
    'aria-autocomplete': 'list' as const,
    'aria-expanded': hits.length > 0,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': hits.length > 0 ? `${id}-${active}` : undefined,
  };

  return (
    <>
      <search class={styles.bar}>
        <div class={styles.field}>
          <Icon of={Search} />
          <input
            ref={input}
            class={styles.input}
            type="text"
            autocomplete="off"
            spellcheck={false}
            placeholder={placeholder}
            value={text}
            onInput={event => setText(event.currentTarget.value)}
            onKeyDown={onKeyDown}
            {...fieldAttributes}
          />
        </div>
        {aside}
      </search>
      <main class={styles.content}>
        {wanted === '' ? (
          children
        ) : (
          <div class={styles.results}>
            <div ref={list} class={styles.list} id={`${id}-list`} role="listbox" aria-label={label}>
              {hits.map((hit, index) => (
                <HitLine
                  key={hit.id}
                  id={`${id}-${index}`}
                  hit={hit}
                  selected={index === active}
                  onPoint={() => setActive(index)}
                  onChoose={() => choose(hit)}
                />
              ))}
            </div>
            <div role="status" class={styles.status}>
              {found.error !== null && <ErrorNote error={found.error} />}
              {found.error === null && found.text === wanted && hits.length === 0 && (
                <div class={styles.none}>
                  <p>{t(kitTexts.noCustomer, { text: wanted })}</p>
                  <p class={styles.hint}>{t(kitTexts.searchHint)}</p>
                </div>
              )}
            </div>
            {hits.length > 0 && (
              <p class={styles.keys}>
                <span>
                  <Kbd keys="Up" /> <Kbd keys="Down" /> {t(kitTexts.keyChoose)}
                </span>
                <span>
                  <Kbd keys="Enter" /> {t(kitTexts.keyOpen)}
                </span>
                <span>
                  <Kbd keys="Ctrl+C" /> {t(kitTexts.keyCopy)}
                </span>
              </p>
            )}
          </div>
        )}
      </main>
    </>
  );
}

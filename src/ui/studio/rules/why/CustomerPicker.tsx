import { Search } from 'lucide';
import { useId, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../../../domain/index.ts';
import { proofTexts } from '../../../../i18n/proof.ts';
import { ask } from '../../../../shell/index.ts';
import { HitLine, Icon, t } from '../../../kit/index.ts';
import { report } from '../../report.ts';
import { useLatest } from '../useLatest.ts';
import styles from './CustomerPicker.module.css';
import { explainFor, whose } from './whose.ts';

/** Chooses whom the rules are explained for: shows the last one, finds others by name, contact or pinyin. */
export function CustomerPicker({ autofocus }: { autofocus: boolean }) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [search, setSearch] = useState<string | null>(null);
  const [active, setActive] = useState(0);
  const wanted = search?.trim() ?? '';
  const { answer, waiting } = useLatest<readonly Hit[]>(
    wanted === '' ? null : wanted,
    () => ask('search', { text: wanted, limit: 12 }),
    report,
  );
  const hits = answer ?? [];
  const current = Math.min(active, hits.length - 1);

  function choose(hit: Hit | undefined): void {
    if (!hit) return;
    explainFor({ id: hit.id, name: hit.name || hit.email || hit.phone });
    setSearch(null);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.isComposing) return; // Enter and arrows belong to the input method while it composes
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (hits.length > 0) setActive((current + step + hits.length) % hits.length);
    } else if (event.key === 'Enter' && !waiting) choose(hits[current]);
    else if (event.key === 'Escape' && search !== null) setSearch(null);
    else return;
    event.preventDefault();
  }

  const combobox = {
    role: 'combobox' as const,
    'aria-label': t(proofTexts.whose),
    'aria-autocomplete': 'list' as const,
    'aria-expanded': wanted !== '',
    'aria-controls': `${id}-list`,
    'aria-activedescendant': hits.length > 0 ? `${id}-${current}` : undefined,
  };
  return (
    <div class={styles.picker}>
      <div class={styles.field}>
        <Icon of={Search} size={14} />
        <input
          ref={input}
          class={styles.input}
          type="text"
          autocomplete="off"
          spellcheck={false}
          autofocus={autofocus}
          placeholder={t(proofTexts.whosePlaceholder)}
          value={search ?? whose.value?.name ?? ''}
          onFocus={event => event.currentTarget.select()}
          onBlur={() => setSearch(null)}
          onInput={event => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
          {...combobox}
        />
      </div>
      {wanted !== '' && (
        // a press must not take the focus from the field before it is a click
        <div class={styles.found} onPointerDown={event => event.preventDefault()}>
          <div id={`${id}-list`} role="listbox" aria-label={t(proofTexts.whose)}>
            {hits.map((hit, index) => (
              <HitLine
                key={hit.id}
                id={`${id}-${index}`}
                hit={hit}
                selected={index === current}
                onPoint={() => setActive(index)}
                onChoose={() => choose(hit)}
              />
            ))}
          </div>
          <p role="status" class={styles.none}>
            {!waiting && hits.length === 0 && t(proofTexts.nobody, { search: wanted })}
          </p>
        </div>
      )}
    </div>
  );
}

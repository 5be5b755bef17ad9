import { Search, UserRound } from 'lucide';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../../domain/index.ts';
import { paletteTexts } from '../../../i18n/studio.ts';
import { ask } from '../../../shell/index.ts';
import { Icon, Kbd, t } from '../../kit/index.ts';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { workspace } from '../workspace.ts';
import { type Command, commands } from './commands.ts';
import styles from './PaletteDialog.module.css';
import { rank } from './rank.ts';
import { paletteOpen } from './state.ts';

const groups = ['screens', 'actions', 'rules', 'customers'] as const;

/** The command palette: type, move with the arrows, Enter. Focus stays in the field. */
export function PaletteDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const [search, setSearch] = useState('');
  const [active, setActive] = useState(0);
  const hits = useCustomerHits(search);

  useLayoutEffect(() => {
    const element = dialog.current!;
    const before = document.activeElement;
    element.showModal();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);

  const found = rank(commands(), search, command => [command.label, ...command.also]);
  const everything = [
    ...found.filter(each => search !== '' || each.group !== 'rules'),
    ...hits.map(customer),
  ];
  const ordered = groups.flatMap(group =>
    everything.filter(each => each.group === group).slice(0, search === '' ? undefined : 7),
  );
  const current = Math.min(active, ordered.length - 1);

  const close = () => {
    paletteOpen.value = false;
  };
  const run = (command: Command | undefined) => {
    if (!command) return;
    close();
    command.run();
  };

  function onKeyDown(event: KeyboardEvent): void {
    const moves: Record<string, number> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    const move = moves[event.key];
    if (move !== undefined && ordered.length > 0) {
      const next = Math.abs(move) === 1 ? (current + move + ordered.length) % ordered.length : current + move;
      const kept = Math.max(0, Math.min(ordered.length - 1, next));
      setActive(kept);
      document.getElementById(`${id}-${kept}`)?.scrollIntoView({ block: 'nearest' });
    } else if (event.key === 'Enter' && !event.isComposing) run(ordered[current]);
    else return;
    event.preventDefault();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape is the dialog's own key, told by onCancel
    <dialog
      ref={dialog}
      class={styles.palette}
      aria-label={t(paletteTexts.label)}
      onCancel={event => {
        event.preventDefault();
        close();
      }}
      onClick={event => event.target === dialog.current && close()}
    >
      <div class={styles.field}>
        <Icon of={Search} />
        <input
          class={styles.input}
          type="text"
          role="combobox"
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-activedescendant={ordered.length > 0 ? `${id}-${current}` : undefined}
          aria-label={t(paletteTexts.label)}
          placeholder={t(paletteTexts.placeholder)}
          autocomplete="off"
          spellcheck={false}
          value={search}
          onInput={event => {
            setSearch(event.currentTarget.value);
            setActive(0);
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <div id={`${id}-list`} role="listbox" aria-label={t(paletteTexts.label)} class={styles.list}>
        {ordered.map((command, index) => (
          <>
            {command.group !== ordered[index - 1]?.group && (
              <p class={styles.group} role="presentation" key={command.group}>
                {t(paletteTexts[command.group])}
              </p>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus */}
            <div
              key={command.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === current}
              class={styles.option}
              onClick={() => run(command)}
              onMouseMove={() => setActive(index)}
            >
              <span class={styles.icon}>
                <Icon of={command.icon} />
              </span>
              <span class={styles.label}>{command.label}</span>
              <span class={styles.detail}>{command.detail}</span>
              {command.shortcut && <Kbd keys={command.shortcut} />}
            </div>
          </>
        ))}
        {ordered.length === 0 && <p class={styles.nothing}>{t(paletteTexts.nothing, { search })}</p>}
      </div>
    </dialog>
  );
}

function customer(hit: Hit): Command {
  return {
    id: `customer ${hit.id}`,
    group: 'customers',
    icon: UserRound,
    label: hit.name || hit.email || hit.phone,
    detail: [hit.company, hit.segment].filter(Boolean).join(' · '),
    also: [],
    run: () => go('customers', hit.id),
  };
}

/** The first customers that answer a search; late answers are dropped. */
function useCustomerHits(search: string): readonly Hit[] {
  const [hits, setHits] = useState<readonly Hit[]>([]);
  useEffect(() => {
    const wanted = search.trim();
    if (wanted === '' || !workspace.value?.customers) {
      setHits([]);
      return;
    }
    let gone = false;
    const timer = setTimeout(() => {
      ask('search', { text: wanted.slice(0, 200), limit: 7 }).then(found => {
        if (!gone) setHits(found);
      }, report);
    }, 60);
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [search]);
  return hits;
}

import { Printer, SearchX } from 'lucide';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { OwnField } from '../../../domain/index.ts';
import { fieldTexts } from '../../../i18n/fields.ts';
import { referenceTexts } from '../../../i18n/proof.ts';
import { reference } from '../../../rules/index.ts';
import { Button, EmptyState, language, TextInput, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { route } from '../route.ts';
import { Entry } from './Entry.tsx';
import { findEntries, findOwnFields } from './findEntries.ts';
import { OwnFieldEntries } from './OwnFieldEntries.tsx';
import styles from './ReferenceScreen.module.css';

/** All that the rule language can say, from the tables that define it; the address may name what to search for. */
export function ReferenceScreen() {
  const asked = route.value.id;
  const [search, setSearch] = useState(asked);
  const field = useRef<HTMLInputElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const sections = useMemo(() => reference(language.value), [language.value]);
  const found = findEntries(sections, search);
  const [own, setOwn] = useState<readonly OwnField[]>([]);
  const ownFound = findOwnFields(own, search, ({ kind }) => t(fieldTexts[kind]));
  const count = found.reduce((sum, { entries }) => sum + entries.length, ownFound.length);
  const parts = [
    ...found.map(({ id, title, entries }) => ({ id, title, size: entries.length })),
    ...(ownFound.length > 0 ? [{ id: 'own', title: t(fieldTexts.title), size: ownFound.length }] : []),
  ];

  useEffect(() => setSearch(asked), [asked]);
  useEffect(() => field.current?.focus(), []);
  useEffect(() => {
    engine.ownFields().then(filled => setOwn(filled.map(({ field }) => field)), report);
  }, []);

  const show = (id: string) =>
    content.current?.querySelector<HTMLElement>(`[data-section="${id}"] h2`)?.focus();

  return (
    <div class={styles.screen}>
      <header class={styles.bar}>
        <h1 class={styles.title}>{t(referenceTexts.title)}</h1>
        <div class={styles.search}>
          <TextInput
            type="search"
            inputRef={field}
            aria-label={t(referenceTexts.search)}
            placeholder={t(referenceTexts.searchPlaceholder)}
            value={search}
            onInput={setSearch}
          />
        </div>
        <span class={styles.count} role="status">
          {t(referenceTexts.found, { count })}
        </span>
        <span class={styles.print}>
          <Button kind="quiet" icon={Printer} onClick={() => print()}>
            {t(referenceTexts.print)}
          </Button>
        </span>
      </header>
      <nav class={styles.nav} aria-label={t(referenceTexts.sections)}>
        <ul>
          {parts.map(({ id, title, size }) => (
            <li key={id}>
              <button type="button" class={styles.section} onClick={() => show(id)}>
                {title}
                <span class={styles.sectionCount}>{size}</span>
              </button>
            </li>
          ))}
        </ul>
      </nav>
      <div ref={content} class={styles.content}>
        <p class={styles.intro}>{t(referenceTexts.intro)}</p>
        {count === 0 && (
          <EmptyState
            icon={SearchX}
            title={t(referenceTexts.nothing, { search })}
            text={t(referenceTexts.nothingHint)}
          />
        )}
        {found.map(({ id, title, entries }) => (
          <section key={id} class={styles.part} data-section={id} aria-label={title}>
            <h2 class={styles.heading} tabIndex={-1}>
              {title}
            </h2>
            {entries.map(entry => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </section>
        ))}
        {ownFound.length > 0 && <OwnFieldEntries found={ownFound} />}
      </div>
    </div>
  );
}

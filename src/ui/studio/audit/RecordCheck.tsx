import { ArrowUpRight, Check } from 'lucide';
import { useState } from 'preact/hooks';
import { type Audit, type AuditItem, fieldOf } from '../../../domain/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { Button, language, TextInput, t } from '../../kit/index.ts';
import { go } from '../route.ts';
import { drawnValue } from './fields.ts';
import styles from './RecordCheck.module.css';

export interface RecordCheckProps {
  audit: Audit;
  index: number;
  onCheck(entries: AuditItem['entries'], andNext: boolean): Promise<void>;
}

/** One drawn record held against its source, field by field. */
export function RecordCheck({ audit, index, onCheck }: RecordCheckProps) {
  const item = audit.items[index]!;
  // ahead of what is stored, so that typing never waits for the store
  const [entries, setEntries] = useState(item.entries);
  const [busy, setBusy] = useState(false);

  function enter(field: string, right: boolean, found: string): void {
    const changed = { ...entries, [field]: { right, found: right ? '' : found } };
    setEntries(changed);
    void onCheck(changed, false);
  }

  async function allRight(): Promise<void> {
    setBusy(true);
    // what was found wrong stays: only what is still open is right
    const all = audit.fields.map(field => [field, entries[field] ?? { right: true, found: '' }] as const);
    await onCheck(Object.fromEntries(all), true);
    setBusy(false);
  }

  return (
    <section
      class={styles.record}
      aria-label={item.name}
      onKeyDown={event => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        void allRight();
      }}
    >
      <header class={styles.head}>
        <h2 class={styles.title}>
          {index + 1}. {item.name}
        </h2>
        <Button kind="quiet" size="small" icon={ArrowUpRight} onClick={() => go('customers', item.customer)}>
          {t(auditTexts.customer)}
        </Button>
      </header>
      {audit.fields.map(id => {
        const field = fieldOf('customer', id, audit.ownFields);
        const value = drawnValue(field, item.values[id]);
        const entry = entries[id];
        return (
          <fieldset key={id} class={styles.field}>
            <legend class={styles.label}>{field[language.value]}</legend>
            <p class={value === '' ? styles.blank : styles.value}>{value || t(auditTexts.blank)}</p>
            <div class={styles.choices}>
              {([true, false] as const).map(right => (
                <label key={String(right)} class={styles.choice} data-right={right}>
                  <input
                    type="radio"
                    name={`${index} ${id}`}
                    checked={entry?.right === right}
                    onChange={() => enter(id, right, entry?.found ?? '')}
                  />
                  {t(right ? auditTexts.right : auditTexts.wrong)}
                </label>
              ))}
            </div>
            {entry?.right === false && (
              <div class={styles.found}>
                <TextInput
                  aria-label={`${field[language.value]}: ${t(auditTexts.found)}`}
                  placeholder={t(auditTexts.found)}
                  value={entry.found}
                  onInput={found => enter(id, false, found)}
                />
              </div>
            )}
          </fieldset>
        );
      })}
      <footer class={styles.foot}>
        <Button kind="primary" icon={Check} shortcut="Ctrl+Enter" busy={busy} onClick={() => void allRight()}>
          {t(Object.values(entries).some(({ right }) => !right) ? auditTexts.next : auditTexts.allRight)}
        </Button>
      </footer>
    </section>
  );
}

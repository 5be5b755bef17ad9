import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { Checkbox, TextInput, t } from '../../kit/index.ts';
import { changeRemember, type Open, parts } from './flow.ts';
import styles from './RememberSource.module.css';
import { sourceNameOf } from './sourceName.ts';

/** Whether the headings and columns of each file are remembered, and under which name. */
export function RememberSource() {
  const open = parts.value.filter(({ inspection, remember }) => !inspection.recognised && !remember?.address);
  if (open.length === 0) return null;
  const isOn = open.some(({ remember }) => remember);
  return (
    <section class={styles.card}>
      <div class={styles.words}>
        <Checkbox
          label={t(dryRunTexts.remember, { count: open.length })}
          checked={isOn}
          onChange={checked => {
            for (const part of open)
              changeRemember(part, checked ? { name: sourceNameOf(part.file.name) } : null);
          }}
        />
        <p class={styles.hint}>{t(dryRunTexts.rememberHint)}</p>
      </div>
      {isOn && (
        <div class={styles.names}>
          {open.map(part => (
            <SourceName key={part.key} part={part} isOnly={open.length === 1} />
          ))}
        </div>
      )}
    </section>
  );
}

function SourceName({ part, isOnly }: { part: Open; isOnly: boolean }) {
  const { remember, file } = part;
  return (
    <TextInput
      aria-label={isOnly ? t(dryRunTexts.sourceName) : t(dryRunTexts.sourceNameOf, { file: file.name })}
      value={remember?.name ?? ''}
      maxLength={80}
      onInput={name => changeRemember(part, { ...remember, name })}
    />
  );
}

import { useState } from 'preact/hooks';
import { formTexts } from '../../../../i18n/faces.ts';
import { type Duration, readCode } from '../../../../rules/index.ts';
import { Select, t } from '../../../kit/index.ts';
import styles from './inputs.module.css';

export interface NumberInputProps {
  label: string;
  value: number | null;
  onChange(value: number): void;
  /** The field may be left empty. */
  onClear?(): void;
  whole?: boolean;
  suffix?: string;
  prefix?: string;
  placeholder?: string;
}

/** A number as it is typed: it counts as soon as it is one, and what is not yet one stays until the field is left. */
export function NumberInput(props: NumberInputProps) {
  const { label, value, onChange, onClear, whole = false, suffix, prefix, placeholder } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? (value === null ? '' : String(value));
  const wrong = typed !== null && typed.trim() !== '' && !isNumber(typed, whole);

  function step(by: number): void {
    const next = Number(((value ?? 0) + by).toPrecision(12));
    setTyped(null);
    onChange(whole ? Math.max(1, next) : next);
  }

  return (
    <span class={styles.number} data-wrong={wrong ? '' : undefined}>
      {prefix && <span class={styles.unit}>{prefix}</span>}
      <input
        type="text"
        inputMode="decimal"
        autocomplete="off"
        aria-label={label}
        aria-invalid={wrong || undefined}
        class={styles.input}
        size={Math.min(Math.max(shown.length, placeholder?.length ?? 2, 2), 14)}
        placeholder={placeholder}
        value={shown}
        onInput={event => {
          const text = event.currentTarget.value;
          setTyped(text);
          if (text.trim() === '') onClear?.();
          else if (isNumber(text, whole)) onChange(numberIn(text));
        }}
        onBlur={() => setTyped(null)}
        onKeyDown={event => {
          const by = { ArrowUp: 1, ArrowDown: -1 }[event.key];
          if (by === undefined) return;
          event.preventDefault();
          step(event.shiftKey ? by * 10 : by);
        }}
      />
      {suffix && <span class={styles.unit}>{suffix}</span>}
    </span>
  );
}

function numberIn(text: string): number {
  return Number(text.normalize('NFKC').replace(/[,\s]/g, ''));
}

function isNumber(text: string, whole: boolean): boolean {
  const value = numberIn(text);
  if (text.trim() === '' || !Number.isFinite(value) || Math.abs(value) >= 1e15) return false;
  return !whole || (Number.isInteger(value) && value >= 1 && value <= 9999);
}

const units: readonly Duration['unit'][] = ['day', 'week', 'month', 'year'];

/** A length of time: a whole number and its unit. */
export function DurationInput(props: { label: string; value: Duration; onChange(value: Duration): void }) {
  const { label, value, onChange } = props;
  const known = units.includes(value.unit) ? units : [...units, value.unit];
  return (
    <span class={styles.duration}>
      <NumberInput
        label={`${label}, ${t(formTexts.length)}`}
        value={value.count}
        whole
        onChange={count => onChange({ ...value, count })}
      />
      <span class={styles.units}>
        <Select
          label={`${label}, ${t(formTexts.unit)}`}
          value={value.unit}
          options={known.map(unit => ({ value: unit, label: t(formTexts[`unit${unit}`]) }))}
          onChange={unit => onChange({ ...value, unit })}
        />
      </span>
    </span>
  );
}

/** A piece of the rule language, kept to the letter; a change counts once it can be read. */
export function CodeInput(props: { label: string; value: string; onChange(value: string): void }) {
  const { label, value, onChange } = props;
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? value;
  const wrong = typed !== null && readCode(typed).note !== null;
  return (
    <textarea
      class={styles.code}
      rows={1}
      aria-label={label}
      aria-invalid={wrong || undefined}
      title={t(formTexts.codeHint)}
      spellcheck={false}
      value={shown}
      onInput={event => setTyped(event.currentTarget.value)}
      onBlur={() => {
        if (typed !== null && !wrong && typed !== value) onChange(typed);
        setTyped(null);
      }}
    />
  );
}

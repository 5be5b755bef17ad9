import type { AllHTMLAttributes, ComponentChildren, Ref } from 'preact';
import { createContext } from 'preact';
import { useContext, useId } from 'preact/hooks';
import styles from './Field.module.css';

interface Wiring {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: boolean;
}

const FieldWiring = createContext<Wiring | null>(null);

export interface FieldProps {
  label: string;
  hint?: string;
  /** What is wrong with the value; the control is marked and the sentence read with it. */
  error?: string | undefined;
  /** The label is for screen readers only. */
  bare?: boolean;
  children: ComponentChildren;
}

/** A labelled control with its hint and what is wrong with it. Controls inside find their label by themselves. */
export function Field({ label, hint, error, bare, children }: FieldProps) {
  const id = useId();
  const note = error ?? hint;
  const wiring = { id, describedBy: note ? `${id}-note` : undefined, invalid: error !== undefined };
  return (
    <div class={styles.field}>
      <label for={id} class={bare ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      <FieldWiring.Provider value={wiring}>{children}</FieldWiring.Provider>
      {note && (
        <p id={`${id}-note`} class={error ? styles.error : styles.hint} role={error ? 'alert' : undefined}>
          {note}
        </p>
      )}
    </div>
  );
}

function useWiring(): { id?: string; 'aria-describedby'?: string; 'aria-invalid'?: boolean } {
  const wiring = useContext(FieldWiring);
  if (!wiring) return {};
  return {
    id: wiring.id,
    ...(wiring.describedBy ? { 'aria-describedby': wiring.describedBy } : {}),
    ...(wiring.invalid ? { 'aria-invalid': true } : {}),
  };
}

export interface TextInputProps
  extends Pick<
    AllHTMLAttributes<HTMLInputElement>,
    | 'placeholder'
    | 'disabled'
    | 'required'
    | 'maxLength'
    | 'list'
    | 'min'
    | 'max'
    | 'inputMode'
    | 'aria-label'
    | 'onKeyDown'
    | 'onFocus'
    | 'onBlur'
    | 'onPaste'
  > {
  type?: 'text' | 'search' | 'email' | 'tel' | 'date' | 'number' | 'url';
  value: string;
  onInput(value: string): void;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextInput({ type = 'text', value, onInput, inputRef, ...native }: TextInputProps) {
  return (
    <input
      type={type}
      autocomplete="off"
      spellcheck={false}
      {...useWiring()}
      {...native}
      ref={inputRef}
      class={styles.control}
      value={value}
      onInput={event => onInput(event.currentTarget.value)}
    />
  );
}

/** A passphrase: what is typed is not shown, and no browser is to keep it. */
export function PassphraseInput({
  value,
  onInput,
  disabled = false,
}: Pick<TextInputProps, 'value' | 'onInput'> & { disabled?: boolean }) {
  return (
    <input
      type="password"
      autocomplete="new-password"
      {...useWiring()}
      class={styles.control}
      disabled={disabled}
      value={value}
      onInput={event => onInput(event.currentTarget.value)}
    />
  );
}

export interface TextAreaProps {
  value: string;
  onInput(value: string): void;
  rows?: number;
  label?: string;
}

export function TextArea({ value, onInput, rows = 3, label }: TextAreaProps) {
  return (
    <textarea
      {...useWiring()}
      aria-label={label}
      class={styles.area}
      rows={rows}
      value={value}
      onInput={event => onInput(event.currentTarget.value)}
    />
  );
}

export interface SelectProps<Value extends string> {
  value: Value;
  options: readonly { readonly value: Value; readonly label: string }[];
  onChange(value: Value): void;
  /** For a select that stands without a Field. */
  label?: string;
  disabled?: boolean;
}

export function Select<Value extends string>({
  value,
  options,
  onChange,
  label,
  disabled = false,
}: SelectProps<Value>) {
  return (
    <select
      {...useWiring()}
      disabled={disabled}
      aria-label={label}
      class={styles.select}
      value={value}
      onChange={event => onChange(event.currentTarget.value as Value)}
    >
      {options.map(option => (
        <option key={option.value} value={option.value}>
          {option.label}
        </option>
      ))}
    </select>
  );
}

export interface CheckboxProps {
  label: string;
  checked: boolean;
  onChange(checked: boolean): void;
  disabled?: boolean;
}

export function Checkbox({ label, checked, onChange, disabled = false }: CheckboxProps) {
  return (
    <label class={styles.checkbox}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={event => onChange(event.currentTarget.checked)}
      />
      <span>{label}</span>
    </label>
  );
}

export interface SliderProps {
  value: number;
  min: number;
  max: number;
  step?: number;
  onInput(value: number): void;
  /** How a screen reader says the value. */
  valueText: string;
}

/** A number that is set by feeling: drag it, or arrow keys, Page Up and Down, Home and End. */
export function Slider({ value, min, max, step = 1, onInput, valueText }: SliderProps) {
  return (
    <input
      type="range"
      {...useWiring()}
      class={styles.slider}
      min={min}
      max={max}
      step={step}
      value={value}
      aria-valuetext={valueText}
      onInput={event => onInput(event.currentTarget.valueAsNumber)}
    />
  );
}

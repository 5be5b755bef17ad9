import { useState } from 'preact/hooks';
import { modelTexts } from '../../../i18n/models.ts';
import { Field, TextInput, t } from '../../kit/index.ts';

export interface NumberFieldProps {
  label: string;
  hint?: string;
  value: number;
  from: number;
  to: number;
  isWhole?: boolean;
  onChange(value: number): void;
}

/** A number between two others; what is none of these is said and not taken. */
export function NumberField({ label, hint, value, from, to, isWhole, onChange }: NumberFieldProps) {
  const [text, setText] = useState(String(value));
  const read = (written: string) => {
    const number = Number(written.normalize('NFKC').trim() || Number.NaN);
    return number >= from && number <= to && (!isWhole || Number.isInteger(number)) ? number : null;
  };
  const known = read(text);
  return (
    <Field
      label={label}
      {...(hint ? { hint } : {})}
      error={known === null ? t(modelTexts.numberWrong, { from, to }) : undefined}
    >
      <TextInput
        inputMode="decimal"
        value={known === null || known === value ? text : String(value)}
        onInput={written => {
          setText(written);
          const number = read(written);
          if (number !== null) onChange(number);
        }}
      />
    </Field>
  );
}

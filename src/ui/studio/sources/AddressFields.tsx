import { sourceTexts } from '../../../i18n/sources.ts';
import { Field, PassphraseInput, Select, TextInput, t } from '../../kit/index.ts';
import styles from './AddressDialog.module.css';
import { type AddressForm, type FormFaults, isOpenAddress, nameOf } from './form.ts';
import { ScheduleFields } from './ScheduleFields.tsx';

export interface AddressFieldsProps {
  form: AddressForm;
  faults: FormFaults;
  /** A secret is kept already. */
  isKept: boolean;
  onChange(form: AddressForm): void;
}

/** Where a source is fetched from, with which key, when, and what it is called. */
export function AddressFields({ form, faults, isKept, onChange }: AddressFieldsProps) {
  const set = (change: Partial<AddressForm>) => onChange({ ...form, ...change });
  const hint = t(isKept ? sourceTexts.secretKept : sourceTexts.secretHint);
  return (
    <>
      <Field label={t(sourceTexts.url)} hint={t(sourceTexts.urlHint)} error={faults.url}>
        <TextInput
          type="url"
          placeholder="https://"
          value={form.url}
          maxLength={2000}
          onInput={url => set({ url })}
        />
      </Field>
      {isOpenAddress(form.url) && (
        <p class={styles.warning} role="status">
          {t(sourceTexts.openWarning)}
        </p>
      )}
      <Field label={t(sourceTexts.key)}>
        <Select
          value={form.key}
          options={[
            { value: 'none', label: t(sourceTexts.keyNone) },
            { value: 'bearer', label: t(sourceTexts.keyBearer) },
            { value: 'header', label: t(sourceTexts.keyHeader) },
          ]}
          onChange={key => set({ key })}
        />
      </Field>
      {form.key === 'header' && (
        <Field label={t(sourceTexts.headerName)} error={faults.header}>
          <TextInput
            placeholder="X-Api-Key"
            value={form.header}
            maxLength={100}
            onInput={header => set({ header })}
          />
        </Field>
      )}
      {form.key !== 'none' && (
        <Field
          label={t(form.key === 'bearer' ? sourceTexts.token : sourceTexts.headerValue)}
          hint={hint}
          error={faults.secret}
        >
          <PassphraseInput value={form.secret} onInput={secret => set({ secret })} />
        </Field>
      )}
      <ScheduleFields form={form} fault={faults.time} onChange={set} />
      <Field label={t(sourceTexts.name)} error={faults.name}>
        <TextInput value={nameOf(form)} maxLength={80} onInput={name => set({ name })} />
      </Field>
    </>
  );
}

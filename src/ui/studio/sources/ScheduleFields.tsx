import { sourceTexts } from '../../../i18n/sources.ts';
import { Field, Select, TextInput, t } from '../../kit/index.ts';
import styles from './AddressDialog.module.css';
import type { AddressForm } from './form.ts';
import { weekdayName } from './words.ts';

const steps = ['never', 'hour', 'sixHours', 'day', 'week'] as const;
/** From Monday on. */
const weekdays = [1, 2, 3, 4, 5, 6, 0];

/** When a source is fetched. */
export function ScheduleFields(props: {
  form: Pick<AddressForm, 'every' | 'time' | 'weekday'>;
  fault: string | undefined;
  onChange(change: Partial<AddressForm>): void;
}) {
  const { form, fault, onChange } = props;
  return (
    <div class={styles.schedule}>
      <Field label={t(sourceTexts.schedule)}>
        <Select
          value={form.every}
          options={steps.map(value => ({ value, label: t(sourceTexts[value]) }))}
          onChange={every => onChange({ every })}
        />
      </Field>
      {form.every === 'week' && (
        <Field label={t(sourceTexts.weekday)}>
          <Select
            value={String(form.weekday)}
            options={weekdays.map(day => ({ value: String(day), label: weekdayName(day) }))}
            onChange={weekday => onChange({ weekday: Number(weekday) })}
          />
        </Field>
      )}
      {(form.every === 'day' || form.every === 'week') && (
        <Field label={t(sourceTexts.time)} error={fault}>
          <TextInput value={form.time} maxLength={5} onInput={time => onChange({ time })} />
        </Field>
      )}
    </div>
  );
}

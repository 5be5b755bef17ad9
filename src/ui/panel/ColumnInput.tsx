import type { Field } from '../../domain/index.ts';
import { panelTexts } from '../../i18n/panel.ts';
import { formatValue, language, Select, TextInput, t } from '../kit/index.ts';
import { choicesOf } from './draft.ts';

/** The control that fits a field of the catalogue. */
export function ColumnInput(props: { field: Field; value: string; onChange(value: string): void }) {
  const { field, value, onChange } = props;
  if (field.values) {
    const choices = [{ value: '', label: t(panelTexts.notSet) }, ...choicesOf(field, value, language.value)];
    return <Select value={value} options={choices} onChange={onChange} />;
  }
  if (field.kind === 'flag') {
    const choices = [
      { value: '', label: t(panelTexts.notSet) },
      { value: '1', label: formatValue('flag', 1, '') },
      { value: '0', label: formatValue('flag', 0, '') },
    ];
    return <Select value={value} options={choices} onChange={onChange} />;
  }
  return <TextInput type={field.kind === 'date' ? 'date' : 'text'} value={value} onInput={onChange} />;
}

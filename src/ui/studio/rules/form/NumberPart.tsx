import { formTexts } from '../../../../i18n/faces.ts';
import { t } from '../../../kit/index.ts';
import { NumberInput } from './inputs.tsx';
import { Part } from './Part.tsx';

/** A number under its heading that a rule may do without: null where the field is empty. */
export function NumberPart(props: {
  label: string;
  value: number | null;
  onChange(value: number | null): void;
}) {
  const { label, value, onChange } = props;
  return (
    <Part label={label}>
      <NumberInput
        label={label}
        value={value}
        placeholder={t(formTexts.none)}
        onChange={onChange}
        onClear={() => onChange(null)}
      />
    </Part>
  );
}

import { type Encoding, encodings } from '../../../domain/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Field, Select, t } from '../../kit/index.ts';
import { changeChoice, type Open } from './flow.ts';

/** How the file is read, where it can be read in several ways: which sheet, in which encoding. */
export function TableChoices({ open }: { open: Open }) {
  const { choice, inspection } = open;
  const { sheets, sheet, encoding, isEncodingSure } = inspection;
  return (
    <>
      {sheets.length > 1 && (
        <Field label={t(importTexts.sheet)}>
          <Select
            value={sheet}
            options={sheets.map(({ name, rows }) => ({
              value: name,
              label: t(importTexts.sheetRows, { name, rows }),
            }))}
            onChange={name => void changeChoice(open, { ...choice, sheet: name })}
          />
        </Field>
      )}
      {(!isEncodingSure || choice.encoding !== undefined) && (
        <Field label={t(importTexts.encoding)}>
          <Select<Encoding>
            value={encoding as Encoding}
            options={encodings.map(value => ({ value, label: value.toUpperCase() }))}
            onChange={value => void changeChoice(open, { ...choice, encoding: value })}
          />
        </Field>
      )}
    </>
  );
}

import { type Encoding, encodings } from '../../../domain/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Field, Select, t } from '../../kit/index.ts';
import { changeChoice, type Open } from './flow.ts';

/** How the file is read, where it can be read in several ways: which sheet or list, encoding, separator. */
export function TableChoices({ open }: { open: Open }) {
  const { choice, inspection } = open;
  const { sheets, sheet, encoding, isEncodingSure, format, delimiter, headings } = inspection;
  const isDelimiterOpen = format === 'text' && (headings.length === 1 || choice?.delimiter !== undefined);
  return (
    <>
      {sheets.length > 1 && (
        <Field label={t(format === 'workbook' ? importTexts.sheet : importTexts.list)}>
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
      {(!isEncodingSure || choice?.encoding !== undefined) && (
        <Field
          label={t(importTexts.encoding)}
          {...(!isEncodingSure && { hint: t(dryRunTexts.encodingUnsure) })}
        >
          <Select<Encoding>
            value={encoding as Encoding}
            options={encodings.map(value => ({ value, label: value.toUpperCase() }))}
            onChange={value => void changeChoice(open, { ...choice, encoding: value })}
          />
        </Field>
      )}
      {isDelimiterOpen && (
        <Field label={t(dryRunTexts.delimiter)}>
          <Select
            value={delimiter}
            options={delimiters.map(([value, word]) => ({ value, label: t(dryRunTexts[word]) }))}
            onChange={value => void changeChoice(open, { ...choice, delimiter: value })}
          />
        </Field>
      )}
    </>
  );
}

const delimiters = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
  ['|', 'bar'],
] as const;

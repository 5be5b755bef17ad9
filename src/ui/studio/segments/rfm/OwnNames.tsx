import { useState } from 'preact/hooks';
import type { EightCode, RfmSettings, RfmView } from '../../../../engine/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Field, TextInput, t } from '../../../kit/index.ts';
import model from '../Model.module.css';
import { tried } from '../tried.ts';
import { longestName } from './rows.ts';

type Names = Exclude<RfmSettings['names'], string>;

/** Own names of the eight classes, each beside its bits. */
export function OwnNames({ view, settings }: { view: RfmView; settings: RfmSettings }) {
  const { names } = settings;
  if (typeof names === 'string' || settings.segments.by !== 'classes') return null;
  const codes = view.segments.flatMap(({ code }) => (code === null ? [] : [code]));
  return (
    <section class={model.form} aria-label={t(segmentTexts.namesown)}>
      {codes.map(code => (
        <NameField
          key={code}
          code={code}
          name={names[code]}
          onName={name => {
            tried.rfm.value = { ...settings, names: { ...names, [code]: name } satisfies Names };
          }}
        />
      ))}
    </section>
  );
}

function NameField(props: { code: EightCode; name: string; onName(name: string): void }) {
  const { code, name, onName } = props;
  const [text, setText] = useState(name);
  return (
    <Field
      label={t(segmentTexts.nameOf, { code })}
      error={text.trim() === '' ? t(segmentTexts.nameMissing) : undefined}
    >
      <TextInput
        value={text}
        maxLength={longestName}
        onInput={value => {
          setText(value);
          if (value.trim() !== '') onName(value.trim());
        }}
      />
    </Field>
  );
}

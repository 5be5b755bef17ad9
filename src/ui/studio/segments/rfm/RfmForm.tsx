import { useState } from 'preact/hooks';
import type { RfmMeasureId, RfmSettings, RfmView } from '../../../../engine/index.ts';
import { minorDigits } from '../../../../i18n/index.ts';
import { segmentTexts } from '../../../../i18n/segments.ts';
import { Field, language, Select, TextInput, t } from '../../../kit/index.ts';
import model from '../Model.module.css';
import { tried } from '../tried.ts';
import { type Cuts, cutsText, readCuts, startCuts } from './cuts.ts';
import { ownRows } from './rows.ts';
import { editedRows, setAside } from './state.ts';

type Scoring = RfmSettings['scoring'];

function change(settings: RfmSettings): void {
  tried.rfm.value = settings;
}

/** How RFM is made, each choice with a name; a change is tried at once. */
export function RfmForm({ view, settings }: { view: RfmView; settings: RfmSettings }) {
  const { conventions, families, maps } = view;
  const { scoring, split } = settings;
  const bins = scoring.by === 'quantile' ? String(scoring.bins) : 'fixed';
  const convention =
    scoring.by === 'quantile' ? conventions.find(each => each.id === scoring.ties) : undefined;
  const standard = ['3', '4', '5', '10'] as const;

  return (
    <div class={model.form}>
      <Choice
        label={t(segmentTexts.scoring)}
        value={bins}
        options={[
          ...standard.map(each => [each, t(segmentTexts[`scoring${each}`])] as const),
          ['fixed', t(segmentTexts.scoringfixed)],
        ]}
        onChange={value => change({ ...settings, scoring: scoringFor(value, scoring, view) })}
      />
      {scoring.by === 'quantile' ? (
        <Choice
          label={t(segmentTexts.ties)}
          hint={convention?.about[language.value]}
          value={scoring.ties}
          options={conventions.map(({ id, name }) => [id, name[language.value]])}
          onChange={ties =>
            change({ ...settings, scoring: { ...scoring, ties: ties as typeof scoring.ties } })
          }
        />
      ) : (
        <Choice
          label={t(segmentTexts.at)}
          value={scoring.at}
          options={(['up', 'down'] as const).map(each => [each, t(segmentTexts[`at${each}`])])}
          onChange={at => change({ ...settings, scoring: { ...scoring, at } })}
        />
      )}
      <Choice
        label={t(segmentTexts.split)}
        value={`${split.of} ${split.by}`}
        options={(['scores', 'measures'] as const).flatMap(of =>
          (['mean', 'median'] as const).map(
            by => [`${of} ${by}`, t(segmentTexts[`split${of}${by}`])] as const,
          ),
        )}
        onChange={value => {
          const [of, by] = value.split(' ') as [typeof split.of, typeof split.by];
          change({ ...settings, split: { ...split, of, by } });
        }}
      />
      <Choice
        label={t(segmentTexts.tie)}
        value={split.tie}
        options={(['high', 'low'] as const).map(each => [each, t(segmentTexts[`tie${each}`])])}
        onChange={tie => change({ ...settings, split: { ...split, tie } })}
      />
      <Choice
        label={t(segmentTexts.counting)}
        value={settings.counting}
        options={(['orders', 'days'] as const).map(each => [each, t(segmentTexts[`counting${each}`])])}
        onChange={counting => change({ ...settings, counting })}
      />
      <Choice
        label={t(segmentTexts.money)}
        value={settings.money}
        options={(['sum', 'perOrder', 'perDay'] as const).map(each => [
          each,
          t(segmentTexts[`money${each}`]),
        ])}
        onChange={money => change({ ...settings, money })}
      />
      <Choice
        label={t(segmentTexts.apart)}
        value={settings.segments.by === 'map' ? `map ${settings.segments.map}` : settings.segments.by}
        options={[
          ['classes', t(segmentTexts.apartclasses)],
          ...maps.map(({ id, name }) => [`map ${id}`, name[language.value]] as const),
          ['own', t(segmentTexts.apartown)],
        ]}
        onChange={value => change({ ...settings, segments: segmentsFor(value, view) })}
      />
      {settings.segments.by === 'classes' && (
        <Choice
          label={t(segmentTexts.names)}
          value={typeof settings.names === 'string' ? settings.names : 'own'}
          options={[
            ...families.map(({ id, name }) => [id, name[language.value]] as const),
            ['own', t(segmentTexts.namesown)],
          ]}
          onChange={value => change({ ...settings, names: namesFor(value, settings, view) })}
        />
      )}
      {scoring.by === 'fixed' &&
        (['recency', 'frequency', 'monetary'] as const).map(measure => (
          <CutsField
            key={measure}
            settings={settings}
            currency={view.currency}
            measure={measure}
            scoring={scoring}
          />
        ))}
    </div>
  );
}

function scoringFor(value: string, scoring: Scoring, view: RfmView): Scoring {
  if (value === 'fixed') {
    const cuts: Cuts = {
      recency: startCuts(view, 'recency'),
      frequency: startCuts(view, 'frequency'),
      monetary: startCuts(view, 'monetary'),
    };
    return scoring.by === 'fixed' ? scoring : { by: 'fixed', at: 'up', cuts };
  }
  const ties = scoring.by === 'quantile' ? scoring.ties : view.conventions[0]!.id;
  return { by: 'quantile', bins: Number(value), ties: ties as Extract<Scoring, { by: 'quantile' }>['ties'] };
}

/** Own rows begin as those that are shown. */
function segmentsFor(value: string, view: RfmView): RfmSettings['segments'] {
  const { segments } = view.settings;
  if (segments.by === 'own') setAside.rows = segments.rows;
  editedRows.value = null;
  if (value === 'classes') return { by: 'classes' };
  if (value !== 'own') return { by: 'map', map: value.slice('map '.length) };
  const shown = view.map?.rows ?? view.maps[0]!.rows;
  return { by: 'own', rows: setAside.rows ?? ownRows(shown, language.value) };
}

function namesFor(value: string, { names }: RfmSettings, view: RfmView): RfmSettings['names'] {
  if (typeof names !== 'string') setAside.names = names;
  if (value !== 'own') return value;
  return setAside.names ?? mapNames(view.names);
}

function mapNames(names: RfmView['names']): Exclude<RfmSettings['names'], string> {
  const own = Object.entries(names).map(([code, name]) => [code, name[language.value]]);
  return Object.fromEntries(own);
}

function CutsField(props: {
  settings: RfmSettings;
  currency: string;
  measure: RfmMeasureId;
  scoring: Extract<Scoring, { by: 'fixed' }>;
}) {
  const { settings, currency, measure, scoring } = props;
  const unit = measure === 'monetary' ? 10 ** minorDigits(currency) : 1;
  const [text, setText] = useState(() => cutsText(scoring.cuts[measure], unit));
  const isWrong = readCuts(text, unit) === null;
  return (
    <Field
      label={t(segmentTexts[`cuts${measure}`], { currency })}
      hint={t(segmentTexts.cutsHint)}
      error={isWrong ? t(segmentTexts.cutsWrong) : undefined}
    >
      <TextInput
        value={text}
        onInput={value => {
          setText(value);
          const cuts = readCuts(value, unit);
          if (cuts)
            change({ ...settings, scoring: { ...scoring, cuts: { ...scoring.cuts, [measure]: cuts } } });
        }}
      />
    </Field>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  hint?: string | undefined;
  value: Value;
  options: readonly (readonly [value: Value, label: string])[];
  onChange(value: Value): void;
}) {
  const { label, hint, value, options, onChange } = props;
  return (
    <Field label={label} {...(hint ? { hint } : {})}>
      <Select
        value={value}
        options={options.map(([each, name]) => ({ value: each, label: name }))}
        onChange={onChange}
      />
    </Field>
  );
}

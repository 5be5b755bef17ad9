import { useEffect, useState } from 'preact/hooks';
import type { LadderSettings, LadderView, Measured } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Checkbox, Field, Select, TextInput, t } from '../../../kit/index.ts';
import { ownFields, readCatalogue } from '../../rules/knownWorld.ts';
import { draft } from '../../rules/session.ts';
import model from '../Model.module.css';
import { tried } from '../tried.ts';
import { LevelEditor } from './LevelEditor.tsx';
import { keyOf, ladderFields, measureChoices, withCurrent } from './measures.ts';
import { inQuantiles, inValues } from './thresholds.ts';

/** How the ladder is made; every change is tried at once. */
export function LadderForm({ view, settings }: { view: LadderView; settings: LadderSettings }) {
  useEffect(() => void readCatalogue(), []);
  const change = (part: Partial<LadderSettings>) => {
    tried.ladder.value = { ...settings, ...part };
  };
  const own = ownFields.value;
  const choices = withCurrent(
    measureChoices(draft.value?.text.value ?? '', own, ladderFields),
    settings.measure,
    own,
  );
  const option = <Id extends string>(id: Id, label: string) => ({ value: id, label });
  return (
    <>
      <div class={model.form}>
        <Field label={t(tierTexts.measure)}>
          <Select
            value={keyOf(settings.measure)}
            options={choices.map(({ measure, label }) => option(keyOf(measure), label))}
            onChange={key => {
              const found = choices.find(({ measure }) => keyOf(measure) === key);
              if (found) change({ ...inQuantiles(settings, view), ...directed(found.measure) });
            }}
          />
        </Field>
        <Field label={t(tierTexts.direction)}>
          <Select
            value={settings.lessIsBetter ? 'less' : 'more'}
            options={(['more', 'less'] as const).map(id => option(id, t(tierTexts[`direction${id}`])))}
            onChange={id => change({ lessIsBetter: id === 'less', ...inQuantiles(settings, view) })}
          />
        </Field>
        <Field label={t(tierTexts.by)} {...(settings.by === 'quantile' ? { hint: t(tierTexts.byHint) } : {})}>
          <Select
            value={settings.by}
            options={(['quantile', 'value'] as const).map(id => option(id, t(tierTexts[`by${id}`])))}
            onChange={by => change(by === 'value' ? inValues(settings, view) : inQuantiles(settings, view))}
          />
        </Field>
        <Field label={t(tierTexts.review)} hint={t(tierTexts.reviewHint)}>
          <Select
            value={settings.review}
            options={(['week', 'month', 'quarter'] as const).map(id =>
              option(id, t(tierTexts[`review${id}`])),
            )}
            onChange={review => change({ review })}
          />
        </Field>
        <DaysField
          label={t(tierTexts.dwell)}
          hint={t(tierTexts.dwellHint)}
          value={settings.dwell}
          onChange={dwell => change({ dwell })}
        />
        <DaysField
          label={t(tierTexts.graceDays)}
          hint={t(tierTexts.graceDaysHint)}
          value={settings.grace}
          onChange={grace => change({ grace })}
        />
        <Checkbox
          label={t(tierTexts.oneStepDown)}
          checked={settings.oneStepDown}
          onChange={oneStepDown => change({ oneStepDown })}
        />
      </div>
      <LevelEditor view={view} settings={settings} onChange={change} />
    </>
  );
}

/** A measure with the direction in which it is usually better. */
function directed(measure: Measured): Pick<LadderSettings, 'measure' | 'lessIsBetter'> {
  return { measure, lessIsBetter: measure.is === 'field' && measure.id === 'recency' };
}

function DaysField(props: { label: string; hint: string; value: number; onChange(days: number): void }) {
  const { label, hint, value, onChange } = props;
  const [text, setText] = useState(String(value));
  const shown = Number(text) === value ? text : String(value);
  const [isWrong, setWrong] = useState(false);
  return (
    <Field label={label} hint={hint} error={isWrong ? t(tierTexts.days) : undefined}>
      <TextInput
        value={isWrong ? text : shown}
        inputMode="numeric"
        onInput={typed => {
          setText(typed);
          const days = /^\s*\d{1,4}\s*$/.test(typed) ? Number(typed) : Number.NaN;
          const isFine = days <= 3650;
          setWrong(!isFine);
          if (isFine) onChange(days);
        }}
      />
    </Field>
  );
}

import type { ComponentChildren } from 'preact';
import { dayFromIso, isoOf, type RuleVersion } from '../../../../domain/index.ts';
import type { ReplayPoint, RunHead } from '../../../../engine/index.ts';
import { asOfTexts } from '../../../../i18n/asOf.ts';
import { Field, Select, TextInput, t } from '../../../kit/index.ts';
import { moment } from '../../words.ts';
import { workspace } from '../../workspace.ts';
import styles from './AsOf.module.css';

export interface PointPickerProps {
  title: string;
  point: ReplayPoint;
  runs: readonly RunHead[];
  versions: readonly RuleVersion[];
  onChange(point: ReplayPoint): void;
  children: ComponentChildren;
}

/** One side: now, a published run, or a day under a version of the rules. */
export function PointPicker({ title, point, runs, versions, onChange, children }: PointPickerProps) {
  const base = workspace.value!;
  const day = base.fixedDay ?? base.resultsAsOf ?? 0;
  const chosen = point.is === 'run' ? `run ${point.run}` : point.is;

  function choose(value: string): void {
    if (value === 'now') onChange({ is: 'now' });
    else if (value === 'day') onChange({ is: 'day', day, version: base.version, known: 'now' });
    else onChange({ is: 'run', run: Number(value.slice('run '.length)) });
  }

  return (
    <fieldset class={styles.side}>
      <legend class={styles.title}>{title}</legend>
      <Field label={title} bare>
        <Select
          value={chosen}
          options={[
            { value: 'now', label: t(asOfTexts.now) },
            { value: 'day', label: t(asOfTexts.someDay) },
            ...runs.map(({ id, version, at }) => ({
              value: `run ${id}`,
              label: t(asOfTexts.run, { version, at: moment(at) }),
            })),
          ]}
          onChange={choose}
        />
      </Field>
      {point.is === 'day' && (
        <div class={styles.day}>
          <Field label={t(asOfTexts.day)}>
            <TextInput
              type="date"
              value={isoOf(point.day)}
              max={isoOf(day)}
              onInput={text => {
                const typed = dayFromIso(text);
                if (typed !== null) onChange({ ...point, day: typed });
              }}
            />
          </Field>
          <Field label={t(asOfTexts.version)}>
            <Select
              value={String(point.version)}
              options={versions.map(({ number }) => ({
                value: String(number),
                label: t(asOfTexts.versionName, { version: number }),
              }))}
              onChange={version => onChange({ ...point, version: Number(version) })}
            />
          </Field>
          <Field label={t(asOfTexts.known)}>
            <Select
              value={point.known}
              options={(['now', 'then'] as const).map(value => ({
                value,
                label: t(asOfTexts[`known${value}`]),
              }))}
              onChange={known => onChange({ ...point, known })}
            />
          </Field>
        </div>
      )}
      {children}
    </fieldset>
  );
}

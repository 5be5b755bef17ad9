import { Plus, X } from 'lucide';
import { useState } from 'preact/hooks';
import type { LadderFlaws, LadderSettings, LadderView } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Button, Field, IconButton, TextInput, t } from '../../../kit/index.ts';
import styles from './Tiers.module.css';
import { inValues } from './thresholds.ts';
import { inputUnit, levelNames, measureText, withUnit } from './words.ts';

export interface LevelEditorProps {
  view: LadderView;
  settings: LadderSettings;
  onChange(part: Partial<LadderSettings>): void;
}

/** The most levels above the lowest. */
const mostLevels = 7;

/** The levels from the highest to the lowest: names, what earns each and what keeps it. */
export function LevelEditor({ view, settings, onChange }: LevelEditorProps) {
  const { levels, otherwise, by } = settings;
  const kind = view.kind ?? 'number';
  const unit = inputUnit(settings, kind, view.currency);
  const set = (place: number, part: Partial<LadderSettings['levels'][number]>) =>
    onChange({ levels: levels.map((level, at) => (at === place ? { ...level, ...part } : level)) });
  const now = (place: number, of: 'enter' | 'keep') => {
    const value = by === 'quantile' && view.settings.by === 'quantile' ? view.levels[place]?.[of] : null;
    return value == null ? '' : t(tierTexts.isNow, { value: measureText(value, kind, view.currency) });
  };
  return (
    <div class={styles.levels}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(tierTexts.level)}</th>
            <th scope="col">{t(tierTexts.name)}</th>
            <th scope="col">{withUnit(t(tierTexts.enter), settings, kind, view.currency)}</th>
            <th scope="col">{withUnit(t(tierTexts.keep), settings, kind, view.currency)}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {levels.map((level, place) => (
            <tr key={`${place} of ${levels.length}`}>
              <th scope="row">{levels.length + 1 - place}</th>
              <td>
                <NameField
                  place={levels.length + 1 - place}
                  value={level.name}
                  onInput={name => set(place, { name })}
                />
              </td>
              {(['enter', 'keep'] as const).map(of => (
                <td key={of}>
                  <NumberField
                    label={t(tierTexts[`${of}Of`], { name: level.name })}
                    value={level[of] ?? level.enter}
                    unit={unit}
                    onChange={value => set(place, { [of]: value })}
                  />
                  <span class={styles.now}>{now(place, of)}</span>
                </td>
              ))}
              <td>
                {levels.length > 1 && (
                  <IconButton
                    icon={X}
                    label={t(tierTexts.removeLevel, { name: level.name })}
                    onClick={() => onChange({ levels: levels.filter((_, at) => at !== place) })}
                  />
                )}
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row">1</th>
            <td>
              <NameField place={1} value={otherwise} onInput={name => onChange({ otherwise: name })} />
            </td>
            <td colSpan={3} class={styles.rest}>
              {t(tierTexts.earnedRest)}
            </td>
          </tr>
        </tbody>
      </table>
      <Flaws flaws={view.flaws} settings={view.settings} />
      <div class={styles.actions}>
        <Button
          kind="quiet"
          icon={Plus}
          disabled={levels.length >= mostLevels}
          onClick={() => onChange({ levels: withLevelBelow(settings) })}
        >
          {t(tierTexts.addLevel)}
        </Button>
        {by === 'quantile' && (
          <Button
            kind="quiet"
            disabled={view.kind === null}
            onClick={() => onChange(inValues(settings, view))}
          >
            {t(tierTexts.freeze)}
          </Button>
        )}
      </div>
    </div>
  );
}

/** The levels with one more above the lowest, at half of the last threshold, or twice where less is better. */
function withLevelBelow({ levels, by, lessIsBetter }: LadderSettings): LadderSettings['levels'] {
  const last = levels.at(-1)!;
  const factor = lessIsBetter && by === 'value' ? 2 : 0.5;
  const name = String.fromCharCode(65 + levels.length);
  return [...levels, { name, enter: last.enter * factor, keep: (last.keep ?? last.enter) * factor }];
}

function Flaws({ flaws, settings }: { flaws: LadderFlaws; settings: LadderSettings }) {
  const names = levelNames(settings);
  const lines = (['notBelow', 'keepAboveEnter', 'sameName', 'noName'] as const).flatMap(flaw =>
    flaws[flaw].map(place =>
      t(tierTexts[`flaw${flaw}`], { name: names[place] ?? '', place: names.length - place }),
    ),
  );
  if (lines.length === 0) return null;
  return (
    <ul class={styles.flaws} role="alert">
      {lines.map(line => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function NameField(props: { place: number; value: string; onInput(name: string): void }) {
  return (
    <Field bare label={t(tierTexts.nameOf, { place: props.place })}>
      <TextInput value={props.value} maxLength={40} onInput={props.onInput} />
    </Field>
  );
}

/** A threshold; what cannot be read as a number stays to be mended and changes nothing. */
function NumberField(props: { label: string; value: number; unit: number; onChange(value: number): void }) {
  const { label, value, unit, onChange } = props;
  const written = String(Math.round((value / unit) * 1e6) / 1e6);
  const [typed, setTyped] = useState<{ text: string; value: number } | null>(null);
  const isMine = typed !== null && (Number.isNaN(typed.value) || Math.abs(typed.value - value) < 1e-9);
  const isWrong = typed !== null && Number.isNaN(typed.value);
  return (
    <Field bare label={label} error={isWrong ? t(tierTexts.notNumber) : undefined}>
      <TextInput
        value={isMine ? typed.text : written}
        inputMode="decimal"
        onInput={text => {
          const plain = text.normalize('NFKC').replace(/[\s,%]/g, '');
          const found = plain === '' ? Number.NaN : Number(plain) * unit;
          setTyped({ text, value: found });
          if (!Number.isNaN(found)) onChange(found);
        }}
      />
    </Field>
  );
}

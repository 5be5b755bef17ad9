import { X } from 'lucide';
import { useEffect } from 'preact/hooks';
import type { ScoreSettings, ScoreView } from '../../../../engine/index.ts';
import { tierTexts } from '../../../../i18n/tiers.ts';
import { Field, IconButton, Select, Slider, t } from '../../../kit/index.ts';
import { ownFields, readCatalogue } from '../../rules/knownWorld.ts';
import { draft } from '../../rules/session.ts';
import { shareText } from '../../words.ts';
import { tried } from '../tried.ts';
import { keyOf, ladderFields, measureChoices, measureLabel, scoreFields } from './measures.ts';
import styles from './Tiers.module.css';

type Part = ScoreSettings['parts'][number];

/** The most metrics of a score. */
const mostParts = 12;

/** The metrics of the score, each with its weight. */
export function ScoreParts({ view, settings }: { view: ScoreView; settings: ScoreSettings }) {
  useEffect(() => void readCatalogue(), []);
  const { parts } = settings;
  const own = ownFields.value;
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  const change = (next: readonly Part[]) => {
    tried.score.value = { parts: [...next] };
  };
  const set = (place: number, part: Partial<Part>) =>
    change(parts.map((each, at) => (at === place ? { ...each, ...part } : each)));
  const used = new Set(parts.map(({ measure }) => keyOf(measure)));
  const choices = measureChoices(draft.value?.text.value ?? '', own, [...ladderFields, ...scoreFields]);
  const free = choices.filter(({ measure }) => !used.has(keyOf(measure)));
  return (
    <div class={styles.parts}>
      <ul class={styles.partList}>
        {parts.map((part, place) => (
          <PartLine
            key={keyOf(part.measure)}
            part={part}
            name={measureLabel(part.measure, own)}
            share={total > 0 ? part.weight / total : 0}
            known={
              keyOf(view.settings.parts[place]?.measure ?? part.measure) === keyOf(part.measure)
                ? view.parts[place]
                : undefined
            }
            onChange={next => set(place, next)}
            onRemove={parts.length > 1 ? () => change(parts.filter((_, at) => at !== place)) : null}
          />
        ))}
      </ul>
      {parts.length < mostParts && (
        <Field bare label={t(tierTexts.addMetric)}>
          <Select
            value=""
            options={[
              { value: '', label: t(tierTexts.addMetric) },
              ...free.map(({ measure, label }) => ({ value: keyOf(measure), label })),
            ]}
            onChange={key => {
              const found = free.find(({ measure }) => keyOf(measure) === key);
              if (found) change([...parts, newPart(found.measure)]);
            }}
          />
        </Field>
      )}
    </div>
  );
}

/** A metric as it joins: what people were asked counts only for those who answered. */
function newPart(measure: Part['measure']): Part {
  const id = measure.is === 'field' ? measure.id : '';
  return {
    measure,
    weight: 20,
    lessIsBetter: id === 'recency',
    unknown: id === 'satisfaction' ? 'leftOut' : 'worst',
  };
}

interface PartLineProps {
  part: Part;
  name: string;
  /** Of the whole score. */
  share: number;
  known: ScoreView['parts'][number] | undefined;
  onChange(part: Partial<Part>): void;
  onRemove: (() => void) | null;
}

function PartLine({ part, name, share, known, onChange, onRemove }: PartLineProps) {
  return (
    <li class={styles.part}>
      <div class={styles.partName}>
        <b>{name}</b>
        <span class={styles.known}>
          {known && (known.readable ? t(tierTexts.knownOf, { count: known.known }) : t(tierTexts.unreadable))}
        </span>
      </div>
      <Field bare label={t(tierTexts.weight, { name })}>
        <Slider
          value={part.weight}
          min={0}
          max={100}
          valueText={t(tierTexts.weightText, { share: shareText(share) })}
          onInput={weight => onChange({ weight })}
        />
      </Field>
      <output class={styles.share}>{shareText(share)}</output>
      <Field bare label={t(tierTexts.directionOf, { name })}>
        <Select
          value={part.lessIsBetter ? 'less' : 'more'}
          options={(['more', 'less'] as const).map(value => ({
            value,
            label: t(tierTexts[`direction${value}`]),
          }))}
          onChange={value => onChange({ lessIsBetter: value === 'less' })}
        />
      </Field>
      <Field bare label={t(tierTexts.unknownAsOf, { name })}>
        <Select
          value={part.unknown}
          options={(['worst', 'leftOut'] as const).map(value => ({
            value,
            label: t(tierTexts[`unknown${value}`]),
          }))}
          onChange={unknown => onChange({ unknown })}
        />
      </Field>
      {onRemove ? (
        <IconButton icon={X} label={t(tierTexts.removeMetric, { name })} onClick={onRemove} />
      ) : (
        <span />
      )}
    </li>
  );
}

import { dayFromIso, isoOf, valueId, valueLabel } from '../../../../domain/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import type { Meaning, NumberOperand, Operand, Shape } from '../../../../rules/index.ts';
import { t } from '../../../kit/index.ts';
import { count } from '../../words.ts';
import { valuesOf } from './choices.ts';
import styles from './form.module.css';
import { CodeInput, DurationInput, NumberInput } from './inputs.tsx';
import { Picker, type PickerOption } from './Picker.tsx';
import { type FormWorld, useFormWorld } from './world.ts';

export interface ValueInputProps {
  label: string;
  value: Operand;
  /** What it is compared with. */
  meaning: Meaning;
  shape: Shape;
  onChange(value: Operand): void;
}

/** The widget of a value: by what it is, and by the kind of what it is compared with. */
export function ValueInput({ label, value, meaning, shape, onChange }: ValueInputProps) {
  const world = useFormWorld();
  const texts = textsIn(value, meaning);
  if (texts) {
    return (
      <TextsInput
        label={label}
        texts={texts}
        meaning={meaning}
        several={shape === 'many'}
        onChange={next => onChange(fromTexts(next, value, shape))}
      />
    );
  }
  switch (value.is) {
    case 'number':
      return <NumberOperandInput label={label} value={value} meaning={meaning} onChange={onChange} />;
    case 'duration':
      return (
        <DurationInput
          label={label}
          value={value.duration}
          onChange={duration => onChange({ ...value, duration })}
        />
      );
    case 'date':
      return (
        <input
          type="date"
          class={styles.date}
          aria-label={label}
          value={isoOf(value.day)}
          onChange={event => {
            const day = dayFromIso(event.currentTarget.value);
            if (day !== null) onChange({ ...value, day });
          }}
        />
      );
    case 'portion':
      return (
        <>
          {world.language === 'zh' && <span class={styles.said}>{ofWords(value.value, world)}</span>}
          <NumberOperandInput
            label={label}
            value={value.share}
            meaning={meaning}
            onChange={share => onChange({ ...value, share: share as NumberOperand })}
          />
          {world.language === 'en' && <span class={styles.said}>{ofWords(value.value, world)}</span>}
        </>
      );
    case 'code':
      return <CodeInput label={label} value={value.text} onChange={text => onChange({ ...value, text })} />;
    default:
      return <span class={styles.chip}>{world.label(value, 'customer')}</span>;
  }
}

/** '150 %' of what. */
function ofWords(value: Operand, world: FormWorld): string {
  if (value.is === 'call' && value.operands.length <= 1) {
    if (value.construct === 'mean') return t(formTexts.ofMean);
    if (value.construct === 'median') return t(formTexts.ofMedian);
  }
  return t(formTexts.ofValue, { value: world.label(value, 'customer') });
}

function NumberOperandInput(props: {
  label: string;
  value: NumberOperand;
  meaning: Meaning;
  onChange(value: Operand): void;
}) {
  const { label, value, meaning, onChange } = props;
  const world = useFormWorld();
  const percent = value.unit === 'percent';
  const money = value.unit === 'money' || (meaning.kind === 'money' && value.unit === 'plain');
  const yuan = money && world.language === 'zh' && world.currency === 'CNY';
  const suffix = percent ? '%' : yuan ? '元' : meaning.kind === 'days' ? t(formTexts.unitday) : '';
  return (
    <NumberInput
      label={label}
      value={percent ? Number((value.value * 100).toPrecision(12)) : value.value}
      suffix={suffix}
      prefix={money && !yuan ? world.currency : ''}
      onChange={next => onChange({ ...value, value: percent ? Number((next / 100).toPrecision(12)) : next })}
    />
  );
}

/** The texts of a value that is one or several; null for other values. */
function textsIn(value: Operand, { kind, levels }: Meaning): readonly string[] | null {
  const isText = kind === 'text' || kind === 'texts' || levels !== null;
  if (value.is === 'text') return [value.value];
  if (value.is === 'name' && isText) return [value.name];
  if (value.is !== 'list' || !isText) return null;
  const texts = value.items.map(each =>
    each.is === 'text' ? each.value : each.is === 'name' ? each.name : null,
  );
  return texts.every(each => each !== null) ? (texts as string[]) : null;
}

/** The same texts stay the very operands that they were. */
function fromTexts(texts: readonly string[], before: Operand, shape: Shape): Operand {
  const old = before.is === 'list' ? before.items : [before];
  const items = texts.map((text): Operand => {
    const kept = old.find(
      each => (each.is === 'text' ? each.value : each.is === 'name' ? each.name : null) === text,
    );
    return kept ?? { is: 'text', origin: null, value: text };
  });
  if (shape === 'many') return { is: 'list', origin: before.is === 'list' ? before.origin : null, items };
  return items[0]!;
}

function TextsInput(props: {
  label: string;
  texts: readonly string[];
  meaning: Meaning;
  several: boolean;
  onChange(texts: readonly string[]): void;
}) {
  const { label, texts, meaning, several, onChange } = props;
  const world = useFormWorld();
  const { field, levels } = meaning;
  const storedOf = (text: string) => (field ? (valueId(field, text) ?? text) : text);
  const chosen = texts.map(storedOf);
  const shown = (text: string) => (field ? valueLabel(field, storedOf(text), world.language) : text);

  function options(): readonly PickerOption[] {
    const checked = (stored: string) => chosen.includes(stored);
    if (levels) return levels.map(level => ({ id: level, label: level, checked: checked(level) }));
    if (!field) return [];
    return valuesOf(field, world).map(each => ({
      id: each.stored,
      label: each.label,
      filter: `${each.written} ${each.stored}`.toLowerCase(),
      checked: checked(each.stored),
      ...(each.count === null ? {} : { count: count(each.count) }),
    }));
  }

  function pick(stored: string): void {
    const written = (field && valuesOf(field, world).find(each => each.stored === stored)?.written) ?? stored;
    if (!several) onChange([written]);
    else if (!chosen.includes(stored)) onChange([...texts, written]);
    else if (texts.length > 1) onChange(texts.filter(text => storedOf(text) !== stored));
  }

  return (
    <Picker
      label={`${label}: ${texts.map(shown).join(', ')}`}
      search={t(formTexts.searchValue)}
      options={options}
      onPick={pick}
      several={several}
      {...(levels ? {} : { onTyped: (text: string) => onChange(several ? [...texts, text] : [text]) })}
    >
      {texts.map(text => (
        <span key={text} class={several ? styles.token : styles.text}>
          {shown(text)}
        </span>
      ))}
    </Picker>
  );
}

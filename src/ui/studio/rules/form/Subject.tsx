import { ChevronDown } from 'lucide';
import type { Subject as Of } from '../../../../domain/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import type { Operand } from '../../../../rules/index.ts';
import { Icon, t } from '../../../kit/index.ts';
import { type Choice, choicesFor } from './choices.ts';
import styles from './form.module.css';
import { CodeInput, DurationInput } from './inputs.tsx';
import { Picker } from './Picker.tsx';
import { type FormWorld, useFormWorld } from './world.ts';

export interface SubjectProps {
  value: Operand;
  of: Of;
  /** Something else is what the condition is about. */
  onChoose(choice: Choice): void;
  onChange(value: Operand): void;
}

/** What a condition is about: a field, a metric, a tag, or what is made of orders and interactions. */
export function Subject({ value, of, onChoose, onChange }: SubjectProps) {
  const world = useFormWorld();
  if (value.is === 'code') {
    return (
      <CodeInput
        label={t(formTexts.code)}
        value={value.text}
        onChange={text => onChange({ ...value, text })}
      />
    );
  }
  const { base, window } = parted(value);
  return (
    <>
      {window && 'count' in window && (
        <span class={styles.window}>
          {world.language === 'zh' && t(formTexts.window)}
          {world.language === 'en' && <Name value={base} of={of} world={world} onChoose={onChoose} />}
          {world.language === 'en' && t(formTexts.window)}
          <DurationInput
            label={t(formTexts.window)}
            value={window}
            onChange={next => onChange(windowed(value, next)!)}
          />
        </span>
      )}
      {!(window && 'count' in window && world.language === 'en') && (
        <Name
          value={window && !('count' in window) ? value : base}
          of={of}
          world={world}
          onChoose={onChoose}
        />
      )}
    </>
  );
}

function Name(props: { value: Operand; of: Of; world: FormWorld; onChoose(choice: Choice): void }) {
  const { value, of, world, onChoose } = props;
  const said = world.label(value, of).replace(/^the /, '');
  const label =
    value.is === 'name' || value.is === 'reference' ? said : said[0]!.toUpperCase() + said.slice(1);
  return <SubjectPicker label={label} of={of} onChoose={onChoose} look="field" />;
}

/** A list of everything that a condition may be about. */
export function SubjectPicker(props: {
  label: string;
  /** What stands on the button, if not the label. */
  shown?: string;
  of: Of;
  onChoose(choice: Choice): void;
  look: 'field' | 'quiet';
  icon?: Parameters<typeof Icon>[0]['of'];
}) {
  const { label, shown = label, of, onChoose, look, icon } = props;
  const world = useFormWorld();
  return (
    <Picker
      label={look === 'field' ? `${t(formTexts.field)}: ${label}` : label}
      look={look}
      title={label}
      search={t(formTexts.searchField)}
      options={() => choicesFor(of, world)}
      onPick={id => {
        const choice = choicesFor(of, world).find(each => each.id === id);
        if (choice) onChoose(choice);
      }}
    >
      {icon && <Icon of={icon} size={14} />}
      <span>{shown}</span>
      {look === 'field' && <Icon of={ChevronDown} size={12} />}
    </Picker>
  );
}

type Window = (Operand & { is: 'windowed' })['window'];

/** A value and the window over it, apart. The conditions on rows have a place of their own. */
function parted(value: Operand): { base: Operand; window: Window | null } {
  if (value.is === 'windowed') return { base: value.value, window: value.window };
  if (value.is !== 'aggregate') return { base: value, window: null };
  return { base: { ...value, window: null, where: null, origin: null }, window: value.window };
}

/** The value over another window, null = over all time; null where it can have none. */
export function windowed(value: Operand, window: Window | null): Operand | null {
  if (value.is === 'aggregate') return { ...value, window };
  if (value.is === 'windowed') return window ? { ...value, window } : value.value;
  if (value.is !== 'name') return null;
  return window ? { is: 'windowed', origin: null, value, window } : value;
}

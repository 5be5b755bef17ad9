import { useMemo } from 'preact/hooks';
import type { Day } from '../../../../domain/index.ts';
import type { CatalogueField } from '../../../../engine/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import type { Language } from '../../../../i18n/index.ts';
import {
  type Checked,
  type Declaration,
  type Form,
  fromForm,
  renameAt,
  spellingOf,
  type TextEdit,
  toForm,
} from '../../../../rules/index.ts';
import { EmptyState, t } from '../../../kit/index.ts';
import { ActionFields } from './ActionFields.tsx';
import { ConditionGroup } from './ConditionGroup.tsx';
import styles from './form.module.css';
import { CodeInput } from './inputs.tsx';
import { Ladder } from './Ladder.tsx';
import { NumberPart } from './NumberPart.tsx';
import { Part } from './Part.tsx';
import { ScoreLines } from './ScoreLines.tsx';
import { Subject } from './Subject.tsx';
import { FormWorldProvider, formWorld } from './world.ts';

export interface RuleFormProps {
  /** The whole text as the checker sees it, and the declaration of it that is shown. */
  checked: Checked;
  declaration: Declaration;
  language: Language;
  currency: string;
  today: Day;
  /** The fields with the values that occur. */
  catalogue: readonly CatalogueField[];
  /** What the user did, as changes to the text. */
  onEdit(edits: readonly TextEdit[]): void;
}

/** What else names a level that the form gives another name: rules and tests go on meaning it. */
function usesOfRenamed(declaration: Declaration, next: Form, text: string): readonly TextEdit[] {
  if (declaration.kind !== 'tier' || next.kind !== 'tier') return [];
  if (declaration.levels.length !== next.levels.length) return [];
  const changed = declaration.levels.flatMap(({ name }, index) => {
    const wanted = next.levels[index]!.name;
    return wanted === name.text ? [] : [{ name, wanted }];
  });
  if (changed.length !== 1) return [];
  const [{ name, wanted }] = changed as [(typeof changed)[number]];
  const renamed = renameAt(text, name.span[0], wanted);
  const [start, end] = declaration.span;
  return 'edits' in renamed ? renamed.edits.filter(({ span }) => span[1] <= start || span[0] >= end) : [];
}

/** A declaration as a form. It shows what the text says; every change is made to the text. */
export function RuleForm(props: RuleFormProps) {
  const { checked, declaration, language, currency, today, catalogue, onEdit } = props;
  const { text } = checked.parsed;
  const form = useMemo(() => toForm(declaration, text), [declaration, text]);
  const world = useMemo(() => {
    const spelling = spellingOf(declaration, text);
    const self = declaration.name.text;
    return formWorld({ language, spelling, currency, today, catalogue, checked, self });
  }, [declaration, text, language, currency, today, catalogue, checked]);

  if (!form) return <EmptyState title={t(formTexts.broken)} text={t(formTexts.brokenHint)} />;
  const change = (next: Form) => {
    const edits = [...fromForm(next, text), ...usesOfRenamed(declaration, next, text)];
    if (edits.length > 0) onEdit(edits);
  };
  return (
    <FormWorldProvider value={world}>
      <form
        class={styles.form}
        aria-label={t(formTexts.form, { name: form.name })}
        onSubmit={event => event.preventDefault()}
      >
        <Body form={form} onChange={change} />
      </form>
    </FormWorldProvider>
  );
}

function Body({ form, onChange }: { form: Form; onChange(form: Form): void }) {
  switch (form.kind) {
    case 'tag':
      return (
        <>
          <Part label={t(formTexts.whenOf)}>
            <ConditionGroup
              condition={form.when}
              of="customer"
              first={t(formTexts.first)}
              onChange={when => onChange({ ...form, when })}
              onRemove={null}
            />
          </Part>
          <NumberPart
            label={t(formTexts.weight)}
            value={form.weight}
            onChange={weight => onChange({ ...form, weight })}
          />
        </>
      );
    case 'segment':
      return (
        <>
          <Part label={t(formTexts.whenOf)}>
            {form.when ? (
              <ConditionGroup
                condition={form.when}
                of="customer"
                first={t(formTexts.first)}
                onChange={when => onChange({ ...form, when })}
                onRemove={null}
              />
            ) : (
              <p>{t(formTexts.rest)}</p>
            )}
          </Part>
          {form.group !== null && (
            <div class={styles.pair}>
              <Part label={t(formTexts.group)}>
                <span class={styles.chip}>{form.group}</span>
              </Part>
              <NumberPart
                label={t(formTexts.priority)}
                value={form.priority}
                onChange={priority => onChange({ ...form, priority })}
              />
            </div>
          )}
        </>
      );
    case 'score':
      return (
        <Part label={t(formTexts.lines)}>
          <ScoreLines form={form} onChange={onChange} />
        </Part>
      );
    case 'metric':
      return (
        <Part label={t(formTexts.value)}>
          <ValueOf form={form} onChange={onChange} />
        </Part>
      );
    case 'tier':
      return (
        <>
          <Part label={t(formTexts.by)}>
            <div class={styles.row}>
              <Subject
                value={form.by}
                of="customer"
                onChoose={choice => onChange({ ...form, by: choice.subject })}
                onChange={by => onChange({ ...form, by })}
              />
            </div>
          </Part>
          <Part label={t(formTexts.levels)}>
            <Ladder form={form} onChange={onChange} />
          </Part>
        </>
      );
    case 'action':
      return <ActionFields form={form} onChange={onChange} />;
  }
}

/** What a metric is: an aggregate with its window and conditions, or a calculation as text. */
function ValueOf({ form, onChange }: { form: Form & { kind: 'metric' }; onChange(form: Form): void }) {
  const { value } = form;
  const set = (next: typeof value) => onChange({ ...form, value: next });
  if (value.is !== 'aggregate' && value.is !== 'name' && value.is !== 'windowed') {
    const code = value.is === 'code' ? value.text : null;
    return (
      <CodeInput
        label={t(formTexts.code)}
        value={code ?? form.source}
        onChange={text => set({ is: 'code', origin: value.origin, text })}
      />
    );
  }
  return (
    <>
      <div class={styles.row}>
        <Subject value={value} of="customer" onChoose={choice => set(choice.subject)} onChange={set} />
      </div>
      {value.is === 'aggregate' && value.where && (
        <div class={styles.where}>
          <ConditionGroup
            condition={value.where}
            of={value.of}
            first={t(value.of === 'order' ? formTexts.whereOrders : formTexts.whereInteractions)}
            onChange={where => set({ ...value, where })}
            onRemove={() => set({ ...value, where: null })}
          />
        </div>
      )}
    </>
  );
}

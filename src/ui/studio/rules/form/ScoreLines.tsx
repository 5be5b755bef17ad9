import { Plus, X } from 'lucide';
import { formTexts } from '../../../../i18n/faces.ts';
import type { Condition, ScoreForm, ScoreLine } from '../../../../rules/index.ts';
import { IconButton, t } from '../../../kit/index.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import { conditionOf } from './choices.ts';
import styles from './form.module.css';
import { Subject, SubjectPicker } from './Subject.tsx';
import { ValueInput } from './ValueInput.tsx';
import { useFormWorld } from './world.ts';

/** What a score adds up: what each line counts, and for whom. */
export function ScoreLines({ form, onChange }: { form: ScoreForm; onChange(form: ScoreForm): void }) {
  const world = useFormWorld();
  const { items } = form;
  const set = (next: readonly ScoreLine[]) => onChange({ ...form, items: next });
  const put = (index: number, line: ScoreLine) => set(items.map((each, at) => (at === index ? line : each)));
  const add = (when: Condition) =>
    set([...items, { value: { is: 'number', origin: null, value: 10, unit: 'plain' }, when }]);

  return (
    <>
      {items.map(({ value, when }, index) => (
        <div key={index} class={styles.box}>
          <div class={styles.row}>
            {value.is === 'number' ? (
              <ValueInput
                label={t(formTexts.points)}
                value={value}
                meaning={{ kind: 'number', field: null, levels: null }}
                shape="one"
                onChange={next => put(index, { value: next, when })}
              />
            ) : (
              <Subject
                value={value}
                of="customer"
                onChoose={choice => put(index, { value: choice.subject, when })}
                onChange={next => put(index, { value: next, when })}
              />
            )}
            <span class={styles.tools}>
              {items.length > 1 && (
                <IconButton
                  icon={X}
                  size="small"
                  label={t(formTexts.removeLine)}
                  onClick={() => set(items.filter((_, at) => at !== index))}
                />
              )}
            </span>
          </div>
          {when ? (
            <ConditionGroup
              condition={when}
              of="customer"
              first={t(formTexts.first)}
              onChange={next => put(index, { value, when: next })}
              onRemove={() => put(index, { value, when: null })}
            />
          ) : (
            <SubjectPicker
              label={t(formTexts.onlyWhen)}
              of="customer"
              look="quiet"
              onChoose={choice => put(index, { value, when: conditionOf(choice, world) })}
            />
          )}
        </div>
      ))}
      <SubjectPicker
        label={t(formTexts.addLine)}
        of="customer"
        look="quiet"
        icon={Plus}
        onChoose={choice => add(conditionOf(choice, world))}
      />
    </>
  );
}

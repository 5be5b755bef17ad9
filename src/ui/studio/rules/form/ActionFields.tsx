import { Plus, X } from 'lucide';
import { formTexts } from '../../../../i18n/faces.ts';
import type { ActionForm } from '../../../../rules/index.ts';
import { Button, IconButton, Select, TextArea, t } from '../../../kit/index.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import { conditionOf } from './choices.ts';
import styles from './form.module.css';
import { DurationInput } from './inputs.tsx';
import { NumberPart } from './NumberPart.tsx';
import { Part } from './Part.tsx';
import { SubjectPicker } from './Subject.tsx';
import { useFormWorld } from './world.ts';

/** For whom an action is, how urgent, until when, and what to say. */
export function ActionFields({ form, onChange }: { form: ActionForm; onChange(form: ActionForm): void }) {
  const world = useFormWorld();
  const names = world.checked.declarations
    .filter(each => each.kind === 'segment' || each.kind === 'tag')
    .map(each => each.name);
  if (form.target !== null && !names.includes(form.target)) names.unshift(form.target);
  const { within, when } = form;
  return (
    <>
      <div class={styles.pair}>
        <Part label={t(formTexts.target)}>
          <Select
            label={t(formTexts.target)}
            value={form.target ?? ''}
            options={[
              ...(when || form.target === null ? [{ value: '', label: t(formTexts.anyTarget) }] : []),
              ...names.map(name => ({ value: name, label: name })),
            ]}
            onChange={target => onChange({ ...form, target: target === '' ? null : target })}
          />
        </Part>
        <NumberPart
          label={t(formTexts.priority)}
          value={form.priority}
          onChange={priority => onChange({ ...form, priority })}
        />
        {!form.workingDays && (
          <Part label={t(formTexts.within)}>
            {within ? (
              <span class={styles.value}>
                <DurationInput
                  label={t(formTexts.within)}
                  value={within}
                  onChange={next => onChange({ ...form, within: next })}
                />
                <IconButton
                  icon={X}
                  size="small"
                  label={`${t(formTexts.remove)}: ${t(formTexts.within)}`}
                  onClick={() => onChange({ ...form, within: null })}
                />
              </span>
            ) : (
              <Button
                kind="quiet"
                size="small"
                onClick={() => onChange({ ...form, within: { count: 7, unit: 'day' } })}
              >
                {t(formTexts.setWithin)}
              </Button>
            )}
          </Part>
        )}
      </div>
      <Part label={t(formTexts.when)}>
        {when ? (
          <ConditionGroup
            condition={when}
            of="customer"
            first={t(formTexts.first)}
            onChange={next => onChange({ ...form, when: next })}
            onRemove={form.target === null ? null : () => onChange({ ...form, when: null })}
          />
        ) : (
          <SubjectPicker
            label={t(formTexts.addWhen)}
            of="customer"
            look="quiet"
            icon={Plus}
            onChoose={choice => onChange({ ...form, when: conditionOf(choice, world) })}
          />
        )}
      </Part>
      {(['eligible', 'applicable', 'suitable'] as const).map(clause => {
        const condition = form[clause];
        return (
          condition && (
            <Part key={clause} label={t(formTexts[clause])}>
              <ConditionGroup
                condition={condition}
                of="customer"
                first={t(formTexts.first)}
                onChange={next => onChange({ ...form, [clause]: next })}
                onRemove={null}
              />
            </Part>
          )
        );
      })}
      <Part
        label={t(formTexts.message)}
        hint={t(formTexts.messageHint, { braces: world.language === 'zh' ? '{姓名}' : '{name}' })}
      >
        <TextArea
          label={t(formTexts.message)}
          rows={4}
          value={form.say ?? ''}
          onInput={say => onChange({ ...form, say: say === '' ? null : say })}
        />
      </Part>
      {(form.more || form.workingDays) && <p class={styles.hint}>{t(formTexts.further)}</p>}
    </>
  );
}

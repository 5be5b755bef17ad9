import { Ellipsis, Plus, X } from 'lucide';
import type { Subject as Of } from '../../../../domain/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import type { Condition } from '../../../../rules/index.ts';
import { IconButton, Menu, Select, t } from '../../../kit/index.ts';
import { ConditionRow } from './ConditionRow.tsx';
import { conditionOf } from './choices.ts';
import { joined, opposite, without } from './conditions.ts';
import styles from './form.module.css';
import { SubjectPicker } from './Subject.tsx';
import { useFormWorld } from './world.ts';

export interface ConditionGroupProps {
  condition: Condition;
  of: Of;
  /** What stands before the first condition. */
  first: string;
  onChange(condition: Condition): void;
  /** null where something must be left. */
  onRemove: (() => void) | null;
  nested?: boolean;
}

/** Conditions below each other, joined by and or or; groups inside of groups are boxes. */
export function ConditionGroup({ condition, of, first, onChange, onRemove, nested }: ConditionGroupProps) {
  const world = useFormWorld();
  const negatedGroup = condition.is === 'not' && condition.item.is === 'group';
  const inner = negatedGroup ? condition.item : condition;
  const items = inner.is === 'group' ? inner.items : [inner];
  const joins = inner.is === 'group' ? inner.joins : 'and';
  const wrap = (next: Condition): Condition =>
    negatedGroup && next.is === 'group' ? { is: 'not', origin: null, item: next } : next;
  const change = (next: Condition) => onChange(wrap(next));

  function changeItem(index: number, next: Condition): void {
    if (inner.is !== 'group') change(next);
    else change({ ...inner, items: items.map((each, at) => (at === index ? next : each)) });
  }

  return (
    <fieldset class={nested ? styles.box : styles.group} aria-label={first}>
      {(negatedGroup || nested) && (
        <div class={styles.boxHead}>
          {negatedGroup && <span class={styles.not}>{t(formTexts.not)}</span>}
          <span class={styles.tools}>
            <Menu
              label={t(formTexts.moreGroup)}
              icon={Ellipsis}
              size="small"
              items={[
                {
                  label: t(negatedGroup ? formTexts.unnegate : formTexts.negate),
                  onChoose: () => onChange(opposite(condition)),
                },
              ]}
            />
            {onRemove && <IconButton icon={X} size="small" label={t(formTexts.remove)} onClick={onRemove} />}
          </span>
        </div>
      )}
      {items.map((item, index) => {
        const negated = item.is === 'not' && item.item.is !== 'group';
        const bare = negated ? item.item : item;
        const remove = inner.is === 'group' ? () => change(without(inner, index)) : onRemove;
        const isGroup = bare.is === 'group' || bare.is === 'not';
        return (
          <div key={index} class={styles.line}>
            <span class={styles.joint}>
              {index === 0 && <span class={styles.first}>{nested ? '' : first}</span>}
              {index === 1 && inner.is === 'group' && (
                <Select
                  label={t(formTexts.joins)}
                  value={joins}
                  options={[
                    { value: 'and', label: t(formTexts.and) },
                    { value: 'or', label: t(formTexts.or) },
                  ]}
                  onChange={next => change({ ...inner, joins: next })}
                />
              )}
              {index > 1 && (
                <span class={styles.first}>{t(joins === 'and' ? formTexts.and : formTexts.or)}</span>
              )}
            </span>
            {isGroup ? (
              <ConditionGroup
                nested
                condition={bare}
                of={of}
                first={t(joins === 'and' ? formTexts.or : formTexts.and)}
                onChange={next => changeItem(index, next)}
                onRemove={remove}
              />
            ) : (
              <ConditionRow
                condition={bare}
                of={of}
                negated={negated}
                joins={joins}
                onChange={next => changeItem(index, next)}
                onRemove={remove}
              />
            )}
          </div>
        );
      })}
      <div class={styles.line}>
        <span class={styles.joint} />
        <SubjectPicker
          label={t(formTexts.addCondition)}
          of={of}
          look="quiet"
          icon={Plus}
          onChoose={choice => change(joined(inner, joins, conditionOf(choice, world)))}
        />
      </div>
    </fieldset>
  );
}

import { Ellipsis, Plus, X } from 'lucide';
import type { Subject as Of } from '../../../../domain/index.ts';
import { formTexts, operatorTexts, textOperatorTexts } from '../../../../i18n/faces.ts';
import type { Text } from '../../../../i18n/index.ts';
import {
  type Condition,
  type Flag,
  firstValue,
  type Meaning,
  type Operand,
  operatorsFor,
  type Row,
} from '../../../../rules/index.ts';
import { IconButton, Menu, type MenuItem, Select, t } from '../../../kit/index.ts';
import { freezingsAt } from '../freezing.ts';
import { ConditionGroup } from './ConditionGroup.tsx';
import { type Choice, choicesFor, conditionOf, likeliest } from './choices.ts';
import { joined, opposite, portionOf, withValue } from './conditions.ts';
import { edit } from './faces.ts';
import styles from './form.module.css';
import { Subject, SubjectPicker, windowed } from './Subject.tsx';
import { ValueInput } from './ValueInput.tsx';
import { type FormWorld, useFormWorld } from './world.ts';

export interface ConditionRowProps {
  condition: Row | Flag;
  of: Of;
  negated: boolean;
  /** How the group around joins its conditions: the menu offers the other way. */
  joins: 'and' | 'or';
  onChange(condition: Condition): void;
  onRemove: (() => void) | null;
}

/** One condition: what it is about, how it is compared, with what. */
export function ConditionRow({ condition, of, negated, joins, onChange, onRemove }: ConditionRowProps) {
  const world = useFormWorld();
  const { subject } = condition;
  const meaning = world.meaning(subject, of);
  const wrap = (next: Condition): Condition => (negated ? { is: 'not', origin: null, item: next } : next);
  const change = (next: Condition) => onChange(wrap(next));
  const where = subject.is === 'aggregate' ? subject.where : null;

  const choose = (choice: Choice) => change(moved(condition, choice, world));
  const join = (choice: Choice) =>
    onChange(joined(wrap(condition), joins === 'and' ? 'or' : 'and', conditionOf(choice, world)));
  const items = menuOf(condition, meaning, world, of, {
    change,
    negate: () => onChange(opposite(wrap(condition))),
    negated,
  });

  return (
    <div class={styles.condition}>
      <div class={styles.row}>
        {negated && <span class={styles.not}>{t(formTexts.not)}</span>}
        {condition.is === 'flag' && subject.is === 'reference' && subject.to !== 'tier' && (
          <span class={styles.said}>{t(subject.to === 'tag' ? formTexts.hasTag : formTexts.inSegment)}</span>
        )}
        <Subject
          value={subject}
          of={of}
          onChoose={choose}
          onChange={next => change({ ...condition, subject: next })}
        />
        {condition.is === 'row' && (
          <Comparison row={condition} meaning={meaning} world={world} onChange={change} />
        )}
        <span class={styles.tools}>
          <SubjectPicker
            label={t(joins === 'and' ? formTexts.addAlternative : formTexts.addRequirement)}
            shown={t(joins === 'and' ? formTexts.or : formTexts.and)}
            of={of}
            onChoose={join}
            look="quiet"
            icon={Plus}
          />
          <Menu label={t(formTexts.more)} icon={Ellipsis} size="small" items={items} />
          {onRemove && (
            <IconButton icon={X} size="small" label={t(formTexts.removeCondition)} onClick={onRemove} />
          )}
        </span>
      </div>
      {where && subject.is === 'aggregate' && (
        <div class={styles.where}>
          <ConditionGroup
            condition={where}
            of={subject.of}
            first={t(subject.of === 'order' ? formTexts.whereOrders : formTexts.whereInteractions)}
            onChange={next => change({ ...condition, subject: { ...subject, where: next } })}
            onRemove={() => change({ ...condition, subject: { ...subject, where: null } })}
          />
        </div>
      )}
    </div>
  );
}

function Comparison(props: { row: Row; meaning: Meaning; world: FormWorld; onChange(row: Row): void }) {
  const { row, meaning, world, onChange } = props;
  const operators = operatorsFor(meaning.levels ? 'text' : meaning.kind);
  const current = operators.find(each => each.construct.id === row.operator);
  const textual = meaning.kind === 'text' || meaning.kind === 'texts';
  const label = (id: string, spelling: string) => {
    const rows = { ...operatorTexts, ...(textual ? textOperatorTexts : {}) } as Record<string, Text>;
    return rows[id]?.[world.language] ?? spelling;
  };
  const options = operators.map(({ construct }) => ({
    value: construct.id,
    label: label(construct.id, construct[world.language][0]!),
  }));
  if (!current) options.push({ value: row.operator, label: label(row.operator, row.operator) });

  function operate(id: string): void {
    const next = operators.find(each => each.construct.id === id)!;
    const fresh = () => firstValue(meaning.kind, next.shape, likeliest(meaning, world), world.today);
    const [first = fresh(), second] = row.values;
    if (next.shape === current?.shape) onChange({ ...row, operator: id });
    else if (next.shape === 'none') onChange({ ...row, operator: id, values: [] });
    else if (next.shape === 'two') {
      const low = first.is === 'list' ? (first.items[0] ?? fresh()) : first;
      onChange({ ...row, operator: id, values: [low, second ?? { ...low, origin: null }] });
    } else if (next.shape === 'many') {
      const items = first.is === 'list' ? first.items : [first];
      const list: Operand = first.is === 'list' ? first : { is: 'list', origin: null, items };
      onChange({ ...row, operator: id, values: [list] });
    } else if (next.shape === 'one') {
      onChange({ ...row, operator: id, values: [first.is === 'list' ? (first.items[0] ?? fresh()) : first] });
    } else onChange({ ...row, operator: id, values: [fresh()] });
  }

  return (
    <>
      <span class={styles.operator}>
        <Select label={t(formTexts.operator)} value={row.operator} options={options} onChange={operate} />
      </span>
      {row.values.map((value, index) => (
        <span key={index} class={styles.value}>
          {index > 0 && <span class={styles.said}>{t(formTexts.and2)}</span>}
          <ValueInput
            label={t(formTexts.value)}
            value={value}
            meaning={meaning}
            shape={current?.shape ?? 'one'}
            onChange={next => onChange(withValue(row, index, next))}
          />
        </span>
      ))}
    </>
  );
}

/** The same comparison about something else, as far as it fits; else the one it begins with. */
function moved(condition: Row | Flag, choice: Choice, world: FormWorld): Condition {
  const fresh = conditionOf(choice, world);
  if (condition.is !== 'row' || fresh.is !== 'row') return fresh;
  const before = world.meaning(condition.subject, 'customer');
  const numeric = !['text', 'texts', 'date', 'flag'].includes(choice.meaning.kind);
  const alike = before.kind === choice.meaning.kind && numeric;
  return alike ? { ...condition, subject: choice.subject } : fresh;
}

interface Deeds {
  change(next: Condition): void;
  negate(): void;
  readonly negated: boolean;
}

function menuOf(
  condition: Row | Flag,
  meaning: Meaning,
  world: FormWorld,
  of: Of,
  { change, negate, negated }: Deeds,
): MenuItem[] {
  const { subject } = condition;
  const items: MenuItem[] = [{ label: t(negated ? formTexts.unnegate : formTexts.negate), onChoose: negate }];
  if (condition.is === 'row' && condition.values.length === 1 && of === 'customer') {
    const compare = (value: Operand) => change({ ...condition, values: [value] });
    const numeric = ['number', 'money', 'days', 'share'].includes(meaning.kind);
    const single =
      operatorsFor(meaning.kind).find(each => each.construct.id === condition.operator)?.shape === 'one';
    if (numeric && single) {
      const portion = condition.values[0]!.is === 'portion';
      if (portion) {
        items.push({
          label: t(formTexts.toNumber),
          onChoose: () => compare(firstValue(meaning.kind, 'one', '', world.today)),
        });
      }
      items.push({ label: t(formTexts.toMean), onChoose: () => compare(portionOf('mean')) });
      items.push({ label: t(formTexts.toMedian), onChoose: () => compare(portionOf('median')) });
    }
  }
  for (const { origin } of condition.is === 'row' ? condition.values : []) {
    if (!origin) continue;
    const [start, end] = origin.span;
    for (const { title, edits } of freezingsAt(world.checked.parsed.text, start, end)) {
      items.push({ label: title, onChoose: () => edit(edits) });
    }
  }
  const window = 'window' in subject ? subject.window : null;
  const countable =
    subject.is === 'aggregate' ||
    (subject.is === 'name' && (!meaning.field || meaning.field.place === 'derived'));
  if (of === 'customer' && condition.is === 'row') {
    const next = windowed(subject, window ? null : { count: 6, unit: 'month' });
    if (next && (window || countable) && meaning.levels === null) {
      items.push({
        label: t(window ? formTexts.removeWindow : formTexts.addWindow),
        onChoose: () => change({ ...condition, subject: next }),
      });
    }
    if (subject.is === 'aggregate' && !subject.where) {
      const wanted = subject.of === 'order' ? 'order status' : 'interaction kind';
      const choice = choicesFor(subject.of, world).find(each => each.id === wanted)!;
      const where = conditionOf(choice, world);
      items.push({
        label: t(formTexts.addWhere),
        onChoose: () => change({ ...condition, subject: { ...subject, where } }),
      });
    }
  }
  return items;
}

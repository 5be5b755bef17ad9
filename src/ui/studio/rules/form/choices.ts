import { type Field, nameInRules, type Subject } from '../../../../domain/index.ts';
import { formTexts } from '../../../../i18n/faces.ts';
import {
  aggregatesFor,
  type Condition,
  firstValue,
  type Meaning,
  type Operand,
  operatorsFor,
} from '../../../../rules/index.ts';
import { t } from '../../../kit/index.ts';
import type { FormWorld } from './world.ts';

/** Something that a condition may be about. */
export interface Choice {
  readonly id: string;
  readonly group: string;
  readonly label: string;
  /** All spellings by which it is found. */
  readonly filter: string;
  readonly detail: string;
  readonly subject: Operand;
  readonly meaning: Meaning;
}

const made = { origin: null } as const;
const named = (name: string): Operand => ({ is: 'name', ...made, name });

/** How the rule calls a field: a name that the text declares itself means the declaration. */
function spelled(field: Field, world: FormWorld): string {
  const label = nameInRules(field, world.spelling);
  return field.of === 'customer' && world.declares(label) ? field.id : label;
}

function choiceOf(field: Field, group: string, world: FormWorld): Choice {
  return {
    id: `${field.of} ${field.id}`,
    group,
    label: field[world.language],
    filter: [field.id, field.en, field.zh, ...(field.aliases ?? [])].join(' ').toLowerCase(),
    detail: field.help[world.language],
    subject: named(spelled(field, world)),
    meaning: { kind: field.kind, field, levels: null },
  };
}

/** Everything a condition may be about: of the customer, or after 'where' of orders or interactions. */
export function choicesFor(of: Subject, world: FormWorld): Choice[] {
  const columns = world.fields.filter(field => field.of === of && field.place !== 'row');
  if (of !== 'customer') return columns.map(field => choiceOf(field, t(formTexts[`group${of}`]), world));
  return [
    ...declaredChoices(world),
    ...columns
      .filter(field => field.place !== 'column')
      .map(field => choiceOf(field, t(formTexts.groupDerived), world)),
    ...columns
      .filter(field => field.place === 'column')
      .map(field => choiceOf(field, t(formTexts.groupCustomer), world)),
    ...aggregateChoices('order', world),
    ...aggregateChoices('interaction', world),
  ];
}

function declaredChoices(world: FormWorld): Choice[] {
  const found = world.checked.declarations
    .filter(each => each.name !== world.self && each.kind !== 'action')
    .map((each): Choice => {
      const base = {
        id: `declared ${each.name}`,
        label: each.name,
        filter: each.name.toLowerCase(),
        detail: '',
      };
      if (each.kind === 'tag' || each.kind === 'segment') {
        return {
          ...base,
          group: t(formTexts.groupTags),
          subject: { is: 'reference', ...made, to: each.kind, name: each.name },
          meaning: { kind: 'flag', field: null, levels: null },
        };
      }
      const levels = each.kind === 'tier' ? each.levels.map(level => level.name) : null;
      const kind = each.kind === 'metric' ? each.value.kind : each.kind === 'tier' ? 'text' : 'number';
      return {
        ...base,
        group: t(formTexts.groupMetrics),
        subject: named(each.name),
        meaning: { kind, field: null, levels },
      };
    });
  const order = [t(formTexts.groupMetrics), t(formTexts.groupTags)];
  return found.sort((a, b) => order.indexOf(a.group) - order.indexOf(b.group));
}

function aggregateChoices(of: 'order' | 'interaction', world: FormWorld): Choice[] {
  const group = t(formTexts[`group${of}`]);
  const choice = (construct: string, field: Field | null): Choice => {
    const subject: Operand = {
      is: 'aggregate',
      ...made,
      construct,
      of,
      field: field && spelled(field, world),
      window: null,
      where: null,
    };
    const label = world.label(subject, 'customer').replace(/^the /, '');
    return {
      id: `${of} ${construct} ${field?.id ?? ''}`,
      group,
      label: label[0]!.toUpperCase() + label.slice(1),
      filter: [label, construct, field?.zh, field?.en].join(' ').toLowerCase(),
      detail: '',
      subject,
      meaning: world.meaning(subject, 'customer'),
    };
  };
  const columns = world.fields.filter(field => field.of === of && field.place === 'column');
  const valued = columns.flatMap(field =>
    aggregatesFor(field.kind)
      .filter(each => each.id !== 'count')
      .map(each => choice(each.id, field)),
  );
  return [choice('count', null), ...valued];
}

/** The condition that a choice begins with. */
export function conditionOf({ subject, meaning }: Choice, world: FormWorld): Condition {
  const { kind } = meaning;
  if (kind === 'flag') return { is: 'flag', ...made, subject };
  const wanted = { text: '=', texts: 'contains', days: '<=', date: '>=' }[kind as string] ?? '>=';
  const operators = operatorsFor(kind);
  const operator = operators.find(each => each.construct.id === wanted) ?? operators[0]!;
  const value = firstValue(kind, operator.shape, likeliest(meaning, world), world.today);
  const values = operator.shape === 'none' ? [] : operator.shape === 'two' ? [value, value] : [value];
  return { is: 'row', ...made, subject, operator: operator.construct.id, values };
}

/** The text that a field has most often, as rules write it. */
export function likeliest({ field, levels }: Meaning, world: FormWorld): string {
  if (levels) return levels[0] ?? '';
  const [first] = field ? valuesOf(field, world) : [];
  return first?.written ?? '…';
}

export interface ValueChoice {
  /** As it is stored, as it is shown, as rules write it. */
  readonly stored: string;
  readonly label: string;
  readonly written: string;
  readonly count: number | null;
}

/** The values of a text field: those that occur, most frequent first, then the rest of a closed list. */
export function valuesOf(field: Field, world: FormWorld): ValueChoice[] {
  const occurring =
    world.catalogue.find(each => each.field.of === field.of && each.field.id === field.id)?.values ?? [];
  const closed = (field.values ?? []).filter(value => !occurring.some(each => each.value === value.id));
  const choice = (stored: string, count: number | null): ValueChoice => {
    const value = field.values?.find(each => each.id === stored);
    return {
      stored,
      label: value ? value[world.language] : stored,
      written: value ? value[world.spelling] : stored,
      count,
    };
  };
  return [
    ...occurring.map(each => choice(each.value, each.count)),
    ...closed.map(each => choice(each.id, 0)),
  ];
}

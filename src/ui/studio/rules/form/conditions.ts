import type { Condition, Operand, Row } from '../../../../rules/index.ts';

const made = { origin: null } as const;

/** A group without the item at `index`: a group of one is that one. */
export function without(group: Condition & { is: 'group' }, index: number): Condition {
  const items = group.items.filter((_, at) => at !== index);
  return items.length === 1 ? items[0]! : { ...group, items };
}

/** A condition joined to another, in the same group where it is one of that kind. */
export function joined(condition: Condition, joins: 'and' | 'or', added: Condition): Condition {
  if (condition.is === 'group' && condition.joins === joins) {
    return { ...condition, items: [...condition.items, added] };
  }
  return { is: 'group', ...made, joins, items: [condition, added] };
}

/** A condition or its opposite. */
export function opposite(condition: Condition): Condition {
  return condition.is === 'not' ? condition.item : { is: 'not', ...made, item: condition };
}

/** A percentage of a statistic of the left side over everybody. */
export function portionOf(construct: string): Operand {
  return {
    is: 'portion',
    ...made,
    share: { is: 'number', ...made, value: 1, unit: 'percent' },
    value: { is: 'call', ...made, construct, operands: [] },
  };
}

/** The value of a comparison, where it has one. */
export function withValue(row: Row, index: number, value: Operand): Row {
  return { ...row, values: row.values.map((each, at) => (at === index ? value : each)) };
}

import fc, { type Arbitrary } from 'fast-check';
import type { Condition, Form, Operand } from '../../src/rules/index.ts';

/** Whatever may be done to a form, drawn as numbers, so that it fits every form: which node, what, with what. */
export interface Deed {
  readonly at: number;
  readonly what: number;
  readonly value: number;
}
export const deed: Arbitrary<Deed> = fc.record({
  at: fc.nat(1000),
  what: fc.nat(1000),
  value: fc.integer({ min: 1, max: 99 }),
});

const made = { origin: null } as const;
const number = (value: number): Operand => ({ is: 'number', ...made, value, unit: 'plain' });
const window = (value: number) => ({ count: value, unit: 'month' }) as const;

/** Conditions that a user may add. */
function fresh(value: number): Condition {
  const rows: readonly Condition[] = [
    {
      is: 'row',
      ...made,
      subject: { is: 'name', ...made, name: 'frequency' },
      operator: '>=',
      values: [number(value)],
    },
    {
      is: 'row',
      ...made,
      subject: {
        is: 'aggregate',
        ...made,
        construct: 'count',
        of: 'order',
        field: null,
        window: window(value),
        where: {
          is: 'row',
          ...made,
          subject: { is: 'name', ...made, name: 'status' },
          operator: '=',
          values: [{ is: 'text', ...made, value: '已付款' }],
        },
      },
      operator: '<',
      values: [number(value)],
    },
    { is: 'flag', ...made, subject: { is: 'reference', ...made, to: 'tag', name: '高价值客户' } },
    {
      is: 'row',
      ...made,
      subject: { is: 'name', ...made, name: '行业' },
      operator: 'in',
      values: [
        {
          is: 'list',
          ...made,
          items: [
            { is: 'text', ...made, value: `A"${value}` },
            { is: 'text', ...made, value: '教育' },
          ],
        },
      ],
    },
    {
      is: 'row',
      ...made,
      subject: {
        is: 'windowed',
        ...made,
        value: { is: 'name', ...made, name: '消费频次' },
        window: window(value),
      },
      operator: 'between',
      values: [number(-value), number(value)],
    },
  ];
  return rows[value % rows.length]!;
}

function places(condition: Condition): Condition[] {
  if (condition.is === 'group') return [condition, ...condition.items.flatMap(places)];
  if (condition.is === 'not') return [condition, ...places(condition.item)];
  if (condition.is === 'row' && condition.subject.is === 'aggregate' && condition.subject.where) {
    return [condition, ...places(condition.subject.where)];
  }
  return [condition];
}

/** The condition with one place in it changed; null = taken out. */
function replaced(inside: Condition, place: Condition, by: Condition | null): Condition | null {
  if (inside === place) return by;
  if (inside.is === 'group') {
    const items = inside.items.map(each => replaced(each, place, by)).filter(each => each !== null);
    if (items.length === 0) return null;
    return items.length === 1 ? items[0]! : { ...inside, items };
  }
  if (inside.is === 'not') {
    const item = replaced(inside.item, place, by);
    return item && { ...inside, item };
  }
  if (inside.is === 'row' && inside.subject.is === 'aggregate' && inside.subject.where) {
    return { ...inside, subject: { ...inside.subject, where: replaced(inside.subject.where, place, by) } };
  }
  return inside;
}

const comparisons = ['=', '!=', '>', '>=', '<', '<='];

function changed(condition: Condition, { what, value }: Deed): Condition | null {
  const other = condition.is === 'group' && condition.joins === 'and' ? 'or' : 'and';
  const general: readonly (() => Condition | null)[] = [
    () => null,
    () => (condition.is === 'not' ? condition.item : { is: 'not', ...made, item: condition }),
    () => ({ is: 'group', ...made, joins: other, items: [condition, fresh(value)] }),
    () => ({ is: 'group', ...made, joins: other, items: [fresh(value), condition] }),
    () => fresh(value),
  ];
  const own: (() => Condition | null)[] = [];
  if (condition.is === 'group') {
    const { items } = condition;
    const at = value % (items.length + 1);
    own.push(
      () => ({ ...condition, joins: other }),
      () => ({ ...condition, items: [...items.slice(0, at), fresh(value), ...items.slice(at)] }),
      () => ({ ...condition, items: items.toReversed() }),
      () => ({ ...condition, items: [...items, fresh(value), fresh(value + 1)] }),
    );
  }
  if (condition.is === 'row') {
    const [first, ...rest] = condition.values;
    own.push(() => ({ ...condition, subject: { is: 'name', ...made, name: '客单价' } }));
    if (comparisons.includes(condition.operator)) {
      own.push(
        () => ({ ...condition, operator: comparisons[value % comparisons.length]! }),
        () => ({ ...condition, values: [number(value), ...rest] }),
        () => ({
          ...condition,
          values: [
            {
              is: 'portion',
              ...made,
              share: { is: 'number', ...made, value: value / 100, unit: 'percent' },
              value: {
                is: 'call',
                ...made,
                construct: 'mean',
                operands: value % 2 ? [] : [condition.subject],
              },
            },
          ],
        }),
      );
    }
    if (first?.is === 'list') {
      own.push(() => ({
        ...condition,
        values: [{ ...first, items: [...first.items, { is: 'text', ...made, value: `新${value}` }] }],
      }));
    }
    const { subject } = condition;
    if (subject.is === 'aggregate') {
      own.push(
        () => ({ ...condition, subject: { ...subject, window: value % 3 ? window(value) : null } }),
        () => ({ ...condition, subject: { ...subject, where: value % 3 ? fresh(value) : null } }),
      );
    }
  }
  const all = [...general, ...own, ...own];
  return all[what % all.length]!();
}

function scored(form: Form & { kind: 'score' }, { at, what, value }: Deed): Form {
  const { items } = form;
  const index = at % items.length;
  const item = items[index]!;
  const line = { value: number(value), when: value % 3 ? fresh(value) : null };
  const put = (next: typeof item) => items.map((each, place) => (place === index ? next : each));
  const deeds = [
    () => (items.length > 1 ? items.filter((_, place) => place !== index) : items),
    () => [...items.slice(0, index), line, ...items.slice(index)],
    () => [...items, line],
    () => items.toReversed(),
    () => put({ ...item, value: number(value) }),
    () => put({ ...item, when: item.when ? null : fresh(value) }),
    () =>
      put({
        ...item,
        when: item.when && { is: 'group', ...made, joins: 'or', items: [item.when, fresh(value)] },
      }),
  ];
  return { ...form, items: deeds[what % deeds.length]!() };
}

/** The form after the deed; null where it would leave nothing to say. */
export function doTo(form: Form, drawn: Deed): Form | null {
  if (form.kind === 'tag' && drawn.what % 5 === 0) {
    return { ...form, weight: drawn.value % 3 === 0 ? null : drawn.value - 50 };
  }
  if (form.kind === 'metric') return { ...form, value: { is: 'name', ...made, name: 'monetary' } };
  if (form.kind === 'tier') {
    const { levels } = form;
    const at = drawn.at % levels.length;
    const level = levels[at]!;
    const rung = {
      name: `第${drawn.value}级`,
      from: number(drawn.value),
      keep: drawn.value % 2 ? number(drawn.value - 1) : null,
    };
    const put = (next: typeof level) => levels.map((each, index) => (index === at ? next : each));
    const deeds = [
      () => (levels.length > 1 ? levels.filter((_, index) => index !== at) : levels),
      () => [...levels.slice(0, at), rung, ...levels.slice(at)],
      () => [...levels, rung],
      () => levels.toReversed(),
      () => put({ ...level, name: `改名 ${drawn.value}` }),
      () => put({ ...level, from: number(drawn.value), keep: null }),
      () => put({ ...level, from: level.from ?? number(1), keep: number(drawn.value) }),
      () => put({ ...level, from: null, keep: null }),
    ];
    return { ...form, levels: deeds[drawn.what % deeds.length]!() };
  }
  if (form.kind === 'score') return scored(form, drawn);
  if (form.kind === 'action' && drawn.what % 2) {
    const deeds: readonly (() => Form)[] = [
      () => ({ ...form, target: form.target ? null : '沉睡客户' }),
      () => ({ ...form, target: `群 ${drawn.value}` }),
      () => ({ ...form, priority: drawn.value % 2 ? drawn.value : null }),
      () => ({
        ...form,
        within: form.workingDays ? form.within : drawn.value % 2 ? { count: drawn.value, unit: 'day' } : null,
      }),
      () => ({ ...form, say: drawn.value % 3 ? `你好 {姓名}\n"${drawn.value}"` : null }),
      () => ({ ...form, when: form.when ? null : fresh(drawn.value) }),
    ];
    return deeds[drawn.at % deeds.length]!();
  }
  if (!form.when) return null;
  const all = places(form.when);
  const place = all[drawn.at % all.length]!;
  const when = replaced(form.when, place, changed(place, drawn));
  return when || form.kind === 'action' ? ({ ...form, when } as Form) : null;
}

/** A form without where it came from, for comparing. */
export function plain(form: Form | null): unknown {
  return JSON.parse(
    JSON.stringify(form, (key, value) => (key === 'origin' || key === 'source' ? undefined : value)),
  );
}

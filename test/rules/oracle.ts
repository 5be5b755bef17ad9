import fc, { type Arbitrary } from 'fast-check';
import type { Day } from '../../src/domain/index.ts';
import type { Person, Row } from './kit.ts';

/** The base as plain rows, and the day on which it is looked at. */
export interface World {
  readonly people: readonly Person[];
  readonly asOf: Day;
}
/** A rule's text with its meaning for one person, worked out row by row. null = unknown. */
export interface Meaning<Value> {
  readonly text: string;
  of(person: Person, world: World): Value;
}
type Numeric = Meaning<number | null>;
type Condition = Meaning<boolean>;
type RowTest = { readonly text: string; of(row: Row & { day: Day }, owner: Person, world: World): boolean };

const msPerDay = 86_400_000;

/** The first day that is too old for a window, by the calendar. */
function tooOld(asOf: Day, count: number, unit: string): Day {
  if (unit === 'days') return asOf - count;
  if (unit === 'weeks') return asOf - 7 * count;
  const today = new Date(asOf * msPerDay);
  let year = today.getUTCFullYear();
  let month = today.getUTCMonth();
  for (let step = 0; step < (unit === 'years' ? 12 * count : count); step++) {
    month--;
    if (month < 0) {
      month = 11;
      year--;
    }
  }
  let date = today.getUTCDate();
  while (new Date(Date.UTC(year, month, date)).getUTCMonth() !== month) date--;
  return Date.UTC(year, month, date) / msPerDay;
}

const known = (value: unknown): value is number => typeof value === 'number';

const comparisons: Record<string, (a: number, b: number) => boolean> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
};
const comparison = fc.constantFrom(...Object.keys(comparisons));

/** A window as text, and the days it takes. */
type Window = { readonly text: string; readonly has: (day: Day, asOf: Day) => boolean } | null;

const rolling = fc
  .record({
    count: fc.integer({ min: 1, max: 18 }),
    unit: fc.constantFrom('days', 'weeks', 'months', 'quarters', 'years'),
  })
  .map(({ count, unit }) => ({
    text: `last ${count} ${unit}`,
    has(day: Day, asOf: Day) {
      return day > (unit === 'quarters' ? tooOld(asOf, 3 * count, 'months') : tooOld(asOf, count, unit));
    },
  }));

const iso = (day: Day) => new Date(day * msPerDay).toISOString().slice(0, 10);

/** Which week, month, quarter or year a day lies in: consecutive numbers. */
const periodOf: Record<string, (day: Day) => number> = {
  week: day => Math.floor((day + 3) / 7),
  month: day => new Date(day * msPerDay).getUTCFullYear() * 12 + new Date(day * msPerDay).getUTCMonth(),
  quarter: day => Math.floor(periodOf.month!(day) / 3),
  year: day => new Date(day * msPerDay).getUTCFullYear(),
};
const calendar = fc
  .tuple(fc.constantFrom('week', 'month', 'quarter', 'year'), fc.constantFrom(0, 1))
  .map(([unit, back]) => ({
    text: back === 0 ? `this ${unit}` : `last calendar ${unit}`,
    has: (day: Day, asOf: Day) => periodOf[unit]!(day) === periodOf[unit]!(asOf) - back,
  }));
const given = fc
  .tuple(fc.integer({ min: 18_500, max: 20_500 }), fc.integer({ min: 0, max: 600 }))
  .map(([from, length]) => ({
    text: `${iso(from)} to ${iso(from + length)}`,
    has: (day: Day) => day >= from && day <= from + length,
  }));
const window: Arbitrary<Window> = fc.option(
  fc.oneof(
    { weight: 4, arbitrary: rolling },
    { weight: 2, arbitrary: calendar },
    { weight: 1, arbitrary: given },
  ),
);

const dateParts: Record<string, (day: Day) => number> = {
  year: day => Number(iso(day).slice(0, 4)),
  month: day => Number(iso(day).slice(5, 7)),
  day: day => Number(iso(day).slice(8)),
  quarter: day => Math.ceil(Number(iso(day).slice(5, 7)) / 3),
  weekday: day => new Date(day * msPerDay).getUTCDay() || 7,
};

function hasLabel(person: Person, label: string): boolean {
  return Array.isArray(person.columns.labels) && person.columns.labels.includes(label);
}

const rowTest = (of: 'order' | 'interaction'): Arbitrary<RowTest> => {
  const simple =
    of === 'order'
      ? fc.oneof(
          fc
            .constantFrom('paid', 'refunded', 'cancelled')
            .map(status => ({ text: `status = "${status}"`, of: (row: Row) => row.status === status })),
          fc.constant({ text: 'repeat', of: (row: Row) => row.repeat === 1 }),
          fc.tuple(comparison, fc.integer({ min: 0, max: 40 })).map(([operator, yuan]) => ({
            text: `amount ${operator} ${yuan}`,
            of: (row: Row) => known(row.amount) && comparisons[operator]!(row.amount, yuan * 100),
          })),
          fc.constant({
            text: 'channel not in ["网店", "门店"]',
            of: (row: Row) => typeof row.channel === 'string' && !['网店', '门店'].includes(row.channel),
          }),
          fc.constant({
            text: 'amount < income',
            of: (row: Row, owner: Person) =>
              known(row.amount) && known(owner.columns.income) && row.amount < owner.columns.income,
          }),
          fc.constant({
            text: 'industry = "制造业"',
            of: (_: Row, owner: Person) => owner.columns.industry === 'C',
          }),
          fc.constant({
            text: 'labels contains "重点"',
            of: (_: Row, owner: Person) => hasLabel(owner, '重点'),
          }),
          fc.constant({
            text: 'amount > avg(orders.amount)',
            of(row: Row, owner: Person, world: World) {
              const mean = folds.avg!(knownOf(rowsIn(owner, 'order', world, null), 'amount'), 0);
              return known(row.amount) && mean !== null && row.amount > mean;
            },
          }),
          fc.constantFrom(...Object.entries(dateParts)).map(([part, of]) => ({
            text: `${part} of day = ${part === 'year' ? 2024 : 2}`,
            of: (row: Row & { day: Day }) => of(row.day) === (part === 'year' ? 2024 : 2),
          })),
          fc.constant({ text: 'quantity is unknown', of: (row: Row) => !known(row.quantity) }),
        )
      : fc.oneof(
          fc.constant({ text: 'kind = "survey"', of: (row: Row) => row.kind === 'survey' }),
          fc.constant({ text: 'csat >= 4', of: (row: Row) => known(row.csat) && row.csat >= 4 }),
          fc.constant({
            text: 'topic in ["投诉", "repair"]',
            of: (row: Row) => row.topic === 'complaint' || row.topic === 'repair',
          }),
        );
  return fc.oneof(
    { weight: 3, arbitrary: simple },
    {
      weight: 1,
      arbitrary: fc.tuple(simple, simple).map(([a, b]) => ({
        text: `${a.text} and not (${b.text})`,
        of: (...where: Parameters<RowTest['of']>) => a.of(...where) && !b.of(...where),
      })),
    },
    {
      weight: 1,
      arbitrary: fc.tuple(simple, simple).map(([a, b]) => ({
        text: `(${a.text} or ${b.text})`,
        of: (...where: Parameters<RowTest['of']>) => a.of(...where) || b.of(...where),
      })),
    },
  );
};

function knownOf(rows: readonly Row[], field: string): number[] {
  return rows.map(row => row[field] ?? null).filter(known);
}

const folds: Record<string, (values: readonly number[], rows: number) => number | null> = {
  count: (_, rows) => rows,
  sum: values => values.reduce((total, value) => total + value, 0),
  avg: values =>
    values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length,
  min: values => (values.length === 0 ? null : Math.min(...values)),
  max: values => (values.length === 0 ? null : Math.max(...values)),
};

function rowsIn(person: Person, of: 'order' | 'interaction', { asOf }: World, within: Window) {
  const rows = of === 'order' ? person.orders : person.interactions;
  return rows
    .filter(row => row.day <= asOf && (!within || within.has(row.day, asOf)))
    .sort((a, b) => a.day - b.day);
}

/** An aggregate of a kind: `field` null = counts and shares. */
function aggregate(kind: 'number' | 'money' | 'days'): Arbitrary<Numeric> {
  const fields = {
    number: ['order.quantity', 'interaction.csat'],
    money: ['order.amount'],
    days: ['order.day'],
  };
  return fc.constantFrom(...fields[kind]).chain(place => {
    const [of, field] = place.split('.') as ['order' | 'interaction', string];
    const names =
      kind === 'days'
        ? ['min', 'max']
        : kind === 'number'
          ? Object.keys(folds)
          : ['sum', 'avg', 'min', 'max'];
    return fc
      .record({ name: fc.constantFrom(...names), within: window, where: fc.option(rowTest(of)) })
      .map(({ name, within, where }) => {
        const windowed = within ? ` in ${within.text}` : '';
        const rows = `${of}s${name === 'count' ? '' : `.${field}`}${windowed}${where ? ` where ${where.text}` : ''}`;
        const days = kind === 'days';
        return {
          text: `${days ? 'days since ' : ''}${name}(${rows})`,
          of(person: Person, world: World) {
            const found = rowsIn(person, of, world, within).filter(
              row => !where || where.of(row, person, world),
            );
            const values = found.map(row => row[field] ?? null).filter(known);
            const value = folds[name]!(values, found.length);
            return days && value !== null ? world.asOf - value : value;
          },
        };
      });
  });
}

const share: Arbitrary<Numeric> = fc
  .record({ within: window, where: rowTest('order') })
  .map(({ within, where }) => ({
    text: `share(orders${within ? ` in ${within.text}` : ''} where ${where.text})`,
    of(person, world) {
      const rows = rowsIn(person, 'order', world, within);
      return rows.length === 0 ? null : rows.filter(row => where.of(row, person, world)).length / rows.length;
    },
  }));

/** Values of single rows, and how many differ. */
const rowValue: Arbitrary<Numeric> = fc
  .record({
    name: fc.constantFrom('first', 'last', 'distinct texts', 'distinct numbers', 'gap'),
    within: window,
    where: fc.option(rowTest('order')),
  })
  .map(({ name, within, where }) => {
    const rest = `${within ? ` in ${within.text}` : ''}${where ? ` where ${where.text}` : ''}`;
    const text: Record<string, string> = {
      first: `first(orders.quantity${rest})`,
      last: `last(orders.quantity${rest})`,
      'distinct texts': `count(distinct orders.channel${rest})`,
      'distinct numbers': `count(distinct orders.quantity${rest})`,
      gap: `1 * average gap(orders.day${rest}) / 1 day`,
    };
    return {
      text: text[name]!,
      of(person, world) {
        const rows = rowsIn(person, 'order', world, within).filter(
          row => !where || where.of(row, person, world),
        );
        if (name === 'distinct texts') {
          return new Set(rows.map(row => row.channel).filter(cell => typeof cell === 'string')).size;
        }
        if (name === 'distinct numbers') return new Set(knownOf(rows, 'quantity')).size;
        if (name === 'gap') {
          return rows.length < 2 ? null : (rows.at(-1)!.day - rows[0]!.day) / (rows.length - 1);
        }
        const cell = (name === 'first' ? rows[0] : rows.at(-1))?.quantity ?? null;
        return known(cell) ? cell : null;
      },
    };
  });

/** Whole years and months since a date, days to its next return, and its parts, by counting up. */
const dateValue: Arbitrary<Numeric> = fc
  .constantFrom('years since', 'months since', ...Object.keys(dateParts).map(part => `${part} of`))
  .map(phrase => ({
    text: `${phrase} joined`,
    of(person, { asOf }) {
      const { joined } = person.columns;
      if (!known(joined)) return null;
      const part = dateParts[phrase.replace(' of', '')];
      if (part) return part(joined);
      const step = phrase === 'years since' ? 12 : 1;
      let count = 0;
      while (monthsLater(joined, (count + 1) * step) <= asOf) count++;
      return count;
    },
  }));

/** The same day of the month `months` later, or the month's last one. */
function monthsLater(day: Day, months: number): Day {
  const start = new Date(day * msPerDay);
  const month = start.getUTCMonth() + months;
  let date = start.getUTCDate();
  while (new Date(Date.UTC(start.getUTCFullYear(), month, date)).getUTCDate() !== date) date--;
  return Date.UTC(start.getUTCFullYear(), month, date) / msPerDay;
}

const column = (
  text: string,
  field: string,
  value: (cell: number, world: World) => number = cell => cell,
): Numeric => ({
  text,
  of(person, world) {
    const cell = person.columns[field] ?? null;
    return known(cell) ? value(cell, world) : null;
  },
});

const kinds = {
  number: fc.oneof(
    { weight: 3, arbitrary: aggregate('number') },
    { weight: 2, arbitrary: rowValue },
    { weight: 1, arbitrary: dateValue },
  ),
  money: fc.oneof(aggregate('money'), fc.constant(column('收入', 'income'))),
  days: fc.oneof(aggregate('days'), fc.constant(column('tenure', 'joined', (cell, { asOf }) => asOf - cell))),
  share,
};
type Kind = keyof typeof kinds;

/** What a plain number on the right of a comparison means for a kind. */
const scale: Record<Kind, number> = { number: 1, money: 100, days: 1, share: 1 };

const statistics: Record<string, (values: readonly number[], p: number) => number | null> = {
  mean: values =>
    values.length === 0 ? null : values.reduce((total, value) => total + value, 0) / values.length,
  median: values => quantile(values, 0.5),
  quantile,
  min: values => folds.min!(values, 0),
  max: values => folds.max!(values, 0),
  stddev(values) {
    if (values.length === 0) return null;
    const mean = folds.avg!(values, 0)!;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  },
};

/** The least value that at least a share p of the values does not exceed. */
function quantile(values: readonly number[], p: number): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted.find((_, index) => (index + 1) / sorted.length >= p - 1e-12) ?? null;
}

/** All who have the same industry; nobody where it is not known. */
function sameIndustry(person: Person, { people }: World): readonly Person[] {
  const { industry } = person.columns;
  return typeof industry === 'string' ? people.filter(each => each.columns.industry === industry) : [];
}

/** What a customer's value is among all, or among those of the same industry. */
const standing: Arbitrary<Condition> = fc
  .record({
    kind: fc.constantFrom<Kind>('number', 'money', 'days', 'share'),
    grouped: fc.boolean(),
    test: fc.constantFrom('rank', 'percentile', 'share', 'top', 'bottom', 'top share', 'bottom share'),
    limit: fc.integer({ min: 1, max: 9 }),
  })
  .chain(({ kind, grouped, test, limit }) =>
    numeric(kind).map(value => {
      const text: Record<string, string> = {
        rank: `rank(${value.text})`,
        percentile: `percentile(${value.text})`,
        share: `share of total(${value.text})`,
        top: `top ${limit} by ${value.text}`,
        bottom: `bottom ${limit} by ${value.text}`,
        'top share': `top ${limit * 10}% by ${value.text}`,
        'bottom share': `bottom ${limit * 10}% by ${value.text}`,
      };
      const group = grouped ? ' within industry' : '';
      const compared: Record<string, string> = {
        rank: ` <= ${limit}`,
        percentile: ` >= ${limit * 10}%`,
        share: ` >= ${limit}%`,
      };
      return {
        text: `(${text[test]}${group}${compared[test] ?? ''})`,
        of(person: Person, world: World) {
          const own = value.of(person, world);
          const people = grouped ? sameIndustry(person, world) : world.people;
          const all = people.map(each => value.of(each, world)).filter(known);
          if (own === null || all.length === 0) return false;
          const better = all.filter(each => each > own).length;
          const worse = all.filter(each => each < own).length;
          const places = test.endsWith(' share') ? Math.ceil((limit * all.length) / 10 - 1e-9) : limit;
          if (test === 'rank') return better + 1 <= limit;
          if (test === 'percentile') return (all.length - better) / all.length >= (limit * 10) / 100;
          if (test === 'share') {
            const total = all.reduce((sum, each) => sum + each, 0);
            return total !== 0 && own / total >= limit / 100;
          }
          return (test.startsWith('top') ? better : worse) < places;
        },
      };
    }),
  );

function numeric(kind: Kind): Arbitrary<Numeric> {
  const simple = kinds[kind];
  const calculated = fc.tuple(simple, simple, fc.constantFrom('+', '-')).map(([a, b, operator]) => ({
    text: `(${a.text} ${operator} ${b.text})`,
    of(person: Person, world: World) {
      const left = a.of(person, world);
      const right = b.of(person, world);
      if (left === null || right === null) return null;
      return operator === '+' ? left + right : left - right;
    },
  }));
  return fc.oneof({ weight: 4, arbitrary: simple }, { weight: 1, arbitrary: calculated });
}

const percent = fc.constantFrom(50, 100, 125, 150);
const rank = fc.constantFrom(0, 10, 50, 80, 100);

/** A threshold: a number, or a percentage of a statistic over everybody. */
function bound(kind: Kind, left: Numeric): Arbitrary<Numeric> {
  const plain = fc.integer({ min: 0, max: 30 }).map(number => {
    const value = kind === 'share' ? number / 30 : number;
    return { text: `${value}`, of: () => value * scale[kind] };
  });
  const statistic = fc
    .record({
      name: fc.constantFrom(...Object.keys(statistics)),
      percent,
      rank,
      of: numeric(kind),
      bare: fc.boolean(),
      grouped: fc.boolean(),
    })
    .map(drawn => {
      const { name } = drawn;
      const bare = drawn.bare && !['quantile', 'min', 'max'].includes(name);
      const subject = bare ? left : drawn.of;
      const argument = name === 'quantile' ? `, ${drawn.rank}%` : '';
      return {
        text: `${drawn.percent}% of ${name}${bare ? '' : `(${subject.text}${argument})`}${drawn.grouped ? ' within industry' : ''}`,
        of(person: Person, world: World) {
          const people = drawn.grouped ? sameIndustry(person, world) : world.people;
          const values = people.map(each => subject.of(each, world)).filter(known);
          const value = statistics[name]!(values, drawn.rank / 100);
          return value === null ? null : (drawn.percent / 100) * value;
        },
      };
    });
  return fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: statistic });
}

const compared: Arbitrary<Condition> = fc.constantFrom(...(Object.keys(kinds) as Kind[])).chain(kind =>
  numeric(kind).chain(left =>
    fc.tuple(comparison, bound(kind, left)).map(([operator, right]) => ({
      text: `${left.text} ${operator} ${right.text}`,
      of(person, world) {
        const a = left.of(person, world);
        const b = right.of(person, world);
        return a !== null && b !== null && comparisons[operator]!(a, b);
      },
    })),
  ),
);

const looked: Arbitrary<Condition> = fc.oneof(
  standing,
  fc.integer({ min: 0, max: 60 }).map(days => ({
    text: `joined within next ${days} days`,
    of(person: Person, { asOf }: World) {
      const { joined } = person.columns;
      if (!known(joined)) return false;
      let years = 0;
      while (monthsLater(joined, 12 * years) < asOf) years++;
      return monthsLater(joined, 12 * years) - asOf <= days;
    },
  })),
  fc
    .tuple(window, fc.option(rowTest('order')), fc.constantFrom('last', 'most common'))
    .map(([within, where, name]) => ({
      text: `${name}(orders.channel${within ? ` in ${within.text}` : ''}${where ? ` where ${where.text}` : ''}) = "网店"`,
      of(person: Person, world: World) {
        const rows = rowsIn(person, 'order', world, within).filter(
          row => !where || where.of(row, person, world),
        );
        if (name === 'last') return rows.at(-1)?.channel === '网店';
        const texts = rows.map(row => row.channel).filter(cell => typeof cell === 'string');
        const times = (text: string) => texts.filter(each => each === text).length;
        const most = Math.max(0, ...texts.map(times));
        return texts.findLast(text => times(text) === most) === '网店';
      },
    })),
  fc.constantFrom('any', 'all').map(which => ({
    text: `labels contains ${which} of ["重点", "vip"]`,
    of(person: Person) {
      const found = ['重点', 'vip'].map(label => hasLabel(person, label));
      return which === 'any' ? found.includes(true) : !found.includes(false);
    },
  })),
  fc.constant({
    text: 'industry starts with "手"',
    of: (person: Person) => person.columns.industry === '手工艺',
  }),
  fc.constant({
    text: 'industry matches any of ["?工*", "Manu*ing"]',
    of: (person: Person) => person.columns.industry === '手工艺' || person.columns.industry === 'C',
  }),
  fc.constantFrom('C', 'P', 'I').map(id => ({
    text: `industry = "${{ C: '制造业', P: 'Education', I: '互联网' }[id]}"`,
    of: (person: Person) => person.columns.industry === id,
  })),
  fc.constant({
    text: 'industry != "教育"',
    of: (person: Person) => typeof person.columns.industry === 'string' && person.columns.industry !== 'P',
  }),
  fc.constant({
    text: 'labels contains "重点"',
    of: (person: Person) => Array.isArray(person.columns.labels) && person.columns.labels.includes('重点'),
  }),
  fc.constant({ text: 'income is known', of: (person: Person) => known(person.columns.income) }),
  fc.constant({ text: '行业 未知', of: (person: Person) => typeof person.columns.industry !== 'string' }),
  numeric('number').chain(value =>
    fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 5 })).map(([low, high]) => ({
      text: `${value.text} between ${low} and ${high}`,
      of(person: Person, world: World) {
        const found = value.of(person, world);
        return found !== null && found >= low && found <= high;
      },
    })),
  ),
);

const atom = fc.oneof({ weight: 3, arbitrary: compared }, { weight: 1, arbitrary: looked });

/** Conditions over a customer, three levels deep. */
export const condition: Arbitrary<Condition> = fc.letrec<{ any: Condition }>(tie => ({
  any: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    atom,
    fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map(parts => ({
      text: `(${parts.map(part => part.text).join(' and ')})`,
      of: (person: Person, world: World) => parts.every(part => part.of(person, world)),
    })),
    fc.array(tie('any'), { minLength: 2, maxLength: 3 }).map(parts => ({
      text: `(${parts.map(part => part.text).join(' or ')})`,
      of: (person: Person, world: World) => parts.some(part => part.of(person, world)),
    })),
    tie('any').map(part => ({
      text: `not (${part.text})`,
      of: (person: Person, world: World) => !part.of(person, world),
    })),
  ),
})).any;

/** Metrics of any kind. */
export const metric: Arbitrary<Numeric> = fc.constantFrom(...(Object.keys(kinds) as Kind[])).chain(numeric);

const option = <Value>(arbitrary: Arbitrary<Value>) => fc.option(arbitrary, { freq: 4 });

/** Days of looking: ends of long, short and leap months, and any other. */
export const asOfDay: Arbitrary<Day> = fc.oneof(
  fc
    .constantFrom('2024-02-29', '2023-02-28', '2024-03-31', '2024-12-31', '2025-05-30')
    .map(iso => Date.parse(iso) / msPerDay),
  fc.integer({ min: 19_000, max: 20_500 }),
);

/** Up to 40 people around a day, with unknown values, rows on the edges of months, and rows in the future. */
export function population(asOf: Day): Arbitrary<Person[]> {
  const day = fc.oneof(
    fc.integer({ min: asOf - 800, max: asOf + 40 }),
    fc.tuple(fc.integer({ min: 1, max: 18 }), fc.integer({ min: -1, max: 1 })).map(([months, off]) => {
      return tooOld(asOf, months, 'months') + off;
    }),
    fc.constantFrom(asOf, asOf - 1, asOf + 1),
  );
  const order = fc.record({
    day,
    amount: option(fc.integer({ min: -500, max: 4000 })),
    quantity: option(fc.constantFrom(1, 2, 3, 0.1, 0.7)),
    status: option(fc.constantFrom('paid', 'paid', 'paid', 'refunded', 'cancelled')),
    channel: option(fc.constantFrom('网店', '门店', '直播')),
    repeat: option(fc.constantFrom(0, 1)),
  });
  const interaction = fc.record({
    day,
    kind: option(fc.constantFrom('visit', 'consultation', 'survey')),
    topic: option(fc.constantFrom('usage', 'repair', 'complaint')),
    csat: option(fc.integer({ min: 1, max: 5 })),
  });
  const person = fc.record({
    columns: fc.record({
      industry: option(fc.constantFrom('C', 'P', 'I', '手工艺')),
      income: option(fc.integer({ min: 0, max: 5000 })),
      joined: option(fc.integer({ min: asOf - 900, max: asOf })),
      labels: option(fc.uniqueArray(fc.constantFrom('重点', 'vip', '价格敏感'), { maxLength: 2 })),
    }),
    orders: fc.array(order, { maxLength: 8 }),
    interactions: fc.array(interaction, { maxLength: 4 }),
  });
  return fc.array(person, { maxLength: 40 });
}

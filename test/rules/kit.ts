import {
  addMonths,
  type Column,
  columnFields,
  type Day,
  Dictionary,
  dayFromIso,
  type Facts,
  type Frame,
  type Subject,
} from '../../src/domain/index.ts';
import { check, evaluate, parse, type Run, type World } from '../../src/rules/index.ts';

type Cell = string | number | readonly string[] | null;
export type Row = Readonly<Record<string, Cell>>;
/** A customer with its orders and interactions as plain rows; columns that a row lacks are unknown. */
export interface Person {
  readonly columns: Row;
  readonly orders: readonly (Row & { day: Day })[];
  readonly interactions: readonly (Row & { day: Day })[];
}

function columnOf(kind: string, rows: readonly Row[], id: string): Column {
  const cells = rows.map(row => row[id] ?? null);
  const dictionary = new Dictionary();
  if (kind === 'texts') {
    const lists = cells.map(cell => (Array.isArray(cell) ? (cell as string[]) : []));
    const offsets = new Uint32Array(rows.length + 1);
    lists.forEach((list, row) => {
      offsets[row + 1] = offsets[row]! + list.length;
    });
    const codes = Uint32Array.from(lists.flat(), text => dictionary.add(text));
    return { form: 'set', offsets, codes, dictionary };
  }
  if (kind === 'text') {
    const codes = Uint32Array.from(cells, cell => dictionary.add(typeof cell === 'string' ? cell : ''));
    return { form: 'coded', codes, dictionary };
  }
  return {
    form: 'numeric',
    values: Float64Array.from(cells, cell => (typeof cell === 'number' ? cell : Number.NaN)),
  };
}

function columnsOf(of: Subject, rows: readonly Row[]): Record<string, Column> {
  return Object.fromEntries(columnFields(of).map(field => [field.id, columnOf(field.kind, rows, field.id)]));
}

function factsOf(of: 'order' | 'interaction', lists: readonly (readonly (Row & { day: Day })[])[]): Facts {
  const sorted = lists.map(list => [...list].sort((a, b) => a.day - b.day));
  const offsets = new Uint32Array(lists.length + 1);
  sorted.forEach((list, row) => {
    offsets[row + 1] = offsets[row]! + list.length;
  });
  const rows = sorted.flat();
  return {
    offsets,
    day: Int32Array.from(rows, row => row.day),
    columns: columnsOf(of, rows) as Facts['columns'],
  };
}

/** Columns of plain rows. */
export function frameOf(people: readonly Person[]): Frame {
  return {
    size: people.length,
    customers: columnsOf(
      'customer',
      people.map(person => person.columns),
    ),
    orders: factsOf(
      'order',
      people.map(person => person.orders),
    ),
    interactions: factsOf(
      'interaction',
      people.map(person => person.interactions),
    ),
  };
}

/** What the checker would know of a frame. */
export function worldOf(frame: Frame, currency = 'CNY'): World {
  return {
    currency,
    dictionary(of, field) {
      const columns =
        of === 'customer'
          ? frame.customers
          : of === 'order'
            ? frame.orders.columns
            : frame.interactions.columns;
      const column = columns[field];
      return column && column.form !== 'numeric' ? column.dictionary : null;
    },
  };
}

export const emptyWorld: World = { currency: 'CNY', dictionary: () => null };

export function run(
  text: string,
  frame: Frame,
  asOf: Day,
  options: Partial<Parameters<typeof evaluate>[2]> = {},
): Run {
  return evaluate(check(parse(text), worldOf(frame)), frame, { asOf, ...options });
}

export const day = (iso: string): Day => dayFromIso(iso)!;
export const exampleDay = day('2026-06-30');

const paid = (iso: string, yuan: number, repeat: 0 | 1): Row & { day: Day } => ({
  day: day(iso),
  amount: yuan * 100,
  status: 'paid',
  repeat,
});

/** The three customers on whom every construct's example is run; the first is the example customer. */
export const examplePeople: readonly Person[] = [
  {
    columns: {
      industry: 'C',
      size: 'large',
      joined: day('2025-05-01'),
      labels: ['重点跟进'],
      income: 20_000_000,
    },
    orders: [
      paid('2025-05-10', 100, 0),
      paid('2026-02-14', 200, 1),
      paid('2026-06-10', 300, 1),
      { day: day('2026-06-20'), amount: 40_000, status: 'refunded', repeat: 0 },
    ],
    interactions: [
      { day: day('2026-06-01'), kind: 'consultation', topic: 'complaint', channel: 'phone' },
      { day: day('2026-06-15'), kind: 'survey', csat: 4 },
    ],
  },
  {
    columns: { industry: 'P', channel: '广告', joined: addMonths(exampleDay, -1) },
    orders: [paid('2026-06-30', 100, 0)],
    interactions: [],
  },
  { columns: { channel: '门店' }, orders: [], interactions: [] },
];
export const exampleFrame = frameOf(examplePeople);

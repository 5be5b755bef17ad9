import {
  type Column,
  columnFields,
  type Day,
  Dictionary,
  type Facts,
  type Field,
  type Frame,
  type Subject,
} from '../../domain/index.ts';
import type { Duration } from '../ast.ts';
import type { Inside } from '../evaluate.ts';
import type { RowSubject } from '../tokens.ts';
import { isNumeric, type Typed } from '../types.ts';
import { ExpressionTyper, outerScope } from '../typing.ts';
import type { CheckedFact, CheckedRows, CheckedTest } from './check.ts';

type Invented = Extract<CheckedTest['about'], { kind: 'invented' }>;
type Cell = number | readonly string[];
interface Row {
  readonly day: Day;
  readonly cells: ReadonlyMap<string, Cell>;
}

/** A customer that does not exist: a frame of one row, and the computed values that are taken as given. */
export interface InventedCustomer {
  readonly frame: Frame;
  readonly given: ReadonlyMap<Typed, number | string>;
}

/** Days between two orders whose times a test leaves open. */
const usualInterval = 30;

/** Computed fields that say something of the orders behind them, or of a column. */
const telling = [
  'frequency',
  'recency',
  'lastOrder',
  'firstOrder',
  'monetary',
  'averageOrder',
  'tenure',
] as const;
type Telling = (typeof telling)[number];

/**
 * Makes the customer that a test describes, at the day of the run. Columns are as given; orders are the ones given,
 * else such as recency, frequency and the like tell; every other computed value is taken for granted.
 */
export function invent({ facts, rows }: Invented, inside: Inside): InventedCustomer {
  const { asOf } = inside;
  const columns = new Map<Field, Cell>();
  const given = new Map<Typed, number | string>();
  const told = new Map<Telling, number>();
  const names = tellingKeys(inside);
  for (const { of, value } of facts) {
    const cell = cellOf(value, inside);
    if (of.form === 'column') {
      const before = columns.get(of.field);
      columns.set(of.field, Array.isArray(before) && Array.isArray(cell) ? [...before, ...cell] : cell);
      continue;
    }
    const name = isNumeric(of.kind) ? names.get(inside.planner.numbers(of).key) : undefined;
    if (name && typeof cell === 'number') told.set(name, cell);
    given.set(of, typeof cell === 'number' ? cell : (cell[0] ?? ''));
  }
  const joined = columnFields('customer').find(field => field.id === 'joined');
  const tenure = told.get('tenure');
  if (joined && tenure !== undefined && !columns.has(joined)) columns.set(joined, asOf - tenure);
  const orders = rows.filter(each => each.of === 'order');
  return {
    given,
    frame: {
      size: 1,
      customers: Object.fromEntries(columnsOf('customer', [columns])),
      orders: factsOf(
        'order',
        orders.length > 0 ? orders.flatMap(each => rowsOf(each, inside)) : toldOrders(told, asOf),
      ),
      interactions: factsOf(
        'interaction',
        rows.filter(each => each.of === 'interaction').flatMap(each => rowsOf(each, inside)),
      ),
    },
  };
}

function cellOf(value: CheckedFact['value'], inside: Inside): Cell {
  if (value.form === 'texts') return value.values;
  return Number(inside.valueOf(value, 0) ?? Number.NaN);
}

/** Which computations are those of the telling fields, however the text names them. */
function tellingKeys({ checked, planner }: Inside): Map<string, Telling> {
  const typer = new ExpressionTyper(
    checked.world,
    { find: () => undefined, names: () => [], resolve: () => null },
    () => {},
  );
  const keys = telling.flatMap(name => {
    const typed = typer.type({ kind: 'name', id: 0, span: [0, 0], name }, outerScope(null));
    return typed ? [[planner.numbers(typed).key, name] as const] : [];
  });
  return new Map(keys);
}

/** The orders that computed values tell of: as many, the latest and the first at their days, all worth the same. */
function toldOrders(told: ReadonlyMap<Telling, number>, asOf: Day): Row[] {
  const ordering = telling.filter(name => name !== 'tenure');
  if (!ordering.some(name => told.has(name))) return [];
  const [first, average, sum] = [told.get('firstOrder'), told.get('averageOrder'), told.get('monetary')];
  const lastTold = told.has('recency') ? asOf - told.get('recency')! : told.get('lastOrder');
  const count =
    told.get('frequency') ?? (first !== undefined && lastTold !== undefined && first < lastTold ? 2 : 1);
  const last = lastTold ?? (count <= 1 && first !== undefined ? first : asOf);
  const amount = average ?? (sum === undefined ? Number.NaN : sum / count);
  return spread(count, first ?? last - usualInterval * (count - 1), last).map(day => ({
    day,
    cells: new Map([['amount', amount]]),
  }));
}

function rowsOf({ node, each, columns }: CheckedRows, inside: Inside): Row[] {
  const { asOf } = inside;
  const days = (duration: Duration) =>
    Number(
      inside.valueOf(
        {
          form: 'duration',
          kind: 'days',
          duration,
          space: 'customer',
          node: { kind: 'duration', duration, id: node.id, span: node.span },
        },
        0,
      ),
    );
  const last = asOf - (node.latest ? days(node.latest) : 0);
  const first = node.over ? asOf - days(node.over) + 1 : last - usualInterval * (node.count - 1);
  const cells = new Map<string, Cell>(columns.map(({ field, value }) => [field.id, cellOf(value, inside)]));
  if (each !== null) cells.set('amount', each);
  return spread(node.count, Math.min(first, last), last).map(day => ({ day, cells }));
}

/** Days from the first to the last, at even distances; a single one is the last. */
function spread(count: number, first: Day, last: Day): Day[] {
  return Array.from({ length: Math.max(0, Math.round(count)) }, (_, index) => {
    return count === 1 ? last : Math.round(first + ((last - first) * index) / (count - 1));
  });
}

function factsOf(of: RowSubject, rows: readonly Row[]): Facts {
  const sorted = [...rows].sort((a, b) => a.day - b.day);
  let paid = 0;
  const cells = sorted.map(row => {
    if (of !== 'order') return row.cells;
    const status = row.cells.get('status') ?? ['paid'];
    const isPaid = Array.isArray(status) && status[0] === 'paid';
    const repeat = isPaid && paid++ > 0 ? 1 : 0;
    return new Map<string, Cell>([['repeat', repeat], ...row.cells, ['status', status]]);
  });
  const fields = columnFields(of);
  const byField = cells.map(
    row => new Map(fields.flatMap(field => (row.has(field.id) ? [[field, row.get(field.id)!]] : []))),
  );
  return {
    offsets: Uint32Array.of(0, sorted.length),
    day: Int32Array.from(sorted, row => row.day),
    columns: Object.fromEntries(columnsOf(of, byField)) as Facts['columns'],
  };
}

function columnsOf(of: Subject, rows: readonly ReadonlyMap<Field, Cell>[]): [string, Column][] {
  const own = new Set([...columnFields(of), ...rows.flatMap(row => [...row.keys()])]);
  return [...own].map(field => [
    field.id,
    columnOf(
      field,
      rows.map(row => row.get(field)),
    ),
  ]);
}

function columnOf({ kind }: Field, cells: readonly (Cell | undefined)[]): Column {
  const dictionary = new Dictionary();
  const texts = cells.map(cell => (typeof cell === 'object' ? cell : []));
  if (kind === 'texts') {
    const offsets = Uint32Array.of(0, ...texts.map((_, row) => texts.slice(0, row + 1).flat().length));
    return {
      form: 'set',
      offsets,
      codes: Uint32Array.from(texts.flat(), text => dictionary.add(text)),
      dictionary,
    };
  }
  if (kind === 'text') {
    return {
      form: 'coded',
      codes: Uint32Array.from(texts, ([text = '']) => dictionary.add(text)),
      dictionary,
    };
  }
  const values = Float64Array.from(cells, cell => (typeof cell === 'number' ? cell : Number.NaN));
  return { form: 'numeric', values };
}

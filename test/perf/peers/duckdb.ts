import type { CodedColumn, Frame, NumericColumn } from '../../../src/domain/index.ts';
import type { Outcome } from '../engine-loops.ts';
import type { PlainRules } from './plain.ts';
import { countQuery, outcomeQuery } from './sql.ts';

// What is used of @duckdb/node-api.
interface Appender {
  appendDouble(value: number): void;
  endRow(): void;
  closeSync(): void;
}
interface Answer {
  getRowsJS(): unknown[][];
}
interface Connection {
  run(sql: string): Promise<unknown>;
  runAndReadAll(sql: string): Promise<Answer>;
  prepare(sql: string): Promise<{ runAndReadAll(): Promise<Answer> }>;
  createAppender(table: string): Promise<Appender>;
  closeSync(): void;
}
export interface DuckDBPackage {
  readonly DuckDBInstance: {
    create(file: string): Promise<{ connect(): Promise<Connection>; closeSync(): void }>;
  };
}

/** The rules in a database. */
export interface DuckDBRules {
  /** Functions that give the counts, in order of `countQuery`, with that many threads. */
  counting(threads: number): Promise<{
    /** Keeps every customer's outcome in a table, as the engine does in columns, and counts there. */
    kept(): Promise<number[]>;
    /** Keeps nothing but the counts: less than the engine does. */
    alone(): Promise<number[]>;
  }>;
  outcome(): Promise<Outcome>;
  close(): void;
}

/**
 * DuckDB in memory: the base as two tables with the types of our columns (texts are enums, as ours are codes; orders
 * lie customer by customer), and a single row of counts to hand over. Loading is in none of what `counting` gives;
 * planning, a fiftieth of it, is in what it keeps, for inserting by a prepared statement takes longer than that.
 */
export async function openDuckDB(
  { DuckDBInstance }: DuckDBPackage,
  frame: Frame,
  rules: PlainRules,
): Promise<DuckDBRules> {
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await load(connection, frame);
  return {
    async counting(threads) {
      await connection.run(`set threads = ${threads}`);
      const alone = await connection.prepare(countQuery(rules, `(${outcomeQuery(rules)})`));
      const countsOf = (answer: Answer) => answer.getRowsJS()[0]!.map(Number);
      return {
        async kept() {
          await connection.run(`create or replace temp table outcome as ${outcomeQuery(rules)}`);
          return countsOf(await connection.runAndReadAll(countQuery(rules, 'outcome')));
        },
        alone: async () => countsOf(await alone.runAndReadAll()),
      };
    },
    outcome: () => outcomeOf(connection, frame.size, rules),
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

async function load(connection: Connection, frame: Frame): Promise<void> {
  const { offsets, day, columns } = frame.orders;
  const owners = new Float64Array(day.length);
  for (let row = 0; row < frame.size; row++) owners.fill(row, offsets[row]!, offsets[row + 1]!);
  const ids = Float64Array.from({ length: frame.size }, (_, row) => row);
  await loadTable(connection, 'customers', { id: ids }, frame.customers as Columns);
  await loadTable(connection, 'orders', { customer: owners, day: Float64Array.from(day) }, columns);
}

type Columns = Readonly<Record<string, NumericColumn | CodedColumn>>;

/** Appends plain numbers, then turns codes into texts and NaN into null. */
async function loadTable(
  connection: Connection,
  table: string,
  whole: Readonly<Record<string, Float64Array>>,
  columns: Columns,
): Promise<void> {
  const taken = Object.keys(whole).map(name => `${name}::integer as ${name}`);
  for (const [name, column] of Object.entries(columns)) {
    if (column.form === 'numeric') taken.push(`if(isnan("${name}"), null, "${name}") as "${name}"`);
    else {
      const texts = column.dictionary.values.slice(1).map(value => `'${value}'`);
      await connection.run(`create type ${table}_${name} as enum (${texts.join(', ')})`);
      taken.push(`[${texts.join(', ')}]["${name}"::integer]::${table}_${name} as "${name}"`);
    }
  }
  const names = [...Object.keys(whole), ...Object.keys(columns)];
  await connection.run(`create table plain (${names.map(name => `"${name}" double`).join(', ')})`);
  const all = [
    ...Object.values(whole),
    ...Object.values(columns).map(column => (column.form === 'numeric' ? column.values : column.codes)),
  ];
  const appender = await connection.createAppender('plain');
  for (let row = 0; row < all[0]!.length; row++) {
    for (const values of all) appender.appendDouble(values[row]!);
    appender.endRow();
  }
  appender.closeSync();
  await connection.run(`create table ${table} as select ${taken.join(', ')} from plain`);
  await connection.run('drop table plain');
}

async function outcomeOf(connection: Connection, size: number, rules: PlainRules): Promise<Outcome> {
  const rows = (await connection.runAndReadAll(outcomeQuery(rules))).getRowsJS();
  const metrics = rules.metrics.map(() => new Float64Array(size));
  const tiers = rules.tiers.map(() => new Uint8Array(size));
  const sets = rules.sets.map(() => new Uint32Array((size + 31) >>> 5));
  for (const [id, ...values] of rows) {
    const row = Number(id);
    metrics.forEach((metric, index) => {
      const value = values[index];
      metric[row] = value === null ? Number.NaN : Number(value);
    });
    tiers.forEach((tier, index) => {
      tier[row] = Number(values[metrics.length + index]);
    });
    sets.forEach((set, index) => {
      if (values[metrics.length + tiers.length + index] === true) set[row >>> 5]! |= 1 << (row & 31);
    });
  }
  return { metrics, tiers, sets };
}

import { check, evaluate, parse, type Result, type Run } from '../../src/rules/index.ts';
import { worldOf } from '../rules/kit.ts';
import { asOf, makeBase } from './engine-base.ts';
import { type Outcome, runByHand } from './engine-loops.ts';
import { fiftyRules } from './engine-rules.ts';

/** One line of the benchmark's table. */
export interface Row {
  readonly name: string;
  readonly milliseconds: number;
  readonly ratio: number;
  readonly against: string;
  readonly target: number;
  readonly detail: string;
}

const customers = 100_000;
const orders = 1_000_000;
const rounds = 11;

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

function timed<Value>(work: () => Value): { took: number; value: Value } {
  const begin = performance.now();
  const value = work();
  return { took: performance.now() - begin, value };
}

/** Throws where the engine and the loops differ in any metric, set or level. */
function assertEqual(results: readonly Result[], byHand: Outcome): void {
  const metrics = results.flatMap(each => (each.kind === 'metric' ? [each] : []));
  const tiers = results.flatMap(each => (each.kind === 'tier' ? [each] : []));
  const sets = results.flatMap(each => ('bits' in each ? [each] : []));
  if (results.length !== 50 || sets.length !== byHand.sets.length)
    throw new Error(`${results.length} results`);
  metrics.forEach(({ name, column }, index) => {
    const found = 'values' in column ? column.values : new Float64Array();
    const expected = byHand.metrics[index]!;
    if (!expected.every((value, row) => Object.is(value, found[row])))
      throw new Error(`metric ${name} differs`);
  });
  tiers.forEach(({ name, codes }, index) => {
    if (!byHand.tiers[index]!.every((code, row) => code === codes[row]))
      throw new Error(`tier ${name} differs`);
  });
  sets.forEach(({ name, bits }, index) => {
    const expected = byHand.sets[index]!;
    if (!bits.words.every((word, at) => word === expected[at])) throw new Error(`${name} differs`);
    if (bits.count() === 0) throw new Error(`${name} holds for nobody`);
  });
}

/** The columnar engine against hand-written loops over the same columns, with equal results. */
export async function bench(): Promise<Row[]> {
  const frame = makeBase(customers, orders);
  const checked = check(parse(fiftyRules), worldOf(frame));
  const run = (reuse?: Run) => evaluate(checked, frame, reuse ? { asOf, reuse } : { asOf });
  const loops: number[] = [];
  const engine: number[] = [];
  let last: Run | undefined;
  for (let round = 0; round < rounds; round++) {
    const byHand = timed(() => runByHand(frame, asOf));
    const columnar = timed(() => run());
    loops.push(byHand.took);
    engine.push(columnar.took);
    if (round === 0) assertEqual(columnar.value.results, byHand.value);
    last = columnar.value;
  }
  const edited = check(
    parse(fiftyRules.replace('消费频次 >= 3 and recency > 180', '消费频次 >= 2 and recency > 170')),
    worldOf(frame),
  );
  const keystrokes = Array.from(
    { length: rounds },
    () => timed(() => evaluate(edited, frame, { asOf, reuse: last! })).took,
  );
  const against = `hand-written loops, ${median(loops).toFixed(0)} ms`;
  const row = (name: string, times: readonly number[], target: number): Row => ({
    name,
    milliseconds: median(times),
    ratio: median(times) / median(loops),
    against,
    target,
    detail: `${median(times).toFixed(1)} ms; ${customers} customers, ${orders} orders, 50 rules, equal results`,
  });
  return [row('full run', engine, 2.5), row('one rule edited', keystrokes, 0.1)];
}

import { check, evaluate, parse, type Result, type Run } from '../../src/rules/index.ts';
import { worldOf } from '../rules/kit.ts';
import { asOf, makeBase } from './engine-base.ts';
import { editTimes, markerTimes, updateTimes } from './engine-edits.ts';
import { type Outcome, runByHand } from './engine-loops.ts';
import { fiftyRules } from './engine-rules.ts';

/** What was measured: a median in milliseconds. */
export interface Row {
  readonly name: string;
  readonly milliseconds: number;
  /** The median of the hand-written loops in the same run, where it is held against them. */
  readonly loops?: number;
  /** The most it should be: milliseconds, or times the loops. */
  readonly target: number;
}

const customers = 100_000;
const orders = 1_000_000;
const rounds = 21;

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

/**
 * The columnar engine against hand-written loops over the same columns, with equal results (at most `timesLoops` as
 * long), and what an edit of the rules and the update of one customer cost.
 */
export async function bench(timesLoops: number): Promise<Row[]> {
  const frame = makeBase(customers, orders);
  const world = worldOf(frame);
  const checked = check(parse(fiftyRules), world);
  const run = () => evaluate(checked, frame, { asOf });
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
  const markers = markerTimes(fiftyRules, world);
  return [
    { name: 'full run', milliseconds: median(engine), loops: median(loops), target: timesLoops },
    {
      name: 'edited rule counted',
      milliseconds: median(editTimes(fiftyRules, world, frame, last!)),
      target: 150,
    },
    { name: '500 declarations parsed', milliseconds: median(markers.parsed), target: 30 },
    { name: 'notes on 500 declarations', milliseconds: median(markers.noted), target: 50 },
    { name: 'one customer updated', milliseconds: median(updateTimes(checked, frame, last!)), target: 1 },
  ];
}

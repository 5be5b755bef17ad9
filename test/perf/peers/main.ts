import { Bits } from '../../../src/domain/index.ts';
import { check, evaluate, parse, type Run } from '../../../src/rules/index.ts';
import { worldOf } from '../../rules/kit.ts';
import { asOf, makeBase } from '../engine-base.ts';
import { type Outcome, runByHand } from '../engine-loops.ts';
import { fiftyRules } from '../engine-rules.ts';
import { customersOf, type Facts, rowRules } from './closures.ts';
import { type DuckDBPackage, openDuckDB } from './duckdb.ts';
import { type JsonRulesPackage, jsonRules, levelName } from './jsonRules.ts';
import { type PlainRules, plainRules } from './plain.ts';
import { type ZenPackage, zenRules } from './zen.ts';

const customers = 100_000;
const orders = 1_000_000;
/** Customers whom the engines that take one at a time are asked about. */
const sample = 2_000;
/** How many of them in a round, which then takes about as long as ours for all; its time is scaled to all. */
const part = 200;
/** Customers in one call of an engine that takes many. */
const batch = 100;

/** Milliseconds for all customers: a peer's, and the engine's in turn with it. */
export interface Pair {
  readonly name: string;
  /** How many times as long as the engine it should take, where it does no less than the engine, on one thread. */
  readonly atLeast?: number;
  readonly milliseconds: number;
  readonly ours: number;
}

/**
 * The same fifty rules over the same base, from the orders to every customer's outcome and the counts, by every peer;
 * throws where one comes to anything else than the engine, which runs on one thread. Where a peer does less, its name
 * says what it is given. `load` gives a peer's package by its name, null where it is not installed.
 */
export async function benchPeers(
  load: <Package>(name: string) => Package | null,
  cores: number,
  progress: (what: string) => void,
): Promise<Pair[]> {
  const frame = makeBase(customers, orders);
  const checked = check(parse(fiftyRules), worldOf(frame));
  const rules = plainRules(checked, asOf);
  const run = () => {
    const { results } = evaluate(checked, frame, { asOf });
    return results.map(each => ('bits' in each ? each.bits.count() : 0));
  };
  const expected = outcomeOf(evaluate(checked, frame, { asOf }));
  const pairs: Pair[] = [];
  const compare = async (
    peer: Pick<Pair, 'name' | 'atLeast'>,
    rounds: number,
    theirs: (round: number) => unknown,
    scale = 1,
  ) => {
    progress(peer.name);
    pairs.push({ ...peer, ...(await inTurn(rounds, run, theirs, scale)) });
  };

  assertSame('loops', runByHand(frame, asOf), expected, rules);
  await compare({ name: 'hand-written loops', atLeast: 0.5 }, 21, () => runByHand(frame, asOf));

  const duckPackage = load<DuckDBPackage>('@duckdb/node-api');
  if (duckPackage) {
    const duckdb = await openDuckDB(duckPackage, frame, rules);
    assertSame('DuckDB', await duckdb.outcome(), expected, rules);
    const counts = countsOf(expected, rules);
    for (const threads of new Set([1, cores])) {
      const { kept, alone } = await duckdb.counting(threads);
      assertCounts('DuckDB', await kept(), counts);
      assertCounts('DuckDB', await alone(), counts);
      const at = `DuckDB, ${threads === 1 ? '1 thread' : `${threads} threads`}`;
      const target = threads === 1 ? { atLeast: 6 } : {};
      await compare({ name: `${at}, outcomes kept`, ...target }, 15, kept);
      await compare({ name: `${at}, counts alone`, ...target }, 15, alone);
    }
    duckdb.close();
  }

  const closures = rowRules(rules);
  const people = customersOf(frame, rules);
  let facts: Facts[] = [];
  let statistics: ReadonlyMap<string, number> = new Map();
  await compare({ name: 'closures, row by row' }, 3, () => {
    facts = closures.factsOf(people);
    statistics = closures.statisticsOf(facts);
    closures.decide(facts, statistics);
  });
  assertSame('closures', outcomeOfRows(facts, rules), expected, rules);

  const some = people.slice(0, sample);
  const known = closures.factsOf(some);
  people.length = 0;
  facts.length = 0;
  const compareParts = (peer: Pick<Pair, 'name' | 'atLeast'>, ask: (from: number, to: number) => unknown) => {
    const theirs = (round: number) => {
      const from = (round * part) % sample;
      return ask(from, from + part);
    };
    return compare(peer, 2 * (sample / part) + 1, theirs, customers / part);
  };
  const expect = (name: string, row: number, levels: readonly unknown[], sets: readonly unknown[]) =>
    assertRow(name, row, levels, sets, expected, rules);
  const fromOrders = (peer: string) => ({ name: `${peer}, given means and quantiles`, atLeast: 500 });
  const fromFacts = (peer: string) => ({ name: `${peer}, given all metrics too` });

  const jsonPackage = load<JsonRulesPackage>('json-rules-engine');
  if (jsonPackage) {
    const json = jsonRules(jsonPackage, rules, statistics);
    const ways = [
      [fromOrders('json-rules-engine'), some.map(customer => ({ customer }))],
      [fromFacts('json-rules-engine'), known],
    ] as const;
    for (const [peer, given] of ways) {
      for (const [row, each] of given.entries()) {
        const held = await json(each);
        const levels = rules.tiers.map(({ name, froms }) => {
          const highest = froms.findIndex((_, index) => held.has(levelName(name, index + 1)));
          return highest < 0 ? froms.length + 1 : highest + 1;
        });
        const sets = rules.sets.map(({ name }) => held.has(name));
        expect(peer.name, row, levels, sets);
      }
      await compareParts(peer, async (from, to) => {
        for (const each of given.slice(from, to)) await json(each);
      });
    }
  }

  const zenPackage = load<ZenPackage>('@gorules/zen-engine');
  if (zenPackage) {
    const zen = zenRules(zenPackage, rules, statistics);
    const byHundreds = { name: `${fromOrders('zen engine').name}, ${batch} customers a call` };
    const ways = [
      [fromOrders('zen engine'), 1, (from: number, to: number) => zen.fromOrders(some.slice(from, to))],
      [byHundreds, batch, (from: number, to: number) => zen.fromOrders(some.slice(from, to))],
      [fromFacts('zen engine'), 1, (from: number, to: number) => zen.fromFacts(known.slice(from, to))],
    ] as const;
    for (const [peer, size, decide] of ways) {
      const ask = async (from: number, to: number) => {
        const outcomes: ReadonlyMap<string, unknown>[] = [];
        for (let at = from; at < to; at += size) outcomes.push(...(await decide(at, at + size)));
        return outcomes;
      };
      for (const [row, outcome] of (await ask(0, sample)).entries()) {
        const [levels, sets] = [rules.tiers, rules.sets].map(named =>
          named.map(({ name }) => outcome.get(name)),
        );
        expect(peer.name, row, levels!, sets!);
      }
      await compareParts(peer, ask);
    }
  }
  return pairs;
}

/** Ours and theirs by turns, so that whatever else the machine does slows both: the medians, theirs scaled. */
async function inTurn(
  rounds: number,
  ours: () => unknown,
  theirs: (round: number) => unknown,
  scale: number,
): Promise<Pick<Pair, 'ours' | 'milliseconds'>> {
  const times = { ours: [] as number[], theirs: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const sides = [
      ['ours', ours],
      ['theirs', theirs],
    ] as const;
    for (const [side, work] of round % 2 === 0 ? sides : sides.toReversed()) {
      const begin = performance.now();
      await work(round);
      times[side].push(performance.now() - begin);
    }
  }
  return { ours: median(times.ours), milliseconds: median(times.theirs) * scale };
}

function outcomeOfRows(facts: readonly Facts[], rules: PlainRules): Outcome {
  return {
    metrics: rules.metrics.map(({ fact }) =>
      Float64Array.from(facts, each => (each[fact.name] as number | null) ?? Number.NaN),
    ),
    tiers: rules.tiers.map(({ name }) => Uint8Array.from(facts, each => each[name] as number)),
    sets: rules.sets.map(({ name }) => Bits.from(facts.length, row => facts[row]![name] === true).words),
  };
}

function outcomeOf({ results }: Run): Outcome {
  return {
    metrics: results.flatMap(each =>
      each.kind === 'metric' && 'values' in each.column ? [each.column.values] : [],
    ),
    tiers: results.flatMap(each => (each.kind === 'tier' ? [each.codes] : [])),
    sets: results.flatMap(each => ('bits' in each ? [each.bits.words] : [])),
  };
}

/** Of how many customers each metric is known, how many are on each level, how many are in each set. */
function countsOf({ metrics, tiers, sets }: Outcome, rules: PlainRules): number[] {
  const bitsIn = (word: number) => word.toString(2).replaceAll('0', '').length;
  return [
    ...metrics.map(values => values.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : 1), 0)),
    ...tiers.flatMap((codes, index) =>
      [...rules.tiers[index]!.froms, null].map((_, level) => codes.filter(code => code === level + 1).length),
    ),
    ...sets.map(words => words.reduce((sum, word) => sum + bitsIn(word), 0)),
  ];
}

function assertCounts(peer: string, found: readonly number[], expected: readonly number[]): void {
  const at = expected.findIndex((count, index) => count !== found[index]);
  if (at >= 0 || found.length !== expected.length) {
    throw new Error(`${peer}: count ${at} is ${found[at]}, not ${expected[at]}`);
  }
}

function assertSame(peer: string, found: Outcome, expected: Outcome, rules: PlainRules): void {
  const pairs = [
    [rules.metrics, found.metrics, expected.metrics],
    [rules.tiers, found.tiers, expected.tiers],
    [rules.sets, found.sets, expected.sets],
  ] as const;
  for (const [named, theirs, ours] of pairs) {
    named.forEach(({ name }, index) => {
      const at = ours[index]!.findIndex((value, row) => !Object.is(value, theirs[index]![row]));
      if (at >= 0)
        throw new Error(`${peer}: ${name} differs at ${at}: ${theirs[index]![at]}, ${ours[index]![at]}`);
    });
  }
}

function assertRow(
  peer: string,
  row: number,
  levels: readonly unknown[],
  sets: readonly unknown[],
  expected: Outcome,
  rules: PlainRules,
): void {
  rules.tiers.forEach(({ name }, index) => {
    if (levels[index] !== expected.tiers[index]![row]) throw new Error(`${peer}: ${name} differs at ${row}`);
  });
  rules.sets.forEach(({ name }, index) => {
    const holds = ((expected.sets[index]![row >>> 5]! >>> (row & 31)) & 1) === 1;
    if (sets[index] !== holds) throw new Error(`${peer}: ${name} differs at ${row}`);
  });
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Frame } from '../../src/domain/index.ts';
import {
  constructs,
  evaluate,
  flips,
  nextChange,
  prove,
  type Run,
  situationAfter,
} from '../../src/rules/index.ts';
import { day, exampleDay, exampleFrame, frameOf, type Person, run } from './kit.ts';
import { asOfDay, condition, population } from './oracle.ts';

const world = asOfDay.chain(asOf => fc.record({ asOf: fc.constant(asOf), people: population(asOf) }));

/** The first day on which a whole run, one after the other, comes to something else for a row. */
function byRunningEveryDay(first: Run, frame: Frame, name: string, row: number, horizon: number) {
  const now = outcome(first, name, row);
  const { checked, asOf, population: frozen } = first;
  let previousTiers = tiersOf(first);
  for (let later = asOf + 1; later <= asOf + horizon; later++) {
    const next = evaluate(checked, frame, { asOf: later, population: frozen, previousTiers });
    const verdict = outcome(next, name, row);
    if (verdict !== now) return { day: later, verdict };
    previousTiers = tiersOf(next);
  }
  return null;
}

function outcome({ results }: Run, name: string, row: number) {
  const result = results.find(each => each.name === name)!;
  if (result.kind === 'tier') return result.levels[result.codes[row]! - 1] ?? null;
  return 'bits' in result && result.bits.has(row);
}

function tiersOf({ results }: Run) {
  return new Map(results.flatMap(each => (each.kind === 'tier' ? [[each.name, each] as const] : [])));
}

describe('every construct of the language', () => {
  const examples = constructs.filter(({ form }) => (form as string) !== 'internal');
  test.each(examples.map(({ id, example: [text, gives] }) => [id, text, gives] as const))(
    '%s: %s',
    (_, example, gives) => {
      const condition = typeof gives === 'boolean';
      const text = condition ? `tag a when ${example}` : `metric m = ${example}\ntag a when m is known`;
      const first = run(text, exampleFrame, exampleDay);
      if (!first.results.some(each => each.name === 'a')) {
        expect(gives === null || typeof gives === 'string').toBe(true);
        return;
      }
      for (let row = 0; row < exampleFrame.size; row++) {
        expect(prove(first, 'a', row)!.holds).toBe(outcome(first, 'a', row));
        if (!condition) expect(prove(first, 'm', row)!.value).toBe(first.value('m', row));
        expect(nextChange(first, 'a', row, 40)).toEqual(byRunningEveryDay(first, exampleFrame, 'a', row, 40));
        for (const change of flips(first, 'a', row)) {
          const { frame, ...then } = situationAfter(first, 'a', row, change.edits);
          const options = {
            asOf: then.asOf,
            population: first.population,
            previousTiers: then.previousTiers!,
          };
          expect(outcome(evaluate(first.checked, frame, options), 'a', 0)).toBe(change.verdict);
          expect(change.verdict).not.toBe(outcome(first, 'a', row));
        }
      }
    },
  );
});

describe('when time alone changes an outcome', () => {
  test('is the day that running every day finds', () => {
    fc.assert(
      fc.property(world, condition, ({ asOf, people }, each) => {
        const few = people.slice(0, 4);
        const frame = frameOf(few);
        const first = run(`tag a when ${each.text}`, frame, asOf);
        for (let row = 0; row < few.length; row++) {
          expect(nextChange(first, 'a', row, 120), each.text).toEqual(
            byRunningEveryDay(first, frame, 'a', row, 120),
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test.each([
    'tag a when recency <= 3 months',
    'tag a when recency > 1 year or 2 months >= recency',
    'tag a when recency = 1 month',
    'tag a when tenure - recency >= 30 and recency between 40 and 2 months',
    'tag a when 2 * recency + tenure > 300',
    'tag a when recency / tenure < 0.5',
    'tag a when count(orders where days since day <= 45) >= 1',
    'tag a when recency in last 2 months is known',
    'tag a when tenure in [100, 200, 300]',
    'tier a by recency { old from 90 keep 30  mid from 45  new otherwise }',
    'tier a by frequency in last 3 months { 高 from 3 keep 2  中 from 1  低 otherwise }',
    'tier t by frequency in last 3 months { 高 from 3 keep 1  低 otherwise }\nsegment a when t = 高 and recency > 20',
    'tag a when joined within 10 days or months since joined >= 14',
    'tag a when frequency in this month >= 1 or today - joined > 400',
    'tag a when top 30% by recency and rank(frequency) <= 3',
    'tag a when recency >= mean(recency) within industry',
    'tag b weight 10 when recency > 40\nscore a1 {\n  tag b\n  20 when tenure > 300\n  frequency in last 2 months\n}\ntag a when a1 >= 21',
    'segment b in group g priority 2 when recency > 60\nsegment a in group g priority 1 when recency > 30',
    'metric open = frequency in last 60 days >= 1\ntag vip when open\naction a for vip when recency > 10 say "hi"',
  ])('%s', text => {
    fc.assert(
      fc.property(world, ({ asOf, people }) => {
        const few = people.slice(0, 5);
        const frame = frameOf(few);
        const codes = Uint8Array.from(few, (_, row) => row % 3);
        const previousTiers = new Map(['a', 't'].map(name => [name, { levels: ['old', '高'], codes }]));
        const first = run(text, frame, asOf, { previousTiers });
        for (let row = 0; row < few.length; row++) {
          expect(nextChange(first, 'a', row, 200)).toEqual(byRunningEveryDay(first, frame, 'a', row, 200));
        }
      }),
      { numRuns: 15 },
    );
  });

  const buyer = (...isos: readonly string[]): Person => ({
    columns: {},
    orders: isos.map(iso => ({ day: day(iso), amount: 10000, status: 'paid' })),
    interactions: [],
  });

  test('tells the day and what it will be', () => {
    const text = `segment risk when recency > 90
tier t by frequency in last 1 month { 高 from 2  中 from 1 }`;
    const first = run(text, frameOf([buyer('2026-04-07', '2026-06-20', '2026-06-25'), buyer()]), exampleDay);
    expect(nextChange(first, 'risk', 0)).toEqual({ day: day('2026-09-24'), verdict: true });
    expect(nextChange(first, 't', 0)).toEqual({ day: day('2026-07-20'), verdict: '中' });
    expect(nextChange(first, 'risk', 1)).toBe(null);
    expect(nextChange(first, 'risk', 0, 30)).toBe(null);
    expect(nextChange(first, 'nothing', 0)).toBe(null);
  });

  test('counts what is entered for a later day', () => {
    const first = run('tag a when frequency >= 1', frameOf([buyer('2026-07-10')]), exampleDay);
    expect(nextChange(first, 'a', 0)).toEqual({ day: day('2026-07-10'), verdict: true });
  });

  test('is null for a metric', () => {
    expect(nextChange(run('metric a = recency', frameOf([buyer()]), exampleDay), 'a', 0)).toBe(null);
  });
});

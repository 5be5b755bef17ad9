import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Day } from '../../src/domain/index.ts';
import { type Change, type Edit, evaluate, flips, type Run, situationAfter } from '../../src/rules/index.ts';
import { day, exampleDay, frameOf, type Person, run, worldOf } from './kit.ts';
import { asOfDay, condition, population } from './oracle.ts';

const world = asOfDay.chain(asOf => fc.record({ asOf: fc.constant(asOf), people: population(asOf) }));

/** The person after the edits, and the day that it is then: worked out on plain rows. */
function afterwards(person: Person, asOf: Day, edits: readonly Edit[]): { person: Person; asOf: Day } {
  let now = person;
  let today = asOf;
  for (const edit of edits) {
    if (edit.kind === 'wait') today += edit.days;
    else if (edit.kind === 'field') now = { ...now, columns: { ...now.columns, [edit.field]: edit.value } };
    else {
      const rows = edit.of === 'order' ? 'orders' : 'interactions';
      const added = Array.from({ length: edit.count }, () => ({ ...edit.columns, day: today }));
      now = { ...now, [rows]: [...now[rows], ...added] };
    }
  }
  return { person: now, asOf: today };
}

function verdict({ results }: Run, name: string) {
  const result = results.find(each => each.name === name)!;
  if (result.kind === 'tier') return result.levels[result.codes[0]! - 1] ?? null;
  return 'bits' in result && result.bits.has(0);
}

/** `name` for the changed person alone, against the statistics of the first run. */
function outcomeAfter(first: Run, name: string, person: Person, { edits }: Change) {
  const changed = afterwards(person, first.asOf, edits);
  const frame = frameOf([changed.person]);
  return verdict(evaluate(first.checked, frame, { asOf: changed.asOf, population: first.population }), name);
}

describe('changes that turn an outcome', () => {
  test('really turn it', () => {
    let offered = 0;
    fc.assert(
      fc.property(world, condition, ({ asOf, people }, each) => {
        const few = people.slice(0, 6);
        const first = run(`tag a when ${each.text}`, frameOf(few), asOf);
        const [result] = first.results;
        few.slice(0, 3).forEach((person, row) => {
          const now = result?.kind === 'tag' && result.bits.has(row);
          for (const change of flips(first, 'a', row)) {
            offered++;
            expect(change.verdict).toBe(!now);
            expect(change.edits.length).toBeLessThanOrEqual(2);
            expect(outcomeAfter(first, 'a', person, change), `${each.text} ${JSON.stringify(change)}`).toBe(
              !now,
            );
          }
        });
      }),
      { numRuns: 80 },
    );
    expect(offered).toBeGreaterThan(60);
  });

  test('of a tier too, with the levels held on the way', () => {
    const text = `tier t by frequency in last 3 months { 高 from 3 keep 2  中 from 1  低 otherwise }
segment a when t != 低 and recency > 20`;
    fc.assert(
      fc.property(world, ({ asOf, people }) => {
        const few = people.slice(0, 5);
        const first = run(text, frameOf(few), asOf);
        for (const name of ['t', 'a']) {
          few.forEach((_, row) => {
            for (const change of flips(first, name, row)) {
              const { frame, ...then } = situationAfter(first, name, row, change.edits);
              const next = evaluate(first.checked, frame, {
                asOf: then.asOf,
                population: first.population,
                previousTiers: then.previousTiers!,
              });
              expect(verdict(next, name)).toBe(change.verdict);
            }
          });
        }
      }),
      { numRuns: 25 },
    );
  });

  const paid = (iso: string, yuan: number) => ({
    day: day(iso),
    amount: yuan * 100,
    status: 'paid',
    repeat: 0,
  });
  const person: Person = {
    columns: { industry: 'P', labels: ['vip'], joined: day('2026-01-01') },
    orders: [paid('2026-03-01', 100), paid('2026-06-01', 80)],
    interactions: [{ day: day('2026-06-10'), kind: 'survey', csat: 2 }],
  };
  const other: Person = {
    columns: { industry: 'C', channel: '广告' },
    orders: [paid('2026-06-20', 1000)],
    interactions: [],
  };

  /** The changes in a few words. */
  const offered = (text: string, name = 'a', people: readonly Person[] = [person, other]) => {
    return flips(run(text, frameOf(people), exampleDay), name, 0).map(({ edits }) =>
      edits
        .map(edit => {
          if (edit.kind === 'wait') return `wait ${edit.days}`;
          if (edit.kind === 'field')
            return `${edit.field} ${edit.removes ? '-' : ''}${edit.shown?.zh ?? edit.value}`;
          const { count, of, columns, vary } = edit;
          return vary ? `${of} ${vary} ${columns[vary]}` : `${count} ${of}`;
        })
        .join(', '),
    );
  };

  test.each([
    ['more orders', 'tag a when frequency >= 3', ['1 order']],
    ['as few orders as will do', 'tag a when frequency in last 1 month >= 4', ['3 order']],
    [
      'so much more money, or orders of the usual amount',
      'tag a when monetary >= 500',
      ['order amount 32000', '4 order'],
    ],
    [
      'money to the fen for a strict bound is told in whole yuan',
      'tag a when monetary > 500',
      ['order amount 32100', '4 order'],
    ],
    ['a mean', 'tag a when averageOrder >= 100', ['order amount 12000']],
    ['a greatest amount', 'tag a when max(orders.amount) >= 300', ['order amount 30000']],
    ['an order today for recency', 'tag a when recency <= 10', ['1 order']],
    ['time', 'tag a when recency > 30', ['wait 2']],
    ['time out of a window', 'tag a when not frequency in last 1 month >= 1', ['wait 1']],
    ['another value of a field', 'tag a when industry = "制造业"', ['industry 制造业']],
    [
      'one of the values of a list',
      'tag a when industry in ["制造业", "金融"]',
      ['industry 制造业', 'industry 金融业'],
    ],
    ['a label put on', 'tag a when labels contains "重点"', ['labels 重点']],
    ['a label taken off', 'tag a when not labels contains "vip"', ['labels -vip']],
    ['what a survey says', 'tag a when satisfaction >= 4', ['interaction csat 5']],
    ['a complaint', 'tag a when count(interactions where topic = "complaint") >= 1', ['1 interaction']],
    [
      'what the condition on rows asks for',
      'tag a when count(orders where amount > 200 and channel = "门店") >= 2',
      ['2 order'],
    ],
    [
      'either part of an `or`, the nearest first',
      'tag a when frequency >= 4 or industry = "制造业"',
      ['2 order', 'industry 制造业'],
    ],
    [
      'two steps where one will not do',
      'tag a when frequency >= 3 and industry = "制造业"',
      ['1 order, industry 制造业'],
    ],
    [
      'a step that undoes another part, and time to mend it',
      'tag a when frequency >= 3 and recency > 30',
      ['1 order, wait 31'],
    ],
    [
      'through tags and metrics',
      'metric n = frequency\ntag b when n >= 3\nsegment c when tag b\naction a for c say "x"',
      ['1 order'],
    ],
    [
      'against a statistic that stays',
      'tag a when monetary >= 150% of mean',
      ['order amount 70500', '8 order'],
    ],
    ['a level', 'tier a by monetary { 高 from 500  低 otherwise }', ['order amount 32000', '4 order']],
    [
      'a condition on a level',
      'tier t by monetary { 高 from 500  低 otherwise }\ntag a when t = 高',
      ['order amount 32000', '4 order'],
    ],
    ['nothing where nothing will', 'tag a when frequency < 1', []],
  ])('%s: %s', (_, text, expected) => {
    expect(offered(text)).toEqual(expected);
  });

  test('a row that is added is what the condition asks for', () => {
    const first = run(
      'tag a when count(interactions where topic = "complaint" and csat <= 2) >= 1',
      frameOf([person]),
      exampleDay,
    );
    const [change] = flips(first, 'a', 0);
    expect(change).toMatchObject({
      verdict: true,
      edits: [{ kind: 'rows', of: 'interaction', count: 1, columns: { topic: 'complaint', csat: 2 } }],
    });
  });

  test('nothing of what was given is changed', () => {
    const frame = frameOf([person, other]);
    const before = structuredClone(worldOf(frame).dictionary('order', 'status')!.values);
    const first = run(
      'tag a when count(orders where status = "refunded" or channel = "门店") >= 2',
      frame,
      exampleDay,
    );
    expect(flips(first, 'a', 0).length).toBeGreaterThan(0);
    expect(worldOf(frame).dictionary('order', 'status')!.values).toEqual(before);
  });

  test('a metric has none, nor has a name that is not there', () => {
    expect([...offered('metric a = frequency'), ...offered('metric a = frequency', 'b')]).toEqual([]);
  });
});

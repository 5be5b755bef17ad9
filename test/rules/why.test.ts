import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Proof, type ProofLine, prove } from '../../src/rules/index.ts';
import { day, exampleDay, exampleFrame, frameOf, run } from './kit.ts';
import { asOfDay, condition, metric, population } from './oracle.ts';

const world = asOfDay.chain(asOf => fc.record({ asOf: fc.constant(asOf), people: population(asOf) }));

/** What the parts of a line come to by the words of the language. */
function recomputed(line: ProofLine): boolean {
  const parts = line.children.map(recomputed);
  if (line.form === 'all') return parts.every(Boolean);
  if (line.form === 'any') return parts.some(Boolean);
  if (line.form === 'not') return !parts[0];
  if (line.form === 'definition') return parts[0]!;
  if (line.form === 'reference') return line.proof!.holds!;
  return line.verdict === 'holds';
}

function linesOf(line: ProofLine): ProofLine[] {
  return [line, ...line.children.flatMap(linesOf)];
}

describe('a proof', () => {
  test('comes to the bit, part by part', () => {
    fc.assert(
      fc.property(world, condition, condition, (base, one, two) => {
        const text = `tag a when ${one.text}\nsegment b when tag a or ${two.text}\naction c for b when not tag a`;
        const evaluated = run(text, frameOf(base.people), base.asOf);
        for (const result of evaluated.results) {
          for (let row = 0; row < base.people.length; row++) {
            const proof = prove(evaluated, result.name, row)!;
            const bit = 'bits' in result && result.bits.has(row);
            expect([proof.holds, proof.value, recomputed(proof.line)], text).toEqual([bit, +bit, bit]);
            expect(proof.line.verdict === 'holds').toBe(bit);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  test('of a metric has the value of its column, and the rows it counted', () => {
    fc.assert(
      fc.property(world, metric, (base, each) => {
        const evaluated = run(`metric m = ${each.text}`, frameOf(base.people), base.asOf);
        for (let row = 0; row < base.people.length; row++) {
          const proof = prove(evaluated, 'm', row)!;
          expect([proof.value, proof.line.value, proof.holds]).toEqual([
            evaluated.value('m', row),
            evaluated.value('m', row),
            null,
          ]);
          for (const { rows, text, value } of linesOf(proof.line)) {
            if (!rows) continue;
            const own = rows.of === 'order' ? base.people[row]!.orders : base.people[row]!.interactions;
            const inOrder = [...own].sort((a, b) => a.day - b.day);
            for (const used of rows.rows) {
              expect(inOrder[used.index]!.day).toBe(used.day);
              expect(used.day <= base.asOf && used.day >= (rows.from ?? Number.NEGATIVE_INFINITY)).toBe(true);
            }
            if (text.startsWith('count(distinct')) expect(value).toBeLessThanOrEqual(rows.counted);
            else if (text.startsWith('count')) expect(value).toBe(rows.counted);
            if (text.startsWith('sum') && rows.counted === rows.rows.length) {
              expect(rows.rows.reduce((sum, used) => sum + used.value!, 0)).toBeCloseTo(value as number, 6);
            }
            if (text.startsWith('share') && rows.among > 0) expect(value).toBe(rows.counted / rows.among);
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  const rules = `metric spent = sum(orders.amount in last 6 months where status = "paid")
metric twice = spent * 2
tag vip when monetary >= 500 and recency <= 1 month
tag mean when twice >= 150% of mean and industry = "制造业"
tier t by frequency { 高 from 3 keep 2  低 otherwise }
segment core when (tag vip or tag mean) and t = 高
action call for core when recency > 10 say "hi"`;
  const evaluated = run(rules, exampleFrame, exampleDay);
  const told = ({ form, text, value, verdict, children }: ProofLine): unknown => [
    `${form} ${text} = ${value}${verdict ? ` ${verdict}` : ''}`,
    ...children.map(told),
  ];

  test('says what the rule says, with the values it used', () => {
    expect(told(prove(evaluated, 'vip', 0)!.line)).toEqual([
      'all monetary >= 500 and recency <= 1 month = 1 holds',
      [
        'test monetary >= 500 = 1 holds',
        ['definition monetary = 60000', ['aggregate sum(orders.amount where status = "paid") = 60000']],
        ['literal 500 = 50000'],
      ],
      [
        'test recency <= 1 month = 1 holds',
        [
          'definition recency = 20',
          [
            'calculation days since max(orders.day where status = "paid") = 20',
            [`aggregate max(orders.day where status = "paid") = ${day('2026-06-10')}`],
          ],
        ],
        ['literal 1 month = 31'],
      ],
    ]);
  });

  test('tells what is not known from what is not so, and which part decided', () => {
    const { line, holds } = prove(evaluated, 'vip', 2)!;
    expect(holds).toBe(false);
    expect(line.children.map(({ verdict, decisive }) => [verdict, decisive])).toEqual([
      ['fails', true],
      ['unknown', true],
    ]);
    const other = prove(evaluated, 'vip', 1)!.line;
    expect(other.children.map(({ verdict, decisive }) => [verdict, decisive])).toEqual([
      ['fails', true],
      ['holds', false],
    ]);
  });

  test('names the window, the rows, the statistic and over how many, through names of names', () => {
    const { line } = prove(evaluated, 'mean', 1)!;
    const lines = linesOf(line);
    expect(lines.find(each => each.form === 'statistic')).toMatchObject({
      text: 'mean',
      over: 3,
      value: 40000,
    });
    expect(lines.find(each => each.form === 'aggregate')!.rows).toEqual({
      of: 'order',
      from: day('2025-12-31'),
      to: exampleDay,
      counted: 1,
      among: 1,
      rows: [{ index: 0, day: exampleDay, value: 10000, amount: 10000 }],
    });
    expect(lines.filter(each => each.form === 'definition').map(each => each.text)).toEqual([
      'twice',
      'spent',
    ]);
    for (const each of lines) expect(rules.slice(...each.span).replace(/\s+/g, ' ')).toBe(each.text);
  });

  test('a reference has the proof of what it refers to, an action its target and condition', () => {
    const { line, holds } = prove(evaluated, 'call', 0)!;
    expect(holds).toBe(true);
    expect(line).toMatchObject({ form: 'all', text: 'call' });
    expect(line.children.map(each => [each.form, each.text, each.verdict])).toEqual([
      ['reference', 'core', 'holds'],
      ['test', 'recency > 10', 'holds'],
    ]);
    expect(line.children[0]!.proof).toMatchObject({ kind: 'segment', name: 'core', holds: true });
    const [either, level] = line.children[0]!.proof!.line.children;
    expect(either!.children[0]!.proof!.name).toBe('vip');
    expect(level!.children[0]).toMatchObject({ form: 'reference', value: '高', kind: 'text' });
    expect(level!.children[0]!.proof!.levels.map(each => each.outcome)).toEqual(['entered', 'below']);
  });

  test('a level that was kept, with the level before', () => {
    const previousTiers = new Map([['t', { levels: ['高', '低'], codes: Uint8Array.of(1, 1, 1) }]]);
    const text = 'tier t by frequency { 高 from 4 keep 3  低 otherwise }';
    const outcome = (row: number, options = {}) => {
      const { value, previous, levels } = prove(
        run(text, exampleFrame, exampleDay, options),
        't',
        row,
      ) as Proof;
      return [
        value,
        previous,
        ...levels.map(each => `${each.outcome} ${each.from?.value ?? ''} ${each.keep?.value ?? ''}`),
      ];
    };
    expect(outcome(0, { previousTiers })).toEqual(['高', '高', 'kept 4 3', 'below  ']);
    expect(outcome(1, { previousTiers })).toEqual(['低', '高', 'missed 4 3', 'otherwise  ']);
    expect(outcome(0)).toEqual(['低', null, 'missed 4 3', 'otherwise  ']);
  });

  test('of a score by its lines, of a grouped segment by what excludes it, of a statistic within a group', () => {
    const text = `tag vip weight 30 when monetary >= 500
score s {
  tag vip
  20 when recency <= 30
  frequency
}
segment one in group g priority 2 when frequency >= 2
segment two in group g priority 1 when frequency >= 1
tag above when frequency >= mean within industry`;
    const found = run(text, exampleFrame, exampleDay);
    expect(told(prove(found, 's', 0)!.line)).toMatchObject([
      'calculation s = 53',
      ['calculation tag vip = 30', ['reference tag vip = 1 holds'], [expect.stringContaining('= 30')]],
      [
        'calculation 20 = 20',
        ['test recency <= 30 = 1 holds', [expect.anything(), expect.anything()], ['literal 30 = 30']],
        ['literal 20 = 20'],
      ],
      ['definition frequency = 3', expect.anything()],
    ]);
    const two = prove(found, 'two', 0)!;
    expect([two.holds, two.line.text]).toEqual([false, 'two']);
    expect(two.line.children.map(each => [each.form, each.verdict, each.decisive])).toEqual([
      ['test', 'holds', false],
      ['not', 'fails', true],
    ]);
    expect(two.line.children[1]!.children[0]).toMatchObject({
      form: 'reference',
      text: 'one',
      verdict: 'holds',
    });
    const mean = linesOf(prove(found, 'above', 0)!.line).find(each => each.form === 'statistic')!;
    expect(mean).toMatchObject({ text: 'mean within industry', value: 3, over: 1 });
  });

  test('survives an edit elsewhere: what was taken over is still at hand', () => {
    const edited = `${rules}\ntag more when frequency > 7`;
    const next = run(edited, exampleFrame, exampleDay, { reuse: evaluated });
    expect(next.population).toEqual(evaluated.population);
    const before = next.computed;
    expect(prove(next, 'mean', 1)).toEqual(prove(evaluated, 'mean', 1));
    expect(next.computed).toBe(before);
  });

  test('names that refer to names many times over stay small', () => {
    const chain = Array.from({ length: 60 }, (_, i) => `metric m${i + 1} = m${i} + m${i}`).join('\n');
    const tags = Array.from({ length: 60 }, (_, i) => `tag t${i + 1} when tag t${i} or tag t${i}`).join('\n');
    const text = `metric m0 = frequency\n${chain}\ntag t0 when m60 > 0\n${tags}`;
    expect(prove(run(text, exampleFrame, exampleDay), 't60', 0)!.holds).toBe(true);
  });

  test('of nothing is null', () => {
    expect(prove(evaluated, 'nobody', 0)).toBe(null);
  });
});

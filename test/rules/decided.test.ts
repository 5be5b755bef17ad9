import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bits } from '../../src/domain/index.ts';
import { type Decided, type Decisions, decidedKey, prove, type Run } from '../../src/rules/index.ts';
import { exampleDay, frameOf, run } from './kit.ts';

const text = [
  'tag Big when monetary >= 3',
  'tag Often when frequency >= 2',
  'tier Value by monetary { High from 4 keep 2  Low otherwise }',
  'segment Core when tag Big and not tag Often',
  'action Call for Core when Value = High say "hi"',
].join('\n');

const frame = frameOf(
  Array.from({ length: 40 }, (_, row) => ({
    columns: {},
    orders: Array.from({ length: row % 6 }, (_, i) => ({
      day: exampleDay - i,
      amount: 100,
      status: 'paid',
      repeat: +(i > 0),
    })),
    interactions: [],
  })),
);

const bitsOf = (of: Run, name: string) => {
  const found = of.results.find(each => each.name === name);
  if (!found || !('bits' in found)) throw new Error(name);
  return found.bits;
};
const codesOf = (of: Run, name: string) => {
  const found = of.results.find(each => each.name === name);
  if (found?.kind !== 'tier') throw new Error(name);
  return [...found.codes];
};

const decisions = fc.dictionary(
  fc.integer({ min: 0, max: frame.size - 1 }).map(String),
  fc.record({ big: fc.boolean(), level: fc.constantFrom('High', 'Low', null) }),
);

describe('what people decided', () => {
  it('wins over the rule and reaches all that builds on it; the rest is as without', () => {
    const plain = run(text, frame, exampleDay);
    fc.assert(
      fc.property(decisions, made => {
        const rows = Object.entries(made).map(([row, to]) => [Number(row), to] as const);
        const decided: Decided = new Map<string, Decisions>([
          [decidedKey('tag', 'Big'), new Map(rows.map(([row, { big }]) => [row, big]))],
          [decidedKey('tier', 'Value'), new Map(rows.map(([row, { level }]) => [row, level]))],
        ]);
        const fresh = run(text, frame, exampleDay, { decided });
        const again = run(text, frame, exampleDay, { decided, reuse: plain });
        const back = run(text, frame, exampleDay, { reuse: again });
        const byRow = new Map(rows);
        const big = Bits.from(frame.size, row => byRow.get(row)?.big ?? bitsOf(plain, 'Big').has(row));
        const codes = codesOf(plain, 'Value').map((code, row) => {
          const to = byRow.get(row);
          return to ? [null, 'High', 'Low'].indexOf(to.level) : code;
        });
        const core = big.minus(bitsOf(plain, 'Often'));
        const call = Bits.from(frame.size, row => core.has(row) && codes[row] === 1);
        for (const each of [fresh, again]) {
          expect(bitsOf(each, 'Big').equals(big)).toBe(true);
          expect(bitsOf(each, 'Core').equals(core)).toBe(true);
          expect(codesOf(each, 'Value')).toEqual(codes);
          expect(bitsOf(each, 'Call').equals(call)).toBe(true);
          expect(each.ruled('Big')).toEqual(bitsOf(plain, 'Big'));
          expect([...(each.ruled('Value') as Uint8Array)]).toEqual(codesOf(plain, 'Value'));
        }
        expect(back.results).toEqual(plain.results);
      }),
      { numRuns: 60 },
    );
  });

  it('is no reason of the rule: reasons and proofs say what the rule alone says, and that a person decided', () => {
    const decided: Decided = new Map([['tier Value', new Map([[1, 'High']])]]);
    const made = run(text, frame, exampleDay, { decided });
    expect(made.value('Value', 1)).toBe('High');
    expect(made.reasons('Value', 1)).toEqual(run(text, frame, exampleDay).reasons('Value', 1));
    expect(prove(made, 'Value', 1)).toMatchObject({ value: 'Low', byHand: true });
    expect(prove(made, 'Value', 2)).toMatchObject({ value: 'Low', byHand: false });
  });

  it('changes nothing where the level is not one of the tier', () => {
    const decided: Decided = new Map([['tier Value', new Map([[1, 'Gone']])]]);
    expect(run(text, frame, exampleDay, { decided }).results).toEqual(run(text, frame, exampleDay).results);
  });
});

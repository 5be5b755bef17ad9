import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Audit, AuditEntry } from '../../src/domain/index.ts';
import {
  auditVerdict,
  binomialAtMost,
  drawSample,
  recordsToPass,
  verdictOf,
} from '../../src/models/index.ts';

const onePercent = { tolerated: 0.01, confidence: 0.95 };

/** The sum of the terms as the book has it, in whole numbers as far as they go. */
function plainAtMost(wrong: number, checked: number, share: number): number {
  let total = 0;
  for (let hits = 0; hits <= wrong; hits++) {
    let ways = 1;
    for (let step = 1; step <= hits; step++) ways = (ways * (checked - step + 1)) / step;
    total += ways * share ** hits * (1 - share) ** (checked - hits);
  }
  return total;
}

describe('the binomial distribution', () => {
  it('is the plain sum of its terms', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 60 }),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        (checked, wrong, share) => {
          const expected = plainAtMost(Math.min(wrong, checked), checked, share);
          expect(binomialAtMost(wrong, checked, share)).toBeCloseTo(expected, 10);
        },
      ),
    );
  });
});

describe('the verdict of an audit', () => {
  it.each([
    [299, 0],
    [473, 1],
    [628, 2],
    [773, 3],
  ])('%i records with %i wrong prove at most 1 %% at 95 %%, one fewer does not', (records, wrong) => {
    expect(recordsToPass(wrong, onePercent)).toBe(records);
    expect(auditVerdict(records, wrong, onePercent).outcome).toBe('pass');
    expect(auditVerdict(records - 1, wrong, onePercent)).toMatchObject({ outcome: 'open', needed: 1 });
  });

  it('no mistake in 50 bounds the share at 5.8 % and decides nothing', () => {
    const verdict = auditVerdict(50, 0, onePercent);
    expect(verdict).toMatchObject({ outcome: 'open', least: 0, needed: 249 });
    expect(verdict.most).toBeCloseTo(0.0582, 4);
  });

  it('many mistakes fail, with a lower bound above what is tolerated', () => {
    const verdict = auditVerdict(100, 5, onePercent);
    expect(verdict.outcome).toBe('fail');
    expect(verdict.least).toBeGreaterThan(0.01);
    expect(verdict.needed).toBe(0);
  });

  it('nothing checked is no evidence', () => {
    expect(auditVerdict(0, 0, onePercent)).toEqual({
      outcome: 'open',
      checked: 0,
      wrong: 0,
      least: 0,
      most: 1,
      needed: 299,
    });
  });

  it('passes and fails agree with the bounds', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), fc.nat(900), (checked, some) => {
        const wrong = Math.min(some, checked);
        const { outcome, least, most } = auditVerdict(checked, wrong, onePercent);
        if (outcome === 'pass') expect(most).toBeLessThanOrEqual(0.01 + 1e-9);
        if (outcome === 'fail') expect(least).toBeGreaterThanOrEqual(0.01 - 1e-9);
        if (outcome === 'open') expect(least < 0.01 && most > 0.01).toBe(true);
      }),
    );
  });
});

describe('an audit on the way', () => {
  const right: AuditEntry = { right: true, found: '' };
  const wrong: AuditEntry = { right: false, found: '13900139000' };
  const audit = (entries: readonly Readonly<Record<string, AuditEntry>>[]): Audit => ({
    id: 1,
    at: 0,
    seed: 1,
    population: 1_000,
    fields: ['name', 'phone'],
    ...onePercent,
    items: entries.map((each, index) => ({ customer: `${index}`, name: '', values: {}, entries: each })),
  });

  it('counts a record once it is wrong, or right in every field', () => {
    const verdict = verdictOf(
      audit([
        { name: right, phone: right },
        { name: right },
        { phone: wrong },
        {},
        { name: wrong, phone: right },
      ]),
    );
    expect(verdict).toMatchObject({ checked: 3, wrong: 2 });
  });
});

describe('a seeded draw', () => {
  const ids = Array.from({ length: 40 }, (_, index) => index);

  it('is without repetition and the same for the same seed', () => {
    fc.assert(
      fc.property(fc.nat(60), fc.nat(), (size, seed) => {
        const drawn = drawSample(ids, size, seed);
        expect(new Set(drawn).size).toBe(Math.min(size, ids.length));
        expect(drawSample(ids, size, seed)).toEqual(drawn);
      }),
    );
  });

  it('takes everybody about equally often', () => {
    const times = ids.map(() => 0);
    for (let seed = 0; seed < 4_000; seed++) for (const id of drawSample(ids, 10, seed)) times[id]!++;
    for (const each of times) expect(each).toBeGreaterThan(870); // 1,000 expected, standard deviation 27
    for (const each of times) expect(each).toBeLessThan(1_130);
  });
});

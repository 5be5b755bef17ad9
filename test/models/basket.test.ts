import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  basketsOf,
  RESELLER,
  relatedProducts,
  suggestProducts,
  usualRelatedRule,
} from '../../src/models/index.ts';
import { type Line, logOf } from './orderLog.ts';

const lists = fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 9 }), {
  minLength: 1,
  maxLength: 25,
});

function ordersOf(customers: readonly (readonly number[])[]) {
  const lines = customers.flatMap((codes, row) =>
    codes.map((code, at): Line => [String(row).padStart(4, '0'), at, 1, code]),
  );
  return logOf(lines).orders;
}

describe('what is bought together', () => {
  it('is what counting by hand says', () => {
    const rules = fc.record({
      support: fc.integer({ min: 1, max: 4 }),
      by: fc.constantFrom('lift' as const, 'cosine' as const),
      most: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(lists, rules, (customers, rule) => {
        const related = relatedProducts(basketsOf(ordersOf(customers), 7), rule);
        const sets = customers.map(codes => new Set(codes.filter(code => code > 0)));
        const all = sets.filter(set => set.size > 0).length;
        const having = (...codes: number[]) => sets.filter(set => codes.every(code => set.has(code))).length;
        for (let code = 1; code < 7; code++) {
          const expected = [1, 2, 3, 4, 5, 6]
            .filter(other => other !== code && having(code, other) >= rule.support)
            .map(product => {
              const both = having(code, product);
              const chance = having(code) * having(product);
              return { product, both, lift: (both * all) / chance, cosine: both / Math.sqrt(chance) };
            })
            .filter(each => each.lift > 1)
            .sort((a, b) => b[rule.by] - a[rule.by] || b.both - a.both || a.product - b.product)
            .slice(0, rule.most);
          expect(related.get(code) ?? []).toEqual(expected);
        }
      }),
    );
  });

  it('is suggested to those who have not got it, with the reason', () => {
    const customers = [...Array.from({ length: 6 }, () => [1, 2]), [1], [3], [3]];
    const baskets = basketsOf(ordersOf(customers), 4);
    const related = relatedProducts(baskets, usualRelatedRule);
    const [suggestion, ...more] = suggestProducts(related, baskets, 6, 5);
    expect(suggestion).toEqual({ product: 2, score: 6 / Math.sqrt(7 * 6), because: 1, both: 6 });
    expect(more).toEqual([]);
    expect(suggestProducts(related, baskets, 0, 5)).toEqual([]);
  });

  it('never suggests what a customer has, nor more than asked for', () => {
    fc.assert(
      fc.property(lists, fc.integer({ min: 1, max: 3 }), (customers, most) => {
        const baskets = basketsOf(ordersOf(customers), 7);
        const related = relatedProducts(baskets, { support: 1, by: 'cosine', most: 6 });
        customers.forEach((codes, row) => {
          const suggestions = suggestProducts(related, baskets, row, most);
          expect(suggestions.length).toBeLessThanOrEqual(most);
          for (const { product, because, score } of suggestions) {
            expect(codes).not.toContain(product);
            expect(codes).toContain(because);
            expect(score).toBeGreaterThan(0);
          }
        });
      }),
    );
  });

  it('is not learned from resellers, who buy everything', () => {
    const codes = Array.from({ length: RESELLER + 1 }, (_, index) => index + 1);
    const baskets = basketsOf(ordersOf([codes, [1, 2]]), RESELLER + 2);
    expect([baskets.customers, baskets.resellers, baskets.buyers[1], baskets.buyers[3]]).toEqual([
      1, 1, 1, 0,
    ]);
  });
});

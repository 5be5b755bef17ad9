import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Dice } from '../../src/domain/index.ts';
import {
  basketsOf,
  proveSuggestions,
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
      by: fc.constantFrom('lift' as const, 'cosine' as const, 'share' as const),
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
              return {
                product,
                both,
                lift: (both * all) / chance,
                cosine: both / Math.sqrt(chance),
                share: both / having(code),
              };
            })
            .filter(each => each.lift > 1)
            .sort((a, b) => b[rule.by] - a[rule.by] || b.both - a.both || a.product - b.product)
            .slice(0, rule.most);
          expect(related.get(code)).toEqual(expected);
        }
      }),
    );
  });

  it('is suggested to those who have not got it, with the reason', () => {
    const customers = [...Array.from({ length: 6 }, () => [1, 2]), [1], [3], [3]];
    const baskets = basketsOf(ordersOf(customers), 4);
    const related = relatedProducts(baskets, usualRelatedRule);
    const [suggestion, ...more] = suggestProducts(related, baskets, 6, 5);
    expect(suggestion).toEqual({ product: 2, score: 6 / 7, because: 1, both: 6 });
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
            const shares = [...new Set(codes)].map(
              code => [code, related.get(code).find(each => each.product === product)?.share ?? 0] as const,
            );
            expect(score).toBeCloseTo(
              shares.reduce((sum, [, share]) => sum + share, 0),
              12,
            );
            const strongest = Math.max(...shares.map(([, share]) => share));
            expect(shares.find(([code]) => code === because)![1]).toBe(strongest);
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

  it('is proved on hidden products: better than favourites where tastes differ, not where they do not', () => {
    const dice = new Dice(4);
    const taste = (products: number, offset: number) =>
      Array.from({ length: 6 }, () => offset + dice.whole(1, products));
    const fans = Array.from({ length: 600 }, (_, at) => taste(12, 12 * (at % 5)));
    const rule = { support: 3, by: 'cosine', most: 20 } as const;
    const apart = proveSuggestions(basketsOf(ordersOf(fans), 61), rule, { seed: 1, shown: 5 });
    expect(apart.n).toBeGreaterThan(550);
    expect(apart.suggested).toBeGreaterThan(3 * apart.popular);
    const alike = Array.from({ length: 600 }, () => taste(60, 0));
    const even = proveSuggestions(basketsOf(ordersOf(alike), 61), rule, { seed: 1, shown: 5 });
    expect(Math.abs(even.suggested - even.popular)).toBeLessThan(0.06);
    expect(proveSuggestions(basketsOf(ordersOf([[1, 2]]), 3), rule, { seed: 1 })).toMatchObject({ n: 0 });
  });

  it('hides a product that one could find again: what everybody buys comes back for everybody', () => {
    const same = Array.from({ length: 30 }, (_, at) => [1, 2, 3, 4 + at]);
    const proof = proveSuggestions(basketsOf(ordersOf(same), 40), usualRelatedRule, { seed: 2, shown: 3 });
    expect(proof.n).toBe(30);
    expect(proof.popular).toBeGreaterThan(0.5);
  });
});

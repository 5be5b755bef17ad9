import type { Baskets, RelatedProducts } from './related.ts';

/** A product that a customer has not bought, and what of theirs speaks for it. */
export interface Suggestion {
  readonly product: number;
  /** Sum over the customer's products of the share of their buyers that bought this one too. */
  readonly score: number;
  /** The customer's product that speaks for it most, and how many customers bought both. */
  readonly because: number;
  readonly both: number;
}

/** What customers like this one bought and this one did not, the likeliest first. */
export function suggestProducts(
  related: RelatedProducts,
  { starts, products }: Pick<Baskets, 'starts' | 'products'>,
  row: number,
  most: number,
): Suggestion[] {
  const own = products.subarray(starts[row]!, starts[row + 1]!);
  const scores = new Map<number, Suggestion & { readonly share: number }>();
  for (const because of own) {
    for (const { product, share, both } of related.get(because)) {
      if (own.includes(product)) continue;
      const known = scores.get(product);
      const score = (known?.score ?? 0) + share;
      const best = known && known.share >= share ? known : { because, both, share };
      scores.set(product, {
        product,
        score,
        because: best.because,
        both: best.both,
        share: best.share,
      });
    }
  }
  return [...scores.values()]
    .sort((a, b) => b.score - a.score || b.both - a.both || a.product - b.product)
    .slice(0, most)
    .map(({ share: _, ...suggestion }) => suggestion);
}

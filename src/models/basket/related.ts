import type { PaidOrders } from '../paidOrders.ts';

/** Who bought what, both ways round; a product counts once per customer. */
export interface Baskets {
  /** Products of customer i: products[starts[i] .. starts[i + 1]), ascending. Codes of the base's dictionary. */
  readonly starts: Uint32Array<ArrayBuffer>;
  readonly products: Uint32Array<ArrayBuffer>;
  /** Buyers of each product code. */
  readonly buyers: Uint32Array<ArrayBuffer>;
  /** Customers who bought anything known, but for resellers. */
  readonly customers: number;
  /** Customers who bought so many different products that they say nothing about tastes; their list is empty. */
  readonly resellers: number;
}

/** A product that customers of another bought as well. */
export interface Related {
  readonly product: number;
  /** Customers who bought both. */
  readonly both: number;
  /** How many times as often as if the two had nothing to do with each other. */
  readonly lift: number;
  /** Likeness of the two groups of buyers, 0 .. 1. */
  readonly cosine: number;
  /** Of the buyers of the other product, the share that bought this one too. */
  readonly share: number;
}

/** What makes two products related. */
export interface RelatedRule {
  /** At least so many customers bought both. */
  readonly support: number;
  readonly by: 'lift' | 'cosine' | 'share';
  /** At most so many per product. */
  readonly most: number;
}

/** Who buys more different products than this is a reseller. */
export const RESELLER = 300;

export const usualRelatedRule: RelatedRule = { support: 5, by: 'cosine', most: 10 };

/** The different known products of every customer. `productCount`: codes of the dictionary, 0 included. */
export function basketsOf(
  { offsets, product }: Pick<PaidOrders, 'offsets' | 'product'>,
  productCount: number,
): Baskets {
  const size = offsets.length - 1;
  const starts = new Uint32Array(size + 1);
  const products = new Uint32Array(product.length);
  const buyers = new Uint32Array(productCount);
  const seenBy = new Int32Array(productCount).fill(-1);
  let [count, customers, resellers] = [0, 0, 0];
  for (let row = 0; row < size; row++) {
    for (let order = offsets[row]!; order < offsets[row + 1]!; order++) {
      const code = product[order]!;
      if (code === 0 || seenBy[code] === row) continue;
      seenBy[code] = row;
      products[count++] = code;
      buyers[code]!++;
    }
    const own = products.subarray(starts[row]!, count).sort();
    if (own.length > RESELLER) {
      for (const code of own) buyers[code]!--;
      count = starts[row]!;
      resellers++;
    }
    starts[row + 1] = count;
    customers += +(count > starts[row]!);
  }
  return { starts, products: products.slice(0, count), buyers, customers, resellers };
}

/** The products related to each, the most related first; none where nothing is. */
export interface RelatedProducts {
  get(product: number): readonly Related[];
}

/**
 * For every product those that its buyers bought as well. Only pairs that more customers bought than chance would
 * have it (lift above 1) are related. Item-item likeness as in Linden, Smith & York 2003. What is related to a product
 * is found when it is first asked for.
 */
export function relatedProducts(baskets: Baskets, rule: RelatedRule): RelatedProducts {
  const index = buyersOf(baskets);
  const both = new Uint32Array(baskets.buyers.length);
  const known = new Map<number, readonly Related[]>();
  return {
    get(product) {
      let found = known.get(product);
      found ??=
        baskets.buyers[product]! >= rule.support ? relatedTo(product, baskets, index, rule, both) : [];
      known.set(product, found);
      return found;
    },
  };
}

/** `both` is room to count in: all 0, and left so. */
function relatedTo(
  code: number,
  { starts, products, buyers, customers }: Baskets,
  { firsts, rows }: ReturnType<typeof buyersOf>,
  rule: RelatedRule,
  both: Uint32Array,
): readonly Related[] {
  const touched: number[] = [];
  for (let at = firsts[code]!; at < firsts[code + 1]!; at++) {
    const row = rows[at]!;
    const end = starts[row + 1]!;
    for (let other = starts[row]!; other < end; other++) {
      const product = products[other]!;
      if (both[product]!++ === 0) touched.push(product);
    }
  }
  const related: Related[] = [];
  for (const product of touched) {
    const together = both[product]!;
    both[product] = 0;
    if (product === code || together < rule.support) continue;
    const chance = buyers[code]! * buyers[product]!;
    const lift = (together * customers) / chance;
    if (lift <= 1) continue;
    const [cosine, share] = [together / Math.sqrt(chance), together / buyers[code]!];
    related.push({ product, both: together, lift, cosine, share });
  }
  related.sort((a, b) => b[rule.by] - a[rule.by] || b.both - a.both || a.product - b.product);
  return related.slice(0, rule.most);
}

/** The customers of each product: rows[firsts[code] .. firsts[code + 1]). */
function buyersOf({ starts, products, buyers }: Baskets) {
  const firsts = new Uint32Array(buyers.length + 1);
  for (let code = 0; code < buyers.length; code++) firsts[code + 1] = firsts[code]! + buyers[code]!;
  const next = firsts.slice();
  const rows = new Uint32Array(products.length);
  for (let row = 0; row < starts.length - 1; row++)
    for (let at = starts[row]!; at < starts[row + 1]!; at++) rows[next[products[at]!]!++] = row;
  return { firsts, rows };
}

import { Dice } from '../../domain/index.ts';
import { type Baskets, type RelatedRule, relatedProducts } from './related.ts';
import { suggestProducts } from './suggest.ts';

/** How often a product that was hidden from each customer's list comes back among the first few. */
export interface SuggestionProof {
  /** Customers of whom a product was hidden. */
  readonly n: number;
  readonly shown: number;
  /** Share of the customers whose product was among the suggestions. */
  readonly suggested: number;
  /** The same where everybody is shown the products with most buyers that they have not got. */
  readonly popular: number;
}

/** From so many products on, one of a customer's is hidden. */
const ENOUGH_PRODUCTS = 3;
/** About so many customers are tried: their share is sure to a percent. */
const TRIED = 5_000;

/** Tries suggestions on products hidden by chance, beside the plain list of favourites: to be shown with them. */
export function proveSuggestions(
  baskets: Baskets,
  rule: RelatedRule,
  { seed, shown = 10 }: { readonly seed: number; readonly shown?: number },
): SuggestionProof {
  const { rest, hidden } = hideOne(baskets, new Dice(seed));
  const related = relatedProducts(rest, rule);
  const favourites = Uint32Array.from(rest.buyers.keys())
    .slice(1)
    .sort((a, b) => rest.buyers[b]! - rest.buyers[a]! || a - b);
  let [n, suggested, popular] = [0, 0, 0];
  hidden.forEach((product, row) => {
    if (product === 0) return;
    n++;
    suggested += +suggestProducts(related, rest, row, shown).some(each => each.product === product);
    popular += +firstWithout(favourites, rest, row, shown).includes(product);
  });
  return { n, shown, suggested: suggested / n, popular: popular / n };
}

/** The baskets with one product less of everybody who has enough, and what was hidden; 0 = nothing. */
function hideOne({ starts, products, buyers, customers, resellers }: Baskets, dice: Dice) {
  const size = starts.length - 1;
  const hidden = new Uint32Array(size);
  const rest = { starts: new Uint32Array(size + 1), products: new Uint32Array(products.length) };
  const left = buyers.slice();
  let count = 0;
  for (let row = 0; row < size; row++) {
    const own = products.subarray(starts[row]!, starts[row + 1]!);
    if (own.length >= ENOUGH_PRODUCTS && dice.chance(TRIED / customers)) {
      hidden[row] = own[dice.whole(0, own.length - 1)]!;
      left[hidden[row]!]!--;
    }
    for (const product of own) if (product !== hidden[row]) rest.products[count++] = product;
    rest.starts[row + 1] = count;
  }
  return { rest: { ...rest, buyers: left, customers, resellers } satisfies Baskets, hidden };
}

function firstWithout(
  favourites: Uint32Array,
  { starts, products }: Baskets,
  row: number,
  most: number,
): number[] {
  const own = new Set(products.subarray(starts[row]!, starts[row + 1]!));
  const first: number[] = [];
  for (let at = 0; at < favourites.length && first.length < most; at++)
    if (!own.has(favourites[at]!)) first.push(favourites[at]!);
  return first;
}

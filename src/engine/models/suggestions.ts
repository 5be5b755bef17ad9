import type { Day } from '../../domain/index.ts';
import {
  type Baskets,
  basketsOf,
  paidOrders,
  proveSuggestions,
  type RelatedProducts,
  relatedProducts,
  type SuggestionProof,
  suggestProducts,
  usualRelatedRule,
} from '../../models/index.ts';
import type { Base } from '../../store/index.ts';
import type { Context } from '../context.ts';

/** A product that customers like this one bought, and why it is suggested. */
export interface SuggestedProduct {
  readonly product: string;
  /** The customer's product that speaks for it most. */
  readonly because: string;
  /** Customers who bought both. */
  readonly both: number;
}

/** How many are shown. */
const SHOWN = 5;
/** The products that are hidden to try suggestions out are always the same. */
const SEED = 1;

/** What customers like one bought as well, over the base of the day. */
export class Suggestions {
  readonly #context: Context;
  #known:
    | {
        readonly base: Base;
        readonly asOf: Day;
        readonly baskets: Baskets;
        readonly related: RelatedProducts;
        readonly products: readonly string[];
      }
    | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  /** For a customer (by id), the likeliest first; none where too little was bought. */
  async of(given: string): Promise<readonly SuggestedProduct[]> {
    await this.#context.state();
    const id = await this.#context.store.currentId(given);
    const { base, baskets, related, products } = await this.#made();
    const row = base.ids.indexOf(id);
    if (row < 0) return [];
    return suggestProducts(related, baskets, row, SHOWN).map(({ product, because, both }) => ({
      product: products[product]!,
      because: products[because]!,
      both,
    }));
  }

  /** How often they bring back a product that was hidden, against showing everybody the favourites. */
  async proof(): Promise<SuggestionProof> {
    await this.#context.state();
    const { baskets } = await this.#made();
    return proveSuggestions(baskets, usualRelatedRule, { seed: SEED, shown: SHOWN });
  }

  async #made() {
    const [base, asOf] = [await this.#context.base(), await this.#context.day()];
    if (this.#known?.base === base && this.#known.asOf === asOf) return this.#known;
    const { product } = base.frame.orders.columns;
    const products = product?.form === 'coded' ? product.dictionary.values : [''];
    const baskets = basketsOf(paidOrders(base.frame, asOf), products.length);
    const related = relatedProducts(baskets, usualRelatedRule);
    this.#known = { base, asOf, baskets, related, products };
    return this.#known;
  }
}

import type { Day, Frame } from '../domain/index.ts';

/** The orders that models count, as Facts have them: customer i owns rows offsets[i] .. offsets[i + 1), by day. */
export interface PaidOrders {
  readonly offsets: Uint32Array<ArrayBuffer>;
  readonly day: Int32Array<ArrayBuffer>;
  /** Minor units; an amount that is not known counts as 0. */
  readonly amount: Float64Array<ArrayBuffer>;
  /** Codes of the base's dictionary of products, 0 = not known. */
  readonly product: Uint32Array<ArrayBuffer>;
}

/** The orders of the base that were paid up to and on `asOf`: what was known on that day, and no more. */
export function paidOrders({ size, orders }: Pick<Frame, 'size' | 'orders'>, asOf: Day): PaidOrders {
  const { status, amount, product } = orders.columns;
  const paid = status?.form === 'coded' ? status.dictionary.codeOf('paid') : 0;
  const statuses = status?.form === 'coded' ? status.codes : null;
  const money = amount?.form === 'numeric' ? amount.values : null;
  const products = product?.form === 'coded' ? product.codes : null;
  const kept = {
    offsets: new Uint32Array(size + 1),
    day: new Int32Array(orders.day.length),
    amount: new Float64Array(orders.day.length),
    product: new Uint32Array(orders.day.length),
  };
  let count = 0;
  for (let row = 0; row < size; row++) {
    const end = orders.offsets[row + 1]!;
    for (let order = orders.offsets[row]!; order < end && orders.day[order]! <= asOf; order++) {
      if (statuses && (paid === 0 || statuses[order] !== paid)) continue;
      kept.day[count] = orders.day[order]!;
      kept.amount[count] = money?.[order] || 0;
      kept.product[count] = products?.[order] ?? 0;
      count++;
    }
    kept.offsets[row + 1] = count;
  }
  return {
    offsets: kept.offsets,
    day: kept.day.slice(0, count),
    amount: kept.amount.slice(0, count),
    product: kept.product.slice(0, count),
  };
}

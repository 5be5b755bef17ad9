import { type FactRows, hasRepeats, type Order } from '../../domain/index.ts';

/**
 * Joins the lines of one order, of the rows of one customer: rows with the same order number are its products, and
 * their amounts and quantities are added up under the product with the largest amount. A row that comes again with
 * the same number and product replaces the earlier one. Refunded and cancelled lines do not count where others are
 * paid. What is added up becomes a further row. By time.
 */
export function joinLines(orders: FactRows<'order'>, rows: Uint32Array): Uint32Array {
  const numbers: string[] = [];
  for (const row of rows) numbers.push(orders.orderNumbers[row]!);
  return byTime(orders, hasRepeats(numbers) ? Uint32Array.from(joined(orders, rows)) : rows);
}

function joined(orders: FactRows<'order'>, rows: Uint32Array): number[] {
  const [products, categories] = [orders.texts.get('product')!.codes, orders.texts.get('category')!.codes];
  const byNumber = new Map<string | number, Map<string, number>>();
  for (const row of rows) {
    const key = orders.orderNumbers[row] || row;
    const lines = byNumber.get(key) ?? new Map<string, number>();
    byNumber.set(key, lines);
    lines.set(`${products[row]} ${categories[row]}`, row);
  }
  return Array.from(byNumber.values(), lines => {
    const [first, ...more] = lines.values();
    if (more.length === 0) return first!;
    return orders.add(sumOf([first!, ...more].map(row => orders.at(row))));
  });
}

function sumOf(lines: readonly Order[]): Order {
  const paid = lines.filter(line => line.status === 'paid');
  const counted = paid.length > 0 ? paid : lines;
  const main = counted.reduce((best, line) => (line.amount > best.amount ? line : best));
  const known = counted.filter(line => !Number.isNaN(line.quantity));
  return {
    ...main,
    amount: counted.reduce((total, line) => total + line.amount, 0),
    quantity: known.length === 0 ? Number.NaN : known.reduce((total, line) => total + line.quantity, 0),
  };
}

function byTime(orders: FactRows<'order'>, rows: Uint32Array): Uint32Array {
  const days = orders.numbers.get('day')!.values;
  const minutes = orders.numbers.get('minute')!.values;
  const difference = (a: number, b: number) => days[a]! - days[b]! || minutes[a]! - minutes[b]!;
  const isSorted = rows.every((row, i) => i === 0 || difference(rows[i - 1]!, row) <= 0);
  return isSorted ? rows : rows.sort(difference);
}

import type { Order } from '../../domain/index.ts';

/**
 * Joins the lines of one order: rows with the same order number are its products, and their amounts and quantities
 * are added up under the product with the largest amount. A row that comes again with the same number and product
 * replaces the earlier one. Refunded and cancelled lines do not count where others are paid.
 */
export function joinLines(orders: readonly Order[]): Order[] {
  const byNumber = new Map<string, Map<string, Order>>();
  const joined: Order[] = [];
  for (const order of orders) {
    if (order.number === '') {
      joined.push(order);
      continue;
    }
    const lines = byNumber.get(order.number) ?? new Map<string, Order>();
    byNumber.set(order.number, lines);
    lines.set(`${order.product}\n${order.category}`, order);
  }
  for (const lines of byNumber.values())
    joined.push(lines.size === 1 ? [...lines.values()][0]! : sumOf([...lines.values()]));
  return joined.sort((one, other) => one.day - other.day || one.minute - other.minute);
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

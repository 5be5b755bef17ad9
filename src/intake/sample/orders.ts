import type { Day, Dice, Order, OrderStatus } from '../../domain/index.ts';
import { orderChannels } from './goods.ts';
import type { Persona, Rhythm } from './personas.ts';

/** How much is sold in each month against an ordinary one: quiet around the New Year, festivals in June and November. */
const seasons = [1, 0.6, 0.9, 0.95, 1.05, 1.45, 0.9, 0.9, 1, 1.05, 1.8, 1.3];

/** The orders of one customer in order of time, without numbers: those are given over the whole company. */
export function makeOrders(
  dice: Dice,
  persona: Persona,
  rhythm: Rhythm,
  asOf: Day,
  seasonOf: Season,
): Order[] {
  const orders: Order[] = [];
  for (let index = rhythm.orders - 1; index >= 0; index--) {
    const isLast = index === 0;
    const ago = rhythm.lastAgo + index * rhythm.interval;
    const day = asOf - (isLast ? ago : shifted(dice, ago, rhythm, asOf, seasonOf));
    orders.push(makeOrder(dice, persona, day, isLast));
  }
  return orders.sort((one, other) => one.day - other.day || one.minute - other.minute);
}

/** Of two days around the planned one, the busier is the likelier. */
function shifted(
  dice: Dice,
  ago: number,
  { interval, lastAgo }: Rhythm,
  asOf: Day,
  seasonOf: Season,
): number {
  const reach = Math.max(1, Math.floor(interval * 0.4));
  const one = Math.max(lastAgo, ago + dice.whole(-reach, reach));
  const other = Math.max(lastAgo, ago + dice.whole(-reach, reach));
  const weight = seasonOf(asOf - one);
  return dice.chance(weight / (weight + seasonOf(asOf - other))) ? one : other;
}

function makeOrder(dice: Dice, persona: Persona, day: Day, isLast: boolean): Order {
  const product = dice.pick(dice.weighted(persona.goods));
  const isSmall = product.price < 20_000;
  const quantity = isSmall
    ? dice.weighted([
        [1, 60],
        [2, 25],
        [3, 10],
        [5, 5],
      ] as const)
    : dice.chance(0.15)
      ? 2
      : 1;
  const discount = dice.chance(0.3) ? dice.pick([0.95, 0.9, 0.85]) : 1;
  const evening = dice.chance(0.45);
  const minute = Math.round((evening ? 1_230 : 780) + (dice.next() + dice.next() - 1) * 200);
  return {
    number: '',
    day,
    minute: Math.min(1_439, minute),
    amount: Math.round((product.price * quantity * discount) / 100) * 100,
    currency: 'CNY',
    product: product.name,
    category: product.category,
    quantity,
    channel: dice.weighted(orderChannels),
    status: isLast && persona.refunded < 0.1 ? 'paid' : statusOf(dice, persona),
  };
}

function statusOf(dice: Dice, { refunded }: Persona): OrderStatus {
  const thrown = dice.next();
  if (thrown < refunded) return 'refunded';
  return thrown < refunded + 0.03 ? 'cancelled' : 'paid';
}

export type Season = (day: Day) => number;

/** The season of each day of the years before `asOf`, looked up once. */
export function seasonsBefore(asOf: Day, days: number): Season {
  const weights = Array.from(
    { length: days },
    (_, ago) => seasons[new Date((asOf - ago) * 86_400_000).getUTCMonth()]!,
  );
  return day => weights[asOf - day] ?? 1;
}

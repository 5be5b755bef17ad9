import type { Customer, Day, Interaction, Order } from '../../domain/index.ts';
import { Dice, isoOf } from '../../domain/index.ts';
import { castOf } from './cast.ts';
import { makeInteractions, makeVisit, openComplaint } from './interactions.ts';
import { makeOrders, seasonsBefore } from './orders.ts';
import { makeCustomer } from './people.ts';
import { daysCovered, type Persona, personas, type Rhythm } from './personas.ts';

/** A demonstration company's base: orders and interactions by customer id, in order of time. */
export interface SampleWorkspace {
  readonly customers: readonly Customer[];
  readonly orders: ReadonlyMap<string, readonly Order[]>;
  readonly interactions: ReadonlyMap<string, readonly Interaction[]>;
}

interface Plan {
  readonly customer: Customer;
  readonly persona: Persona;
  readonly rhythm: Rhythm;
  readonly complainedAgo?: number | undefined;
}

const sizes = { customers: 5_000, orders: 40_000, interactions: 10_000 };

/**
 * The demonstration company: 5,000 customers, 40,000 orders, 10,000 interactions of the 30 months before `asOf`,
 * with the patterns that rules look for. The same seed and day give the same base.
 */
export function sampleWorkspace(seed: number, asOf: Day): SampleWorkspace {
  const dice = new Dice(seed);
  const plans = evenOut(planCustomers(dice, asOf));
  return {
    customers: plans.map(({ customer }) => customer),
    orders: orderAll(dice, plans, asOf),
    interactions: interactAll(dice, plans, asOf),
  };
}

function planCustomers(dice: Dice, asOf: Day): Plan[] {
  const plans: Plan[] = castOf(asOf).map(({ persona, ...role }) => ({
    ...role,
    persona: personas.find(each => each.id === persona)!,
  }));
  const weights = personas.map(persona => [persona, persona.share] as const);
  while (plans.length < sizes.customers) {
    const persona = dice.weighted(weights);
    const rhythm = persona.rhythm(dice);
    const known =
      rhythm.orders === 0 ? dice.whole(1, persona.id === 'newcomer' ? 28 : 300) : firstAgo(rhythm);
    const joined =
      asOf - known - (rhythm.orders === 0 ? 0 : dice.whole(1, persona.id === 'newcomer' ? 3 : 20));
    plans.push({ customer: makeCustomer(dice, persona, plans.length + 1, joined), persona, rhythm });
  }
  return plans;
}

function firstAgo({ lastAgo, interval, orders }: Rhythm): number {
  return lastAgo + Math.ceil((orders - 0.6) * interval);
}

/** Takes from or adds to the oldest orders of frequent buyers until the number of orders is exact. */
function evenOut(plans: readonly Plan[]): readonly Plan[] {
  let missing = sizes.orders - plans.reduce((total, { rhythm }) => total + rhythm.orders, 0);
  const counts = plans.map(({ rhythm }) => rhythm.orders);
  const flexible = [...plans.keys()].filter(
    row => ['frequent', 'regular'].includes(plans[row]!.persona.id) && row >= 12,
  );
  for (let turn = 0; missing !== 0; turn++) {
    const row = flexible[turn % flexible.length]!;
    const step = Math.sign(missing);
    const { lastAgo, interval } = plans[row]!.rhythm;
    const isRoom = step > 0 ? lastAgo + counts[row]! * interval < daysCovered : counts[row]! > 3;
    if (!isRoom) continue;
    counts[row]! += step;
    missing -= step;
  }
  return plans.map((plan, row) => ({ ...plan, rhythm: { ...plan.rhythm, orders: counts[row]! } }));
}

function orderAll(dice: Dice, plans: readonly Plan[], asOf: Day): Map<string, readonly Order[]> {
  const seasonOf = seasonsBefore(asOf, daysCovered + 400);
  const orders = new Map<string, readonly Order[]>();
  let serial = 0;
  for (const { customer, persona, rhythm } of plans) {
    if (rhythm.orders === 0) continue;
    const numbered = makeOrders(dice, persona, rhythm, asOf, seasonOf).map(order => ({
      ...order,
      number: `${isoOf(order.day).replaceAll('-', '')}-${String(++serial).padStart(5, '0')}`,
    }));
    orders.set(customer.id, numbered);
  }
  return orders;
}

function interactAll(dice: Dice, plans: readonly Plan[], asOf: Day): Map<string, readonly Interaction[]> {
  const counts = plans.map(({ persona }) => Math.round(dice.skewed(persona.interactions, 0.6)));
  let missing = sizes.interactions - counts.reduce((total, count) => total + count, 0);
  for (let turn = 0; missing !== 0; turn++) {
    const row = (turn * 7) % plans.length;
    const step = Math.sign(missing);
    if (counts[row]! + step < 1) continue;
    counts[row]! += step;
    missing -= step;
  }
  const interactions = new Map<string, readonly Interaction[]>();
  plans.forEach(({ customer, persona, complainedAgo }, row) => {
    const joined = Math.min(Number(customer.columns.joined), asOf);
    const count = counts[row]!;
    if (count === 0) return;
    const first = makeVisit(dice, joined);
    const made = [first, ...makeInteractions(dice, persona, count - 1, joined, asOf)];
    if (complainedAgo !== undefined) made.push(openComplaint(made.pop()!, asOf - complainedAgo));
    interactions.set(customer.id, made);
  });
  return interactions;
}

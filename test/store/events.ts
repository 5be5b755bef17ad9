import fc from 'fast-check';
import type { Customer, Interaction, Order } from '../../src/domain/index.ts';
import type { Change, Store } from '../../src/store/index.ts';
import { change, customer, freshStore, interaction, order } from './kit.ts';

/** What happened to one customer, in the order in which a file tells it. */
export type Event =
  | { readonly kind: 'customer'; readonly customer: Customer }
  | { readonly kind: 'order'; readonly id: string; readonly order: Order }
  | { readonly kind: 'interaction'; readonly id: string; readonly interaction: Interaction };

export const ids = ['a', 'b', 'c', 'd'];
const anyId = fc.constantFrom(...ids);
export const anyEvent: fc.Arbitrary<Event> = fc.oneof(
  fc.record({
    kind: fc.constant('customer' as const),
    customer: fc
      .record({
        id: anyId,
        city: fc.constantFrom('', '杭州', 'Paris'),
        income: fc.option(fc.integer({ min: 0 })),
        tags: fc.array(fc.constantFrom('VIP', 'new'), { maxLength: 2 }),
      })
      .map(({ id, city, income, tags }) =>
        customer(id, {
          columns: { ...(city ? { city } : {}), ...(income === null ? {} : { income }) },
          tags: tags.map(tag => ({ tag, author: '', at: 0 })),
        }),
      ),
  }),
  fc.record({
    kind: fc.constant('order' as const),
    id: anyId,
    order: fc
      .record({
        number: fc.constantFrom('', '1', '2', '3'),
        day: fc.integer({ min: -3, max: 3 }),
        minute: fc.constantFrom(-1, 5, 1_439),
        amount: fc.oneof(fc.integer({ min: 0, max: 300 }), fc.constant(4e12)),
        product: fc.constantFrom('', 'lens', '手机'),
        status: fc.constantFrom('paid' as const, 'refunded' as const),
      })
      .map(({ day, ...part }) => order(day, part)),
  }),
  fc.record({
    kind: fc.constant('interaction' as const),
    id: anyId,
    interaction: fc
      .record({ day: fc.nat(5), csat: fc.constantFrom(1, 5, Number.NaN), topic: fc.string() })
      .map(({ day, ...part }) => interaction(day, part)),
  }),
);

/** The change that says all of it at once. */
export function changeOf(events: readonly Event[]): Change {
  const customers = new Map<string, Customer>();
  const orders = new Map<string, Order[]>();
  const interactions = new Map<string, Interaction[]>();
  for (const event of events) {
    if (event.kind === 'customer') customers.set(event.customer.id, event.customer);
    else if (event.kind === 'order') orders.set(event.id, [...(orders.get(event.id) ?? []), event.order]);
    else {
      interactions.set(event.id, [...(interactions.get(event.id) ?? []), event.interaction]);
    }
  }
  return { customers: [...customers.values()], orders, interactions };
}

/** Up to `most` events. */
export function eventsOf(most: number): fc.Arbitrary<Event[]> {
  return fc.array(anyEvent, { maxLength: most });
}

/** A base of the customers `ids` to whom this happened. */
export async function baseOf(events: readonly Event[]): Promise<Store> {
  const { store } = freshStore();
  await store.commit(change({ customers: ids.map(id => customer(id)) }));
  await store.commit(changeOf(events));
  return store;
}

import type { Interaction, Order } from '../../domain/index.ts';

/** Something that happened, of either kind. */
export type Happening =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'interaction'; readonly interaction: Interaction };

/** Orders and interactions in one stream, the latest first; within a day by the minute, unknown times last. */
export function mergeTimeline(orders: readonly Order[], interactions: readonly Interaction[]): Happening[] {
  const stream: Happening[] = [
    ...orders.map(order => ({ kind: 'order', order }) as const),
    ...interactions.map(interaction => ({ kind: 'interaction', interaction }) as const),
  ];
  const when = (each: Happening) => (each.kind === 'order' ? each.order : each.interaction);
  return stream.sort((a, b) => when(b).day - when(a).day || when(b).minute - when(a).minute);
}

/** `HH:MM` of a minute of the day, '' where the time is not known. */
export function timeOf(minute: number): string {
  if (minute < 0) return '';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

import { type Interaction, type JournalEntry, localDay, type Order } from '../../domain/index.ts';

/** Something that happened, of either kind. */
export type Happening =
  | { readonly kind: 'order'; readonly order: Order }
  | { readonly kind: 'interaction'; readonly interaction: Interaction }
  | { readonly kind: 'written'; readonly entry: JournalEntry; readonly day: number; readonly minute: number };

/** Orders, interactions and what was written down in one stream, the latest first; within a day by the minute. */
export function mergeTimeline(
  orders: readonly Order[],
  interactions: readonly Interaction[],
  journal: readonly JournalEntry[] = [],
): Happening[] {
  const stream: Happening[] = [
    ...orders.map(order => ({ kind: 'order', order }) as const),
    ...interactions.map(interaction => ({ kind: 'interaction', interaction }) as const),
    ...journal.filter(({ content }) => content.kind !== 'task').map(written),
  ];
  return stream.sort((a, b) => whenOf(b).day - whenOf(a).day || whenOf(b).minute - whenOf(a).minute);
}

function written(entry: JournalEntry): Extract<Happening, { kind: 'written' }> {
  const at = new Date(entry.at);
  return { kind: 'written', entry, day: localDay(at), minute: at.getHours() * 60 + at.getMinutes() };
}

function whenOf(each: Happening): { readonly day: number; readonly minute: number } {
  if (each.kind === 'order') return each.order;
  return each.kind === 'interaction' ? each.interaction : each;
}

/** `HH:MM` of a minute of the day, '' where the time is not known. */
export function timeOf(minute: number): string {
  if (minute < 0) return '';
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

import type { ComponentType } from 'preact';
import { modelTexts } from '../../../i18n/models.ts';
import type { Text } from '../../../i18n/text.ts';
import { later } from '../../kit/index.ts';

/** A model with a page of its own: choose, look, adjust, publish. */
export interface Part {
  readonly id: string;
  readonly title: Text;
  /** Its page; `what` is what the address names on it, '' for the page itself. */
  readonly Page: ComponentType<{ what: string }>;
}

/** Models that answer the same kind of question. */
export interface PartGroup {
  readonly name: Text;
  readonly parts: readonly Part[];
}

/** The models, in the order of the row above their pages: who is alike, what is to come, what has moved. */
export const partGroups: readonly PartGroup[] = [
  {
    name: modelTexts.groupAlike,
    parts: [
      {
        id: 'rfm',
        title: modelTexts.rfm,
        Page: later(async () => (await import('./rfm/RfmScreen.tsx')).RfmScreen),
      },
      {
        id: 'tiers',
        title: modelTexts.tiers,
        Page: later(async () => (await import('./tiers/TiersScreen.tsx')).TiersScreen),
      },
      {
        id: 'lifecycle',
        title: modelTexts.lifecycle,
        Page: later(async () => (await import('./lifecycle/LifecycleScreen.tsx')).LifecycleScreen),
      },
      {
        id: 'clusters',
        title: modelTexts.clusters,
        Page: later(async () => (await import('./clusters/ClusterScreen.tsx')).ClusterScreen),
      },
    ],
  },
  {
    name: modelTexts.groupAhead,
    parts: [
      {
        id: 'lifetime',
        title: modelTexts.lifetime,
        Page: later(async () => (await import('./lifetime/LifetimeScreen.tsx')).LifetimeScreen),
      },
      {
        id: 'churn',
        title: modelTexts.churn,
        Page: later(async () => (await import('./churn/ChurnScreen.tsx')).ChurnScreen),
      },
      {
        id: 'next',
        title: modelTexts.next,
        Page: later(async () => (await import('./next/NextScreen.tsx')).NextScreen),
      },
    ],
  },
  {
    name: modelTexts.groupMoved,
    parts: [
      {
        id: 'figures',
        title: modelTexts.figures,
        Page: later(async () => (await import('./figures/FiguresScreen.tsx')).FiguresScreen),
      },
      {
        id: 'time',
        title: modelTexts.time,
        Page: later(async () => (await import('./time/TimeScreen.tsx')).TimeScreen),
      },
      {
        id: 'review',
        title: modelTexts.review,
        Page: later(async () => (await import('./review/ReviewScreen.tsx')).ReviewScreen),
      },
      {
        id: 'asof',
        title: modelTexts.asOf,
        Page: later(async () => (await import('./asOf/AsOfScreen.tsx')).AsOfScreen),
      },
    ],
  },
];

/** All models, in that order. */
export const parts: readonly Part[] = partGroups.flatMap(group => group.parts);

/** The part that an address names, the first where it names none, and what on it. */
export function readPart(id: string): { part: Part; what: string } {
  const [name, ...rest] = id.split(' ');
  return { part: parts.find(each => each.id === name) ?? parts[0]!, what: rest.join(' ') };
}

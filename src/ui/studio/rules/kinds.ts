import { Gauge, type IconNode, Layers, ListPlus, Send, Tag, Users } from 'lucide';
import type { Declaration } from '../../../rules/index.ts';

/** The icon of each kind of declaration, the same wherever one is listed. */
export const kindIcons: Record<Declaration['kind'], IconNode> = {
  metric: Gauge,
  tag: Tag,
  score: ListPlus,
  tier: Layers,
  segment: Users,
  action: Send,
};

import { Gauge, type IconNode, Layers, Send, Tag, Users } from 'lucide';
import type { DeclarationKind } from '../../../engine/index.ts';

/** The icon of each kind of declaration, the same wherever one is listed. */
export const kindIcons: Record<DeclarationKind, IconNode> = {
  metric: Gauge,
  tag: Tag,
  tier: Layers,
  segment: Users,
  action: Send,
};

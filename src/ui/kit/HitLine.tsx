import type { Card, Hit } from '../../domain/index.ts';
import styles from './CustomerSearch.module.css';
import { TierBadge } from './Tier.tsx';

export interface HitLineProps {
  hit: Hit;
  id?: string;
  /** Given in a list of options; without it the line is a button. */
  selected?: boolean;
  onPoint?(): void;
  onChoose(): void;
}

/** One customer in a line: tier, name and company, segment. */
export function HitLine({ hit, id, selected, onPoint, onChoose }: HitLineProps) {
  const content = (
    <>
      <TierBadge tier={hit.tier} size={24} />
      <span class={styles.who}>
        <span class={styles.name}>{hit.name || hit.email || hit.phone}</span>
        <span class={styles.detail}>{hit.company || (hit.name ? hit.email || hit.phone : '')}</span>
      </span>
      {hit.segment && <span class={styles.segment}>{hit.segment}</span>}
    </>
  );
  if (selected === undefined) {
    return (
      <button type="button" class={styles.hit} onClick={onChoose}>
        {content}
      </button>
    );
  }
  // the field keeps the focus and names the option that is active
  const option = {
    id,
    role: 'option' as const,
    'aria-selected': selected,
    onPointerMove: onPoint,
    onClick: onChoose,
  };
  return (
    <div class={styles.hit} {...option}>
      {content}
    </div>
  );
}

/** A stored card as a line of the look-up. */
export function hitOf({ id, name, company, tier, segments, keys }: Card): Hit {
  const keyed = (prefix: string) => keys.find(key => key.startsWith(prefix))?.slice(prefix.length) ?? '';
  return { id, name, company, tier, segment: segments[0] ?? '', email: keyed('e:'), phone: keyed('p:') };
}

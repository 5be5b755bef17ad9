import type { ComponentChildren } from 'preact';
import type { Hit } from '../../../domain/index.ts';
import { TierBadge } from '../../kit/index.ts';
import styles from './CustomerGrid.module.css';

/** A line of the table; a grey bar while its page is on the way. `detail` stands in for segment and contacts. */
export function CustomerRow({ hit, detail }: { hit: Hit | undefined; detail?: string | undefined }) {
  if (!hit) return <Cell class={styles.blank} />;
  return (
    <div class={styles.row} role="presentation">
      <Cell class={styles.tier}>
        <TierBadge tier={hit.tier} />
      </Cell>
      <Cell class={styles.name}>{hit.name || hit.email || hit.phone}</Cell>
      <Cell title={hit.company}>{hit.company}</Cell>
      {detail === undefined ? (
        <>
          <Cell title={hit.segment}>{hit.segment}</Cell>
          <Cell title={hit.email}>{hit.email}</Cell>
          <Cell>{hit.phone}</Cell>
        </>
      ) : (
        <Cell class={styles.detail} title={detail}>
          {detail}
        </Cell>
      )}
    </div>
  );
}

/** The grid is one tab stop and names its active row: cells are no table cells and never have the focus. */
function Cell(props: { class?: string | undefined; title?: string; children?: ComponentChildren }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: see above
    // biome-ignore lint/a11y/useFocusableInteractive: see above
    <div role="gridcell" class={`${styles.cell} ${props.class ?? ''}`} title={props.title}>
      {props.children}
    </div>
  );
}

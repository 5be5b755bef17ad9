import { useCallback } from 'preact/hooks';
import type { PairHead } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { t, VirtualList } from '../../kit/index.ts';
import styles from './PairList.module.css';
import { pairLabel, sure } from './words.ts';

export interface PairListProps {
  pairs: readonly PairHead[];
  /** Of all pairs, those not read yet too. */
  total: number;
  chosen: number;
  onChoose(place: number): void;
  onMore(): void;
}

/** The pairs to decide, the surest first. */
export function PairList({ pairs, total, chosen, onChoose, onMore }: PairListProps) {
  const more = useCallback(
    (_: number, last: number) => {
      if (last >= pairs.length - 1 && pairs.length < total) onMore();
    },
    [pairs.length, total],
  );
  return (
    <section class={styles.pairs}>
      <VirtualList
        label={t(duplicateTexts.pairs)}
        count={pairs.length}
        rowHeight={52}
        row={place => {
          const pair = pairs[place]!;
          return (
            <div class={styles.pair} data-chosen={place === chosen ? '' : undefined} title={pairLabel(pair)}>
              <span class={styles.names}>
                <span class={styles.name}>{pair.one.name}</span>
                <span class={styles.name}>{pair.other.name}</span>
              </span>
              <span class={styles.score}>{sure(pair.score)}</span>
            </div>
          );
        }}
        onChoose={onChoose}
        onRange={more}
      />
    </section>
  );
}

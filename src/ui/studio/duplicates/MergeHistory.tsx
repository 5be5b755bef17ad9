import { Merge } from 'lucide';
import type { MergeRecord } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { Button, EmptyState, t } from '../../kit/index.ts';
import { hashOf } from '../route.ts';
import { moment } from '../words.ts';
import styles from './MergeHistory.module.css';

/** The merges that stand, each with the way back. */
export function MergeHistory(props: {
  merges: readonly MergeRecord[];
  busy: boolean;
  onUnmerge(merge: MergeRecord): void;
}) {
  if (props.merges.length === 0)
    return (
      <EmptyState icon={Merge} title={t(duplicateTexts.historyNone)} text={t(duplicateTexts.historyHint)} />
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
    <section class={styles.scroll} tabIndex={0} aria-label={t(duplicateTexts.tabMerges)}>
      <table class={styles.table}>
        <thead>
          <tr>
            <th scope="col">{t(duplicateTexts.historyKept)}</th>
            <th scope="col">{t(duplicateTexts.historyDropped)}</th>
            <th scope="col">{t(duplicateTexts.historyAt)}</th>
            <th scope="col">
              <span class="visually-hidden">{t(duplicateTexts.unmerge)}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {props.merges.map(merge => (
            <tr key={merge.id}>
              <td>
                <a href={hashOf({ screen: 'customers', id: merge.keep })}>{merge.keepName}</a>
              </td>
              <td>{merge.dropName}</td>
              <td>{moment(merge.at)}</td>
              <td>
                <Button
                  size="small"
                  disabled={props.busy}
                  aria-label={t(duplicateTexts.unmergeOf, { one: merge.keepName, other: merge.dropName })}
                  onClick={() => props.onUnmerge(merge)}
                >
                  {t(duplicateTexts.unmerge)}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

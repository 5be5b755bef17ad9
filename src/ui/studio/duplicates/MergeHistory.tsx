import { Merge } from 'lucide';
import type { MergeRecord } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { Button, EmptyState, t } from '../../kit/index.ts';
import { hashOf } from '../route.ts';
import { moment } from '../words.ts';
import styles from './MergeHistory.module.css';

/** Merges of a batch that are listed when it is opened. */
const mostShown = 200;

/** The merges that stand, each with the way back. */
export function MergeHistory(props: {
  merges: readonly MergeRecord[];
  busy: boolean;
  onUnmerge(merges: readonly MergeRecord[]): void;
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
          {batchesOf(props.merges).map(batch => (
            <Batch key={batch[0]!.id} batch={batch} busy={props.busy} onUnmerge={props.onUnmerge} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** What was merged as one step stands together: it has one moment. */
function batchesOf(merges: readonly MergeRecord[]): MergeRecord[][] {
  const batches: MergeRecord[][] = [];
  for (const merge of merges) {
    const last = batches.at(-1);
    if (last?.[0]?.at === merge.at) last.push(merge);
    else batches.push([merge]);
  }
  return batches;
}

/** One merge, or many that were one step: as one line, with the first of them behind it. */
function Batch(props: {
  batch: readonly MergeRecord[];
  busy: boolean;
  onUnmerge(merges: readonly MergeRecord[]): void;
}) {
  const { batch, busy, onUnmerge } = props;
  const [first] = batch;
  const number = batch.length;
  if (number === 1) return <Line merge={first!} busy={busy} onUnmerge={() => onUnmerge(batch)} />;
  return (
    <tr>
      <td colSpan={2}>
        <details>
          <summary>{t(duplicateTexts.batch, { count: number })}</summary>
          <ul class={styles.members}>
            {batch.slice(0, mostShown).map(({ id, keep, keepName, dropName }) => (
              <li key={id}>
                <a href={hashOf({ screen: 'customers', id: keep })}>{keepName}</a>
                {' ← '}
                {dropName}
              </li>
            ))}
            {number > mostShown && <li>{t(duplicateTexts.batchMore, { count: number - mostShown })}</li>}
          </ul>
        </details>
      </td>
      <td>{moment(first!.at)}</td>
      <td>
        <Button size="small" disabled={busy} onClick={() => onUnmerge(batch)}>
          {t(duplicateTexts.unmergeBatch, { count: number })}
        </Button>
      </td>
    </tr>
  );
}

function Line({ merge, busy, onUnmerge }: { merge: MergeRecord; busy: boolean; onUnmerge(): void }) {
  return (
    <tr>
      <td>
        <a href={hashOf({ screen: 'customers', id: merge.keep })}>{merge.keepName}</a>
      </td>
      <td>{merge.dropName}</td>
      <td>{moment(merge.at)}</td>
      <td>
        <Button
          size="small"
          disabled={busy}
          aria-label={t(duplicateTexts.unmergeOf, { one: merge.keepName, other: merge.dropName })}
          onClick={onUnmerge}
        >
          {t(duplicateTexts.unmerge)}
        </Button>
      </td>
    </tr>
  );
}

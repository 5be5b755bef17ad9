import { CircleCheck } from 'lucide';
import type { CrowdView } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { EmptyState, Table, t } from '../../kit/index.ts';
import { hashOf } from '../route.ts';
import { count } from '../words.ts';
import styles from './MergeHistory.module.css';
import { crowdLabel } from './words.ts';

/** What could not be compared, or did not count, because too many share it, with the way to some of them. */
export function CrowdList({ crowds }: { crowds: readonly CrowdView[] }) {
  if (crowds.length === 0)
    return (
      <EmptyState
        icon={CircleCheck}
        title={t(duplicateTexts.crowdsNone)}
        text={t(duplicateTexts.crowdsNoneHint)}
      />
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region has to be reached by keyboard
    <section class={styles.scroll} tabIndex={0} aria-label={t(duplicateTexts.tabCrowds)}>
      <p class={styles.hint}>{t(duplicateTexts.crowdsHint)}</p>
      <Table
        isFramed
        label={t(duplicateTexts.tabCrowds)}
        columns={[
          { label: t(duplicateTexts.crowdsKind) },
          { label: t(duplicateTexts.crowdsCount), isNumeric: true },
          { label: t(duplicateTexts.crowdsExamples) },
        ]}
        rows={crowds.map(crowd => [
          crowdLabel(crowd),
          count(crowd.count),
          <ul class={styles.examples}>
            {crowd.examples.map(({ id, name }) => (
              <li key={id}>
                <a href={hashOf({ screen: 'customers', id })}>{name || id}</a>
              </li>
            ))}
          </ul>,
        ])}
      />
    </section>
  );
}

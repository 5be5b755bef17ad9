import { CircleCheck, FileInput, SlidersHorizontal, Users } from 'lucide';
import { useCallback, useEffect, useState } from 'preact/hooks';
import type { DuplicatesPage, Quality } from '../../../engine/index.ts';
import { formatShare } from '../../../i18n/index.ts';
import { qualityTexts } from '../../../i18n/quality.ts';
import { Button, EmptyState, ErrorNote, Icon, language, Page, Table, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { go, hashOf } from '../route.ts';
import { count } from '../words.ts';
import { workspace } from '../workspace.ts';
import { ImportQuality } from './ImportQuality.tsx';
import { KeyFields } from './KeyFields.tsx';
import styles from './Quality.module.css';
import { UnmappedQueue } from './UnmappedQueue.tsx';
import { fieldLabel, issueWords } from './words.ts';

/** The state of the data, each number with the way to the customers behind it. */
export function QualityReport() {
  const [quality, setQuality] = useState<Quality | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [choosing, setChoosing] = useState(false);
  const base = workspace.value;
  const read = useCallback(() => void engine.quality().then(setQuality, setProblem), []);
  useEffect(read, [read, base?.customers, base?.orders, base?.resultsAsOf]);

  return (
    <Page
      title={t(qualityTexts.title)}
      lead={quality && quality.customers > 0 ? summary(quality) : t(qualityTexts.lead)}
    >
      {problem !== null && <ErrorNote error={problem} />}
      {quality?.customers === 0 && (
        <EmptyState
          icon={Users}
          title={t(qualityTexts.none)}
          text={t(qualityTexts.noneHint)}
          actions={
            <Button kind="primary" icon={FileInput} onClick={() => go('import')}>
              {t(qualityTexts.import)}
            </Button>
          }
        />
      )}
      {quality && quality.customers > 0 && (
        <>
          <Completeness quality={quality} onChoose={() => setChoosing(true)} />
          <Issues quality={quality} />
          {quality.unmapped.length > 0 && <UnmappedQueue values={quality.unmapped} onMapped={read} />}
          <ImportQuality />
        </>
      )}
      {choosing && quality && (
        <KeyFields
          chosen={quality.keyFields}
          onClose={() => setChoosing(false)}
          onSaved={() => {
            setChoosing(false);
            read();
          }}
        />
      )}
    </Page>
  );
}

function summary({ completeness, issues }: Quality): string {
  const total = completeness.reduce((sum, each) => sum + each.total, 0);
  const known = completeness.reduce((sum, each) => sum + each.known, 0);
  const share = formatShare(language.value, total === 0 ? 1 : known / total);
  return issues.length === 0
    ? t(qualityTexts.summaryGood, { share })
    : t(qualityTexts.summary, { share, count: issues.length });
}

function Completeness({ quality, onChoose }: { quality: Quality; onChoose(): void }) {
  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <div class={styles.what}>
          <h2>{t(qualityTexts.completeness)}</h2>
          <p class={styles.why}>{t(qualityTexts.completenessHint)}</p>
        </div>
        <Button size="small" icon={SlidersHorizontal} onClick={onChoose}>
          {t(qualityTexts.choose)}
        </Button>
      </header>
      <Table
        label={t(qualityTexts.completeness)}
        columns={[
          { label: t(qualityTexts.field) },
          { label: t(qualityTexts.filled) },
          { label: t(qualityTexts.missing) },
        ]}
        rows={quality.completeness.map(({ field, known, total }) => {
          const share = total === 0 ? 1 : known / total;
          const lack = total - known;
          return [
            fieldLabel(field),
            <span class={styles.meter}>
              <span class={styles.track} aria-hidden="true">
                <span class={styles.fill} style={{ width: `${share * 100}%` }} />
              </span>
              {formatShare(language.value, share)}
            </span>,
            lack === 0 ? (
              <span class={styles.good}>
                <Icon of={CircleCheck} size={14} /> {t(qualityTexts.allKnown)}
              </span>
            ) : (
              <a
                href={hashOf({ screen: 'quality', id: `missing ${field}` })}
                aria-label={t(qualityTexts.missingOf, { count: lack, field: fieldLabel(field) })}
              >
                {count(lack)}
              </a>
            ),
          ];
        })}
      />
    </section>
  );
}

/** What the last search for duplicates left to decide, or the way to a search. */
function Duplicates() {
  const [found, setFound] = useState<DuplicatesPage | null>(null);
  useEffect(
    () => void engine.duplicates({ offset: 0, limit: 0, leastScore: 0.5 }).then(setFound, report),
    [],
  );
  if (!found) return null;
  return (
    <li class={styles.issue}>
      <div class={styles.what}>
        <a href={hashOf({ screen: 'duplicates', id: '' })}>{t(qualityTexts.duplicates)}</a>
        <p class={styles.why}>
          {t(
            found.isSearched && !found.isStale ? qualityTexts.duplicatesFound : qualityTexts.duplicatesSearch,
          )}
        </p>
      </div>
      {found.isSearched && <span class={styles.count}>{t(qualityTexts.pairs, { count: found.total })}</span>}
    </li>
  );
}

function Issues({ quality: { issues } }: { quality: Quality }) {
  return (
    <section class={styles.card}>
      <header class={styles.head}>
        <h2>{t(qualityTexts.issues)}</h2>
      </header>
      {issues.length === 0 && <p class={styles.empty}>{t(qualityTexts.issuesNone)}</p>}
      <ul>
        {issues.map(issue => {
          const { title, why } = issueWords(issue.id);
          return (
            <li key={issue.id} class={styles.issue}>
              <div class={styles.what}>
                <a href={hashOf({ screen: 'quality', id: issue.id })}>{title}</a>
                <p class={styles.why}>{why}</p>
              </div>
              <span class={styles.count}>{t(qualityTexts.customers, { count: issue.count })}</span>
            </li>
          );
        })}
        <Duplicates />
      </ul>
    </section>
  );
}

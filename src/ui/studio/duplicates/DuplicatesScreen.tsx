import { Import, Search, UsersRound } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { DuplicatesPage, MergeRecord, MergeRequest, PairHead } from '../../../engine/index.ts';
import { duplicateTexts } from '../../../i18n/duplicates.ts';
import { Button, EmptyState, ErrorNote, ProgressBar, Tabs, t, toast } from '../../kit/index.ts';
import { JobProgress } from '../backup/JobProgress.tsx';
import { engine } from '../engine.ts';
import { job, runJob } from '../jobs.ts';
import { report } from '../report.ts';
import { go, hashOf, route } from '../route.ts';
import { count, moment } from '../words.ts';
import { readWorkspace, workspace } from '../workspace.ts';
import { AcceptDialog } from './AcceptDialog.tsx';
import { CrowdList } from './CrowdList.tsx';
import styles from './DuplicatesScreen.module.css';
import { MergeHistory } from './MergeHistory.tsx';
import { PairDetail } from './PairDetail.tsx';
import { PairList } from './PairList.tsx';
import { useRefresh } from './useRefresh.ts';

/** Pairs are read in pages of so many; pairs less probable than `leastScore` are not worth a person's time. */
const pageSize = 200;
const leastScore = 0.2;

type Tab = 'pairs' | 'merges' | 'crowds';

/** Duplicates: the pairs to decide with the one in hand, and the merges so far. */
export function DuplicatesScreen() {
  const [page, setPage] = useState<DuplicatesPage | null>(null);
  const [merges, setMerges] = useState<readonly MergeRecord[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [tab, setTab] = useState<Tab>('pairs');
  const [chosen, setChosen] = useState(0);
  const [accepting, setAccepting] = useState(false);
  const running = job.value;
  const of = route.value.id;

  async function read(limit = Math.max(pageSize, page?.pairs.length ?? 0)): Promise<void> {
    try {
      setPage(await engine.duplicates({ leastScore, offset: 0, limit, ...(of !== '' && { of }) }));
      setMerges(await engine.merges());
    } catch (failure) {
      setProblem(failure);
    }
  }
  const revision = workspace.value?.revision;
  useEffect(() => void read(), [revision, of]);
  useEffect(() => setChosen(0), [of]);
  const refresh = useRefresh(page?.isStale ?? false, () => read(), setProblem);

  async function search(): Promise<void> {
    setProblem(null);
    refresh.stop();
    try {
      await runJob('duplicates', (id, onProgress) => engine.findDuplicates(id, onProgress));
      setChosen(0);
      await read();
    } catch (failure) {
      report(failure);
    }
  }

  /** Does something to the base, then shows what is left; what goes wrong is told and leaves all as it was. */
  async function decide<Result>(work: () => Promise<Result>): Promise<Result | undefined> {
    try {
      return await work();
    } catch (failure) {
      report(failure);
      return undefined;
    } finally {
      await read();
      await readWorkspace();
    }
  }

  const merge = (requests: readonly MergeRequest[]) =>
    decide(() => runJob('merge', (id, onProgress) => engine.mergeCustomers(id, requests, onProgress)));
  const unmerge = (ids: readonly number[]) =>
    decide(async () => {
      await runJob('unmerge', (id, onProgress) => engine.unmergeAll(id, [...ids].reverse(), onProgress));
      return true;
    });

  async function mergePair({ one, other }: PairHead, request: MergeRequest): Promise<void> {
    const ids = await merge([request]);
    if (!ids) return;
    toast(t(duplicateTexts.merged, { one: one.name, other: other.name }), {
      undo: () => void unmerge(ids),
    });
  }

  async function declare({ one, other }: PairHead): Promise<void> {
    await decide(() => engine.declareDistinct(one.id, other.id));
    toast(t(duplicateTexts.declared, { one: one.name, other: other.name }), {
      undo: () => void decide(() => engine.forgetDistinct(one.id, other.id)),
    });
  }

  async function accept(requests: readonly MergeRequest[]): Promise<void> {
    const ids = await merge(requests);
    if (!ids) return;
    setAccepting(false);
    toast(t(duplicateTexts.accepted, { count: ids.length }), { undo: () => void unmerge(ids) });
  }

  async function takeApart(records: readonly MergeRecord[]): Promise<void> {
    const { keepName: one, dropName: other } = records[0]!;
    const count = records.length;
    const ids = records.map(({ id }) => id).sort((earlier, later) => earlier - later);
    if (!(await unmerge(ids))) return;
    toast(
      count === 1 ? t(duplicateTexts.unmerged, { one, other }) : t(duplicateTexts.batchUnmerged, { count }),
    );
  }

  if (!page) return <div class={styles.alone}>{problem !== null && <ErrorNote error={problem} />}</div>;
  const isEmpty = workspace.value?.customers === 0;
  const place = Math.min(chosen, page.pairs.length - 1);
  const pair = page.pairs[place];
  const searching = running?.kind === 'duplicates';

  return (
    <div class={styles.screen}>
      <header class={styles.head}>
        <div class={styles.words}>
          <h1 class={styles.title}>{t(duplicateTexts.title)}</h1>
          <p class={styles.lead}>{t(duplicateTexts.lead)}</p>
          {page.isSearched && (
            <p class={styles.searched}>
              {t(duplicateTexts.searched, { when: moment(page.at), compared: page.compared })}
            </p>
          )}
        </div>
        {page.total > 0 && (
          <Button disabled={running !== null} onClick={() => setAccepting(true)}>
            {t(duplicateTexts.accept)}
          </Button>
        )}
        {page.isSearched && (
          <Button icon={Search} disabled={running !== null} onClick={() => void search()}>
            {t(duplicateTexts.searchAgain)}
          </Button>
        )}
      </header>
      <div class={styles.notes}>
        {problem !== null && <ErrorNote error={problem} />}
        {refresh.progress && (
          <ProgressBar
            label={t(duplicateTexts.refreshing)}
            done={refresh.progress.done}
            total={refresh.progress.total}
            onCancel={refresh.stop}
          />
        )}
        {page.isStale && refresh.isStopped && !refresh.progress && !searching && (
          <p class={styles.stale}>
            {t(duplicateTexts.refreshStopped)}{' '}
            <Button size="small" disabled={running !== null} onClick={refresh.start}>
              {t(duplicateTexts.refresh)}
            </Button>
          </p>
        )}
        {of !== '' && (
          <p>
            {t(duplicateTexts.only, { name: nameIn(page.pairs[0], of) })}{' '}
            <a href={hashOf({ screen: 'duplicates', id: '' })}>{t(duplicateTexts.showAll)}</a>
          </p>
        )}
        <JobProgress kind="duplicates" />
        {!accepting && <JobProgress kind="merge" />}
        <JobProgress kind="unmerge" />
      </div>
      <Tabs<Tab>
        label={t(duplicateTexts.tabs)}
        tabs={[
          { id: 'pairs', label: t(duplicateTexts.tabPairs), count: count(page.total) },
          { id: 'merges', label: t(duplicateTexts.tabMerges), count: count(merges.length) },
          { id: 'crowds', label: t(duplicateTexts.tabCrowds), count: count(page.crowds.length) },
        ]}
        selected={tab}
        onSelect={setTab}
      >
        {tab === 'crowds' ? (
          <CrowdList crowds={page.crowds} />
        ) : tab === 'merges' ? (
          <MergeHistory
            merges={merges}
            busy={running !== null}
            onUnmerge={records => void takeApart(records)}
          />
        ) : pair ? (
          <div class={styles.work}>
            <PairList
              pairs={page.pairs}
              total={page.total}
              chosen={place}
              onChoose={setChosen}
              onMore={() => void read(page.pairs.length + pageSize)}
            />
            <PairDetail
              key={`${pair.one.id} ${pair.other.id}`}
              pair={pair}
              isFirst={place === 0}
              busy={running !== null}
              onMerge={request => void mergePair(pair, request)}
              onDistinct={() => void declare(pair)}
              onNext={() => setChosen(Math.min(place + 1, page.pairs.length - 1))}
              onPrevious={() => setChosen(Math.max(place - 1, 0))}
            />
          </div>
        ) : (
          <EmptyState
            icon={UsersRound}
            title={t(
              isEmpty
                ? duplicateTexts.noCustomers
                : page.isSearched
                  ? duplicateTexts.none
                  : duplicateTexts.never,
            )}
            text={t(
              isEmpty
                ? duplicateTexts.noCustomersHint
                : page.isSearched
                  ? duplicateTexts.noneHint
                  : duplicateTexts.neverHint,
            )}
            actions={
              isEmpty ? (
                <Button kind="primary" icon={Import} onClick={() => go('import')}>
                  {t(duplicateTexts.import)}
                </Button>
              ) : (
                !page.isSearched && (
                  <Button
                    kind="primary"
                    icon={Search}
                    disabled={running !== null}
                    onClick={() => void search()}
                  >
                    {t(duplicateTexts.search)}
                  </Button>
                )
              )
            }
          />
        )}
      </Tabs>
      {accepting && (
        <AcceptDialog onClose={() => setAccepting(false)} onAccept={requests => void accept(requests)} />
      )}
    </div>
  );
}

function nameIn(pair: PairHead | undefined, id: string): string {
  return (pair?.one.id === id ? pair.one.name : pair?.other.name) || id;
}

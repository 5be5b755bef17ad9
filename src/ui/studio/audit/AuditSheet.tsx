import { ArrowLeft, ClipboardCheck, Printer } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import { type AuditItem, type AuditStanding, Problem, standingOf } from '../../../domain/index.ts';
import type { AuditView } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { Button, EmptyState, ErrorNote, Select, StatusDot, t, VirtualList } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { go } from '../route.ts';
import { moment } from '../words.ts';
import styles from './AuditSheet.module.css';
import { PrintSheet } from './PrintSheet.tsx';
import { RecordCheck } from './RecordCheck.tsx';
import { verdictSentence, verdictTone } from './verdict.ts';

type Show = 'all' | AuditStanding;

const tones = { open: 'idle', right: 'good', wrong: 'danger' } as const;

/** The sheet of one audit: the drawn records, the one in hand, and what is proven so far. */
export function AuditSheet({ id }: { id: number }) {
  const [view, setView] = useState<AuditView | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [show, setShow] = useState<Show>('all');
  const [chosen, setChosen] = useState(0);

  useEffect(() => {
    engine.audit(id).then(found => {
      if (!found) return setProblem(new Problem('auditGone'));
      setView(found);
      setChosen(Math.max(0, nextOpen(found, -1)));
    }, setProblem);
  }, [id]);

  if (!view) return <div class={styles.alone}>{problem !== null && <ErrorNote error={problem} />}</div>;
  const { audit, verdict } = view;
  const standings = audit.items.map(item => standingOf(item, audit.fields));
  const listed = audit.items.flatMap((_, index) =>
    show === 'all' || standings[index] === show ? [index] : [],
  );

  /** Keeps what was found; with `andNext` the next record that is not checked comes in hand. */
  async function check(index: number, entries: AuditItem['entries'], andNext: boolean): Promise<void> {
    try {
      const changed = await engine.checkAuditItem(id, index, entries);
      setView(changed);
      if (andNext) setChosen(nextOpen(changed, index));
    } catch (failure) {
      report(failure);
    }
  }

  return (
    <div class={styles.screen}>
      <header class={styles.bar}>
        <Button kind="quiet" size="small" icon={ArrowLeft} onClick={() => go('audit')}>
          {t(auditTexts.back)}
        </Button>
        <h1 class={styles.title}>
          {t(auditTexts.title)} · {moment(audit.at)}
        </h1>
        <Button icon={Printer} onClick={() => print()}>
          {t(auditTexts.print)}
        </Button>
      </header>
      <section class={styles.verdict} data-outcome={verdict.outcome} role="status">
        <StatusDot tone={verdictTone[verdict.outcome]}>
          {t(auditTexts[`verdict${verdict.outcome}`])}
        </StatusDot>
        <p class={styles.sentence}>{verdictSentence(view, audit.items.length)}</p>
        <p class={styles.counts}>
          {t(auditTexts.progress, {
            checked: verdict.checked,
            size: audit.items.length,
            wrong: verdict.wrong,
          })}
        </p>
      </section>
      <div class={styles.work}>
        <section class={styles.records} aria-label={t(auditTexts.records)}>
          <div class={styles.filter}>
            <Select<Show>
              label={t(auditTexts.records)}
              value={show}
              options={[
                { value: 'all', label: t(auditTexts.showAll) },
                { value: 'open', label: t(auditTexts.standingopen) },
                { value: 'right', label: t(auditTexts.standingright) },
                { value: 'wrong', label: t(auditTexts.standingwrong) },
              ]}
              onChange={setShow}
            />
          </div>
          <VirtualList
            label={t(auditTexts.records)}
            count={listed.length}
            rowHeight={36}
            row={place => {
              const index = listed[place]!;
              const standing = standings[index]!;
              return (
                <div class={styles.record} data-chosen={index === chosen ? '' : undefined}>
                  <span class={styles.number}>{index + 1}</span>
                  <span class={styles.name}>{audit.items[index]!.name}</span>
                  <StatusDot tone={tones[standing]}>
                    <span class={styles.standing}>{t(auditTexts[`standing${standing}`])}</span>
                  </StatusDot>
                </div>
              );
            }}
            onChoose={place => setChosen(listed[place]!)}
          />
        </section>
        {audit.items[chosen] ? (
          <RecordCheck
            key={chosen}
            audit={audit}
            index={chosen}
            onCheck={(entries, andNext) => check(chosen, entries, andNext)}
          />
        ) : (
          <EmptyState
            icon={ClipboardCheck}
            title={t(verdict.checked === audit.items.length ? auditTexts.done : auditTexts.choose)}
          />
        )}
      </div>
      <PrintSheet view={view} />
    </div>
  );
}

/** The first record after `index`, then from the beginning, that is not checked; -1 where all are. */
function nextOpen({ audit }: AuditView, index: number): number {
  const open = (item: AuditItem) => standingOf(item, audit.fields) === 'open';
  const later = audit.items.findIndex((item, place) => place > index && open(item));
  return later >= 0 ? later : audit.items.findIndex(open);
}

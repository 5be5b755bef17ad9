import { ArrowLeft, Import } from 'lucide';
import type { DryRun } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { listOf } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './DryRunStep.module.css';
import { backToColumns, check, edits, importFiles, parts, startAnew, tryRows } from './flow.ts';
import { KnownSource } from './KnownSource.tsx';
import { Notices } from './Notices.tsx';
import { type Outcome, Outcomes } from './Outcomes.tsx';
import {
  CreatedRows,
  EffectRows,
  InteractionRows,
  MatchedRows,
  MergeRows,
  ReplacedRows,
} from './PlannedRows.tsx';
import { Joined, RefusedRows } from './RefusedRows.tsx';
import { RememberSource } from './RememberSource.tsx';

/** The dry run: what the import will do, with the names behind each number, before anything is written. */
export function DryRunStep({ run, problem }: { run: DryRun; problem: unknown }) {
  const open = parts.value;
  const mended = open.reduce((sum, part) => sum + part.mended.length, 0);
  const counted = run.files.reduce((sum, { rows, refused }) => sum + rows - refused, 0);
  const rows = run.rows - run.refused;
  const outcomes = outcomesOf(run);
  return (
    <div class={styles.step}>
      <header class={styles.head}>
        <h2 class={styles.title}>{t(importTexts.previewTitle)}</h2>
        <p class={styles.quiet}>
          {listOf(run.files.map(({ fileName }) => fileName))} · {t(dryRunTexts.nothingWritten)}
        </p>
      </header>
      {problem !== null && <ErrorNote error={problem} />}
      {open.map(part => (
        <KnownSource key={part.key} open={part} />
      ))}
      <Outcomes outcomes={outcomes} first={firstOf(run)} />
      {run.files.length > 1 && (
        <ul class={styles.files}>
          {run.files.map(file => (
            <li key={file.fileName}>
              {t(dryRunTexts.byFile, { file: file.fileName, rows: file.rows, refused: file.refused })}
            </li>
          ))}
        </ul>
      )}
      {rows > counted && <Joined rows={mended} onCount={() => void check()} />}
      <Notices notes={[...open.flatMap(({ inspection }) => inspection.notes), ...run.notes]} />
      <RememberSource />
      <footer class={styles.foot}>
        <Button onClick={startAnew}>{t(importTexts.discard)}</Button>
        <Button icon={ArrowLeft} onClick={() => backToColumns()}>
          {t(importTexts.back)}
        </Button>
        <Button kind="primary" icon={Import} disabled={rows <= 0} onClick={() => void importFiles(run)}>
          {t(importTexts.runRows, { rows: Math.max(rows, 0) })}
        </Button>
      </footer>
    </div>
  );
}

/** What needs a look comes first. */
function firstOf({ refused, merging, newCustomers }: DryRun): string {
  if (refused > 0) return 'refused';
  if (merging.count > 0) return 'merge';
  return newCustomers > 0 ? 'new' : 'matched';
}

function outcomesOf(run: DryRun): Outcome[] {
  const { newCustomers, matchedCustomers, orders, replacedOrders, interactions, merging, effect, refused } =
    run;
  const currency = workspace.value?.currency ?? 'CNY';
  const own = parts.value[0]?.inspection.ownFields ?? [];
  const changed = effect?.changed ?? 0;
  const tiers = effect?.tierChanges ?? 0;
  const isTier = tiers > 0 || changed === 0;
  return [
    {
      id: 'new',
      sign: '+',
      value: newCustomers,
      label: t(dryRunTexts.new, { count: newCustomers }),
      panel: () => <CreatedRows run={run} />,
    },
    {
      id: 'matched',
      value: matchedCustomers,
      label: t(dryRunTexts.matched),
      panel: () => <MatchedRows run={run} own={own} currency={currency} />,
    },
    ...(orders > 0
      ? [
          {
            id: 'orders',
            sign: '+' as const,
            value: orders - replacedOrders,
            label: t(dryRunTexts.orders, { count: orders - replacedOrders }),
            ...(replacedOrders > 0 && { note: t(dryRunTexts.replaced, { count: replacedOrders }) }),
            panel: () => <ReplacedRows run={run} currency={currency} />,
          },
        ]
      : []),
    ...(interactions > 0
      ? [
          {
            id: 'interactions',
            sign: '+' as const,
            value: interactions,
            label: t(dryRunTexts.interactions, { count: interactions }),
            panel: () => <InteractionRows run={run} />,
          },
        ]
      : []),
    {
      id: 'merge',
      value: merging.count,
      warn: true,
      label: t(dryRunTexts.merge),
      panel: () => <MergeRows run={run} />,
    },
    {
      id: 'effect',
      value: effect && (isTier ? tiers : changed),
      label: t(isTier ? dryRunTexts.tiers : dryRunTexts.changes, { count: isTier ? tiers : changed }),
      ...(tiers > 0 && changed > tiers && { note: t(dryRunTexts.changed, { count: changed }) }),
      panel: () => <EffectRows run={run} />,
    },
    {
      id: 'refused',
      value: refused,
      warn: true,
      label: t(dryRunTexts.refused, { count: refused }),
      panel: () => (
        <RefusedRows
          files={run.files}
          refusals={run.refusals}
          total={refused}
          hint={t(dryRunTexts.fixHint)}
          action={changed =>
            changed > 0 ? t(dryRunTexts.tryAgain, { count: changed }) : t(dryRunTexts.tryNone)
          }
          edits={edits.value}
          onEdits={changed => {
            edits.value = changed;
          }}
          onTry={tryRows}
        />
      ),
    },
  ];
}

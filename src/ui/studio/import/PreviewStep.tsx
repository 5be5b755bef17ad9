import { ArrowLeft, Import } from 'lucide';
import type { ImportSummary } from '../../../engine/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { FileHead } from './FileHead.tsx';
import { changeMapping, importFile, type Open } from './flow.ts';
import styles from './MappingStep.module.css';
import { RefusalTable } from './RefusalTable.tsx';
import { SummaryNumbers } from './SummaryNumbers.tsx';

/** The dry run: what the import will do, before it does it. */
export function PreviewStep(props: { open: Open; summary: ImportSummary; problem: unknown }) {
  const { open, summary, problem } = props;
  const rows = summary.rows - summary.refused;
  return (
    <div class={styles.step}>
      <FileHead open={open} />
      {problem !== null && <ErrorNote error={problem} />}
      <h2>{t(importTexts.previewTitle)}</h2>
      <SummaryNumbers summary={summary} />
      <RefusalTable open={open} summary={summary} />
      <footer class={styles.foot}>
        <Button icon={ArrowLeft} onClick={() => changeMapping(open, open.mapping)}>
          {t(importTexts.back)}
        </Button>
        <Button
          kind="primary"
          icon={Import}
          disabled={rows <= 0}
          onClick={() => void importFile(open, summary)}
        >
          {t(importTexts.runRows, { rows: Math.max(rows, 0) })}
        </Button>
      </footer>
    </div>
  );
}

import { BookOpenText, CircleCheck, Users } from 'lucide';
import type { ImportSummary } from '../../../engine/index.ts';
import { importTexts } from '../../../i18n/studio.ts';
import { Button, Icon, t } from '../../kit/index.ts';
import { go } from '../route.ts';
import styles from './DoneSummary.module.css';
import { nextFile, type Open, waiting } from './flow.ts';
import { RefusalTable } from './RefusalTable.tsx';
import { SummaryNumbers } from './SummaryNumbers.tsx';

/** The import is done: what came in, and where to go on. */
export function DoneSummary({ open, summary }: { open: Open; summary: ImportSummary }) {
  const more = waiting.value.length > 0;
  return (
    <div class={styles.done} role="status">
      <h2 class={styles.title}>
        <Icon of={CircleCheck} size={20} />
        {t(importTexts.doneTitle, { file: open.file.name })}
      </h2>
      <SummaryNumbers summary={summary} />
      {summary.refused > 0 && <RefusalTable open={open} summary={summary} />}
      <div class={styles.next}>
        <Button kind={more ? 'primary' : 'plain'} onClick={() => void nextFile()}>
          {t(more ? importTexts.nextFile : importTexts.another)}
        </Button>
        <Button icon={Users} onClick={() => go('customers')}>
          {t(importTexts.seeCustomers)}
        </Button>
        <Button kind={more ? 'plain' : 'primary'} icon={BookOpenText} onClick={() => go('rules')}>
          {t(importTexts.writeRules)}
        </Button>
      </div>
    </div>
  );
}

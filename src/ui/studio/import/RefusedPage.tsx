import { ArrowLeft } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { ImportRecord } from '../../../engine/index.ts';
import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { Button, ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { go } from '../route.ts';
import { type Left, Leftover, leftoverOfKept } from './Leftover.tsx';

/** The refused rows of an earlier import. */
export function RefusedPage({ id }: { id: number }) {
  const [record, setRecord] = useState<ImportRecord | null>(null);
  const [left, setLeft] = useState<Left | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  useEffect(() => {
    engine.imports().then(all => setRecord(all.find(each => each.id === id) ?? null), setProblem);
    engine.refusedRows(id).then(files => setLeft(leftoverOfKept(files)), setProblem);
  }, [id]);

  return (
    <>
      <div>
        <Button icon={ArrowLeft} onClick={() => go('import')}>
          {t(dryRunTexts.backToImport)}
        </Button>
      </div>
      {problem !== null && <ErrorNote error={problem} />}
      {record && <h2>{t(dryRunTexts.refusedTitle, { file: record.fileName })}</h2>}
      {left?.total === 0 && <p role="status">{t(dryRunTexts.refusedDone)}</p>}
      {record && left && (
        <Leftover id={id} left={left} isUndone={record.undoneAt !== undefined} onChange={setLeft} />
      )}
    </>
  );
}

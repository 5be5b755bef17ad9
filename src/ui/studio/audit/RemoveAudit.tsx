import { useState } from 'preact/hooks';
import type { AuditHead } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { kitTexts } from '../../../i18n/kit.ts';
import { Button, Dialog, ErrorNote, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';

/** Asks before a sheet and what was entered in it goes. */
export function RemoveAudit(props: { head: AuditHead; onClose(): void; onRemoved(): void }) {
  const [problem, setProblem] = useState<unknown>(null);
  return (
    <Dialog
      title={t(auditTexts.removeTitle)}
      onClose={props.onClose}
      actions={
        <>
          <Button onClick={props.onClose}>{t(kitTexts.cancel)}</Button>
          <Button
            kind="danger"
            onClick={() => void engine.removeAudit(props.head.audit.id).then(props.onRemoved, setProblem)}
          >
            {t(auditTexts.remove)}
          </Button>
        </>
      }
    >
      <p>{t(auditTexts.removeText, { count: props.head.size })}</p>
      {problem !== null && <ErrorNote error={problem} />}
    </Dialog>
  );
}

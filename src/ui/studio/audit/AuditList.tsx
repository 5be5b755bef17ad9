import { ClipboardCheck, Import, Trash2 } from 'lucide';
import { useEffect, useState } from 'preact/hooks';
import type { AuditHead } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { Button, EmptyState, ErrorNote, IconButton, Page, StatusDot, Table, t } from '../../kit/index.ts';
import { engine } from '../engine.ts';
import { go, hashOf } from '../route.ts';
import { count, moment } from '../words.ts';
import { workspace } from '../workspace.ts';
import styles from './AuditList.module.css';
import { NewAudit } from './NewAudit.tsx';
import { RemoveAudit } from './RemoveAudit.tsx';
import { verdictSentence, verdictTone } from './verdict.ts';

/** All audits with what each proves, and the way to a new one. */
export function AuditList() {
  const [heads, setHeads] = useState<readonly AuditHead[] | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [drawing, setDrawing] = useState(false);
  const [removing, setRemoving] = useState<AuditHead | null>(null);
  const read = () => void engine.audits().then(setHeads, setProblem);
  useEffect(read, []);
  const population = workspace.value?.customers ?? 0;

  return (
    <Page
      title={t(auditTexts.title)}
      lead={t(auditTexts.lead)}
      size="wide"
      actions={
        heads !== null &&
        heads.length > 0 && (
          <Button kind="primary" disabled={population === 0} onClick={() => setDrawing(true)}>
            {t(auditTexts.new)}
          </Button>
        )
      }
    >
      {problem !== null && <ErrorNote error={problem} />}
      {heads?.length === 0 && (
        <EmptyState
          icon={ClipboardCheck}
          title={t(population === 0 ? auditTexts.noCustomers : auditTexts.none)}
          text={t(population === 0 ? auditTexts.noCustomersHint : auditTexts.noneHint)}
          actions={
            population === 0 ? (
              <Button kind="primary" icon={Import} onClick={() => go('import')}>
                {t(auditTexts.import)}
              </Button>
            ) : (
              <Button kind="primary" onClick={() => setDrawing(true)}>
                {t(auditTexts.new)}
              </Button>
            )
          }
        />
      )}
      {heads !== null && heads.length > 0 && (
        <Table
          isFramed
          label={t(auditTexts.title)}
          columns={[
            { label: t(auditTexts.listDate) },
            { label: t(auditTexts.listChecked), isNumeric: true },
            { label: t(auditTexts.listWrong), isNumeric: true },
            { label: t(auditTexts.listVerdict) },
            { label: t(auditTexts.remove), isUnheaded: true },
          ]}
          rows={heads.map(head => [
            <a href={hashOf({ screen: 'audit', id: String(head.audit.id) })}>{moment(head.audit.at)}</a>,
            `${count(head.verdict.checked)} / ${count(head.size)}`,
            count(head.verdict.wrong),
            <>
              <StatusDot tone={verdictTone[head.verdict.outcome]}>
                {t(auditTexts[`verdict${head.verdict.outcome}`])}
              </StatusDot>
              <p class={styles.sentence}>{verdictSentence(head, head.size)}</p>
            </>,
            <IconButton
              icon={Trash2}
              size="small"
              label={`${t(auditTexts.remove)}: ${moment(head.audit.at)}`}
              onClick={() => setRemoving(head)}
            />,
          ])}
        />
      )}
      {drawing && <NewAudit onClose={() => setDrawing(false)} />}
      {removing && (
        <RemoveAudit
          head={removing}
          onClose={() => setRemoving(null)}
          onRemoved={() => {
            setRemoving(null);
            read();
          }}
        />
      )}
    </Page>
  );
}

import type { AuditHead, AuditView } from '../../../engine/index.ts';
import { auditTexts } from '../../../i18n/audit.ts';
import { formatShare } from '../../../i18n/index.ts';
import { language, t } from '../../kit/index.ts';

/** What the audit proves so far, in a sentence. `size`: records drawn. */
export function verdictSentence({ audit, verdict }: AuditView | AuditHead, size: number): string {
  const share = (value: number) => formatShare(language.value, value);
  const { outcome, least, most, needed, checked, wrong } = verdict;
  const tolerated = share(audit.tolerated);
  if (outcome === 'pass') {
    return t(auditTexts.passText, { most: share(most), confidence: share(audit.confidence), tolerated });
  }
  if (outcome === 'fail') {
    return t(auditTexts.failText, { least: share(least), confidence: share(audit.confidence), tolerated });
  }
  const total = checked + needed;
  return total > size
    ? t(auditTexts.openShort, { wrong, total, size })
    : t(auditTexts.openText, { least: share(least), most: share(most), needed, tolerated });
}

export const verdictTone = { pass: 'good', fail: 'danger', open: 'idle' } as const;

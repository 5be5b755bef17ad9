import { ClipboardList, MousePointerClick } from 'lucide';
import { readingTexts } from '../../i18n/reading.ts';
import { ask } from '../../shell/index.ts';
import { Button } from './Button.tsx';
import { t } from './language.ts';
import { toast } from './Toast.tsx';
import { describeProblem } from './words.ts';

/** What to do where a page does not tell who is writing: point at them once, or copy what the page is like. */
export function TeachActions({ tabId, onPicking }: { tabId: number; onPicking?: () => void }) {
  const fail = (error: unknown) => toast(describeProblem(error), { tone: 'error' });

  async function pick(): Promise<void> {
    if (!(await ask('pick', { tabId }))) return toast(t(readingTexts.pickGone), { tone: 'error' });
    toast(t(readingTexts.picking));
    onPicking?.();
  }

  async function copyReport(): Promise<void> {
    const report = await ask('report', { tabId });
    if (report === '') return toast(t(readingTexts.pickGone), { tone: 'error' });
    await navigator.clipboard.writeText(report);
    toast(t(readingTexts.reportCopied));
  }

  return (
    <>
      <Button size="small" icon={MousePointerClick} onClick={() => void pick().catch(fail)}>
        {t(readingTexts.pick)}
      </Button>
      <Button kind="quiet" size="small" icon={ClipboardList} onClick={() => void copyReport().catch(fail)}>
        {t(readingTexts.report)}
      </Button>
    </>
  );
}

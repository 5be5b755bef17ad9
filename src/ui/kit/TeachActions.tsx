import { ClipboardList, MousePointerClick } from 'lucide';
import { readingTexts } from '../../i18n/reading.ts';
import { ask } from '../../shell/index.ts';
import { Button } from './Button.tsx';
import { t } from './language.ts';
import { toast } from './Toast.tsx';
import { describeProblem } from './words.ts';

/** Has the user point at who is writing in a tab; resolves to whether its page can be pointed at. */
export async function startPicking(tabId: number): Promise<boolean> {
  try {
    const isThere = await ask('pick', { tabId });
    toast(t(isThere ? readingTexts.picking : readingTexts.pickGone), { tone: isThere ? 'done' : 'error' });
    return isThere;
  } catch (error) {
    toast(describeProblem(error), { tone: 'error' });
    return false;
  }
}

/** What to do where a page does not tell who is writing: point at them once, or copy what the page is like. */
export function TeachActions({ tabId, onPicking }: { tabId: number; onPicking?: () => void }) {
  async function pick(): Promise<void> {
    if (await startPicking(tabId)) onPicking?.();
  }

  async function copyReport(): Promise<void> {
    try {
      const report = await ask('report', { tabId });
      if (report === '') return toast(t(readingTexts.pickGone), { tone: 'error' });
      await navigator.clipboard.writeText(report);
      toast(t(readingTexts.reportCopied));
    } catch (error) {
      toast(describeProblem(error), { tone: 'error' });
    }
  }

  return (
    <>
      <Button size="small" icon={MousePointerClick} onClick={() => void pick()}>
        {t(readingTexts.pick)}
      </Button>
      <Button kind="quiet" size="small" icon={ClipboardList} onClick={() => void copyReport()}>
        {t(readingTexts.report)}
      </Button>
    </>
  );
}

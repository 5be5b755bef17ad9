import { dryRunTexts } from '../../../i18n/dryRun.ts';
import { t, toast } from '../../kit/index.ts';
import { addFiles } from './flow.ts';

/** The keys that paste on this machine. */
export const pasteKeys = /Mac/.test(navigator.userAgent) ? '⌘V' : 'Ctrl+V';

/** Takes text from a spreadsheet into the import; told where it is no table. */
export function pasteText(text: string): void {
  if (!/\S[\s\S]*\n[\s\S]*\S/.test(text)) {
    toast(t(dryRunTexts.pasteNone), { tone: 'error' });
    return;
  }
  void addFiles([new File([text], t(dryRunTexts.pastedName), { type: 'text/tab-separated-values' })]);
}

/** Reads the clipboard, which the browser may not allow: the keys work always. */
export async function pasteFromClipboard(): Promise<void> {
  let text: string;
  try {
    text = await navigator.clipboard.readText();
  } catch {
    toast(t(dryRunTexts.pasteRefused, { keys: pasteKeys }), { tone: 'error' });
    return;
  }
  pasteText(text);
}

/** A paste anywhere on the screen that is not into a field. */
export function onPaste(event: ClipboardEvent): void {
  const into = event.target instanceof Element && event.target.closest('input, textarea, dialog');
  if (into) return;
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData('text/plain') ?? '';
  if (text === '' && files.length === 0) return;
  event.preventDefault();
  if (text !== '') pasteText(text);
  else void addFiles(files);
}

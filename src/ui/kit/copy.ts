import { kitTexts } from '../../i18n/kit.ts';
import { t } from './language.ts';
import { toast } from './Toast.tsx';
import { describeProblem } from './words.ts';

/** Puts `text` on the clipboard and says so. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    toast(t(kitTexts.copied));
  } catch (error) {
    toast(describeProblem(error), { tone: 'error' });
  }
}

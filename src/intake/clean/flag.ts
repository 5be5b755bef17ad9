import { type Cleaned, clean, refuse } from './cleaned.ts';
import { isBlank, tidyCode } from './text.ts';

const yes = ['是', '有', '对', '真', '已', '√', '✓', '✔', '1', 'y', 'yes', 'true', 't', 'on'];
const no = ['否', '没有', '不是', '假', '未', '×', '✗', '✘', '0', 'n', 'no', 'false', 'f', 'off'];

/** Yes as 1, no as 0; null where the cell is blank. */
export function cleanFlag(text: string): Cleaned<number | null> {
  const word = tidyCode(text).toLowerCase();
  if (yes.includes(word)) return clean(1);
  if (no.includes(word)) return clean(0);
  return isBlank(word) ? clean(null) : refuse('flagInvalid', { value: word });
}

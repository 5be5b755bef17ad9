import type { Duration } from './ast.ts';
import { type DurationUnit, durationUnits } from './tokens.ts';

const units = (Object.keys(durationUnits) as DurationUnit[])
  .flatMap(unit => durationUnits[unit].zh.map(spelling => ({ unit, spelling: spelling as string })))
  .sort((a, b) => b.spelling.length - a.spelling.length);
const counts = '[一二两三四五六七八九十百]{1,5}';
const spelled = new RegExp(`(?:半年|(${counts})(${units.map(each => each.spelling).join('|')}))`, 'y');
const figures = '零一二三四五六七八九';

/** A length of time in Chinese figures at a place of the text: 三个月, 半年, 十二周; null where there is none. */
export function chineseDurationAt(text: string, at: number): { duration: Duration; length: number } | null {
  spelled.lastIndex = at;
  const found = spelled.exec(text);
  if (!found) return null;
  const [whole, count, unit] = found;
  if (count === undefined) return { duration: { count: 6, unit: 'month' }, length: whole.length };
  const value = countOf(count);
  if (value === null) return null;
  return {
    duration: { count: value, unit: units.find(each => each.spelling === unit)!.unit },
    length: whole.length,
  };
}

/** 1 to 999 in Chinese figures. */
function countOf(text: string): number | null {
  const parts =
    /^(?:([一二两三四五六七八九])百)?(?:([一二三四五六七八九])?(十))?([一二两三四五六七八九])?$/.exec(text);
  if (!parts) return null;
  const [, hundreds, tens, ten, ones] = parts;
  const digit = (figure: string | undefined) => figures.indexOf(figure === '两' ? '二' : (figure ?? '零'));
  return digit(hundreds) * 100 + (ten ? digit(tens ?? '一') * 10 : 0) + digit(ones);
}

/** What the number format of a cell makes of its number. */
export type NumberKind = 'number' | 'date' | 'time';

/** Formats that every workbook has by number; 27-36 and 50-58 are dates in Chinese, Japanese and Korean. */
function builtIn(id: number): NumberKind {
  if ((id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return 'date';
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47)) return 'time';
  return 'number';
}

/** Whether a number format shows a date, a time of day, or a plain number. Source: ECMA-376 part 1, 18.8.30-31. */
export function kindOfFormat(id: number, code: string | undefined): NumberKind {
  if (code === undefined) return builtIn(id);
  const plain = code
    .split(';')[0]!
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[(h+|m+|s+)\]/gi, '$1')
    .replace(/\[[^\]]*\]/g, '')
    .replace(/general/gi, '');
  if (/[yd]/i.test(plain) || (/m/i.test(plain) && !/[hs]/i.test(plain))) return 'date';
  return /[hs]/i.test(plain) ? 'time' : 'number';
}

const dayMilliseconds = 86_400_000;
/** 9999-12-31, the last day that a workbook can hold. */
const lastSerial = 2_958_465;

/**
 * The text of a date or time that a workbook keeps as a number of days: '2024-01-05', '2024-01-05 14:30:00', or
 * '14:30:00'. Counted from 1900, where the day 60 is the 29 February that never was, or from 1904.
 */
export function serialText(serial: number, kind: 'date' | 'time', from1904: boolean): string {
  if (serial < 0 || serial > lastSerial) return String(serial);
  const seconds = Math.round(serial * 86_400);
  const clock = new Date((seconds % 86_400) * 1_000).toISOString().slice(11, 19);
  if (kind === 'time' && serial < 1) return clock;
  const day = Math.floor(seconds / 86_400);
  const time = clock === '00:00:00' ? '' : ` ${clock}`;
  if (from1904) return `${isoDay(Date.UTC(1904, 0, 1) + day * dayMilliseconds)}${time}`;
  if (day === 60) return `1900-02-29${time}`;
  return `${isoDay(Date.UTC(1899, 11, day < 60 ? 31 : 30) + day * dayMilliseconds)}${time}`;
}

function isoDay(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}

/**
 * A number as a cell shows it: 15 figures, which is all that spreadsheets keep. From 1E+15 on it is written with an
 * exponent, for there the last figures are lost.
 */
export function numberText(value: string): string {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return value;
  if (Math.abs(number) < 1e15) return String(Number(number.toPrecision(15)));
  const text = number.toExponential();
  return text.replace('e+', 'E+');
}

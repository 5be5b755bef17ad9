/** A written number taken apart: value = sign * Number(`${whole}.${fraction}`) * 10 ** shift. */
export interface Numeral {
  readonly negative: boolean;
  readonly whole: string;
  readonly fraction: string;
  readonly shift: number;
}

const units: Readonly<Record<string, number>> = {
  百: 2,
  千: 3,
  k: 3,
  万: 4,
  萬: 4,
  w: 4,
  百万: 6,
  m: 6,
  千万: 7,
  亿: 8,
  億: 8,
};

/**
 * Reads a number as people write it (already width-folded, currency taken off): grouping by comma, space or
 * apostrophe, decimal point or comma, brackets or a minus on either side for negative, 千 万 亿 w k after it.
 * Null where it is no number.
 */
export function readNumeral(text: string): Numeral | null {
  let rest = text.trim();
  let negative = false;
  const bracketed = /^\((.*)\)$/.exec(rest);
  if (bracketed) {
    negative = true;
    rest = bracketed[1]!.trim();
  }
  const signed = /^([+\-−－])\s*(.*)$/.exec(rest) ?? /^(.*?)\s*([-−])$/.exec(rest);
  if (signed) {
    if (negative) return null;
    const leads = /^[+\-−－]$/.test(signed[1]!);
    negative = (leads ? signed[1] : signed[2]) !== '+';
    rest = leads ? signed[2]! : signed[1]!;
  }
  const unit = /(百万|千万|[百千万萬亿億kwm])$/i.exec(rest);
  let shift = 0;
  if (unit) {
    shift = units[unit[1]!.toLowerCase()]!;
    rest = rest.slice(0, unit.index).trim();
  }
  const scientific = /^(\d+(?:\.\d+)?)e([+-]?\d{1,2})$/i.exec(rest);
  if (scientific) {
    rest = scientific[1]!;
    shift += Number(scientific[2]);
  }
  const plain = withPoint(rest);
  const parts = plain === null ? null : /^(\d*)(?:\.(\d*))?$/.exec(plain);
  if (!parts || (parts[1] === '' && !parts[2])) return null;
  return { negative, whole: parts[1]! || '0', fraction: parts[2] ?? '', shift };
}

/** The value as a number. */
export function numberOf(numeral: Numeral): number {
  const magnitude = Number(`${numeral.whole}.${numeral.fraction || '0'}e${numeral.shift}`);
  return numeral.negative ? -magnitude : magnitude;
}

/** The value in units of 10 ** -digits, rounded half away from zero without a detour over binary fractions. */
export function scaled(numeral: Numeral, digits: number): number {
  const move = numeral.shift + digits;
  const all = numeral.whole + numeral.fraction;
  const point = numeral.whole.length + move;
  const padded = point <= 0 ? '0'.repeat(1 - point) + all : all.padEnd(point + 1, '0');
  const cut = Math.max(point, 1);
  const up = (padded[cut] ?? '0') >= '5' ? 1 : 0;
  const magnitude = Number(padded.slice(0, cut)) + up;
  return numeral.negative && magnitude !== 0 ? -magnitude : magnitude;
}

/** Grouping taken out and the decimal sign made a point; null where commas and points stand as in no number. */
function withPoint(text: string): string | null {
  if (/^\d*(?:\.\d*)?$/.test(text)) return text;
  const tight = text.replace(/(?<=\d)[\s'’_](?=\d{3}(?!\d))/g, '');
  if (/^\d*(?:\.\d*)?$/.test(tight)) return tight;
  if (/^\d{1,3}(?:,\d{2,4})*,\d{3,4}(?:\.\d*)?$/.test(tight)) return tight.replaceAll(',', '');
  if (/^\d{1,3}(?:\.\d{3})+,\d*$/.test(tight)) return tight.replaceAll('.', '').replace(',', '.');
  if (/^\d{1,3}(?:\.\d{3}){2,}$/.test(tight)) return tight.replaceAll('.', '');
  if (/^\d*,\d{1,2}$/.test(tight)) return tight.replace(',', '.');
  return null;
}

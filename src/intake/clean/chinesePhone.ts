/**
 * The written forms of Chinese numbers, separators taken out. Each gives the form that is stored: without country
 * code, landlines with area code and dash.
 */
const forms: readonly {
  readonly pattern: RegExp;
  readonly write: (match: RegExpExecArray) => string;
}[] = [
  { pattern: /^(?:(?:\+|00)?86)?0?(1[3-9]\d{9})$/, write: match => match[1]! },
  { pattern: /^(?:(?:\+|00)?860?)?([48]00\d{7})$/, write: match => match[1]! },
  { pattern: /^(?:(?:\+|00)86)?(9[56]\d{3,8}|1[01269]\d{1,3})$/, write: match => match[1]! },
  { pattern: /^(?:(?:\+|00)?86)?0?(10|2\d)(\d{8})$/, write: match => `0${match[1]}-${match[2]}` },
  { pattern: /^(?:(?:\+|00)860?|0)([3-9]\d\d)(\d{7,8})$/, write: match => `0${match[1]}-${match[2]}` },
];

/** A landline, mobile or service number with an extension after a dash: 0571-8888 6666-802. */
const dashed =
  /^(\(?0\d{2,3}\)?[-\s]?\d{3,4}[-\s]?\d{4}|(?:\+86[-\s]?)?1[3-9]\d{9}|[48]00[-\s]?\d{3}[-\s]?\d{4}|9[56]\d{3,8}|1[01269]\d{1,3})-(\d{1,8})$/;
const spoken = /[,，\s]*(?:转接?|分机号?|内线)\s*[.:]?\s*(\d{1,8})$/;

/** The stored form of a Chinese number, null where it is none. */
export function chinesePhone(text: string): string | null {
  const split = spoken.exec(text) ?? dashed.exec(text);
  const isDashed = split !== null && split.length > 2;
  const number = isDashed ? split[1]! : split ? text.slice(0, split.index) : text;
  const extension = isDashed ? split[2] : split?.[1];
  const digits = digitsOf(number);
  for (const { pattern, write } of forms) {
    const match = pattern.exec(digits);
    if (match) return write(match) + (extension === undefined ? '' : `-${extension}`);
  }
  return null;
}

/** A number without separators and without the (0) that stands after a country code. */
export function digitsOf(number: string): string {
  return number
    .replace(/\(0\)(?=\s*\d)/, found => (/^\s*(?:\+|00)/.test(number) ? '' : found))
    .replace(/[\s().\-–—−_·]/g, '');
}

/** A time of day taken off the end of a text: what is left, the minute of the day, the UTC offset in minutes. */
export interface TakenTime {
  readonly rest: string;
  /** -1 = the text names no time. */
  readonly minute: number;
  /** Null = local time. */
  readonly offset: number | null;
}

const early = '上午|早上|早晨|凌晨|清晨|am|a\\.m\\.';
const late = '下午|晚上|晚间|傍晚|晚|中午|pm|p\\.m\\.';
const clock = new RegExp(
  String.raw`(?:^|[t\s日号,]|(?<=[一-鿿]))\s*(${early}|${late})?\s*(\d{1,2})\s*(?::|时|点|h)\s*(?:(\d{1,2})(?:\s*(?::|分|m)\s*(?:(\d{1,2})(?:[.,:]\d+)?\s*(?:秒|s)?)?)?)?` +
    String.raw`\s*(${early}|${late})?\s*(z|utc|gmt)?\s*([+-]\d{1,2}(?::?\d{2})?)?\s*(?:[([][^)\]]*[)\]])?$`,
  'i',
);
const hourWithHalf = new RegExp(String.raw`(?:^|[\s日号])\s*(${early}|${late})\s*(\d{1,2})$`, 'i');
const hourAlone = /(?<=^\d{4}-?\d{2}-?\d{2})[t\s](\d{2})(z|[+-]\d{2}:?\d{2})?$/i;
const compact = /^(\d{4}-?\d{2}-?\d{2})t(\d{2})(\d{2})(?:\d{2}(?:[.,]\d+)?)?(z|[+-]\d{2}:?\d{2})?$/i;
const hourInWords = new RegExp(String.raw`(?:^|\s)(\d{1,2})\s*(${early}|${late})$`, 'i');

/** Takes a time of day off the end of a date; null where what looks like a time is none (25:00). */
export function takeTime(text: string): TakenTime | null {
  const joined = compact.exec(text);
  if (joined) return taken(joined[1]!, '', joined[2]!, joined[3], '', joined[4]);
  const alone = hourAlone.exec(text);
  if (alone) return taken(text.slice(0, alone.index), '', alone[1]!, undefined, '', alone[2]);
  const match = clock.exec(text);
  if (match) {
    const [whole, before, hour, minute, second, after, zulu, offset] = match;
    if (Number(second ?? 0) > 60) return null;
    const kept = /^[日号]/.test(whole) ? text.slice(0, match.index + 1) : text.slice(0, match.index);
    return taken(kept, before ?? '', hour!, minute, after ?? '', offset ?? zulu);
  }
  const half = hourWithHalf.exec(text);
  if (half) return taken(text.slice(0, half.index + (/^[日号]/.test(half[0]) ? 1 : 0)), half[1]!, half[2]!);
  const words = hourInWords.exec(text);
  if (words) return taken(text.slice(0, words.index), '', words[1]!, undefined, words[2]!);
  return { rest: text, minute: -1, offset: null };
}

function taken(
  rest: string,
  before: string,
  hourText: string,
  minuteText = '0',
  after = '',
  zone: string | undefined = undefined,
): TakenTime | null {
  const half = (before || after).toLowerCase();
  let hour = Number(hourText);
  const minute = Number(minuteText);
  if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return null;
  const offset = offsetOf(zone);
  if (offset === undefined) return null;
  if (half !== '') {
    const isLate = new RegExp(`^(?:${late})$`).test(half);
    const noon = half === '中午';
    if (isLate && hour < 12 && !(noon && hour >= 11)) hour += 12;
    if (!isLate && hour === 12) hour = 0;
  }
  return { rest: rest.trim(), minute: Math.min(hour * 60 + minute, 1439), offset };
}

/** Minutes east of UTC; null where no zone is named, undefined where the one named does not exist. */
function offsetOf(zone: string | undefined): number | null | undefined {
  if (!zone) return null;
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (!match) return 0;
  if (Number(match[2]) > 23 || Number(match[3] ?? 0) > 59) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  return match[1] === '-' ? -minutes : minutes;
}

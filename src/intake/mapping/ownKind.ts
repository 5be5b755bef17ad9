import type { OwnKind, Subject } from '../../domain/index.ts';
import { cleanAmount, cleanNumber } from '../clean/amount.ts';
import { cleanFlag } from '../clean/flag.ts';
import { isMasked } from '../clean/phone.ts';
import type { ColumnEvidence } from './evidence.ts';
import { isDate, isEmail } from './evidence.ts';

/** Nearly all values must be of a kind: a row with one that is not is refused as a whole. */
const nearlyAll = 0.97;
/** Fewer values than this do not show that no two are alike. */
const fewValues = 10;
/** Words longer than this on average are sentences. */
const longWords = 40;

const says = {
  identifier:
    /(?:\b(?:id|uuid|guid|code|no|number|sku|url|link)\b|编号|编码|代码|证号|单号|账号|卡号|链接|网址|(?:open|union|user|device|external|account) ?id)$/i,
  remark: /备注|说明|描述|留言|\b(?:notes?|remarks?|comments?|description|memo)\b/i,
  money:
    /额|费用?$|金$|价$|价格|收入|成本|资产|\b(?:amount|price|fee|cost|balance|revenue|spend|salary|budget|assets|subtotal|tax(?:es)?|discount|shipping)\b/i,
  share: /率$|占比|比例|百分比|\b(?:rate|ratio|share|percent(?:age)?)\b/i,
  days: /天数|\bdays\b/i,
  flag: /^(?:是否|有无|已)|\b(?:is|has|flag)\b/i,
  date: /日期|日$|时间|date|time|\bday\b|上次|最近|到期/i,
};

/**
 * What the values of a column that no field knows may mean; null where it is better not imported: nothing in it,
 * numbers of other systems, contact details, remarks.
 */
export function ownKindOf(
  heading: string,
  { values, distinct }: ColumnEvidence,
  of: Subject,
  currency: string,
): OwnKind | null {
  const title = heading
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/[_\-.]+/g, ' ')
    .trim();
  if (values.length === 0 || title === '') return null;
  const most = (test: (value: string) => boolean) => values.filter(test).length >= nearlyAll * values.length;
  if (says.remark.test(title)) return null;
  if (most(value => isEmail(value) || isMasked(value) || isReach(value))) return null;
  if (says.identifier.test(title) && distinct > 0.9) return null;
  const isNumber = (value: string) => !cleanNumber(value).fault;
  const numeric = most(isNumber);
  if (numeric && most(isCode)) return says.identifier.test(title) || distinct > 0.9 ? null : 'text';
  if (most(value => !cleanFlag(value).fault) && (!numeric || says.flag.test(title))) return 'flag';
  if (most(isDate) && (!numeric || says.date.test(title))) return 'date';
  if (numeric) return numericKind(title, values, most);
  if (most(value => !cleanAmount(value, currency).fault)) return 'money';
  if (values.reduce((total, value) => total + value.length, 0) / values.length > longWords) return null;
  if (distinct > 0.9 && values.length >= fewValues && most(isKey)) return null;
  return of === 'customer' && isListed(values) ? 'texts' : 'text';
}

function numericKind(
  title: string,
  values: readonly string[],
  most: (test: (value: string) => boolean) => boolean,
): OwnKind {
  if (most(value => /[%％]\s*$/.test(value))) return 'share';
  if (says.share.test(title) && values.every(value => Math.abs(Number(value)) <= 1)) return 'share';
  if (says.days.test(title)) return 'days';
  return says.money.test(title) ? 'money' : 'number';
}

/** Figures that are no amount: a leading zero, or so many that they are a number of something. */
const isCode = (value: string) => /^0\d+$/.test(value) || /^\d{11,}$/.test(value);

/** Letters and figures without a space: a key of some other system where no two are alike. */
const isKey = (value: string) => /^[\w-]*\d[\w-]*$/.test(value);

const isReach = (value: string) => /^(?:\+?86[- ]?)?1[3-9]\d{9}$|^https?:\/\//i.test(value);

/** Several words to a cell, and the same words again in others. */
function isListed(values: readonly string[]): boolean {
  const several = values.filter(value => /[;、|；，,]/.test(value));
  if (several.length < 2 || several.length < 0.2 * values.length) return false;
  const parts = values.flatMap(value => value.split(/[;、|；，,]/).map(part => part.trim()));
  return parts.every(part => part.length <= 20) && new Set(parts).size <= 0.7 * parts.length;
}

import { type Field, isOwn, type OwnField, type Subject } from '../../domain/index.ts';
import { holdsResidentIds } from '../clean/identity.ts';
import { type ColumnEvidence, evidenceOf, isTelling, takesAnyWords, valueFit } from './evidence.ts';
import { headingFit, importFields, isMisleading } from './headings.ts';
import type { TableMapping, Target } from './mapping.ts';
import { ownKindOf } from './ownKind.ts';
import { refusalColumns } from './refusalHeadings.ts';

/** A mapping to be confirmed, and for each column what it was guessed by. */
export interface Guess {
  readonly guess: TableMapping;
  readonly because: readonly ('heading' | 'values' | null)[];
}

interface Candidate {
  readonly column: number;
  readonly field: Field;
  readonly score: number;
  readonly because: 'heading' | 'values';
}

interface Columns {
  readonly headings: readonly string[];
  readonly evidence: readonly ColumnEvidence[];
  /** Whether the heading names any field: then it is not overruled by values. */
  readonly named: readonly boolean[];
  /** Whether the values are identity card numbers, which are left out. */
  readonly resident: readonly boolean[];
  readonly currency: string;
  readonly own: readonly OwnField[];
}

/** Customer fields that an order or an interaction brings with it; the others are about the order there. */
const travelling = new Set([
  ...[
    'customerId',
    'name',
    'familyName',
    'company',
    'email',
    'phone',
    'address',
    'province',
    'city',
    'region',
  ],
  ...['industry', 'size', 'gender', 'birthday'],
]);
const keys = importFields.filter(
  ({ of, id }) => of === 'customer' && ['customerId', 'email', 'phone', 'name'].includes(id),
);
/** At least this share of the values must be possible for the field. */
const plausible = 0.8;
/** A heading that names the field outright outweighs many bad values: those are refused in the open. */
const plausibleUnderItsHeading = 0.3;
/** So many values can deny the heading of a column of words. */
const enoughToDeny = 3;

/**
 * Guesses what a file is about and where its columns go, by headings first, then by values. A column that neither
 * the catalogue nor `own` knows is proposed as a new field, with a kind that its values bear out.
 */
export function guessMapping(
  given: readonly string[],
  sample: readonly (readonly string[])[],
  currency: string,
  own: readonly OwnField[] = [],
): Guess {
  // What a file of refused rows says before the row itself is no data.
  const skipped = refusalColumns(given);
  const headings = given.map((heading, column) => (column < skipped ? '' : heading));
  const evidence = headings.map((_, column) => evidenceOf(column < skipped ? [] : sample, column));
  const named = headings.map(saysSomething);
  const resident = headings.map((heading, column) => holdsResidentIds(heading, evidence[column]!.values));
  const columns: Columns = { headings, evidence, named, resident, currency, own };
  const subject = guessSubject(columns);
  const chosen = choose(candidatesFor(columns, subject));
  const targets: (Target | null)[] = headings.map(() => null);
  const because: ('heading' | 'values' | null)[] = headings.map(() => null);
  for (const { column, field, because: reason } of chosen) {
    targets[column] = { of: field.of, field: field.id };
    because[column] = reason;
  }
  headings.forEach((heading, column) => {
    if (targets[column] || namesAField(heading, subject)) return;
    if (resident[column]) return;
    const kind = ownKindOf(heading, evidence[column]!, subject, currency);
    if (!kind) return;
    targets[column] = { of: subject, field: `new${column}`, create: { label: heading.trim(), kind } };
    because[column] = 'values';
  });
  return { guess: { subject, columns: targets, currency }, because };
}

/** An order has a date and an amount; an interaction a date and what was asked or answered; else it is a customer. */
function guessSubject(columns: Columns): Subject {
  const candidates = {
    order: candidatesFor(columns, 'order'),
    interaction: candidatesFor(columns, 'interaction'),
  };
  const best = (of: 'order' | 'interaction', id: string) =>
    Math.max(
      0,
      ...candidates[of].filter(({ field }) => field.of === of && field.id === id).map(each => each.score),
    );
  const asked = Math.max(...['kind', 'topic', 'csat', 'nps'].map(id => best('interaction', id)));
  const paid = best('order', 'amount');
  const ordered = Math.max(best('order', 'number'), best('order', 'status'), best('order', 'quantity'));
  const enough = columns.named.includes(true) ? 0.5 : 0.3;
  const isOrder = best('order', 'day') >= enough && paid >= enough && paid + ordered >= asked;
  if (isOrder) return 'order';
  return asked >= 0.6 && best('interaction', 'day') >= 0.5 ? 'interaction' : 'customer';
}

function candidatesFor(columns: Columns, subject: Subject): Candidate[] {
  const fits = (field: Field) =>
    field.of === subject || (field.of === 'customer' && travelling.has(field.id));
  const own = columns.own.filter(field => field.of === subject || field.of === 'customer');
  return [...importFields.filter(fits), ...own].flatMap(field =>
    columns.headings.flatMap((_, column) => {
      const candidate = candidateOf(columns, column, field, subject);
      return candidate ? [{ column, field, ...candidate }] : [];
    }),
  );
}

function candidateOf(
  columns: Columns,
  column: number,
  field: Field,
  subject: Subject,
): Pick<Candidate, 'score' | 'because'> | null {
  const evidence = columns.evidence[column]!;
  if (columns.resident[column]) return null;
  if (field.of === 'order' && isOrderNumber(columns, column)) return byNumber(field);
  const heading = columns.headings[column]!;
  const byHeading = headingFit(heading, field);
  if (byHeading <= 0 && columns.named[column]) return null;
  const fit = valueFit(evidence, field, columns.currency);
  if (fit !== null && fit < leastFit(byHeading, evidence, field)) return null;
  if (byHeading > 0) {
    const score = byHeading * preference(heading, evidence, field, subject);
    return { score: fit === null ? score * 0.9 : score, because: 'heading' };
  }
  return byValues(evidence, field, subject);
}

function leastFit(byHeading: number, { values }: ColumnEvidence, field: Field): number {
  if (byHeading < 0.9) return plausible;
  return takesAnyWords(field) && values.length < enoughToDeny ? 0 : plausibleUnderItsHeading;
}

/** A heading that is a known field's, which another column has taken or whose values are no such thing. */
function namesAField(heading: string, subject: Subject): boolean {
  const near = importFields.filter(({ of }) => of === subject || of === 'customer');
  return near.some(field => headingFit(heading, field) >= 0.95);
}

/** Whether a heading names any field. */
function saysSomething(heading: string): boolean {
  return importFields.some(field => isMisleading(heading, field) || headingFit(heading, field) >= 0.5);
}

/** Shops call an order's number 'Name' (#1001) or just 'Id', where another column says who the buyer is. */
function isOrderNumber(columns: Columns, column: number): boolean {
  const heading = columns.headings[column]!.trim().toLowerCase();
  const { values, distinct } = columns.evidence[column]!;
  const looksLikeOne =
    heading === 'name'
      ? values.length > 0 && values.every(value => /^#?[a-z]{0,4}-?\d+$/i.test(value))
      : heading === 'id' && distinct >= 0.98;
  if (!looksLikeOne) return false;
  return columns.headings.some(
    (other, index) => index !== column && keys.some(key => headingFit(other, key) > 0.6),
  );
}

function byNumber(field: Field): Pick<Candidate, 'score' | 'because'> | null {
  return field.id === 'number' ? { score: 0.99, because: 'heading' } : null;
}

/** Reasons to prefer one of several columns or fields that fit alike. */
function preference(heading: string, evidence: ColumnEvidence, field: Field, subject: Subject): number {
  const id = `${field.of}.${field.id}`;
  const isWords = evidence.values.length > 0 && evidence.values.every(value => /^[^\d@]+$/.test(value));
  if (id === 'customer.customerId' && isWords && !/id|no|number|code|编号|号/i.test(heading)) return 0.5;
  if (id === 'customer.name' && /first|given/i.test(heading)) return 0.97;
  if (id === 'order.day' && !/paid|pay|付款|支付/i.test(heading)) return 0.98;
  return field.of === subject ? 1 : 0.96;
}

function byValues(
  evidence: ColumnEvidence,
  field: Field,
  subject: Subject,
): Pick<Candidate, 'score' | 'because'> | null {
  if (evidence.values.length === 0 || isOwn(field)) return null;
  if (field.of !== subject && !['email', 'phone', 'province', 'gender'].includes(field.id)) return null;
  if (field.of === 'customer' && ['date', 'money'].includes(field.kind)) return null;
  const telling = evidence.values.filter(value => isTelling(value, field)).length / evidence.values.length;
  return telling >= plausible ? { score: 0.45 * telling, because: 'values' } : null;
}

/** Best scores first; a column and a field are taken once. */
function choose(candidates: readonly Candidate[]): Candidate[] {
  const columns = new Set<number>();
  const taken = new Set<Field>();
  const chosen: Candidate[] = [];
  for (const candidate of candidates.toSorted(
    (one, other) => other.score - one.score || one.column - other.column,
  )) {
    if (columns.has(candidate.column) || taken.has(candidate.field)) continue;
    columns.add(candidate.column);
    taken.add(candidate.field);
    chosen.push(candidate);
  }
  return chosen;
}

import {
  type Day,
  type Field,
  fields,
  type Subject,
  type ValueKind,
  valueLabel,
} from '../../domain/index.ts';
import {
  formatDay,
  formatMoney,
  formatNumber,
  formatShare,
  type Language,
  translate,
} from '../../i18n/index.ts';
import { kitTexts } from '../../i18n/kit.ts';
import { whyTexts } from '../../i18n/why.ts';
import type { Change, Edit, FieldEdit, RowsEdit } from './change.ts';
import type { Turn } from './later.ts';
import type { LevelProof, ProofLine } from './proof.ts';

/** How values are shown: in which language, money in minor units of which currency. */
export interface Wording {
  readonly language: Language;
  readonly currency: string;
  /** The workspace's own fields. */
  readonly own?: readonly Field[];
}

/** A line of a proof: what it came to and from what. Its parts are lines of their own. */
export function describeProofLine(line: ProofLine, wording: Wording): string {
  const { language } = wording;
  const { form, text, verdict } = line;
  const holds = verdict === 'holds';
  if (form === 'literal') return text;
  if (form === 'all') return translate(language, holds ? whyTexts.allHold : whyTexts.notAllHold);
  if (form === 'any') return translate(language, holds ? whyTexts.oneHolds : whyTexts.noneHolds);
  if (form === 'not') return translate(language, holds ? whyTexts.notHolds : whyTexts.notFails);
  if (verdict) return translate(language, whyTexts[verdict], { text });
  const value = describeValue(line, wording);
  if (form === 'aggregate')
    return translate(language, whyTexts.valueOf, { text, value: fromRows(line, value, wording) });
  if (form === 'statistic') {
    if (line.over === null) return translate(language, whyTexts.frozenStatistic, { text, value });
    return translate(language, whyTexts.statistic, { text, value, over: line.over });
  }
  return translate(language, whyTexts.valueOf, { text, value });
}

/** What became of a level of a tier for `value`, the line that the tier goes by. */
export function describeLevel(level: LevelProof, value: ProofLine, wording: Wording): string {
  const { language } = wording;
  const { name, outcome, from, keep } = level;
  if (outcome === 'otherwise') return translate(language, whyTexts.levelOtherwise, { level: name });
  if (outcome === 'below') return translate(language, whyTexts.levelBelow, { level: name });
  const row = { entered: whyTexts.levelEntered, kept: whyTexts.levelKept, missed: whyTexts.levelMissed }[
    outcome
  ];
  const bound = outcome === 'kept' ? keep : from;
  return translate(language, row, {
    level: name,
    value: describeValue(value, wording),
    bound: bound ? describeValue({ ...bound, kind: value.kind }, wording) : '',
  });
}

function fromRows({ rows }: ProofLine, value: string, { language }: Wording): string {
  if (!rows) return value;
  const { of, from, to, counted, among } = rows;
  const noun = of === 'order' ? whyTexts.orders : whyTexts.interactions;
  const values = {
    value,
    counted,
    among,
    rows: translate(language, noun, { count: among }),
    to: formatDay(language, to),
  };
  if (from === null) return translate(language, whyTexts.rowsUntil, values);
  return translate(language, whyTexts.rowsSince, { ...values, from: formatDay(language, from) });
}

/** What a line came to, as its kind is written: money, days, the label of a closed list's value. */
export function describeValue({ kind, value, field }: ProofLine, wording: Wording): string {
  return typeof value === 'string' && field
    ? labelled(field.of, field.id, value, wording)
    : shown(kind, value, wording);
}

function shown(kind: ValueKind, value: number | string | null, { language, currency }: Wording): string {
  if (value === null) return translate(language, kitTexts.unknown);
  if (typeof value === 'string') return value;
  if (kind === 'money') return formatMoney(language, Math.round(value), currency);
  if (kind === 'share') return formatShare(language, value);
  if (kind === 'days') return translate(language, kitTexts.days, { count: value });
  if (kind === 'date') return formatDay(language, value);
  if (kind === 'flag') return translate(language, value === 0 ? kitTexts.no : kitTexts.yes);
  return formatNumber(language, value);
}

function labelled(of: Subject, id: string, value: number | string, wording: Wording): string {
  const field = fieldIn(of, id, wording);
  if (typeof value === 'string') return field ? valueLabel(field, value, wording.language) : value;
  return shown(field?.kind ?? 'number', value, wording);
}

function fieldIn(of: Subject, id: string, { own = [] }: Wording): Field | undefined {
  return [...fields, ...own].find(each => each.of === of && each.id === id);
}

/** One change: 'one more order, then 31 days without anything new'. */
export function describeChange({ edits }: Change, wording: Wording): string {
  return edits
    .map(edit => describeEdit(edit, wording))
    .reduce((first, second) => translate(wording.language, whyTexts.first, { first, second }));
}

/** The ways to turn an outcome in a line: '还差 1 单，或 ¥320', 'one more order, or ¥320 more'. */
export function describeChanges(changes: readonly Change[], wording: Wording): string {
  const { language } = wording;
  if (changes.length === 0) return translate(language, whyTexts.nothingNear);
  const missing = changes.map(change => missingOf(change, wording));
  if (missing.some(each => each === null)) {
    const all = changes.map(change => describeChange(change, wording));
    return all.reduce((first, second) => translate(language, whyTexts.or, { first, second }));
  }
  const list = (missing as string[]).reduce((first, second) =>
    translate(language, whyTexts.missingOr, { first, second }),
  );
  return translate(language, whyTexts.missing, { list });
}

/** What a customer is short of, where it is orders or money alone that a rule waits for. */
function missingOf({ edits, verdict }: Change, wording: Wording): string | null {
  const { language } = wording;
  const [edit] = edits;
  if (verdict === false || edits.length !== 1 || edit?.kind !== 'rows' || edit.of !== 'order') return null;
  if (edit.asked.some(id => id !== edit.vary)) return null;
  if (edit.vary === 'amount' && edit.adds) {
    return translate(language, whyTexts.missingAmount, { amount: amountOf(edit, wording) });
  }
  if (edit.vary !== null) return null;
  if (edit.count === 1) return translate(language, whyTexts.missingOneOrder);
  return translate(language, whyTexts.missingOrders, { count: edit.count });
}

function amountOf({ columns }: RowsEdit, wording: Wording): string {
  return shown('money', Number(columns.amount), wording);
}

function describeEdit(edit: Edit, wording: Wording): string {
  if (edit.kind === 'wait') return translate(wording.language, whyTexts.waitDays, { count: edit.days });
  return edit.kind === 'field' ? describeField(edit, wording) : describeRows(edit, wording);
}

function describeField(
  { label, value, shown: words, valueKind, removes }: FieldEdit,
  wording: Wording,
): string {
  const { language } = wording;
  if (value === null) return translate(language, whyTexts.fieldUnknown, { label: label[language] });
  const text = words?.[language] ?? shown(valueKind, value as number | string, wording);
  const row = valueKind !== 'texts' ? whyTexts.fieldIs : removes ? whyTexts.listWithout : whyTexts.listWith;
  return translate(language, row, { label: label[language], value: text });
}

function describeRows(edit: RowsEdit, wording: Wording): string {
  const { language } = wording;
  const { columns, vary, asked, of } = edit;
  const told =
    vary === 'amount' ? asked.filter(id => id !== vary) : vary ? [...new Set([vary, ...asked])] : asked;
  const what = rowsAlone(edit, wording);
  const details = told.map(id => {
    const label = fieldIn(of, id, wording)?.[language] ?? id;
    return translate(language, whyTexts.fieldIs, {
      label,
      value: labelled(of, id, columns[id] ?? '', wording),
    });
  });
  if (details.length === 0) return what;
  const listed = details.join(translate(language, kitTexts.listComma));
  return translate(language, whyTexts.asked, { what, details: listed });
}

function rowsAlone(edit: RowsEdit, wording: Wording): string {
  const { language } = wording;
  const { of, count, vary, adds } = edit;
  if (of === 'order' && vary === 'amount') {
    return translate(language, adds ? whyTexts.spend : whyTexts.orderOf, { amount: amountOf(edit, wording) });
  }
  if (count === 1) return translate(language, of === 'order' ? whyTexts.oneOrder : whyTexts.oneContact);
  return translate(language, of === 'order' ? whyTexts.moreOrders : whyTexts.moreContacts, { count });
}

/** When time alone turns it: '6 天后：流失预警', 'in 6 days: 流失预警'. */
export function describeWhen(name: string, turn: Turn, asOf: Day, { language }: Wording): string {
  const { verdict, day } = turn;
  const level = verdict ?? translate(language, whyTexts.noLevel);
  const what =
    verdict === true
      ? name
      : verdict === false
        ? translate(language, whyTexts.noLonger, { name })
        : translate(language, whyTexts.becomesLevel, { name, level: String(level) });
  const count = day - asOf;
  return count === 1
    ? translate(language, whyTexts.tomorrow, { what })
    : translate(language, whyTexts.inDays, { count, what });
}

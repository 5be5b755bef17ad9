import { type Field, fieldOf, nameInRules, namesOf, type ValueKind } from '../../domain/index.ts';
import { type Language, minorDigits } from '../../i18n/index.ts';
import { parse } from '../parse.ts';
import { print, name as written } from '../print.ts';
import { foldName } from '../tokens.ts';

/** Thresholds that hold together, to be written as a segment. */
export interface ClusterRule {
  readonly name: string;
  /** At least one; `metric` is a place in `metrics`, values are as values of its kind are: minor units, shares, days. */
  readonly conditions: readonly {
    readonly metric: string;
    readonly relation: '>=' | '<=';
    readonly value: number;
  }[];
  readonly metrics: readonly {
    readonly measure:
      | { readonly is: 'field'; readonly id: string }
      | { readonly is: 'metric'; readonly name: string };
    readonly kind: ValueKind;
  }[];
  readonly currency: string;
  readonly ownFields: readonly Field[];
  /** The text that it is for: what that declares under the name of a field is not the field. */
  readonly beside: string;
}

/** The declaration of such a segment, spelled in the language. */
export function clusterRule(rule: ClusterRule, language: Language): string {
  const { name, conditions, metrics, currency, ownFields, beside } = rule;
  const subjects = metrics.map(({ measure }) =>
    measure.is === 'metric'
      ? written(measure.name)
      : fieldNameBeside(fieldOf('customer', measure.id, ownFields), language, beside),
  );
  const isOneValue = ({ metric, value }: Condition) =>
    conditions.filter(each => each.metric === metric && each.value === value).length === 2;
  const parts = conditions.flatMap(condition => {
    const { metric, relation, value } = condition;
    const { kind } = metrics[Number(metric)]!;
    if (isOneValue(condition) && relation === '<=') return [];
    const how = isOneValue(condition) ? '=' : relation;
    return [`${subjects[Number(metric)]} ${how} ${bound(value, kind, relation, currency)}`];
  });
  return print(parse(`segment ${written(name)}\n  when ${parts.join(' and ')}\n`), language);
}

type Condition = ClusterRule['conditions'][number];

/** A name of the field, as it is written, that the text does not declare as something of its own. */
export function fieldNameBeside(field: Field, language: Language, beside: string): string {
  const declared = new Set(parse(beside).declarations.map(({ name }) => foldName(name.text)));
  const usual = nameInRules(field, language);
  const names = namesOf(field);
  const isOwn = (name: string) => /\p{Script=Han}/u.test(name) === (language === 'zh');
  const inOrder = [usual, ...names.filter(isOwn), ...names.filter(name => !isOwn(name))];
  return written(inOrder.find(each => !declared.has(foldName(each))) ?? usual);
}

/** A bound as rules write it, to all of its digits. Lengths of time are whole. */
function bound(value: number, kind: ValueKind, relation: '>=' | '<=', currency: string): string {
  if (kind === 'days') return `${relation === '>=' ? Math.ceil(value) : Math.floor(value)} days`;
  if (kind === 'share') return `${plain(value * 100)}%`;
  return plain(kind === 'money' ? value / 10 ** minorDigits(currency) : value);
}

/** A decimal number without an exponent. */
function plain(value: number): string {
  return Number(value.toPrecision(12)).toLocaleString('en-US', {
    useGrouping: false,
    maximumFractionDigits: 12,
  });
}

import { Bits, type Field, fields, type Hit, type Override } from '../../domain/index.ts';
import {
  type Alarm,
  alarmsOf,
  almostRows,
  borderlineRows,
  type CommonColumn,
  type CommonCondition,
  commonCondition,
  type ReviewMeasure,
  typicalRows,
} from '../../models/index.ts';
import { measuresOf, type Result } from '../../rules/index.ts';
import type { AcceptedRule, RuleCount } from '../../store/index.ts';
import type { CustomersPage, NamedValue } from '../api.ts';
import { columnNamed } from '../columns.ts';
import type { Context } from '../context.ts';
import { customersPage } from '../customersPage.ts';
import { type Evaluation, moneyByRow, sumOver } from '../evaluating.ts';
import { hitAt } from '../members.ts';
import { numbersIn } from '../numbers.ts';
import { membersOf } from '../preview.ts';
import type { Publisher } from '../publishing.ts';
import { rowsOfIds, ruledAt } from './decided.ts';
import { withRuled } from './moves.ts';
import { countsOf, runRecord } from './runs.ts';

/** A rule, or one level of a tier ('' = the rule as a whole). */
export interface ReviewPart {
  readonly kind: 'tag' | 'tier' | 'segment';
  readonly name: string;
  readonly level: string;
}

/** How many customers are in it, how many there were when somebody last accepted it, and what is to be looked at. */
export interface ReviewCount {
  readonly level: string;
  readonly count: number;
  /** Minor units. */
  readonly money: number;
  /** null = never accepted. */
  readonly accepted: number | null;
  readonly alarms: readonly Alarm[];
}

/** What those who were moved by hand have in common, as a rule would say it. */
export interface InCommon extends Omit<CommonCondition, 'id' | 'value'> {
  readonly field: Field;
  readonly value: number | string;
}

export interface ReviewRule {
  readonly kind: ReviewPart['kind'];
  readonly name: string;
  /** The rule as a whole; then a tier's levels, highest first. */
  readonly whole: ReviewCount;
  readonly levels: readonly ReviewCount[];
  readonly accepted: Pick<AcceptedRule, 'at' | 'by' | 'run' | 'customers'> | null;
  /** Customers for whom a person decided otherwise than the rule does, of those whom the rule is about. */
  readonly moved: number;
  readonly among: number;
  readonly common: InCommon | null;
}

/** An override with whom it is about; `hit` null = the customer is not in the base by now. */
export interface MovedCustomer {
  readonly override: Override;
  readonly hit: Hit | null;
  /** The rules do not have such a rule, or such a level, any more. */
  readonly isGone: boolean;
  readonly isDue: boolean;
}

export interface ReviewView {
  readonly customers: number;
  readonly version: number;
  readonly asOf: number;
  readonly currency: string;
  readonly rules: readonly ReviewRule[];
  /** Those in force, the ones to be looked at again first. */
  readonly moved: readonly MovedCustomer[];
}

/** A member that shows what a part of a rule is like. */
export interface Exemplar extends Hit {
  readonly values: readonly NamedValue[];
}

export interface Exemplars {
  readonly typical: readonly Exemplar[];
  /** In it, but close to a bound; not in it, but close to those who are. */
  readonly borderline: readonly Exemplar[];
  readonly almost: readonly Exemplar[];
}

const MOST_EXEMPLARS = 5;

/** What the review page asks: the published rules over the base as it is now. */
export class Review {
  readonly #context: Context;
  readonly #publisher: Publisher;

  constructor(context: Context, publisher: Publisher) {
    this.#context = context;
    this.#publisher = publisher;
  }

  async view(): Promise<ReviewView> {
    const evaluation = await this.#publisher.evaluatePublished();
    const { run, base, asOf } = evaluation;
    const { version, currency } = await this.#context.state();
    const accepted = await this.#context.store.accepted();
    const standing = withRuled(evaluation, await this.#context.standing());
    const money = moneyByRow(base, asOf);
    const counts = countsOf(run);
    const rules = run.results.flatMap((result): ReviewRule[] => {
      if (result.kind === 'metric' || result.kind === 'action') return [];
      const count = counts.find(each => each.kind === result.kind && each.name === result.name)!;
      const before = accepted.find(each => each.kind === result.kind && each.name === result.name) ?? null;
      const of = standing.filter(each => each.kind === result.kind && each.rule === result.name);
      return [
        {
          kind: result.kind,
          name: result.name,
          ...countedRule(result, count, before, run.size, money),
          accepted: before && { at: before.at, by: before.by, run: before.run, customers: before.customers },
          ...this.#drift(evaluation, result, of),
        },
      ];
    });
    return {
      customers: run.size,
      version,
      asOf,
      currency,
      rules,
      moved: await this.#moved(evaluation, standing),
    };
  }

  /** Remembers the counts of now as those that are right: of one rule, or (null) of all of them. */
  async accept(part: Pick<ReviewPart, 'kind' | 'name'> | null, by: string): Promise<void> {
    const { run } = await this.#publisher.evaluatePublished();
    const at = this.#context.now().getTime();
    const accepted = await this.#runOfNow(at);
    const counts = countsOf(run).filter(
      each => each.kind !== 'action' && (!part || (each.kind === part.kind && each.name === part.name)),
    );
    await this.#context.store.accept(
      counts.map(each => ({ ...each, run: accepted, at, by, customers: run.size })),
    );
  }

  /** The number of the latest run where it is as everything is now, else of one that is remembered from now on. */
  async #runOfNow(at: number): Promise<number> {
    const current = await this.#publisher.current();
    const state = await this.#context.state();
    const evaluation = await this.#publisher.evaluatePublished();
    const results = { size: current.run.size, ...current };
    const now = await runRecord(evaluation, results, state, state.version, at);
    const [latest] = await this.#context.store.runs();
    const isSame =
      latest?.digest === now.digest && latest.asOf === now.asOf && latest.version === now.version;
    return isSame ? latest.id : this.#context.store.addRun(now);
  }

  /** The customers of a part of a rule, or those of it whom somebody moved by hand. */
  async customers(
    { kind, name, level }: ReviewPart,
    show: 'members' | 'moved',
    offset: number,
    limit: number,
  ): Promise<CustomersPage> {
    const evaluation = await this.#publisher.evaluatePublished();
    const { run, base } = evaluation;
    const result = run.results.find(each => each.kind === kind && each.name === name);
    if (!result) return { total: 0, hits: [] };
    if (show === 'members')
      return customersPage(this.#context, rowsOf(result, level, run.size), offset, limit);
    const standing = (await this.#context.standing()).filter(
      each => each.kind === kind && each.rule === name,
    );
    return customersPage(this.#context, movedRows(evaluation, standing, base.ids), offset, limit);
  }

  /** Members that are typical of a part of a rule, and those on both sides of its border. */
  async exemplars({ kind, name, level }: ReviewPart): Promise<Exemplars> {
    const evaluation = await this.#publisher.evaluatePublished();
    const { run, base } = evaluation;
    const result = run.results.find(each => each.kind === kind && each.name === name);
    if (!result) return { typical: [], borderline: [], almost: [] };
    const members = rowsOf(result, level, run.size);
    const measured = measuresOfPart(evaluation, result, level);
    const measures = measured.map(({ measure }) => measure);
    const [labels, results] = [await this.#context.labels(), await this.#context.results()];
    const shown = (near: readonly { row: number }[]) =>
      near.map(
        ({ row }): Exemplar => ({
          ...hitAt(row, base.ids[row]!, labels, results),
          values: measured.map(({ label, kind: valueKind, measure: { values } }) => ({
            name: label,
            kind: valueKind,
            value: Number.isNaN(values[row]) ? null : values[row]!,
          })),
        }),
      );
    return {
      typical: shown(typicalRows(members, measures, MOST_EXEMPLARS)),
      borderline: shown(borderlineRows(members, measures, MOST_EXEMPLARS)),
      almost: shown(almostRows(members, measures, MOST_EXEMPLARS)),
    };
  }

  #drift(
    evaluation: Evaluation,
    result: Extract<Result, { kind: ReviewPart['kind'] }>,
    standing: readonly Override[],
  ): Pick<ReviewRule, 'moved' | 'among' | 'common'> {
    const { run, base } = evaluation;
    const moved = movedRows(evaluation, standing, base.ids);
    const within = ruledRows(evaluation, result).or(moved);
    const among = within.count();
    const columns = moved.count() > 0 ? commonColumns(evaluation) : [];
    const found = commonCondition(
      columns.map(({ column }) => column),
      moved,
      within,
    );
    const field = found && columns.find(({ column }) => column.id === found.id);
    if (!found || !field) return { moved: moved.count(), among, common: null };
    const { id: _, value, ...rest } = found;
    const text = field.texts?.[value];
    return {
      moved: moved.count(),
      among: Math.max(among, +(run.size > 0)),
      common: { ...rest, field: field.field, value: text ?? value },
    };
  }

  async #moved(evaluation: Evaluation, standing: readonly Override[]): Promise<MovedCustomer[]> {
    const { base, run, asOf } = evaluation;
    const [labels, results] = [await this.#context.labels(), await this.#context.results()];
    const rows = rowsOfIds(base.ids);
    const moved = standing.map((override): MovedCustomer => {
      const row = rows.get(override.customer);
      const result = run.results.find(each => each.kind === override.kind && each.name === override.rule);
      const isLevel =
        result?.kind !== 'tier' || override.to === null || result.levels.includes(String(override.to));
      return {
        override,
        hit: row === undefined ? null : hitAt(row, override.customer, labels, results),
        isGone: !result || !isLevel,
        isDue: override.reviewOn !== null && override.reviewOn <= asOf,
      };
    });
    return moved.sort((a, b) => +b.isDue - +a.isDue || b.override.at - a.override.at);
  }
}

function countedRule(
  result: Extract<Result, { kind: ReviewPart['kind'] }>,
  count: RuleCount,
  before: AcceptedRule | null,
  customers: number,
  money: Float64Array,
): Pick<ReviewRule, 'whole' | 'levels'> {
  const counted = (level: string, now: number, accepted: number | null): ReviewCount => ({
    level,
    count: now,
    money: sumOver(rowsOf(result, level, customers), money),
    accepted,
    alarms: alarmsOf(
      { count: now, customers },
      before && accepted !== null ? { count: accepted, customers: before.customers } : null,
    ),
  });
  return {
    whole: counted('', count.count, before?.count ?? null),
    levels: count.levels.map(level => {
      const then = before?.levels.find(each => each.name === level.name);
      return counted(level.name, level.count, before ? (then?.count ?? 0) : null);
    }),
  };
}

/** Who is in a part of a rule. */
function rowsOf(result: Result, level: string, size: number): Bits {
  if (result.kind !== 'tier' || level === '') return membersOf(result, size);
  const code = result.levels.indexOf(level) + 1;
  return Bits.from(size, row => code > 0 && result.codes[row] === code);
}

/** Whom the rule itself is about: its members by the rule alone. */
function ruledRows({ run }: Evaluation, { name }: Result): Bits {
  const ruled = run.ruled(name);
  if (ruled instanceof Uint8Array) return Bits.from(run.size, row => ruled[row] !== 0);
  return ruled ?? new Bits(run.size);
}

/** Whom a person put elsewhere than the rule does. */
function movedRows({ run }: Evaluation, standing: readonly Override[], ids: readonly string[]): Bits {
  const rows = rowsOfIds(ids);
  const moved = new Bits(run.size);
  for (const override of standing) {
    const row = rows.get(override.customer);
    if (row === undefined) continue;
    const ruled = ruledAt(run, override, row);
    if (ruled !== undefined && ruled !== override.to) moved.add(row);
  }
  return moved;
}

interface Measured {
  readonly label: string;
  readonly kind: NamedValue['kind'];
  readonly measure: ReviewMeasure;
}

/** The numbers that a part of a rule looks at, with the bounds that matter to it. */
function measuresOfPart(
  { run, text }: Evaluation,
  result: Extract<Result, { kind: string }>,
  level: string,
): Measured[] {
  const levels = result.kind === 'tier' ? result.levels : [];
  const place = levels.indexOf(level);
  const isUpperBound = (each: { level: string; keep: boolean }) =>
    place > 0 && each.level === levels[place - 1] && !each.keep;
  return measuresOf(run.checked, result.name).flatMap(({ value, span, field, thresholds }): Measured[] => {
    if (value.kind === 'flag' || value.kind === 'text' || value.kind === 'texts') return [];
    const over = run.over(value);
    const values = typeof over === 'number' ? null : numbersIn(over);
    if (!values) return [];
    const bounds = thresholds
      .filter(each => level === '' || each.level === level || isUpperBound(each))
      .map(({ bound }) => run.over(bound))
      .filter((bound): bound is number => typeof bound === 'number' && !Number.isNaN(bound));
    const label = field?.id ?? text.slice(...span).replace(/\s+/g, ' ');
    return [{ label, kind: value.kind, measure: { values, thresholds: bounds } }];
  });
}

interface Candidate {
  readonly field: Field;
  readonly column: CommonColumn;
  readonly texts: readonly string[] | null;
}

/** What is known of everybody and may be in common: the catalogue's fields of a customer and the workspace's own. */
function commonColumns(evaluation: Evaluation): Candidate[] {
  const own = evaluation.base.ownFields;
  const candidates = [...fields, ...own].filter(
    ({ of, kind, place }) => of === 'customer' && place !== 'row' && place !== 'model' && kind !== 'texts',
  );
  return candidates.flatMap((field): Candidate[] => {
    const named = columnNamed(evaluation, field.id);
    if (!named) return [];
    const { values } = named;
    if ('form' in values && values.form === 'coded') {
      const { codes, dictionary } = values;
      const texts = dictionary.values;
      return [{ field, column: { id: field.id, form: 'coded', codes, texts: texts.length }, texts }];
    }
    const numbers = numbersIn(values);
    return numbers
      ? [{ field, column: { id: field.id, form: 'numeric', values: numbers }, texts: null }]
      : [];
  });
}

import type {
  ActionDeclaration,
  ContextWeight,
  DateRange,
  Duration,
  Expression,
  Lever,
  Name,
  Success,
  TextLiteral,
} from './ast.ts';
import { type Body, readEach, readName, readNames, readNumber, readText } from './clauses.ts';
import { readDates, readDuration, readExpression } from './expressions.ts';
import { type Reader, spellingOf } from './reader.ts';

/** How long an agent has: calendar days, or working days. */
interface TimeLimit {
  readonly length: Duration;
  readonly workingDays: boolean;
}

interface ActionClauses {
  for: Name | undefined;
  priority: number;
  within: TimeLimit;
  when: Expression;
  goal: Name | undefined;
  kind: Name | undefined;
  channels: readonly Name[];
  role: TextLiteral | undefined;
  eligible: Expression;
  applicable: Expression;
  suitable: Expression;
  value: Expression;
  cost: Expression;
  lever: Lever;
  context: readonly ContextWeight[];
  active: DateRange;
  cooldown: Duration;
  atMost: NonNullable<ActionDeclaration['limit']>;
  per: NonNullable<ActionDeclaration['limit']>;
  excludes: readonly Name[];
  consent: true;
  incentive: Name | undefined;
  success: Success;
  say: TextLiteral | undefined;
}

const readClause: { readonly [Clause in keyof ActionClauses]: (reader: Reader) => ActionClauses[Clause] } = {
  for: reader => readName(reader, 'for'),
  priority: reader => readNumber(reader, 'priority'),
  within: readTimeLimit,
  when: reader => readExpression(reader),
  goal: reader => readName(reader, 'goal'),
  kind: reader => readName(reader, 'kind'),
  channels: reader => readNames(reader, 'channels'),
  role: reader => readText(reader, 'expectedText'),
  eligible: reader => readExpression(reader),
  applicable: reader => readExpression(reader),
  suitable: reader => readExpression(reader),
  value: reader => readExpression(reader),
  cost: reader => readExpression(reader),
  lever: readLever,
  context: readContext,
  active: reader => readDates(reader),
  cooldown: reader => readDuration(reader),
  atMost(reader) {
    const times = readTimes(reader);
    if (!reader.skipSoft('per')) reader.unexpected('expected', spellingOf('per'));
    return { times, per: readDuration(reader) };
  },
  per(reader) {
    const per = readDuration(reader);
    if (!reader.skipSoft('atMost')) reader.unexpected('expected', spellingOf('atMost'));
    return { times: readTimes(reader), per };
  },
  excludes: reader => readNames(reader, 'excludes'),
  consent: () => true,
  incentive: reader => readName(reader, 'incentive'),
  success: readSuccess,
  say: reader => readText(reader, 'expectedMessage'),
};

const known = Object.keys(readClause) as (keyof ActionClauses)[];

/** Everything an action says, in any order. */
export function readAction(reader: Reader): Body {
  reader.limits = true;
  const {
    for: target,
    kind,
    atMost,
    per,
    consent,
    within,
    channels,
    context,
    excludes,
    ...rest
  } = readEach(reader, known, readClause) as Partial<ActionClauses>;
  const given = <Value>(value: Value | undefined): Value | null => value ?? null;
  return {
    kind: 'action',
    target: given(target),
    type: given(kind),
    when: given(rest.when),
    priority: given(rest.priority),
    within: within?.length ?? null,
    workingDays: within?.workingDays ?? false,
    goal: given(rest.goal),
    channels: channels ?? [],
    role: given(rest.role),
    eligible: given(rest.eligible),
    applicable: given(rest.applicable),
    suitable: given(rest.suitable),
    value: given(rest.value),
    cost: given(rest.cost),
    lever: given(rest.lever),
    context: context ?? [],
    active: given(rest.active),
    cooldown: given(rest.cooldown),
    limit: given(atMost ?? per),
    excludes: excludes ?? [],
    consent: consent ?? false,
    incentive: given(rest.incentive),
    success: given(rest.success),
    say: given(rest.say),
  };
}

/** `3 days`, `3 working days`. */
function readTimeLimit(reader: Reader): TimeLimit {
  const token = reader.peek();
  if (token.type !== 'number' || reader.soft('workingDays', 1) === 0) {
    return { length: readDuration(reader), workingDays: false };
  }
  reader.take();
  reader.skipSoft('workingDays');
  if (!Number.isInteger(token.value)) reader.fail('durationNotWhole', {}, token.span);
  return { length: { count: token.value, unit: 'day' }, workingDays: true };
}

function readTimes(reader: Reader): number {
  const times = readNumber(reader, 'atMost');
  reader.skipSoft('times');
  return times;
}

/** `1.2 by "Wang Min" until 2026-12-31`. */
function readLever(reader: Reader): Lever {
  const [start] = reader.peek().span;
  const factor = readNumber(reader, 'lever');
  const author = reader.skipSoft('author') ? (readText(reader, 'expectedText') ?? null) : null;
  let until: Lever['until'] = null;
  if (reader.skipSoft('until')) {
    const token = reader.peek();
    if (token.type === 'date') until = token.day;
    if (token.type === 'date') reader.take();
    else reader.unexpected('expectedDate');
  }
  return { id: reader.id(), span: [start, reader.end], factor, author, until };
}

/** `language = "en" +10%, topic = "complaint" -20%`. */
function readContext(reader: Reader): ContextWeight[] {
  const weights: ContextWeight[] = [];
  do {
    const [start] = reader.peek().span;
    const key = readName(reader, 'context');
    reader.expect('=');
    const text = readText(reader, 'expectedText');
    const sign = reader.skip('-') ? -1 : 1;
    if (sign > 0) reader.skip('+');
    const token = reader.peek();
    if (token.type !== 'number' || token.unit !== 'percent') reader.unexpected('expectedPercent');
    else reader.take();
    if (!key || !text || token.type !== 'number') return weights;
    weights.push({ id: reader.id(), span: [start, reader.end], key, text, weight: sign * token.value });
  } while (reader.skip(','));
  return weights;
}

/** `within 14 days when …`; `success within` is read. */
function readSuccess(reader: Reader): Success {
  const [start] = reader.peek().span;
  const within = readDuration(reader);
  reader.expect('when');
  const when = readExpression(reader);
  return { id: reader.id(), span: [start, reader.end], within, when };
}

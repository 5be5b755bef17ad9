import type { Day } from './day.ts';

/** What became of a proposed action. */
export const actionOutcomes = ['done', 'later', 'refused', 'doesNotFit'] as const;
export type ActionOutcome = (typeof actionOutcomes)[number];

/** An action that somebody answered: on which day, under which version of the rules. */
export interface AnsweredAction {
  readonly kind: 'outcome';
  readonly action: string;
  readonly outcome: ActionOutcome;
  readonly day: Day;
  readonly version: number;
}

export interface TaskContent {
  readonly kind: 'task';
  readonly text: string;
  readonly due: Day | null;
  /** Milliseconds since 1970, null while it is open. */
  readonly doneAt: number | null;
}

export interface NoteContent {
  readonly kind: 'note';
  readonly text: string;
}

export type JournalContent = NoteContent | TaskContent | AnsweredAction;

/** What people wrote down about one customer. */
export interface JournalEntry {
  readonly id: number;
  readonly customer: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly content: JournalContent;
}

/** Days for which an action is not proposed again; refused for the second time it rests longer. */
const REST = { done: 30, later: 7, refused: 30 } as const;
const REST_REFUSED_AGAIN = 90;

/**
 * Until when an answered action is not proposed to the same customer again, given all its answers in their order: the
 * first day on which it is. Null = it rests until other rules are published. The last answer decides.
 */
export function restsUntil(answers: readonly AnsweredAction[]): Day | null {
  const last = answers.at(-1)!;
  if (last.outcome === 'doesNotFit') return null;
  const isAgain = last.outcome === 'refused' && answers.slice(0, -1).some(each => each.outcome === 'refused');
  return last.day + (isAgain ? REST_REFUSED_AGAIN : REST[last.outcome]);
}

/** The first day after `day` on which an action that rests is proposed again, null = none. */
export function nextWaking(answers: Answers, day: Day): Day | null {
  let next: Day | null = null;
  for (const byAction of answers.values()) {
    for (const given of byAction.values()) {
      const until = restsUntil(given);
      if (until !== null && until > day && (next === null || until < next)) next = until;
    }
  }
  return next;
}

/** Whether an answered action rests on a day under a version of the rules. */
export function isResting(answers: readonly AnsweredAction[], day: Day, version: number): boolean {
  if (answers.length === 0) return false;
  const until = restsUntil(answers);
  return until === null ? answers.at(-1)!.version === version : day < until;
}

/** Answers by customer, then by action, each in their order. */
export type Answers = ReadonlyMap<string, ReadonlyMap<string, readonly AnsweredAction[]>>;

/** The answers among journal entries. */
export function answersOf(entries: readonly JournalEntry[]): Answers {
  const byCustomer = new Map<string, Map<string, AnsweredAction[]>>();
  for (const { customer, content } of [...entries].sort((one, other) => one.at - other.at)) {
    if (content.kind !== 'outcome') continue;
    const byAction = byCustomer.get(customer) ?? new Map<string, AnsweredAction[]>();
    byCustomer.set(customer, byAction);
    byAction.set(content.action, [...(byAction.get(content.action) ?? []), content]);
  }
  return byCustomer;
}

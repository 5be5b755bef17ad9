import { type Day, localDay, startOf } from '../domain/index.ts';
import type { BaseState } from '../store/index.ts';

/** The alarm of the day on which time alone changes somebody. */
export const TURN = 'turn';
/** A failed evaluation comes again after this, in minutes. */
const RETRY = 15;

type Results = Pick<BaseState, 'resultsAsOf' | 'nextTurn' | 'fixedDay'>;

/** The next day on which results change by themselves; null where they do not: none are published, or the day is fixed. */
export function turningDay({ resultsAsOf, nextTurn, fixedDay }: Results): Day | null {
  if (resultsAsOf === null || fixedDay !== null) return null;
  return nextTurn ?? resultsAsOf + 1;
}

/** Sets the alarm for the beginning of that day, on the clock on the user's wall; takes it away where there is none. */
export async function armTurn(state: Results): Promise<void> {
  const day = turningDay(state);
  if (day === null) await chrome.alarms.clear(TURN);
  else await chrome.alarms.create(TURN, { when: Math.max(startOf(day), Date.now()) });
}

/** Evaluates again where the day has come, and sets the alarm for the next. Rejects where that failed; it comes again. */
export async function turn(read: () => Promise<Results>, refresh: () => Promise<void>): Promise<void> {
  const day = turningDay(await read());
  if (day !== null && day <= localDay(new Date())) {
    await chrome.alarms.create(TURN, { delayInMinutes: RETRY }); // should we fail or be stopped on the way
    await refresh();
  }
  await armTurn(await read());
}

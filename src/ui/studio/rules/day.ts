import type { Day } from '../../../domain/index.ts';
import { engine } from '../engine.ts';
import { report } from '../report.ts';
import { readWorkspace } from '../workspace.ts';
import { renewSession } from './session.ts';

/** Fixes the day at which rules are evaluated, null = always today. */
export async function setDay(day: Day | null): Promise<void> {
  try {
    await engine.setDay(day);
    await readWorkspace();
    renewSession();
  } catch (problem) {
    report(problem);
  }
}

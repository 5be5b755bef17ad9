import { signal } from '@preact/signals';
import { Problem } from '../../../../domain/index.ts';
import type { MutationReport } from '../../../../engine/index.ts';
import { engine } from '../../engine.ts';
import { report } from '../../report.ts';

/** A measurement under way. */
export const measuring = signal<{
  readonly job: string;
  readonly done: number;
  readonly total: number;
} | null>(null);

/** The last measurement and the text it was of. */
export const measured = signal<{ readonly text: string; readonly report: MutationReport } | null>(null);

/** Measures how much the tests of a text notice. */
export async function measure(text: string): Promise<void> {
  const job = crypto.randomUUID();
  measuring.value = { job, done: 0, total: 0 };
  try {
    const found = await engine.mutationReport(job, text, ({ done, total }) => {
      if (measuring.peek()?.job === job) measuring.value = { job, done, total };
    });
    measured.value = { text, report: found };
  } catch (problem) {
    if (!(problem instanceof Problem && problem.code === 'cancelled')) report(problem);
  } finally {
    if (measuring.peek()?.job === job) measuring.value = null;
  }
}

/** Breaks the measurement off. */
export function stopMeasuring(): void {
  if (measuring.value) void engine.cancel(measuring.value.job);
}

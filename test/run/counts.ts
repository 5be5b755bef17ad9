import { z } from 'zod';

/** What became of a part's tests; the failed and the skipped by name. */
export interface Counts {
  readonly passed: number;
  readonly failed: readonly string[];
  readonly skipped: readonly string[];
}

/** `3 passed, 0 failed, 1 skipped`. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed.length} failed, ${skipped.length} skipped`;
}

/** A tool that only says yes or no counts as one check. */
export function checkCounts(name: string, exitCode: number): Counts {
  return exitCode === 0 ? { passed: 1, failed: [], skipped: [] } : { passed: 0, failed: [name], skipped: [] };
}

const unitReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/** Counts of vitest's JSON report. A file that does not load is one failure; so is a run without a report. */
export function unitCounts(report: unknown, exitCode: number): Counts {
  const read = unitReport.safeParse(report);
  if (!read.success) return { passed: 0, failed: ['unit: the run ended without a report'], skipped: [] };
  const files = read.data.testResults;
  const tests = files.flatMap(file => file.assertionResults);
  const failed = [
    ...tests.filter(test => test.status === 'failed').map(test => test.fullName),
    ...files
      .filter(
        file => file.status === 'failed' && !file.assertionResults.some(test => test.status === 'failed'),
      )
      .map(file => file.name),
  ];
  return withExitCode('unit', exitCode, {
    passed: tests.filter(test => test.status === 'passed').length,
    failed,
    skipped: tests.filter(test => !['passed', 'failed'].includes(test.status)).map(test => test.fullName),
  });
}

interface Suite {
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly status: string }[];
  }[];
  readonly suites?: readonly Suite[] | undefined;
}

const suite: z.ZodType<Suite> = z.lazy(() =>
  z.object({
    title: z.string(),
    specs: z.array(z.object({ title: z.string(), tests: z.array(z.object({ status: z.string() })) })),
    suites: z.array(suite).optional(),
  }),
);
const playwrightReport = z.object({
  suites: z.array(suite),
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Counts of Playwright's JSON report. A test that passed only on a retry counts as passed. */
export function playwrightCounts(report: unknown, exitCode: number): Counts {
  const read = playwrightReport.safeParse(report);
  if (!read.success)
    return { passed: 0, failed: ['end-to-end: the run ended without a report'], skipped: [] };
  const tests = read.data.suites.flatMap(each => testsOf(each, ''));
  return withExitCode('end-to-end', exitCode, {
    passed: tests.filter(test => test.status === 'expected' || test.status === 'flaky').length,
    failed: [
      ...tests.filter(test => test.status === 'unexpected').map(test => test.name),
      ...read.data.errors.map(
        error => error.message?.split('\n')[0] ?? 'end-to-end: an error outside any test',
      ),
    ],
    skipped: tests.filter(test => test.status === 'skipped').map(test => test.name),
  });
}

function testsOf(from: Suite, above: string): { name: string; status: string }[] {
  const name = [above, from.title].filter(Boolean).join(' > ');
  return [
    ...from.specs.flatMap(spec =>
      spec.tests.map(test => ({ name: `${name} > ${spec.title}`, status: test.status })),
    ),
    ...(from.suites ?? []).flatMap(inner => testsOf(inner, name)),
  ];
}

/** A runner that says no although every test passed has failed all the same. */
function withExitCode(name: string, exitCode: number, counts: Counts): Counts {
  if (exitCode === 0 || counts.failed.length > 0) return counts;
  return { ...counts, failed: [`${name}: ended with exit code ${exitCode}`] };
}

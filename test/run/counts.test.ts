import { describe, expect, it } from 'vitest';
import { checkCounts, closingLine, playwrightCounts, unitCounts } from './counts.ts';

const unit = (statuses: readonly string[], status = 'passed') => ({
  testResults: [
    {
      name: 'a.test.ts',
      status,
      assertionResults: statuses.map((each, i) => ({ fullName: `t${i}`, status: each })),
    },
  ],
});
const playwright = (statuses: readonly string[], errors: readonly { message: string }[] = []) => ({
  suites: [
    {
      title: 'flow.spec.ts',
      specs: [],
      suites: [
        { title: 'sample', specs: statuses.map((status, i) => ({ title: `t${i}`, tests: [{ status }] })) },
      ],
    },
  ],
  errors,
});

describe('counting', () => {
  it.each([
    ['a check that passed', checkCounts('types', 0), '1 passed, 0 failed, 0 skipped'],
    ['a check that failed', checkCounts('types', 2), '0 passed, 1 failed, 0 skipped'],
    [
      'unit tests',
      unitCounts(unit(['passed', 'failed', 'skipped', 'todo'], 'failed'), 1),
      '1 passed, 1 failed, 2 skipped',
    ],
    ['a unit file that does not load', unitCounts(unit([], 'failed'), 1), '0 passed, 1 failed, 0 skipped'],
    ['a unit run without a report', unitCounts(null, 0), '0 passed, 1 failed, 0 skipped'],
    ['a unit run that says no in the end', unitCounts(unit(['passed']), 1), '1 passed, 1 failed, 0 skipped'],
    [
      'flows',
      playwrightCounts(playwright(['expected', 'flaky', 'unexpected', 'skipped']), 1),
      '2 passed, 1 failed, 1 skipped',
    ],
    [
      'an error outside a flow',
      playwrightCounts(playwright([], [{ message: 'no browser' }]), 1),
      '0 passed, 1 failed, 0 skipped',
    ],
    ['flows without a report', playwrightCounts({}, 0), '0 passed, 1 failed, 0 skipped'],
  ])('%s', (_name, counts, line) => {
    expect(closingLine(counts)).toBe(line);
  });

  it('names what was skipped by its place', () => {
    expect(playwrightCounts(playwright(['skipped']), 0).skipped).toEqual(['flow.spec.ts > sample > t0']);
  });
});

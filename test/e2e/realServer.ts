import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { inProject } from '../run/process.ts';

/**
 * A real product for the tests of a `describe`, by its script in ../shared/pages; without it they are skipped by name.
 * One that is up already stays up.
 */
export function withRealServer(script: string): void {
  const file = path.resolve(inProject('..'), 'shared/pages', script);
  test.skip(!existsSync(file), `there is no ../shared/pages/${script}`);
  let wasUp = false;

  /** Runs the script, whose daemons would hold a pipe open; answers the exit code. */
  function run(verb: 'start' | 'status' | 'stop'): number | null {
    return spawnSync(file, [verb], { stdio: 'ignore' }).status;
  }

  test.beforeAll(() => {
    test.setTimeout(180_000);
    wasUp = run('status') === 0;
    expect(run('start'), `${script} start`).toBe(0);
  });

  test.afterAll(() => {
    if (!wasUp) run('stop');
  });
}

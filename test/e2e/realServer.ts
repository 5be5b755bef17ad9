import { spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { inProject } from '../run/process.ts';

/**
 * A real product for the tests of a `describe`, by its script in ../shared/pages; without it they are skipped by name.
 * One that is up already stays up.
 */
export function withRealServer(script: string, folder: string): void {
  const file = path.resolve(inProject('..'), 'shared/pages', script);
  test.skip(!existsSync(file), `there is no ../shared/pages/${script}`);
  let wasUp = false;

  /** Runs the script with its output in a file, for its daemons would hold a pipe open; answers the exit code. */
  function run(verb: 'start' | 'status' | 'stop'): number | null {
    const log = openSync(path.join(folder, `${script}.log`), 'a');
    try {
      return spawnSync(file, [verb], { stdio: ['ignore', log, log] }).status;
    } finally {
      closeSync(log);
    }
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

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isInstalled } from '../../run/installed.mjs';
import { inProject, Stop } from '../../run/process.ts';

/** The folder with the peers' own package.json: nothing of it is in the product or among its dependencies. */
export const peersFolder = inProject('test/perf/peers');

/** Installs the peers that the folder's lock file asks for where they are missing or old. */
export function installPeers(): void {
  if (isInstalled(readJson('package-lock.json')!, readJson('node_modules/.package-lock.json'))) return;
  console.log('Installing the peers of test/perf/peers/package-lock.json …');
  const done = spawnSync('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], {
    cwd: peersFolder,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (done.status !== 0) {
    throw new Stop(
      'The peers could not be installed: see the output of `npm ci` above. Is there a connection to the package registry? Every other measurement can be named on the command line and needs none.',
    );
  }
}

function readJson(file: string): Parameters<typeof isInstalled>[1] {
  const full = path.join(peersFolder, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : null;
}

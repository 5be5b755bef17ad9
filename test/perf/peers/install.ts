import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { isInstalled } from '../../run/installed.mjs';
import { inProject } from '../../run/process.ts';

/** The folder with the peers' own package.json: nothing of it is in the product or among its dependencies. */
export const peersFolder = inProject('test/perf/peers');

/** Installs the peers that the folder's lock file asks for where they are missing or old; tells which are missing then. */
export function installPeers(): string[] {
  if (!isInstalled(readJson('package-lock.json')!, readJson('node_modules/.package-lock.json'))) {
    console.log('Installing the peers of test/perf/peers/package-lock.json …');
    const options = ['--no-fund', '--no-audit', '--loglevel=error', '--fetch-retry-mintimeout=1000'];
    spawnSync('npm', ['ci', ...options], {
      cwd: peersFolder,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: process.platform === 'win32',
    });
  }
  const { dependencies } = JSON.parse(readFileSync(path.join(peersFolder, 'package.json'), 'utf8'));
  return Object.keys(dependencies).filter(name => !existsSync(path.join(peersFolder, 'node_modules', name)));
}

function readJson(file: string): Parameters<typeof isInstalled>[1] {
  const full = path.join(peersFolder, file);
  return existsSync(full) ? JSON.parse(readFileSync(full, 'utf8')) : null;
}

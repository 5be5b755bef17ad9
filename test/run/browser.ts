import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { chromium } from '@playwright/test';
import { Stop } from './process.ts';

/** What the choice of a browser needs to know of the machine; tests give a pretended one. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly home: string;
  readonly isRoot: boolean;
  exists(file: string): boolean;
  /** Names in a folder, [] where there is none. */
  list(folder: string): readonly string[];
  /** What `file --version` prints, null where it does not run. */
  version(file: string): string | null;
  /** Where Playwright would keep its own browser. */
  playwrights(): string;
  /** Runs a program with its output shown; whether it succeeded. */
  run(program: string, options: readonly string[]): boolean;
  say(line: string): void;
}

const installHint =
  'Install Chromium or Chrome for Testing (for example `npx playwright install --no-shell chromium`), or name one in CHROME_PATH.';

/**
 * The browser that loads the extension: CHROME_PATH, an installed Chrome for Testing or Chromium, Playwright's own,
 * and on Debian as root one installed by apt. Branded Google Chrome is passed over: since version 137 it ignores
 * --load-extension. Throws Stop with what to install where there is none.
 */
export function chooseBrowser(machine: Machine): string {
  const named = machine.env.CHROME_PATH;
  if (named) {
    if (!machine.exists(named)) throw new Stop(`CHROME_PATH names ${named}, which does not exist.`);
    if (isBranded(machine, named)) {
      throw new Stop(
        `CHROME_PATH names ${named}, a branded Google Chrome, which ignores extensions on the command line. ${installHint}`,
      );
    }
    return named;
  }
  const installed = findInstalled(machine);
  if (installed) return installed;
  const playwrights = machine.playwrights();
  if (playwrights && machine.exists(playwrights)) return playwrights;
  if (machine.platform === 'linux' && machine.isRoot && machine.exists('/usr/bin/apt-get')) {
    installByApt(machine);
    const fresh = findInstalled(machine);
    if (fresh) return fresh;
    throw new Stop(`\`apt-get install chromium\` did not bring a browser: see above. ${installHint}`);
  }
  throw new Stop(`No Chromium was found. ${installHint}`);
}

function findInstalled(machine: Machine): string | null {
  return usualPlaces(machine).find(place => machine.exists(place) && serves(machine, place)) ?? null;
}

function serves(machine: Machine, file: string): boolean {
  // On Windows `--version` opens a window instead of printing; a stub that only names a snap fails here.
  if (machine.platform === 'win32') return true;
  return machine.version(file) !== null && !isBranded(machine, file);
}

function isBranded(machine: Machine, file: string): boolean {
  if (machine.platform === 'win32') return /\\Google\\Chrome\\/i.test(file);
  return /^Google Chrome (?!for Testing)/.test(machine.version(file) ?? '');
}

function usualPlaces({ platform, env, home, list }: Machine): string[] {
  const testing = (inner: string) => {
    const folder = path.posix.join(home.replaceAll('\\', '/'), '.cache/puppeteer/chrome');
    const newestFirst = [...list(folder)].sort((a, b) => b.localeCompare(a, 'en', { numeric: true }));
    return newestFirst.map(version => path.posix.join(folder, version, inner));
  };
  if (platform === 'darwin') {
    const apps = ['/Applications', path.posix.join(home, 'Applications')];
    const names = ['Google Chrome for Testing', 'Chromium'];
    return [
      ...names.flatMap(name => apps.map(app => `${app}/${name}.app/Contents/MacOS/${name}`)),
      ...['mac-arm64', 'mac-x64'].flatMap(kind =>
        testing(`chrome-${kind}/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing`),
      ),
    ];
  }
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter(
      each => each !== undefined,
    );
    return [
      ...roots.map(each => `${each}\\Chromium\\Application\\chrome.exe`),
      ...roots.map(each => `${each}\\Google\\Chrome for Testing\\Application\\chrome.exe`),
      ...testing('chrome-win64/chrome.exe'),
    ];
  }
  const folders = ['/usr/bin', '/snap/bin', ...(env.PATH ?? '').split(':').filter(Boolean)];
  const names = ['chrome-for-testing', 'chromium', 'chromium-browser'];
  return [
    ...names.flatMap(name => folders.map(folder => path.posix.join(folder, name))),
    '/opt/chrome-linux64/chrome',
    ...testing('chrome-linux64/chrome'),
  ];
}

function installByApt(machine: Machine): void {
  const install = () =>
    machine.run('apt-get', [
      '-o',
      'DPkg::Lock::Timeout=300',
      '-qq',
      '-y',
      'install',
      '--no-install-recommends',
      'chromium',
      'fonts-noto-cjk', // without it Chinese shows as boxes
    ]);
  machine.say("No Chromium here: installing Debian's (apt-get install chromium fonts-noto-cjk) …");
  if (install()) return;
  machine.run('apt-get', ['-o', 'DPkg::Lock::Timeout=300', '-qq', 'update']);
  install();
}

/** This machine, as it is. */
export function thisMachine(): Machine {
  const versions = new Map<string, string | null>();
  return {
    platform: process.platform,
    env: process.env,
    home: homedir(),
    isRoot: process.getuid?.() === 0,
    exists: existsSync,
    list: folder => (existsSync(folder) ? readdirSync(folder) : []),
    version: file => {
      if (!versions.has(file)) {
        const asked = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 20_000 });
        versions.set(file, asked.status === 0 ? asked.stdout.trim() : null);
      }
      return versions.get(file)!;
    },
    playwrights: () => chromium.executablePath(),
    run: (program, options) =>
      spawnSync(program, options, {
        stdio: ['ignore', 'inherit', 'inherit'],
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }).status === 0,
    say: line => console.log(line),
  };
}

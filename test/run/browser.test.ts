import { describe, expect, it } from 'vitest';
import { chooseBrowser, type Machine } from './browser.ts';

/** A pretended machine: which files there are and what they answer to `--version`. */
function machine(
  files: Record<string, string>,
  rest: Partial<Machine> = {},
): Machine & { readonly ran: string[] } {
  const ran: string[] = [];
  return {
    platform: 'linux',
    env: { PATH: '/usr/local/bin:/usr/bin' },
    home: '/home/li',
    isRoot: false,
    exists: file => file in files,
    list: folder => [
      ...new Set(
        Object.keys(files)
          .filter(file => file.startsWith(`${folder}/`))
          .map(file => file.slice(folder.length + 1).split('/')[0]!),
      ),
    ],
    version: file => files[file] || null,
    playwrights: () => '/home/li/.cache/ms-playwright/chrome',
    run: (program, options) => {
      ran.push([program, ...options.filter(option => !option.startsWith('-'))].join(' '));
      return true;
    },
    say: () => {},
    ran,
    ...rest,
  };
}

const chromium = 'Chromium 156.0.1';
const branded = 'Google Chrome 156.0.1';
const testing = 'Google Chrome for Testing 156.0.1';

describe('the browser', () => {
  it('is the one that CHROME_PATH names, before all others', () => {
    const env = { CHROME_PATH: '/opt/mine' };
    expect(chooseBrowser(machine({ '/opt/mine': chromium, '/usr/bin/chromium': chromium }, { env }))).toBe(
      '/opt/mine',
    );
  });

  it('is asked for again in a sentence where CHROME_PATH names nothing', () => {
    const env = { CHROME_PATH: '/opt/gone' };
    expect(() => chooseBrowser(machine({ '/usr/bin/chromium': chromium }, { env }))).toThrow(
      'CHROME_PATH names /opt/gone, which does not exist.',
    );
  });

  it('is not a branded Chrome, by CHROME_PATH or by search', () => {
    const env = { CHROME_PATH: '/opt/google/chrome' };
    expect(() => chooseBrowser(machine({ '/opt/google/chrome': branded }, { env }))).toThrow(
      'branded Google Chrome',
    );
    expect(() =>
      chooseBrowser(machine({ '/usr/bin/google-chrome': branded, '/usr/bin/chromium': branded })),
    ).toThrow('No Chromium was found.');
  });

  it.each<[string, Record<string, string>, Partial<Machine>, string]>([
    ['Debian', { '/usr/bin/chromium': chromium }, {}, '/usr/bin/chromium'],
    ['a snap', { '/snap/bin/chromium': chromium }, {}, '/snap/bin/chromium'],
    ['the PATH', { '/usr/local/bin/chromium-browser': chromium }, {}, '/usr/local/bin/chromium-browser'],
    [
      'the newest Chrome for Testing',
      {
        '/home/li/.cache/puppeteer/chrome/linux-99.0.1/chrome-linux64/chrome': testing,
        '/home/li/.cache/puppeteer/chrome/linux-131.0.2/chrome-linux64/chrome': testing,
      },
      {},
      '/home/li/.cache/puppeteer/chrome/linux-131.0.2/chrome-linux64/chrome',
    ],
    [
      'an application of a Mac',
      { '/Applications/Chromium.app/Contents/MacOS/Chromium': chromium },
      { platform: 'darwin' },
      '/Applications/Chromium.app/Contents/MacOS/Chromium',
    ],
    [
      'a program of Windows',
      { 'C:\\Programs\\Chromium\\Application\\chrome.exe': '' },
      { platform: 'win32', env: { LOCALAPPDATA: 'C:\\Programs' } },
      'C:\\Programs\\Chromium\\Application\\chrome.exe',
    ],
  ])('is found on %s', (_name, files, rest, expected) => {
    expect(chooseBrowser(machine(files, rest))).toBe(expected);
  });

  it('is not a stub that does not run', () => {
    const files = { '/usr/bin/chromium-browser': '', '/home/li/.cache/ms-playwright/chrome': testing };
    expect(chooseBrowser(machine(files))).toBe('/home/li/.cache/ms-playwright/chrome');
  });

  it("is Playwright's before one is installed", () => {
    const files = { '/home/li/.cache/ms-playwright/chrome': testing, '/usr/bin/apt-get': '' };
    const pretended = machine(files, { isRoot: true });
    expect(chooseBrowser(pretended)).toBe('/home/li/.cache/ms-playwright/chrome');
    expect(pretended.ran).toEqual([]);
  });

  it('is installed on Debian as root, after an update where the first try fails', () => {
    const files: Record<string, string> = { '/usr/bin/apt-get': '' };
    const ran: string[] = [];
    const pretended = machine(files, {
      isRoot: true,
      run: (_program, options) => {
        const verb = options.includes('update') ? 'update' : 'install';
        ran.push(verb);
        if (ran.length === 3) files['/usr/bin/chromium'] = chromium;
        return verb === 'update' || ran.length === 3;
      },
    });
    expect(chooseBrowser(pretended)).toBe('/usr/bin/chromium');
    expect(ran).toEqual(['install', 'update', 'install']);
  });

  it('is installed together with a Chinese font', () => {
    const pretended = machine({ '/usr/bin/apt-get': '' }, { isRoot: true });
    expect(() => chooseBrowser(pretended)).toThrow('did not bring a browser');
    expect(pretended.ran).toEqual([expect.stringMatching(/ install chromium fonts-noto-cjk$/)]);
  });

  it('is asked for where nothing can be installed', () => {
    expect(() => chooseBrowser(machine({ '/usr/bin/apt-get': '' }))).toThrow(
      /^No Chromium was found\. Install .*CHROME_PATH\.$/,
    );
    expect(() => chooseBrowser(machine({}, { isRoot: true, platform: 'darwin' }))).toThrow(
      'No Chromium was found.',
    );
  });
});

import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { Stop } from './process.ts';

export interface LaunchOptions {
  readonly browser: string;
  /** Folder of the built extension. */
  readonly extension: string;
  /** Folder of the profile; made where it is missing. */
  readonly profile: string;
  readonly headless: boolean;
  readonly language: 'en' | 'zh';
  readonly viewport?: { readonly width: number; readonly height: number };
}

/** A browser with the extension loaded, and what only a second debugging connection reaches. */
export interface Running {
  readonly context: BrowserContext;
  readonly id: string;
  /** Address of a page of the extension. */
  url(page: ExtensionPage, hash?: string): string;
  /** The toolbar popup or the side panel once it is open. Playwright's own connection does not list them. */
  surface(page: 'popup' | 'panel'): Promise<Page>;
  /** Closes what `surface` found, and the connection that found it. */
  closeSurface(surface: Page): Promise<void>;
  /** Presses the toolbar button while `page` is in front. */
  pressToolbarButton(page: Page): Promise<void>;
  close(): Promise<void>;
}

export type ExtensionPage = 'studio' | 'popup' | 'panel';

/** Opens the browser with the built extension. Throws Stop where the extension does not come up. */
export async function launch(options: LaunchOptions): Promise<Running> {
  prepareProfile(options.profile);
  const context = await chromium.launchPersistentContext(options.profile, {
    executablePath: options.browser,
    headless: options.headless,
    viewport: options.headless ? (options.viewport ?? { width: 1280, height: 800 }) : null,
    handleSIGINT: false,
    handleSIGTERM: false,
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...browserArguments(options), '--remote-debugging-port=0'],
  });
  const worker =
    context.serviceWorkers()[0] ??
    (await context.waitForEvent('serviceworker', { timeout: 20_000 }).catch(() => null));
  if (!worker) {
    await context.close();
    throw new Stop(`${options.browser} started, but did not load the extension from ${options.extension}.`);
  }
  const id = new URL(worker.url()).host;
  return {
    context,
    id,
    url: (page, hash = '') => `chrome-extension://${id}/src/ui/${page}/${page}.html${hash}`,
    surface: page => findSurface(options.profile, `chrome-extension://${id}/src/ui/${page}/`),
    closeSurface,
    pressToolbarButton: page => pressToolbarButton(context, id, page),
    close: () => context.close(),
  };
}

/** What the browser is started with to have the extension, and nothing else, loaded. */
export function browserArguments({ extension, headless, language }: LaunchOptions): string[] {
  const locale = language === 'zh' ? 'zh-CN' : 'en-US';
  return [
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(headless ? ['--disable-gpu'] : ['--hide-crash-restore-bubble', '--window-size=1360,900']),
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--enable-precise-memory-info',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
    `--lang=${locale}`,
    `--accept-lang=${locale}`,
  ];
}

/** Live reload needs developer mode: without it an extension that reloads itself stays disabled. */
function prepareProfile(profile: string): void {
  const preferences = path.join(profile, 'Default', 'Preferences');
  if (existsSync(preferences)) return;
  mkdirSync(path.dirname(preferences), { recursive: true });
  writeFileSync(preferences, JSON.stringify({ extensions: { ui: { developer_mode: true } } }));
}

async function findSurface(profile: string, prefix: string): Promise<Page> {
  const port = Number(readFileSync(path.join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0]);
  const deadline = Date.now() + 10_000;
  for (;;) {
    // A connection does not see what is just being opened, so each try makes a new one.
    const browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    const pages = browser.contexts().flatMap(each => each.pages());
    const found = pages.find(page => page.url().startsWith(prefix));
    if (found) return found;
    await browser.close();
    if (Date.now() > deadline) throw new Error(`${prefix} did not open`);
    await new Promise(resolve => setTimeout(resolve, 200));
  }
}

async function closeSurface(surface: Page): Promise<void> {
  const browser = surface.context().browser();
  if (!surface.isClosed()) await surface.close();
  await browser?.close();
}

async function pressToolbarButton(context: BrowserContext, id: string, page: Page): Promise<void> {
  await page.bringToFront();
  const browser = context.browser();
  if (!browser) throw new Error('the context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const tab = targetInfos.find(each => each.url === page.url());
  if (!tab) throw new Error(`no tab shows ${page.url()}`);
  await session.send('Extensions.triggerAction', { id, targetId: tab.targetId });
  await session.detach();
}

import path from 'node:path';
import type { Language } from '../../src/i18n/index.ts';
import { chooseBrowser, thisMachine } from './browser.ts';
import { buildIfOld, howToLoad } from './build.ts';
import { launch, type Running } from './extension.ts';
import { allowSite, loadSample, openStudio, publish } from './flow.ts';
import { inProject } from './process.ts';
import { type Site, serve } from './serve.ts';
import { tour } from './tour.ts';

/** The same port at every start, so that bookmarks and open tabs of the kept profile go on working. */
const demoPort = 5210;

/** `npm start -- [--headless] [--lang zh] [--out folder]`: the product with its sample, a demo mailbox and a demo helpdesk. */
export default async function command(options: readonly string[]): Promise<number> {
  const browser = chooseBrowser(thisMachine());
  const extension = await buildIfOld();
  const demo = await serve(inProject('test/demo'), demoPort);
  try {
    if (options.includes('--headless') || !hasDisplay()) {
      const out = path.resolve(option(options, '--out') ?? inProject('out'));
      await tour({ browser, extension, demo, out, language: wantedLanguage(options) });
      console.log(`\n${howToLoad()}`);
      return 0;
    }
    return await show(browser, extension, demo, wantedLanguage(options));
  } finally {
    await demo.close();
  }
}

function hasDisplay(): boolean {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

function wantedLanguage(options: readonly string[]): Language {
  const asked = option(options, '--lang') ?? process.env.LC_ALL ?? process.env.LANG ?? '';
  return asked.toLowerCase().startsWith('zh') ? 'zh' : 'en';
}

/** What follows an option, undefined where it is not given. */
function option(options: readonly string[], name: string): string | undefined {
  return options.includes(name) ? options[options.indexOf(name) + 1] : undefined;
}

/** A window for the user: prepared at the first start, left as it is at later ones; open until it is closed. */
async function show(browser: string, extension: string, demo: Site, language: Language): Promise<number> {
  const running = await launch({
    browser,
    extension,
    profile: inProject('.profile'),
    headless: false,
    language,
  });
  const closed = new Promise(resolve => running.context.on('close', resolve));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void running.close());
  console.log(
    [
      `Studio         ${running.url('studio')}`,
      `Demo mailbox   ${demo.origin}/mail/`,
      `Demo helpdesk  ${demo.origin}/desk/`,
      '',
      'The demo pages are allowed for you. On a webmail or helpdesk of your own: press the Tierlens button in the',
      'toolbar, then "Allow this site". Close the window, or press Ctrl C here, to end.',
      '',
      `${howToLoad()}, then open ${demo.origin}/mail/?hint there.`,
    ].join('\n'),
  );
  try {
    await prepare(running, demo, language);
  } catch (error) {
    // the user may close the window while it is being prepared
    if (running.context.browser()?.isConnected()) throw error;
  }
  await closed;
  return 0;
}

async function prepare(running: Running, demo: Site, language: Language): Promise<void> {
  const studio = await openStudio(running);
  const fresh = await loadSample(studio, language);
  if (fresh) await publish(studio, language);
  const desk = await running.context.newPage();
  await desk.goto(`${demo.origin}/desk/?lang=${language}`);
  const mail = await running.context.newPage();
  await mail.goto(`${demo.origin}/mail/?lang=${language}#inbox/renewal`);
  if (fresh) await allowSite(running, mail, language);
  for (const page of running.context.pages()) if (page.url() === 'about:blank') await page.close();
  await mail.bringToFront();
}

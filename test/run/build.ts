import { build } from 'vite';
import { inProject, newestChange, root } from './process.ts';

const sources = [
  'src',
  'public',
  'package.json',
  'package-lock.json',
  'vite.config.ts',
  'manifest.config.ts',
];

/** `npm run build`: the extension into dist/. */
export default async function command(): Promise<number> {
  await buildExtension();
  console.log(howToLoad());
  return 0;
}

/** Builds the extension into dist/ and resolves to that folder. */
export async function buildExtension(): Promise<string> {
  await build({ root, logLevel: 'warn' });
  return inProject('dist');
}

/** The folder of the build, made anew only where a source is newer; TIERLENS_DIST names one that is taken as it is. */
export async function buildIfOld(): Promise<string> {
  if (process.env.TIERLENS_DIST) return process.env.TIERLENS_DIST;
  const builtAt = newestChange('dist/manifest.json');
  if (builtAt > newestChange(...sources)) return inProject('dist');
  console.log('Building the extension …');
  return await buildExtension();
}

/** How the user loads the build into a Chrome of his own. */
export function howToLoad(folder = inProject('dist')): string {
  return [
    'To use it in your own Chrome: open chrome://extensions, switch on "Developer mode", press "Load unpacked"',
    `and choose ${folder}`,
  ].join('\n');
}

import { createServer } from 'vite';
import { howToLoad } from './build.ts';
import { inProject, root } from './process.ts';

/**
 * `npm run dev`: builds into out/dev/ and keeps it up to date while sources change; a loaded extension reloads. Not
 * into dist/: what is written here works only while this server runs.
 */
export default async function command(): Promise<number> {
  const outDir = inProject('out/dev');
  const server = await createServer({ root, build: { outDir } });
  await server.listen();
  console.log(`${howToLoad(outDir)}\n\nWatching src/ (Ctrl C ends).`);
  await new Promise(resolve => process.once('SIGINT', resolve));
  await server.close();
  return 0;
}

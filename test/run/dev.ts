import { createServer } from 'vite';
import { howToLoad } from './build.ts';
import { root } from './process.ts';

/** `npm run dev`: builds into dist/ and keeps it up to date while sources change; a loaded extension reloads. */
export default async function command(): Promise<number> {
  const server = await createServer({ root });
  await server.listen();
  console.log(`${howToLoad()}\n\nWatching src/ (Ctrl C ends).`);
  await new Promise(resolve => process.once('SIGINT', resolve));
  await server.close();
  return 0;
}

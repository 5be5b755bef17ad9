import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { zipSync } from 'fflate';
import pkg from '../../package.json' with { type: 'json' };
import { buildExtension } from './build.ts';
import { manifestFaults } from './manifest.ts';
import { inProject, Stop } from './process.ts';

/** `npm run package`: the build as a zip for the store; the same sources give the same bytes. */
export default async function command(): Promise<number> {
  const dist = await buildExtension();
  const faults = manifestFaults(JSON.parse(readFileSync(path.join(dist, 'manifest.json'), 'utf8')));
  if (faults.length > 0) throw new Stop(`The manifest is not fit for the store:\n- ${faults.join('\n- ')}`);
  const zip = zipFolder(dist);
  mkdirSync(inProject('out'), { recursive: true });
  const file = inProject('out', `tierlens-${pkg.version}.zip`);
  writeFileSync(file, zip);
  console.log(`${file}  ${(zip.length / 1024).toFixed(0)} KiB`);
  return 0;
}

/** All files of a folder, in order of their names and with one fixed date. */
export function zipFolder(folder: string): Uint8Array {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && !entry.name.startsWith('.'))
    .map(entry => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
  const files = names.map(name => [name, new Uint8Array(readFileSync(path.join(folder, name)))] as const);
  // The zip format counts from 1980 in local time: a local date keeps the bytes the same in every zone.
  return zipSync(Object.fromEntries(files), { level: 9, mtime: new Date(2000, 0, 1) });
}

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';
import { manifestFaults } from '../run/manifest.ts';
import { extension } from './fixture.ts';

// What the build itself must be, whatever a browser makes of it.

const read = (file: string) => readFileSync(path.join(extension, file), 'utf8');
const manifest = JSON.parse(read('manifest.json'));

test('the manifest asks for no more than it must', () => {
  expect(manifestFaults(manifest)).toEqual([]);
});

test('nothing that the service worker loads imports at run time, which it may not', () => {
  const seen = new Set<string>([manifest.background.service_worker]);
  for (const file of seen) {
    const code = read(file);
    expect(code, file).not.toMatch(/\bimport\(/);
    for (const [, from] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      seen.add(path.posix.join(path.posix.dirname(file), from!));
    }
  }
  expect(seen.size).toBeGreaterThan(1);
});

test('the script in pages stays small, and carries no checker of messages', () => {
  const code = read('src/ui/overlay/overlay.iife.js');
  // Half of it is what 26 products' pages are known by, a quarter the library that draws.
  expect(gzipSync(code).length).toBeLessThanOrEqual(33 * 1024);
  expect(code).not.toMatch(/ZodError|\bindexedDB\b/);
  expect(code, 'a development build').not.toMatch(/lineNumber|\.tsx/);
});

test('every page begins with the styles of the kit, and the panel stays small', () => {
  for (const page of ['studio', 'panel', 'popup']) {
    const html = read(`src/ui/${page}/${page}.html`);
    const [first] = [...html.matchAll(/href="\/([^"]+\.css)"/g)].map(([, file]) => file!);
    expect(read(first!), page).toMatch(/--surface:/);
  }
  const [entry] = /assets\/panel[^"]+\.js/.exec(read('src/ui/panel/panel.html'))!;
  const seen = new Set<string>([entry]);
  let size = 0;
  for (const file of seen) {
    const code = read(file);
    size += gzipSync(code).length;
    for (const [, from] of code.matchAll(/(?:\bfrom|\bimport)\s*["'](\.[^"']+)["']/g)) {
      seen.add(path.posix.join(path.posix.dirname(file), from!));
    }
  }
  expect(size).toBeLessThanOrEqual(80 * 1024);
});

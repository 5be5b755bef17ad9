import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** What one entry of the extension makes the browser read. */
export interface Size {
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
  /** Bytes after gzip, file by file. */
  readonly zipped: number;
}

/** The sizes of a built extension: what each surface loads at first, and what the studio loads for its editor. */
export function measureSizes(dist: string): Size[] {
  const page = (name: string) => firstLoad(dist, [`src/ui/${name}/${name}.html`]);
  const studio = page('studio');
  const editor = laterLoad(dist, studio);
  const background = firstLoad(dist, ['service-worker-loader.js']);
  return [
    sizeOf(dist, 'content script', ['src/ui/overlay/overlay.iife.js']),
    sizeOf(dist, 'popup', page('popup')),
    sizeOf(dist, 'side panel', page('panel')),
    sizeOf(dist, 'studio, first load', studio),
    sizeOf(
      dist,
      'studio, editor',
      editor.filter(file => !isLanguagePack(file)),
    ),
    sizeOf(dist, 'service worker', background),
  ];
}

/** The editor's own words come only where the interface speaks their language. */
function isLanguagePack(file: string): boolean {
  return /\/zh-cn-/.test(file);
}

function sizeOf(dist: string, name: string, files: Iterable<string>): Size {
  const contents = Array.from(files, file => readFileSync(path.join(dist, file)));
  return {
    name,
    files: contents.length,
    bytes: contents.reduce((sum, content) => sum + content.length, 0),
    zipped: contents.reduce((sum, content) => sum + gzipSync(content, { level: 9 }).length, 0),
  };
}

/** These files and everything that they load at once: scripts, styles, static imports. */
function firstLoad(dist: string, entries: readonly string[]): string[] {
  const files = new Set(entries);
  for (const file of files) {
    if (/\.(html|js)$/.test(file)) for (const named of loadedAtOnce(dist, file)) files.add(named);
  }
  return [...files];
}

function loadedAtOnce(dist: string, file: string): string[] {
  const pattern = file.endsWith('.html')
    ? /<(?:script|link)\b[^>]*?\b(?:src|href)="([^"]+\.(?:js|css))"/g
    : /(?:\bfrom|\bimport)\s*["'](\.[^"']+\.js)["']/g;
  return namedBy(dist, file, pattern);
}

/** What scripts, styles and workers the loaded files name beside what is loaded: they come when they are needed. */
function laterLoad(dist: string, loaded: readonly string[]): string[] {
  const found = new Set<string>();
  const named = /["'`]((?:\.{0,2}\/)?(?:assets\/)?[\w-]+(?:\.[\w-]+)*-[\w-]{8}\.(?:js|css|ttf))["'`]/g;
  for (const file of loaded.filter(each => each.endsWith('.js'))) {
    for (const later of namedBy(dist, file, named)) if (!isEngine(later)) found.add(later);
  }
  for (const file of found) {
    if (file.endsWith('.js')) for (const later of namedBy(dist, file, named)) found.add(later);
  }
  return [...found].filter(file => !loaded.includes(file));
}

/** The engine's worker is shared by all surfaces and no part of the editor. */
function isEngine(file: string): boolean {
  return /\/worker-/.test(file);
}

function namedBy(dist: string, file: string, pattern: RegExp): string[] {
  const text = readFileSync(path.join(dist, file), 'utf8');
  return [...text.matchAll(pattern)].flatMap(([, name]) => {
    const places = [
      name!.replace(/^\//, ''),
      path.posix.join(path.posix.dirname(file), name!),
      `assets/${path.posix.basename(name!)}`,
    ];
    return places.find(place => existsSync(path.join(dist, place))) ?? [];
  });
}

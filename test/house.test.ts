import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from '../src/domain/zod.ts';
import type { Text } from '../src/i18n/index.ts';

// The layout of the README kept by the repository itself: who may import whom, and what no file may hold.

const root = path.resolve(import.meta.dirname, '..');
const rooms = [
  'i18n',
  'domain',
  'intake',
  'rules',
  'models',
  'sites',
  'store',
  'engine',
  'shell',
  'ui',
] as const;
type Room = (typeof rooms)[number];

/** Which rooms a room may import; `types` only for their types. */
const mayImport: Record<Room, { readonly all: readonly Room[]; readonly types?: readonly Room[] }> = {
  i18n: { all: [], types: ['domain'] },
  domain: { all: ['i18n'] },
  intake: { all: ['domain', 'i18n'] },
  rules: { all: ['domain', 'i18n'] },
  models: { all: ['domain', 'i18n'] },
  sites: { all: ['domain'] },
  store: { all: ['domain'] },
  engine: { all: ['domain', 'i18n', 'intake', 'rules', 'models', 'store'] },
  shell: { all: ['domain', 'i18n', 'store'], types: ['engine'] },
  ui: { all: ['shell', 'sites', 'rules', 'i18n', 'domain'], types: ['engine'] },
};

/** Doors beside `index.ts`, and why. */
const furtherDoors: Readonly<Record<string, string>> = {
  'src/shell/client.ts': 'scripts in pages must not carry what the rest of the shell needs',
  'src/domain/zod.ts': 'scripts in pages carry no zod',
  'src/engine/worker.ts': 'the file of the worker, named where it is started',
  'src/ui/overlay/overlay.iife.tsx': 'the script that is registered for pages',
  'src/ui/overlay/frame.iife.ts': 'the script that is registered for their frames',
  'src/ui/overlay/pick.iife.ts': 'the script that comes into a page to be pointed at',
};

const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .filter(file => /\.tsx?$/.test(file))
  .map(file => path.posix.join('src', file.replaceAll('\\', '/')));
const text = (file: string) => readFileSync(path.join(root, file), 'utf8');
const roomOf = (file: string) => file.split('/')[1] as Room;

interface Import {
  readonly from: string;
  readonly to: string;
  readonly typesOnly: boolean;
}

function importsOf(file: string): Import[] {
  const found: Import[] = [];
  const statement = /(?:^|\n)\s*(import|export)\s(type\s)?[^;'"]*?from\s+'(\.[^']+)'/g;
  for (const [, , type, target] of text(file).matchAll(statement)) {
    found.push({ from: file, to: resolve(file, target!), typesOnly: type !== undefined });
  }
  for (const [, target] of text(file).matchAll(/(?:\bimport\(|^import |new URL\(|\nimport )'(\.[^']+)'/g)) {
    found.push({ from: file, to: resolve(file, target!), typesOnly: false });
  }
  return found;
}

function resolve(file: string, target: string): string {
  return path.posix.join(path.posix.dirname(file), target.replace(/\?.*$/, ''));
}

const imports = sources.flatMap(importsOf).filter(({ to }) => to.startsWith('src/'));
const between = imports.filter(({ from, to }) => roomOf(from) !== roomOf(to));

describe('the house', () => {
  it('has the ten rooms, each with a door, and nothing beside them', () => {
    const found = readdirSync(path.join(root, 'src')).sort();
    expect(found).toEqual([...rooms].sort());
    const doors = rooms.filter(room => room !== 'ui').map(room => `src/${room}/index.ts`);
    expect(sources).toEqual(expect.arrayContaining(doors));
  });

  it('is entered from outside by doors only', () => {
    const isDoor = (to: string) =>
      to.endsWith('/index.ts') || to in furtherDoors || roomOf(to) === 'i18n' || to.endsWith('.css');
    expect(between.filter(({ to }) => !isDoor(to)).map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
  });

  it('is built in one direction', () => {
    const against = between.filter(({ from, to, typesOnly }) => {
      const { all, types = [] } = mayImport[roomOf(from)];
      if (to in furtherDoors) return false;
      return !all.includes(roomOf(to)) && !(typesOnly && types.includes(roomOf(to)));
    });
    expect(against.map(({ from, to }) => `${from} -> ${to}`)).toEqual([]);
    expect(between.length).toBeGreaterThan(100); // the reading of imports works
  });

  it('has pure rooms that know no clock, no chance, no browser', () => {
    const pure = sources.filter(file =>
      ['domain', 'intake', 'rules', 'models', 'sites'].includes(roomOf(file)),
    );
    const impure = /\bchrome\.|\bindexedDB\b|Math\.random|Date\.now\(|new Date\(\)|localStorage|navigator\./;
    expect(pure.filter(file => impure.test(text(file)))).toEqual([]);
  });

  it('touches chrome in the shell alone, but for the script in pages', () => {
    const elsewhere = sources.filter(file => roomOf(file) !== 'shell' && /\bchrome\.\w+\./.test(text(file)));
    expect(elsewhere.filter(file => !file.startsWith('src/ui/overlay/'))).toEqual([]);
  });

  it('never makes text into HTML or code', () => {
    const forbidden =
      /innerHTML|outerHTML|insertAdjacentHTML|dangerouslySetInnerHTML|\beval\(|new Function\(|document\.write/;
    expect(sources.filter(file => forbidden.test(text(file)))).toEqual([]);
  });

  it('takes zod from the one file that keeps it from making code', () => {
    const taken = sources.filter(file => /\bfrom 'zod\b|\bimport\('zod\b/.test(text(file)));
    expect(taken).toEqual(['src/domain/zod.ts']);
    expect(z.config().jitless).toBe(true);
  });

  it('keeps the top level to what the README names', () => {
    const allowed = [
      ...['.ci', '.git', '.gitignore', '.npmrc', 'LICENSE', 'README.md', 'README.zh-CN.md', 'biome.json'],
      ...[
        'manifest.config.ts',
        'package-lock.json',
        'package.json',
        'public',
        'src',
        'test',
        'tsconfig.json',
      ],
      ...['vite.config.ts', 'node_modules', 'dist', 'out', '.profile'],
    ];
    expect(readdirSync(root).filter(name => !allowed.includes(name))).toEqual([]);
  });
});

describe('the words', async () => {
  const files = readdirSync(path.join(root, 'src/i18n')).filter(
    file => !['index.ts', 'text.ts'].includes(file),
  );
  const tables = await Promise.all(files.map(file => import(path.join(root, 'src/i18n', file))));
  const rows = tables.flatMap((table, index) =>
    Object.entries(table as Record<string, unknown>).flatMap(([name, each]) =>
      isTable(each)
        ? Object.entries(each).map(([key, row]) => [`${files[index]} ${name}.${key}`, row] as const)
        : [],
    ),
  );
  const parameters = (words: string) => [...words.matchAll(/\{([^{}|]+)/g)].map(([, name]) => name!);

  it('are there in both languages, with no value in Chinese that English does not have', () => {
    expect(rows.length).toBeGreaterThan(300);
    const faulty = rows.filter(([name, { en, zh }]) => {
      if (en.trim() === '' || zh.trim() === '') return true;
      // Notes on rules name things as each language spells them; test/rules fills in every one of them.
      if (name.startsWith('ruleNotes')) return false;
      const known = parameters(en);
      return !parameters(zh).every(parameter => known.includes(parameter));
    });
    expect(faulty.map(([name]) => name)).toEqual([]);
  });
});

function isTable(value: unknown): value is Record<string, Text> {
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).every(row => typeof row?.en === 'string' && typeof row?.zh === 'string');
}

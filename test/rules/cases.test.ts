import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ruleNotes, ruleNoteText } from '../../src/i18n/ruleNotes.ts';
import { check, type Parsed, parse, print } from '../../src/rules/index.ts';
import { exampleFrame, worldOf } from './kit.ts';
import { declarationTree, noteLine, testTree } from './tree.ts';

interface Case {
  readonly title: string;
  readonly text: string;
  readonly expected: string;
}

/** Cases stand one below the other: `= title`, the rule text, `==>`, the trees and notes it gives, `---`. */
function casesOf(file: string): Case[] {
  const blocks = readFileSync(new URL(`cases/${file}`, import.meta.url), 'utf8').split(/^---\n/m);
  return blocks.map(block => {
    const [given, expected] = block.split(/^==>\n/m) as [string, string];
    const [title, ...lines] = given.trimEnd().split('\n') as [string, ...string[]];
    return { title: title.slice(2), text: lines.join('\n'), expected: expected.trim() };
  });
}

const files = readdirSync(new URL('cases', import.meta.url)).sort();
const all = files.flatMap(file => casesOf(file));
const world = worldOf(exampleFrame);

const trees = (parsed: Parsed) => [
  ...parsed.declarations.map(declarationTree),
  ...parsed.tests.map(testTree),
];

describe.each(files)('%s', file => {
  test.each(casesOf(file))('$title', ({ text, expected }) => {
    const parsed = parse(text);
    const lines = file === 'notes.txt' ? [] : trees(parsed);
    for (const note of check(parsed, world).notes) lines.push(noteLine(note, text));
    expect(lines.join('\n')).toBe(expected);
  });
});

test('one mistake gives one note and leaves the other declaration alone', () => {
  const broken = casesOf('broken.txt');
  expect(broken.length).toBeGreaterThanOrEqual(40);
  for (const { title, text } of broken) {
    const { notes, declarations } = parse(text);
    expect(notes.length, title).toBe(1);
    expect(declarations.find(each => each.name.text === 'ok')?.broken, title).toBe(false);
  }
});

describe('notes in words', () => {
  const chain = Array.from({ length: 400 }, (_, i) => `metric m${i} = m${i + 1} + 1`).join('\n');
  const levels = Array.from({ length: 201 }, (_, i) => `l${i} from ${300 - i}`).join('\n');
  const large = [
    `${chain}\nmetric m400 = 1`,
    `tier t by frequency { ${levels} }`,
    `metric x = ${'('.repeat(5000)}1${')'.repeat(5000)}`,
    `metric x = 1${' + 1'.repeat(5000)}`,
    `tag x when ${'not '.repeat(5000)}a`,
  ];
  const notes = [...all.map(each => each.text), ...large].flatMap(text => check(parse(text), world).notes);

  test('every note that is given has a text, and every text is given by some case', () => {
    expect([...new Set(notes.map(note => note.code))].sort()).toEqual(Object.keys(ruleNotes).sort());
  });

  test.each(['en', 'zh'] as const)('%s: all parameters are filled in, kinds are words', language => {
    for (const note of notes) {
      if (note.code === 'openPlaceholder') continue;
      const text = ruleNoteText(language, note);
      expect(text).not.toMatch(/\{\w+(\|[^}]*)?\}|undefined/);
      if (language === 'zh') expect(text).toMatch(/[\u4e00-\u9fff]/);
    }
    const incomparable = notes.find(note => note.code === 'incomparable')!;
    expect(ruleNoteText(language, incomparable)).toContain(language === 'zh' ? '天数' : 'ays');
  });
});

describe('printing', () => {
  test.each(all)('$title: is stable, and means the same in both spellings', ({ text }) => {
    const parsed = parse(text);
    for (const language of ['en', 'zh'] as const) {
      const printed = print(parsed, language);
      expect(print(parse(printed), language)).toBe(printed);
      expect(trees(parse(printed))).toEqual(trees(parsed));
      expect(parse(printed).notes.length).toBe(parsed.notes.length);
    }
    const broken = parsed.notes.length > 0;
    if (!broken) expect(print(parse(print(parsed, 'zh')), 'en')).toBe(print(parsed, 'en'));
  });
});

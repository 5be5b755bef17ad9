import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fields } from '../../src/domain/index.ts';
import { formatDay, type Language } from '../../src/i18n/index.ts';
import { phrases } from '../../src/rules/faces/phrases.ts';
import {
  constructs,
  type Declaration,
  type Expression,
  parse,
  sampleRules,
  sentence,
  shippedPacks,
} from '../../src/rules/index.ts';
import { condition, metric } from './oracle.ts';

/** Cases stand one below the other: `= title`, the rule text, `==>`, its Chinese and its English sentence, `---`. */
const cases = readFileSync(new URL('sentences.txt', import.meta.url), 'utf8')
  .split(/^---\n/m)
  .map(block => {
    const [given, expected] = block.split(/^==>\n/m) as [string, string];
    const [title, ...lines] = given.trimEnd().split('\n') as [string, ...string[]];
    const [zh, en] = expected.trim().split('\n');
    return { title: title.slice(2), text: lines.join('\n'), zh, en };
  });

/** Both sentences of the last declaration of a text, whose names are not those of the catalogue. */
function sentencesOf(text: string): { zh: string; en: string } {
  const { declarations } = parse(text);
  const names = new Set(declarations.map(each => each.name.text));
  const around = { declares: (name: string) => names.has(name) };
  const last = declarations.at(-1)!;
  return { zh: sentence(last, 'zh', around), en: sentence(last, 'en', around) };
}

describe('a rule as a sentence', () => {
  test('there are enough cases', () => expect(cases.length).toBeGreaterThanOrEqual(40));

  test.each(cases)('$title', ({ text, zh, en }) => {
    expect(parse(text).notes).toEqual([]);
    expect(sentencesOf(text)).toEqual({ zh, en });
  });

  test('every construct that can be written has a phrase, and conditions have what is said where they fail', () => {
    const written = constructs.filter(each => each.form !== 'internal');
    expect(written.filter(each => !phrases[each.id]).map(each => each.id)).toEqual([]);
    const atoms = written.filter(each => each.atom);
    expect(atoms.filter(each => !phrases[each.id]!.fails).map(each => each.id)).toEqual([]);
    expect(Object.keys(phrases).filter(id => !constructs.some(each => each.id === id))).toEqual([]);
  });

  test.each(constructs.filter(each => each.form !== 'internal'))(
    'the example of $id is said in both languages',
    ({ example }) => {
      const [declaration] = parse(`metric x = ${example[0]}`).declarations;
      for (const language of ['zh', 'en'] as const) {
        const said = sentence(declaration!, language);
        expect(said).not.toMatch(/\{\w+\}|undefined|NaN/);
        expect(missing(declaration!, language)).toEqual([]);
      }
      expect(sentence(declaration!, 'zh')).toMatch(/\p{Script=Han}/u);
    },
  );
});

/** What of a literal a sentence must show: one of these. */
function shownAs(literal: Expression, language: Language): string[] {
  switch (literal.kind) {
    case 'number': {
      const value =
        literal.unit === 'percent' ? Number((literal.value * 100).toPrecision(12)) : literal.value;
      return [value.toLocaleString('en', { maximumFractionDigits: 20 })];
    }
    case 'duration':
      return literal.duration.count === 1 ? [''] : [String(literal.duration.count)];
    case 'date':
      return [formatDay(language, literal.day)];
    case 'text': {
      const spellings = fields
        .flatMap(field => field.values ?? [])
        .filter(value => [value.id, value.en, value.zh, ...(value.aliases ?? [])].includes(literal.value));
      return [literal.value, ...spellings.flatMap(each => [each.zh, each.en, each.en.toLowerCase()])];
    }
    default:
      return [];
  }
}

function literalsOf(value: unknown): Expression[] {
  if (Array.isArray(value)) return value.flatMap(literalsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Expression;
  if (['number', 'duration', 'date', 'text'].includes(node.kind)) return [node];
  const { window } = value as { window?: { count?: number } };
  const counted: Expression[] = window?.count
    ? [{ kind: 'duration', id: 0, span: [0, 0], duration: { count: window.count, unit: 'day' } }]
    : [];
  return [...counted, ...Object.values(value).flatMap(literalsOf)];
}

/** Literals of a declaration that its sentence does not show. */
function missing(declaration: Declaration, language: Language): unknown[] {
  const said = sentence(declaration, language);
  return literalsOf(declaration).filter(each => !shownAs(each, language).some(text => said.includes(text)));
}

describe('any rule', () => {
  test('has a sentence in both languages that shows every literal', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          condition.map(each => `tag x when ${each.text}`),
          metric.map(each => `metric x = ${each.text}`),
        ),
        text => {
          const [declaration] = parse(text).declarations;
          for (const language of ['zh', 'en'] as const) {
            expect(missing(declaration!, language), sentence(declaration!, language)).toEqual([]);
            expect(sentence(declaration!, language)).not.toMatch(
              /\{\w\}|\{(is|has|does|rows|field|where)\}|undefined/,
            );
          }
        },
      ),
      { numRuns: 500 },
    );
  });

  test.each(shippedPacks)('so do those of the pack $id', ({ text }) => {
    for (const declaration of Object.values(text).flatMap(each => parse(each).declarations)) {
      for (const language of ['zh', 'en'] as const) {
        expect(missing(declaration, language), sentence(declaration, language)).toEqual([]);
      }
    }
  });

  test('so do broken ones', () => {
    const all = Object.values(sampleRules).flatMap(text =>
      parse(text).declarations.map(({ span }) => text.slice(...span)),
    );
    for (const text of all) {
      for (let end = 1; end < text.length; end++) {
        const [declaration] = parse(text.slice(0, end)).declarations;
        if (!declaration) continue;
        for (const language of ['zh', 'en'] as const)
          expect(sentence(declaration, language)).toContain(declaration.name.text);
      }
    }
  });
});

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { check, highlight, parse, print, sampleRules } from '../../src/rules/index.ts';
import { reference } from '../../src/rules/reference.ts';
import { exampleFrame, worldOf } from './kit.ts';
import { declarationTree } from './tree.ts';

const world = worldOf(exampleFrame);
const pieces = { en: highlight(sampleRules.en), zh: highlight(sampleRules.zh) };
const language = fc.constantFrom('en' as const, 'zh' as const);

/** Checks what holds for every text: nothing throws, spans lie inside, one syntax note a declaration at most. */
function checkAnyText(text: string): void {
  const parsed = parse(text);
  const places = parsed.declarations.length + parsed.tests.length + parsed.strays.length;
  expect(parsed.notes.length).toBeLessThanOrEqual(places);
  const { notes } = check(parsed, world);
  for (const { span } of notes) {
    expect(span[0]).toBeGreaterThanOrEqual(0);
    expect(span[1]).toBeGreaterThanOrEqual(span[0]);
    expect(span[1]).toBeLessThanOrEqual(text.length);
  }
  for (const spelling of ['en', 'zh'] as const) {
    const printed = print(parsed, spelling);
    expect(print(parse(printed), spelling)).toBe(printed);
    expect(parse(printed).declarations.map(declarationTree)).toEqual(
      parsed.declarations.map(declarationTree),
    );
  }
}

describe('any text', () => {
  test('the sample with tokens taken out', () => {
    fc.assert(
      fc.property(language, fc.array(fc.nat(2000), { minLength: 1, maxLength: 4 }), (spelling, taken) => {
        let text: string = sampleRules[spelling];
        const gone = new Set(taken.map(index => index % pieces[spelling].length));
        for (const index of [...gone].sort((a, b) => b - a)) {
          const { start, end } = pieces[spelling][index]!;
          text = text.slice(0, start) + text.slice(end);
        }
        checkAnyText(text);
        expect(parse(text).notes.length).toBeLessThanOrEqual(gone.size);
      }),
      { numRuns: 40 },
    );
  });

  test('the whole language with tokens taken out', () => {
    const texts = (['en', 'zh'] as const).flatMap(spelling => {
      const entries = reference(spelling).flatMap(section => section.entries);
      return entries.map(({ example, whole }) => (whole ? example : `metric x = ${example}`));
    });
    const cases = readFileSync(new URL('cases/language.txt', import.meta.url), 'utf8').split(/^---\n/m);
    for (const each of cases)
      texts.push(
        each
          .split(/^==>\n/m)[0]!
          .split('\n')
          .slice(1)
          .join('\n'),
      );
    const text = fc.constantFrom(...texts);
    fc.assert(
      fc.property(text, fc.array(fc.nat(400), { minLength: 1, maxLength: 3 }), (whole, taken) => {
        const all = highlight(whole);
        const gone = new Set(taken.map(index => index % all.length));
        let damaged = whole;
        for (const index of [...gone].sort((a, b) => b - a)) {
          const { start, end } = all[index]!;
          damaged = damaged.slice(0, start) + damaged.slice(end);
        }
        checkAnyText(damaged);
      }),
      { numRuns: 700 },
    );
  });

  test('tokens in any order', () => {
    const words = [...new Set(pieces.en.concat(pieces.zh).map(each => each.class))];
    expect(words.sort()).toEqual(['comment', 'duration', 'keyword', 'name', 'number', 'operator', 'string']);
    const token = fc.oneof(
      ...(['en', 'zh'] as const).map(spelling =>
        fc.nat(pieces[spelling].length - 1).map(index => {
          const { start, end } = pieces[spelling][index]!;
          return sampleRules[spelling].slice(start, end);
        }),
      ),
      fc.constantFrom(
        '\n',
        '\n',
        '\n  ',
        '(',
        ')',
        '[',
        '「',
        '"',
        '5',
        '的',
        '近',
        'in',
        'last',
        'mean',
        'tag',
      ),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(token, fc.constantFrom('', ' ', ' ')), { maxLength: 40 }), parts => {
        checkAnyText(parts.flat().join(''));
      }),
      { numRuns: 400 },
    );
  });

  test('characters in any order', () => {
    const character = fc.constantFrom(
      ...'当且或近最的在不12.5%万元个月天年=<>≥(){}[]"“”「」`\\\n #/,tagmetricwhenby\u3000＃😀',
    );
    fc.assert(
      fc.property(fc.array(character, { maxLength: 60 }), characters => checkAnyText(characters.join(''))),
      { numRuns: 400 },
    );
  });

  test('a long chain does not exhaust the stack', () => {
    checkAnyText(`tag x when ${Array.from({ length: 3000 }, (_, i) => `frequency > ${i}`).join(' and ')}`);
  });
});

describe('the two spellings of the sample', () => {
  test('are stable under printing, up to the names of fields', () => {
    for (const spelling of ['en', 'zh'] as const) {
      const parsed = parse(sampleRules[spelling]);
      expect(print(parsed, spelling)).toBe(sampleRules[spelling]);
      const other = spelling === 'en' ? 'zh' : 'en';
      expect(print(parse(print(parsed, other)), spelling)).toBe(sampleRules[spelling]);
    }
  });
});

describe('60 declarations, one of them damaged', () => {
  const declarations = Array.from({ length: 20 }, (_, i) => [
    `metric m${i} = count(orders in last ${i + 1} months where status = "paid") + ${i}`,
    `标签 t${i} 权重 ${i}\n  当 近${i + 1}个月m${i === 0 ? 1 : 0} ≥ ${i} 且 (recency > 30天 或 industry = "制造业")`,
    `tier r${i} by m${i} {\n  高 from ${i + 5} keep ${i + 4}\n  低 otherwise\n}`,
  ]).flat();
  const damages: readonly ((text: string) => string)[] = [
    text => text.slice(0, -1),
    text => text.slice(0, text.length / 2),
    text => text.replace(/[=≥]|from/, ''),
    text => text.replace(/\d+/, '#'),
    text => `${text} )`,
    text => `${text}\n}`,
    text => text.replace(' ', ' "'),
    text => text.replace(/[({]/, ''),
  ];

  const whole = declarations.map(each => declarationTree(parse(each).declarations[0]!));

  test.each(damages.map((damage, index) => [index, damage] as const))('damage %i', (_, damage) => {
    declarations.forEach((original, at) => {
      const text = declarations.map((each, index) => (index === at ? damage(original) : each)).join('\n');
      const sound = parse(text).declarations.filter(each => !each.broken);
      const found = new Set(sound.map(declarationTree));
      expect(whole.filter((tree, index) => index !== at && !found.has(tree))).toEqual([]);
    });
  });
});

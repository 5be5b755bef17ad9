import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  check,
  mergePack,
  packItems,
  parse,
  print,
  sampleRules,
  shippedPacks,
} from '../../src/rules/index.ts';
import { emptyWorld } from './kit.ts';

const draft = `# mine
metric visits = count(orders)
tag vip weight 5 when visits >= 5   # why
tag same when recency <= 30 days
test t always visits >= 0
`;
const pack = `# theirs
metric basket = averageOrder
# who is one
tag VIP when basket >= 100
标签 same 当 recency ≤ 30天
segment s when tag VIP
action call for s say "{basket}"
test t given { averageOrder = 100 } expects tag VIP, segment s
`;
const choose = (entries: Record<string, 'keep' | 'replace' | 'rename'>) => new Map(Object.entries(entries));
const errors = (text: string) =>
  check(parse(text), emptyWorld).notes.filter(note => note.severity === 'error');
const names = (text: string) =>
  [...parse(text).declarations, ...parse(text).tests].map(each => each.name.text);

test('what adding would do is told before', () => {
  expect(packItems(draft, pack).map(each => `${each.kind} ${each.name} ${each.state}`)).toEqual([
    'metric basket added',
    'tag VIP conflict',
    'tag same same',
    'segment s added',
    'action call added',
    'test t conflict',
  ]);
});

describe('adding', () => {
  test('gives way by another name, everywhere in the pack', () => {
    const { text, renamed, start } = mergePack(draft, pack, 'Pack 1', choose({}));
    expect(errors(text)).toEqual([]);
    expect(Object.fromEntries(renamed)).toEqual({ VIP: 'VIP2', t: 't2' });
    expect(text.startsWith(draft)).toBe(true);
    expect(text.slice(start)).toBe(`# Pack 1

# theirs
metric basket = averageOrder
# who is one
tag VIP2 when basket >= 100
segment s when tag VIP2
action call for s say "{basket}"
test t2 given { averageOrder = 100 } expects tag VIP2, segment s
`);
  });

  test('replaces in place, with the comments beside it', () => {
    const { text } = mergePack(draft, pack, 'Pack 1', choose({ VIP: 'replace', t: 'keep' }));
    expect(errors(text)).toEqual([]);
    expect(text).toContain('tag VIP when basket >= 100   # why');
    expect(names(text)).toEqual(['visits', 'VIP', 'same', 'basket', 's', 'call', 't']);
  });

  test('keeps what is there', () => {
    const { text } = mergePack(draft, pack, 'Pack 1', choose({ VIP: 'keep', t: 'keep' }));
    expect(errors(text)).toEqual([]);
    expect(text).toContain('tag vip weight 5 when visits >= 5');
    expect(text).not.toContain('tag VIP when');
  });

  test('into nothing, and twice', () => {
    const once = mergePack('', pack, 'Pack 1', choose({})).text;
    expect(print(parse(once), 'en')).toContain(print(parse(pack), 'en').split('\n')[0]!);
    expect(names(once)).toEqual(names(pack));
    expect(mergePack(once, pack, 'Pack 1', choose({})).text).toBe(once);
  });

  test.each(shippedPacks.map(each => [each.id, each] as const))(
    'the shipped pack %s to the sample rules',
    (_, shipped) => {
      for (const language of ['en', 'zh'] as const) {
        const { text } = mergePack(
          sampleRules[language],
          shipped.text[language],
          shipped.name[language],
          choose({}),
        );
        expect(errors(text)).toEqual([]);
        expect(text.startsWith(sampleRules[language].trimEnd())).toBe(true);
      }
    },
  );

  test('any shipped packs one after the other, with any choices: no errors, nothing lost', () => {
    const some = fc.uniqueArray(fc.constantFrom(...shippedPacks), { minLength: 1, maxLength: 4 });
    const choice = fc.constantFrom('keep' as const, 'rename' as const);
    fc.assert(
      fc.property(some, fc.constantFrom('en' as const, 'zh' as const), choice, (packs, language, chosen) => {
        let text: string = sampleRules[language];
        for (const each of packs) {
          const choices = new Map(packItems(text, each.text[language]).map(({ name }) => [name, chosen]));
          const before = names(text);
          text = mergePack(text, each.text[language], each.name[language], choices).text;
          expect(names(text)).toEqual(expect.arrayContaining(before));
        }
        if (chosen === 'rename') expect(errors(text)).toEqual([]);
      }),
      { numRuns: 10 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  applyEdits,
  check,
  fixesFor,
  formatEdits,
  namesUsed,
  occurrencesOf,
  outlineOf,
  parse,
  renameAt,
  rewriteNumber,
  sampleRules,
  signatureAt,
  snippetParts,
  snippets,
  symbolAt,
  writtenNumber,
} from '../../../src/rules/index.ts';
import { emptyWorld } from '../kit.ts';

const notesOf = (text: string) => check(parse(text), emptyWorld).notes;
const rename = (text: string, at: string, name: string) => {
  const renamed = renameAt(text, text.indexOf(at), name);
  return 'edits' in renamed ? applyEdits(text, renamed.edits) : renamed.refused;
};

const rules = `metric spent = sum(orders.amount)
tag Big
  when spent in last 6 months >= 500 and spent >= mean(spent)
segment Keep when tag Big and not tag Big
action Write for Keep say "Hi {name}, you spent {spent}."
metric \`status\` = 1
metric paid = count(orders where status = "paid")
`;

describe('names of a text', () => {
  it('lists declarations', () => {
    const outline = outlineOf(parse(rules));
    expect(outline.map(each => `${each.kind} ${each.name}`)).toEqual([
      'metric spent',
      'tag Big',
      'segment Keep',
      'action Write',
      'metric status',
      'metric paid',
    ]);
    for (const { name, nameSpan } of outline) expect(rules.slice(...nameSpan)).toContain(name);
  });

  it('finds every use, in conditions, references, targets and messages', () => {
    const found = occurrencesOf(parse(rules), 'SPENT');
    expect(found.map(each => each.form)).toEqual(['declares', 'uses', 'uses', 'uses', 'placeholder']);
    for (const { span } of found) expect(rules.slice(...span)).toBe('spent');
    expect(occurrencesOf(parse(rules), 'Keep').map(each => each.form)).toEqual(['declares', 'uses']);
    expect(occurrencesOf(parse(rules), 'recency')).toEqual([]);
  });

  it('finds a level in its tier, in conditions and in tests, by name or as a text', () => {
    const text = [
      'tier Loyalty by frequency { High from 5  Mid from 2  Low otherwise }',
      'tier Other by recency { Mid from 3  Low otherwise }',
      'tag a when Loyalty = mid or Loyalty in [High, "Mid"] or Other = Mid',
      'test t given { frequency = 3 } expects Loyalty = Mid',
    ].join('\n');
    expect(rename(text, 'Mid from 2', 'Middle class')).toBe(
      [
        'tier Loyalty by frequency { High from 5  `Middle class` from 2  Low otherwise }',
        'tier Other by recency { Mid from 3  Low otherwise }',
        'tag a when Loyalty = `Middle class` or Loyalty in [High, "Middle class"] or Other = Mid',
        'test t given { frequency = 3 } expects Loyalty = `Middle class`',
      ].join('\n'),
    );
    expect(rename(text, 'Mid from 2', 'low')).toBe('nameTaken');
    expect(notesOf(text)).toEqual([]);
  });

  it('does not take a field of the rows for a declared name', () => {
    expect(occurrencesOf(parse(rules), 'status').map(each => each.form)).toEqual(['declares']);
  });

  it('knows the name at a place, its ends included', () => {
    expect(symbolAt(parse(rules), rules.indexOf('tag Big and') + 7)?.name).toBe('Big');
    expect(symbolAt(parse(rules), rules.indexOf('when'))).toBeNull();
  });

  it('tells what a declaration looks at, through what it refers to', () => {
    expect(namesUsed(parse(rules), 'Keep')).toEqual(['spent']);
    expect(namesUsed(parse(rules), 'Write')).toEqual(['spent']);
    expect(namesUsed(parse(sampleRules.en), 'Churn risk')).toEqual([
      'recency',
      'channel',
      'purchases',
      'basket',
    ]);
  });
});

describe('renaming', () => {
  it('renames everywhere, quoting where a name needs it and not in messages', () => {
    const after = rename(rules, 'spent', 'money spent');
    expect(after).toContain('metric `money spent` = sum');
    expect(after).toContain('mean(`money spent`)');
    expect(after).toContain('you spent {money spent}.');
    expect(notesOf(after)).toEqual(notesOf(rules));
    expect(rename(rules, 'Keep', '「留住 他们」')).toContain('for 「留住 他们」 say');
  });

  it.each([
    ['nothing is declared there', 'when', 'x', 'nothingHere'],
    ['no name', 'spent', '  ', 'nameEmpty'],
    ['a name that is taken', 'spent', 'big', 'nameTaken'],
    ['a name that no quotes can hold', 'spent', 'a}b', 'nameUnfit'],
  ])('refuses %s', (_, at, name, code) => expect(rename(rules, at, name)).toBe(code));

  it('there and back is the text as it was, for every name of the shipped rules', () => {
    for (const text of Object.values(sampleRules)) {
      for (const { nameSpan, name } of outlineOf(parse(text))) {
        const there = renameAt(text, nameSpan[0], 'some other name');
        expect('edits' in there).toBe(true);
        const changed = applyEdits(text, 'edits' in there ? there.edits : []);
        expect(notesOf(changed).filter(note => note.severity !== 'info')).toEqual([]);
        const back = renameAt(changed, changed.indexOf('some other name'), name);
        expect(applyEdits(changed, 'edits' in back ? back.edits : [])).toBe(text);
      }
    }
  });
});

describe('quick fixes', () => {
  test.each([
    ['tag a when 消费频次 > 2 and 消费频数 > 1', 'tag a when 消费频次 > 2 and 消费频次 > 1'],
    [
      'tag Valuable when recency > 1\ntag b when tag Valuble',
      'tag Valuable when recency > 1\ntag b when tag Valuable',
    ],
    ['标签 a 当 行业 = "制造"', '标签 a 当 行业 = "制造业"'],
    ['tag a when industry in ["IT", "Manufactring"]', 'tag a when industry in ["IT", "Manufacturing"]'],
    ['标签 a 当 近6个月消费频次≥5且消费频次≥3', '标签 a 当 近6个月消费频次≥5且 消费频次≥3'],
    ['标签 a 当消费频次 > 2', '标签 a 当 消费频次 > 2'],
    ['tag b when recency > 1\ntag a when segment b', 'tag b when recency > 1\ntag a when tag b'],
    ['tag a when firstOrder > "2024-01-05"', 'tag a when firstOrder > 2024-01-05'],
    ['tag a @ when recency > 1', 'tag a  when recency > 1'],
    ['tag a weight 1 weight 2 when recency > 1', 'tag a weight 1 when recency > 1'],
    ['tag a when city = "x', 'tag a when city = "x"'],
    ['tag High value weight 3\n  when frequency > 1', 'tag `High value` weight 3\n  when frequency > 1'],
    ['tag 高 价值 权重 3\n  当 消费频次 > 1', 'tag 「高 价值」 权重 3\n  当 消费频次 > 1'],
    [
      'metric `repeat share` = 1\ntag a when repeat share > 1',
      'metric `repeat share` = 1\ntag a when `repeat share` > 1',
    ],
  ])('%j', (text, mended) => {
    const [note] = notesOf(text);
    expect(note).toBeDefined();
    const [fix] = fixesFor(text, note!);
    expect(fix && applyEdits(text, fix.edits)).toBe(mended);
    expect(notesOf(mended).filter(each => each.code === note!.code)).toEqual([]);
  });

  it('offers nothing where it takes a human', () => {
    const text = 'tag a when';
    expect(fixesFor(text, notesOf(text)[0]!)).toEqual([]);
  });
});

describe('layout', () => {
  it('brings declarations into standard layout and leaves comments and the rest alone', () => {
    const text =
      '# mine\ntag   a   when recency>1\n\n\n标签 b 当   消费频次>2 // why\nmetric x = 1\nbroken (\n';
    expect(applyEdits(text, formatEdits(text))).toBe(
      '# mine\ntag a\n  when recency > 1\n\n\n标签 b\n  当 消费频次 > 2 // why\nmetric x = 1\nbroken (\n',
    );
  });

  it('lays out tests as well', () => {
    const text =
      'test  a given {orders 5 of 600 last 3 days ago}   expects tag b\n测试 甲 恒有   消费频次>2\n';
    expect(applyEdits(text, formatEdits(text))).toBe(
      'test a given { orders 5 of 600, last 3 days ago } expects tag b\n测试 甲 恒有 消费频次 > 2\n',
    );
  });

  it('has nothing to do on the shipped rules, and never changes the meaning', () => {
    for (const text of Object.values(sampleRules)) expect(formatEdits(text)).toEqual([]);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(' ', '  ', '\n  '), { minLength: 5, maxLength: 5 }), gaps => {
        const [a, b, c, d, e] = gaps;
        const text = `tag x${a}weight${b}3${c}when recency${d}>${e}30 days\n`;
        const formatted = applyEdits(text, formatEdits(text));
        expect(formatted).toBe('tag x weight 3\n  when recency > 30 days\n');
      }),
    );
  });
});

describe('calls', () => {
  test.each([
    ['metric m = sum(|', 'sum', 0],
    ['metric m = quantile(monetary, |', 'quantile', 1],
    ['metric m = quantile(sum(orders.amount), 9|', 'quantile', 1],
    ['metric m = mean(quantile(|', 'quantile', 0],
    ['tag a when industry in ["x", | and sum(', null, 0],
    ['metric m = sum(orders.amount)|', null, 0],
    ['metric m = sum(\ntag a |', null, 0],
  ])('%s', (marked, name, active) => {
    const found = signatureAt(marked.replace('|', ''), marked.indexOf('|'), 'en');
    expect(found?.construct.id ?? null).toBe(name);
    if (found) expect(found.active).toBe(active);
  });

  it('labels the values by the example, in the language', () => {
    expect(signatureAt('metric m = quantile(', 20, 'en')?.parameters).toEqual(['frequency', '90%']);
    expect(signatureAt('指标 m = 计数(', 10, 'zh')?.parameters[0]).toContain('订单');
  });
});

describe('snippets', () => {
  it.each(
    snippets.flatMap(({ declares, body }) => [
      [declares, 'en', body.en],
      [declares, 'zh', body.zh],
    ]),
  )('%s in %s says something before it is filled in', (declares, _, body) => {
    const text = snippetParts(body)
      .map(each => each.text)
      .join('');
    const { declarations, tests } = parse(text);
    expect([...declarations, ...tests].map(each => each.kind)).toEqual([declares]);
    const known =
      declares === 'action' ? 'segment segment when recency > 1\n分群 分群名 当 消费频次 > 1\n' : '';
    expect(notesOf(known + text).filter(note => note.severity === 'error')).toEqual([]);
    expect(snippetParts(body).filter(each => each.fill).length).toBeGreaterThan(1);
  });
});

describe('numbers in the text', () => {
  test.each([
    ['30 days', 30, 45, true, '45 days'],
    ['３０天', 30, 12.4, true, '12天'],
    ['1.5万元', 1.5, 2.25, false, '2.25万元'],
    ['150%', 150, -3, false, '0%'],
  ])('%s', (source, now, next, whole, text) => {
    expect(writtenNumber(source)).toBe(now);
    expect(rewriteNumber(source, next, whole)).toBe(text);
  });
});

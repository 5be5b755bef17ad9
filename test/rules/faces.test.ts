import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  type Declaration,
  fromForm,
  parse,
  sampleRules,
  shippedPacks,
  toForm,
} from '../../src/rules/index.ts';
import { deed, doTo, plain } from './facesEdits.ts';
import { condition, metric } from './oracle.ts';
import { declarationTree } from './tree.ts';

const spelling = fc.constantFrom('en' as const, 'zh' as const);

/** A text of several declarations, laid out as people do, with comments where they may stand. */
const written = fc
  .record({
    condition: condition.map(each => each.text),
    metric: metric.map(each => each.text),
    layout: fc.constantFrom('one line', 'lines', 'comments'),
    word: fc.constantFrom('tag', '标签', 'segment', 'action', '动作', 'metric'),
  })
  .map(({ condition: text, metric: value, layout, word }) => {
    const parted = text.replace(/^\((.*)\)$/s, (whole, inner: string) => (balanced(inner) ? inner : whole));
    const broken = parted.replace(/ (and|or) (?![^()]*\))/g, (_, joint: string, at: number) => {
      if (layout === 'one line') return ` ${joint} `;
      const comment = layout === 'comments' ? (at % 2 ? '  # 说明 (and' : '\n    # own line') : '';
      return `${comment}\n    ${joint} `;
    });
    const body = word === 'metric' ? ` = ${value}` : `\n  when ${broken}`;
    const comment = layout === 'comments' ? '  # behind' : '';
    return `# before\nmetric other = 1\n\n${word} x${body}${comment}\n\n标签 next 当 frequency > 1 # last\n`;
  });

function balanced(text: string): boolean {
  let depth = 0;
  for (const each of text) {
    if (each === '(') depth++;
    if (each === ')' && --depth < 0) return false;
  }
  return depth === 0;
}

const whole = `score 价值分 {
  tag 高价值客户            # its own weight
  tag vip 30, -5 when recency > 90 days
  消费频次 * 2 when frequency > 1 and not tag a # who comes back
  tag b -10
}

segment 流失 in group 阶段 priority 3
  when recency > 90 days and tag vip

action 回访 for 流失 priority 80 within 3 working days
  goal retain # why
  channels phone, wechat
  eligible when frequency >= 1 and recency > 30 days
  applicable when not tag a
  suitable when monetary > 100
  value 20% of monetary
  cooldown 30 days
  at most 2 times per 1 month
  needs consent
  success within 14 days when frequency > 1
  say "您好 {姓名}"
`;

const trees = (text: string) => parse(text).declarations.map(declarationTree);

function checkDeeds(text: string, index: number, deeds: readonly Parameters<typeof doTo>[1][]): void {
  let now = text;
  for (const each of deeds) {
    const parsed = parse(now);
    const form = toForm(parsed.declarations[index]!, now)!;
    expect(fromForm(form, now)).toEqual([]);
    const next = doTo(form, each);
    if (!next) continue;
    const edits = fromForm(next, now);
    const after = applyEdits(now, edits);
    const read = parse(after);
    const note = `${JSON.stringify(each)}\n${now}\n=>\n${after}`;
    expect(read.notes, note).toEqual([]);
    expect(plain(toForm(read.declarations[index]!, after)), note).toEqual(plain(next));
    const others = (all: readonly string[]) => all.filter((_, at) => at !== index);
    expect(others(trees(after)), note).toEqual(others(trees(now)));
    expect(
      read.declarations.map(one => one.name.text),
      note,
    ).toEqual(parsed.declarations.map(one => one.name.text));
    const outside = (whole: string, one: Declaration) => [whole.slice(0, one.span[0])];
    expect(outside(after, read.declarations[index]!)).toEqual(outside(now, parsed.declarations[index]!));
    now = after;
  }
}

describe('a rule as a form', () => {
  test('the declarations of the sample all have one, and go back without an edit', () => {
    for (const text of Object.values(sampleRules)) {
      for (const declaration of parse(text).declarations) {
        const form = toForm(declaration, text)!;
        expect(JSON.stringify(form)).not.toContain('"is":"code"');
        expect(fromForm(form, text)).toEqual([]);
      }
    }
  });

  test('so do those of the packs, the parts that only text can say kept to the letter', () => {
    for (const text of shippedPacks.flatMap(pack => Object.values(pack.text))) {
      for (const declaration of parse(text).declarations) {
        expect(fromForm(toForm(declaration, text)!, text)).toEqual([]);
      }
    }
  });

  test('random rules and random edits: the text says exactly what the form says', () => {
    fc.assert(
      fc.property(written, fc.array(deed, { minLength: 1, maxLength: 4 }), (text, deeds) =>
        checkDeeds(text, 1, deeds),
      ),
      { numRuns: 200 },
    );
  });

  test('scores, groups, actions with all their clauses', () => {
    fc.assert(
      fc.property(fc.nat(2), fc.array(deed, { minLength: 1, maxLength: 5 }), (index, deeds) => {
        checkDeeds(whole, index, deeds);
      }),
      { numRuns: 200 },
    );
  });

  test('the sample under random edits', () => {
    fc.assert(
      fc.property(
        spelling,
        fc.nat(100),
        fc.array(deed, { minLength: 1, maxLength: 5 }),
        (language, at, deeds) => {
          const text: string = sampleRules[language];
          checkDeeds(text, at % parse(text).declarations.length, deeds);
        },
      ),
      { numRuns: 40 },
    );
  });
});

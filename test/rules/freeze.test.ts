import { describe, expect, test } from 'vitest';
import {
  applyEdits,
  check,
  evaluate,
  freezeEdit,
  frozenIn,
  parse,
  statisticsOf,
} from '../../src/rules/index.ts';
import { exampleDay, exampleFrame, worldOf } from './kit.ts';

const world = worldOf(exampleFrame);

/** The text with every statistic held at its number, and what those numbers are. */
function frozen(text: string, language: 'en' | 'zh'): string {
  const checked = check(parse(text), world);
  const run = evaluate(checked, exampleFrame, { asOf: exampleDay });
  const edits = statisticsOf(checked).flatMap(({ span, typed }) => {
    const value = run.over(typed);
    if (typeof value !== 'number') throw new Error('a statistic of all is one number');
    return freezeEdit({ span, kind: typed.kind, value }, exampleDay, { language, currency: 'CNY' }) ?? [];
  });
  return applyEdits(text, edits);
}

describe.each([
  ['tag a when monetary >= 150% of mean(monetary)', 'en'],
  ['标签 甲 当 消费金额 >= mean(消费金额) 的 50%', 'zh'],
  ['tag a when repurchaseRate > mean(repurchaseRate)', 'en'],
  ['tag a when recency <= median(recency) and frequency >= quantile(frequency, 20%)', 'en'],
  ['tag a when firstOrder >= median(firstOrder)', 'en'],
  ['metric m = monetary - mean(monetary)', 'en'],
] as const)('%s', (text, language) => {
  const held = frozen(text, language);

  test('says the same with its numbers held', () => {
    expect(held).not.toBe(text);
    const [floating, fixed] = [text, held].map(each => {
      const checked = check(parse(each), world);
      expect(checked.notes.filter(note => note.severity === 'error')).toEqual([]);
      const run = evaluate(checked, exampleFrame, { asOf: exampleDay });
      return Array.from({ length: exampleFrame.size }, (_, row) => {
        const [result] = run.results;
        return result?.kind === 'tag' ? result.bits.has(row) : Math.round(Number(run.value('m', row)));
      });
    });
    expect(fixed).toEqual(floating);
  });

  test('floats again as it was written', () => {
    const parsed = parse(held);
    const found = frozenIn(parsed, held);
    expect(found.length).toBe(statisticsOf(check(parse(text), world)).length);
    expect(
      applyEdits(
        held,
        found.map(each => each.thaw),
      ),
    ).toBe(text);
  });
});

test('a number that is not known cannot be held', () => {
  const options = { language: 'en', currency: 'CNY' } as const;
  expect(freezeEdit({ span: [0, 1], kind: 'money', value: null }, exampleDay, options)).toBeNull();
  expect(freezeEdit({ span: [0, 4], kind: 'money', value: 35669 }, 20_000, options)).toEqual({
    span: [4, 4],
    text: ' frozen 356.69 on 2024-10-04',
  });
});

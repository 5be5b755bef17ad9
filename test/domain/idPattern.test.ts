import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findIds, isPattern, patternsOf, readPattern } from '../../src/domain/index.ts';

describe('patterns of numbers', () => {
  const cases: readonly [pattern: string, text: string, found: string[]][] = [
    [
      'A-\\d{6}',
      'Re: A-123456 and a-654321, not A-12345 nor XA-123456 nor A-1234567',
      ['A-123456', 'a-654321'],
    ],
    ['SO-\\d{8}-\\d{4}', '订单SO-20260701-0001什么时候发货', ['SO-20260701-0001']],
    ['SO-\\d{8}-\\d{4}', '订单 SO-20260701-0001 什么时候发货', ['SO-20260701-0001']],
    ['SO-\\d{8}-\\d{4}', 'order SO-20260701-00012', []],
    ['\\d{4,6}', '12 1234 1234567 １２３４５６', ['1234', '123456']],
    ['#?\\a{2}\\d{3}', 'see #AB123, cd456.', ['#AB123', 'cd456']],
    ['[A-C]\\d{3,5}[XY]?', 'b123x D123 c12345', ['b123x', 'c12345']],
    ['K\\.\\d{3}', 'K.123 Kx123', ['K.123']],
  ];
  it.each(cases)('%s in %s', (pattern, text, found) => {
    expect(findIds(text, patternsOf([pattern]))).toEqual(found);
  });

  const faulty: readonly [pattern: string, code: string, at: number][] = [
    ['', 'patternEmpty', 0],
    ['\\d?\\d{0,9}', 'patternLoose', 0],
    ['A\\d{3}', '', 0],
    ['(a+)+$', '', 0],
    ['\\d{6', 'patternPlace', 2],
    ['AB[', 'patternPlace', 2],
    ['\\q1234', 'patternPlace', 0],
    ['[z-a]123', 'patternPlace', 0],
    ['A{99}', 'patternLong', 0],
    ['A{3,1}', 'patternPlace', 0],
  ];
  it.each(faulty)('%s', (pattern, code, at) => {
    const read = readPattern(pattern);
    if (code === '') expect(isPattern(read)).toBe(true);
    else expect(read).toEqual({ code, at });
  });

  it('finds what a regular expression of the same meaning finds, between what is no word', () => {
    const piece = fc.constantFrom('A', '-', '\\d', '\\d{2}', '\\d{1,3}', '[A-C]', 'B?');
    const text = fc.string({ unit: fc.constantFrom('A', 'B', 'C', '-', '1', '2', ' '), maxLength: 30 });
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 8 }), text, (pieces, given) => {
        const pattern = pieces.join('');
        const read = readPattern(pattern);
        fc.pre(isPattern(read));
        // An oracle that is slow where it must be: at each place every length, longest first.
        const whole = new RegExp(`^(?:${pattern})$`, 'i');
        const word = /[A-C12]/;
        const wanted = new Set<string>();
        for (let from = 0; from < given.length; ) {
          let length = 0;
          const inside = from > 0 && word.test(given[from - 1]!) && word.test(given[from]!);
          for (let to = from + 1; to <= given.length && !inside; to++) {
            const cut = word.test(given[to] ?? ' ') && word.test(given[to - 1]!);
            if (!cut && whole.test(given.slice(from, to))) length = to - from;
          }
          if (length > 0) wanted.add(given.slice(from, from + length));
          from += Math.max(1, length);
        }
        expect(findIds(given, [read])).toEqual([...wanted]);
      }),
      { numRuns: 300 },
    );
  });

  it('takes time in proportion to the text, whatever the pattern', () => {
    const [pattern] = patternsOf(['\\w{1,20}\\w{1,20}\\w{4,7}-']);
    const started = performance.now();
    expect(findIds('a'.repeat(20_000), [pattern!])).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_500);
  });
});

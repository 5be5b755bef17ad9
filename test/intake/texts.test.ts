import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { problems } from '../../src/i18n/index.ts';

const sources = readdirSync('src/intake', { recursive: true, encoding: 'utf8' })
  // What is weighed for a pair of duplicates are reasons, not problems.
  .filter(path => path.endsWith('.ts') && !path.startsWith('duplicates'))
  .map(path => readFileSync(join('src/intake', path), 'utf8'));
const codes = new Set(
  sources.flatMap(source =>
    [...source.matchAll(/(?:refuse|Problem|note|wrong)\(\s*'(\w+)'|code: '(\w+)'/g)].map(
      found => found[1] ?? found[2]!,
    ),
  ),
);

describe('what intake has to say', () => {
  it('has words for every code, with the same values in both languages', () => {
    expect(codes.size).toBeGreaterThan(30);
    const table: Readonly<Record<string, { readonly en: string; readonly zh: string }>> = problems;
    expect([...codes].filter(code => !table[code])).toEqual([]);
    const valuesIn = (text: string) => new Set([...text.matchAll(/\{(\w+)/g)].map(found => found[1]));
    for (const code of codes)
      expect([code, valuesIn(table[code]!.zh)]).toEqual([code, valuesIn(table[code]!.en)]);
  });
});

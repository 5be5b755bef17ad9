import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type EnterpriseFigures, enterpriseSize } from '../../src/intake/clean/enterpriseSize.ts';
import type { TableMapping } from '../../src/intake/index.ts';
import { cleanDraft } from '../../src/intake/index.ts';
import { fileOf, readAll, today } from './kit.ts';

const path = '../shared/data/cn-enterprise-size-2017.json';
const names = ['large', 'medium', 'small', 'micro'] as const;
const indicators = { X: 'employees', Y: 'revenue', Z: 'assets' } as const;
type Letter = keyof typeof indicators;

interface Row {
  readonly codes: readonly string[];
  readonly bounds: Readonly<Partial<Record<Letter, readonly number[]>>>;
}

const rows: readonly Row[] = existsSync(path)
  ? (JSON.parse(readFileSync(path, 'utf8')) as { rows: [string, string[], Row['bounds']][] }).rows.map(
      ([, codes, bounds]) => ({ codes, bounds }),
    )
  : [];

/** People are counted by one, money by the yuan; the table is in units of 10,000 yuan. */
const unitOf = (letter: Letter) => (letter === 'X' ? 1 : 10_000);

function figuresOf(industry: string, values: Partial<Record<Letter, number>>): EnterpriseFigures {
  const { X = null, Y = null, Z = null } = values;
  return { industry, employees: X, revenue: Y, assets: Z };
}

describe.skipIf(rows.length === 0)(
  'the size of an enterprise, at every edge of the table (../shared/data)',
  () => {
    const written = rows.flatMap(({ codes, bounds }) =>
      codes.map(code => [code === '592-599' ? '593' : code, bounds] as const),
    );

    it.each(written)('%s', (code, bounds) => {
      const letters = Object.keys(bounds) as Letter[];
      const plenty = Object.fromEntries(letters.map(letter => [letter, 1e12]));
      let edges = 0;
      for (const letter of letters)
        for (const [step, bound] of bounds[letter]!.entries())
          for (const [distance, size] of [
            [-1, names[step + 1]],
            [0, names[step]],
            [1, names[step]],
          ] as const) {
            const figures = figuresOf(code, { ...plenty, [letter]: bound * unitOf(letter) + distance });
            expect([figures, enterpriseSize(figures).size]).toEqual([figures, size]);
            edges++;
          }
      expect(edges).toBe(letters.length * 9);
      for (const letter of letters)
        expect(enterpriseSize(figuresOf(code, { ...plenty, [letter]: undefined }))).toEqual({
          size: null,
          reason: 'insufficientData',
        });
    });

    it('is the lowest that any indicator gives', () => {
      for (const [code, bounds] of written) {
        const letters = Object.keys(bounds) as Letter[];
        if (letters.length < 2) continue;
        for (const [one, first] of names.entries())
          for (const [other, second] of names.entries()) {
            const at = (letter: Letter, step: number) => (bounds[letter]![step] ?? 0) * unitOf(letter);
            const values = { [letters[0]!]: at(letters[0]!, one), [letters[1]!]: at(letters[1]!, other) };
            expect([code, first, second, enterpriseSize(figuresOf(code, values)).size]).toEqual([
              code,
              first,
              second,
              names[Math.max(one, other)],
            ]);
          }
      }
    });
  },
);

describe('the size of an enterprise', () => {
  const all = { employees: 5_000, revenue: 1e12, assets: 1e12 };

  it.each(['53', 'G53', 'J', '66', 'P', '83', '84', 'S', 'T', '7040', '97'])(
    '%s is not covered',
    industry => {
      expect(enterpriseSize({ industry, ...all })).toEqual({ size: null, reason: 'notCovered' });
    },
  );

  it('needs an exact industry only where rows of the table differ', () => {
    expect(enterpriseSize({ industry: 'H', ...all }).size).toBe('large');
    expect(enterpriseSize({ industry: 'F', ...all }).size).toBe('large');
    expect(enterpriseSize({ industry: 'F', employees: 40, revenue: 6e7, assets: null }).reason).toBe(
      'industryTooBroad',
    );
    expect(enterpriseSize({ industry: 'G', ...all }).reason).toBe('industryTooBroad');
    expect(enterpriseSize({ industry: '59', employees: 250, revenue: 4e8, assets: null }).reason).toBe(
      'industryTooBroad',
    );
    expect(enterpriseSize({ industry: '5911', employees: 250, revenue: 4e8, assets: null }).size).toBe(
      'small',
    );
    expect(enterpriseSize({ industry: 'Q', ...all }).reason).toBe('industryTooBroad');
  });

  it('fills a size that a file or a form does not give, and never one that it gives', async () => {
    const fields = ['name', 'industry', 'employees', 'annualRevenue', 'size'];
    const mapping: TableMapping = {
      subject: 'customer',
      columns: fields.map(field => ({ of: 'customer', field })),
      currency: 'CNY',
    };
    const lines = [
      '公司,行业,员工数,营收,规模',
      '甲,软件,120,1500万,',
      '乙,软件,120,,',
      '丙,电商,60,600万,小型',
      '丁,电商,60,600万,',
    ];
    const { records } = await readAll(fileOf(lines.join('\n')), mapping);
    expect(records.map(({ customer }) => customer.columns.size)).toEqual([
      'medium',
      undefined,
      'small',
      'medium',
    ]);
    const options = { currency: 'CNY', today, now: 1, newId: () => 'c' };
    const columns = { industry: '软件', employees: '120', annualRevenue: '1500万' };
    const made = cleanDraft({ name: '甲', columns, source: 'hand' }, null, options);
    expect(made.ok && made.customer.columns.size).toBe('medium');
  });
});

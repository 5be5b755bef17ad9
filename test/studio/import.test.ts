import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, test } from 'vitest';
import { neutraliseCell } from '../../src/domain/index.ts';
import type { Mapping } from '../../src/engine/index.ts';
import { refusalFile } from '../../src/ui/studio/import/refusalFile.ts';
import {
  repeatedTargets,
  targetGroups,
  targetKey,
  targetOf,
  withSubject,
  withTarget,
} from '../../src/ui/studio/import/targets.ts';

const labels = { line: 'Line', column: 'Column', reason: 'Reason' };

describe('refused rows as a file', () => {
  test.each([
    ['=1+1', "'=1+1"],
    ['+cmd|x', "'+cmd|x"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['-2+3', "'-2+3"],
    ['\t=1', "'\t=1"],
    ['-12.50', '-12.50'],
    ['+86', '+86'],
    ['-1,200', '-1,200'],
    ['-', "'-"],
    ['张伟', '张伟'],
    ['', ''],
  ])('%j becomes %j', (cell, safe) => {
    expect(neutraliseCell(cell)).toBe(safe);
  });

  test('every cell comes back from a reader of CSV, and none begins a formula', () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '=', '"', ',', '\n', '，', '-', '1', '中', '@', '+'),
    });
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 4 }), cells => {
        const refusal = { code: 'x', args: {}, line: 7, column: '金额', cells };
        const text = refusalFile(['a', 'b'], [refusal], labels, () => 'why, "so"');
        expect(text.startsWith('\uFEFF')).toBe(true);
        const rows = Papa.parse<string[]>(text.slice(1)).data;
        expect(rows[0]).toEqual(['Line', 'Column', 'Reason', 'a', 'b']);
        expect(rows[1]).toEqual(['7', '金额', 'why, "so"', ...cells.map(cell => neutraliseCell(cell, true))]);
        for (const shown of rows[1] ?? []) expect(shown).not.toMatch(/^[=@]/);
      }),
    );
  });
});

describe('where columns go', () => {
  const mapping: Mapping = {
    subject: 'order',
    currency: 'CNY',
    columns: [
      { of: 'customer', field: 'name' },
      { of: 'order', field: 'amount' },
      null,
      { of: 'order', field: 'amount' },
      { of: 'customer', field: 'email' },
      { of: 'customer', field: 'email' },
    ],
  };

  test('every target can be chosen and read back', () => {
    for (const subject of ['customer', 'order', 'interaction'] as const) {
      const keys = targetGroups(subject).flatMap(group =>
        group.fields.map(field => `${group.of}.${field.id}`),
      );
      expect(new Set(keys).size).toBe(keys.length);
      for (const key of keys) expect(targetKey(targetOf(key))).toBe(key);
    }
    expect(targetOf('')).toBeNull();
  });

  test('what is computed is no target', () => {
    const ids = targetGroups('order').flatMap(group => group.fields.map(field => field.id));
    expect(ids).toContain('amount');
    expect(ids).not.toContain('recency');
    expect(ids).not.toContain('repeat');
  });

  test('a target that comes twice is named, except where a customer may have several', () => {
    expect(repeatedTargets(mapping)).toEqual([null, null, null, 1, null, null]);
  });

  test('one column changes alone', () => {
    const changed = withTarget(mapping, 2, { of: 'order', field: 'product' });
    expect(changed.columns[2]).toEqual({ of: 'order', field: 'product' });
    expect(changed.columns.filter((_, index) => index !== 2)).toEqual(
      mapping.columns.filter((_, index) => index !== 2),
    );
  });

  test('a file about customers has no order columns', () => {
    expect(withSubject(mapping, 'customer').columns.map(targetKey)).toEqual([
      'customer.name',
      '',
      '',
      '',
      'customer.email',
      'customer.email',
    ]);
  });
});

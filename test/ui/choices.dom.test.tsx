import { beforeEach, expect, it, vi } from 'vitest';
import { applySettings } from '../../src/ui/kit/index.ts';
import type { Open } from '../../src/ui/studio/import/flow.ts';
import { TableChoices } from '../../src/ui/studio/import/TableChoices.tsx';
import { draw } from './draw.ts';

vi.mock('../../src/ui/studio/engine.ts', () => ({ engine: {} }));

beforeEach(() => applySettings({ language: 'en', theme: 'auto' }));

it.each([
  ['workbook', 'Sheet'],
  ['json', 'List in the file'],
])('the choice of one of several tables of a %s is called %s', async (format, label) => {
  const sheets = [
    { name: 'one', rows: 3 },
    { name: 'two', rows: 1 },
  ];
  const inspection = {
    sheets,
    sheet: 'two',
    encoding: 'utf-8',
    isEncodingSure: true,
    format,
    headings: ['a'],
  };
  const place = await draw(<TableChoices open={{ inspection } as unknown as Open} />);
  const select = place.querySelector('select')!;
  expect(place.querySelector(`label[for="${select.id}"]`)?.textContent).toBe(label);
  expect([...select.options].map(({ text, selected }) => [text, selected])).toEqual([
    ['one · 3 rows', false],
    ['two · 1 row', true],
  ]);
});

import { expect, it } from 'vitest';
import type { Pack } from '../../src/engine/index.ts';
import { shownPacks } from '../../src/ui/studio/rules/packs/open.ts';

const pack = (name: string): Pack => {
  return { name, version: '1', author: '', language: 'en', text: '', checksum: `sum of ${name}` };
};

it('packs of the organisation stand first and are marked; a file that is one of them is not shown twice', () => {
  const shown = shownPacks('en', [pack('house')], [pack('mine'), pack('house')]);
  expect(shown.slice(0, 2).map(({ name, preset }) => [name, preset])).toEqual([
    ['house', true],
    ['mine', false],
  ]);
  expect(shown.slice(2).every(({ file, preset }) => file === null && !preset)).toBe(true);
  expect(new Set(shown.map(({ id }) => id)).size).toBe(shown.length);
});

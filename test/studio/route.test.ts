import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOf, readRoute, screens } from '../../src/ui/studio/route.ts';

test.each([
  ['', { screen: 'rules', id: '' }],
  ['#/', { screen: 'rules', id: '' }],
  ['#/customers', { screen: 'customers', id: '' }],
  ['#/customers/c%2F1', { screen: 'customers', id: 'c/1' }],
  ['#/import/', { screen: 'import', id: '' }],
  ['#/nowhere/x', { screen: 'rules', id: '' }],
  ['#/customers/100%', { screen: 'customers', id: '100%' }],
])('%s leads somewhere', (hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});

test('what is written into the address is read back', () => {
  fc.assert(
    fc.property(fc.constantFrom(...screens), fc.string({ unit: 'grapheme' }), (screen, id) => {
      const route = { screen, id };
      expect(readRoute(hashOf(route))).toEqual(route);
    }),
  );
});

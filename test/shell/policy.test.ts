import { expect, it } from 'vitest';
import { policyFrom } from '../../src/shell/policy.ts';

it.each<[string, unknown, ReturnType<typeof policyFrom>]>([
  ['an unmanaged browser', {}, { sites: [], packs: [] }],
  ['nothing at all', undefined, { sites: [], packs: [] }],
  [
    'a list in which something is no text: none of it',
    {
      sites: [
        'https://Mail.Example.com/inbox',
        'https://mail.example.com',
        'ftp://x',
        'chrome://settings',
        'mail',
        7,
      ],
    },
    { sites: [], packs: [] },
  ],
  [
    'sites and packs',
    {
      sites: ['https://Mail.Example.com/inbox', 'https://mail.example.com', 'ftp://x', 'mail'],
      packs: ['{}'],
    },
    { sites: ['https://mail.example.com'], packs: ['{}'] },
  ],
  ['something else in their place', { sites: 'https://x.test', packs: null }, { sites: [], packs: [] }],
])('a policy of %s', (_, stored, expected) => {
  expect(policyFrom(stored)).toEqual(expected);
});

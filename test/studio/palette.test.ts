import { expect, test } from 'vitest';
import { rank } from '../../src/ui/studio/palette/rank.ts';

const entries = ['Import a file', 'Customers', 'Rules', 'Publish the draft', '高价值客户', 'Add a customer'];
const find = (search: string) => rank(entries, search, entry => [entry]);

test.each([
  ['', entries],
  ['cust', ['Customers', 'Add a customer']],
  ['价值', ['高价值客户']],
  ['draft', ['Publish the draft']],
  ['ptd', ['Publish the draft']],
  ['ＲＵＬ', ['Rules']],
  ['zzz', []],
])('%j finds', (search, found) => {
  expect(find(search)).toEqual(found);
});

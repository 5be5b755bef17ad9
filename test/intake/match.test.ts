import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/domain/index.ts';
import { mergePart } from '../../src/intake/index.ts';
import { fileOf, match, ordersOf, readAll } from './kit.ts';

async function matchText(text: string, known: readonly Customer[] = []) {
  return match(await readAll(fileOf(text)), known);
}

const wei: Customer = {
  id: 'known-1',
  name: '张伟',
  company: '艾克美',
  title: '',
  address: '',
  emails: ['wei@acme.test'],
  phones: ['13800138000'],
  columns: { city: '深圳', joined: 19_000 },
  tags: [],
  source: 'hand',
  createdAt: 1,
  updatedAt: 1,
};

describe('whose record it is', () => {
  it('is told by the number, which becomes the id of a new customer', async () => {
    const { customers, newCustomers } = await matchText(
      'customer id,name,email\nK1,A,a@x.test\nK2,B,a@x.test\nK1,A2,\n',
    );
    expect(newCustomers).toBe(2);
    expect(customers.map(({ id, name, emails }) => [id, name, emails])).toEqual([
      ['K1', 'A2', ['a@x.test']],
      ['K2', 'B', ['a@x.test']],
    ]);
  });

  it('is told by e-mail and phone, through several of them', async () => {
    const { customers } = await matchText(
      'name,email,phone\nA,a@x.test,\n,A@X.test,138 0013 8000\n,,+86 13800138000\nB,b@x.test,\n',
    );
    expect(customers.map(({ name, emails, phones }) => [name, emails, phones])).toEqual([
      ['A', ['a@x.test'], ['13800138000']],
      ['B', ['b@x.test'], []],
    ]);
  });

  it('finds customers of the base, and says what is new about them', async () => {
    const { customers, changes, matchedCustomers, newCustomers } = await matchText(
      'name,email,city,title\n张伟,WEI@acme.test,广州,采购\n李娜,lina@x.test,,\n',
      [wei],
    );
    expect([newCustomers, matchedCustomers, customers.length]).toEqual([1, 1, 1]);
    const merged = mergePart(wei, changes.get('known-1')!, { now: 9, source: 'f.csv' });
    expect(merged).toMatchObject({
      ...wei,
      title: '采购',
      columns: { city: '广州', joined: 19_000 },
      updatedAt: 9,
    });
    expect(mergePart(merged!, changes.get('known-1')!, { now: 10, source: 'f.csv' })).toBeNull();
  });

  it('takes a number that the base lacks for a known customer only where name and contact agree', async () => {
    const { changes, customers } = await matchText(
      'customer id,name,email\nK7,张伟,wei@acme.test\nK8,张三,wei@acme.test\n',
      [wei],
    );
    expect([...changes.keys()]).toEqual(['known-1']);
    expect(customers.map(({ id }) => id)).toEqual(['K8']);
  });

  it('is not told by a contact that many names share', async () => {
    const { customers, notes } = await matchText(
      'name,email\nA,info@x.test\nB,info@x.test\nC,info@x.test\nB,info@x.test\n,info@x.test\n',
    );
    expect(customers.map(({ name }) => name)).toEqual(['A', 'B', 'C', 'info@x.test']);
    expect(notes).toMatchObject([{ code: 'contactShared', args: { value: 'info@x.test' } }]);
  });

  it('is told by the name where a file has nothing else', async () => {
    const nickname = { ...wei, id: 'known-2', name: '叫我李2', emails: [], phones: [] };
    const { customers, changes, orders } = await matchText(
      'buyer,date,amount\n叫我李2,2024-01-05,10\n萝污,2024-01-06,20\n叫我李2,2024-01-07,30\n张伟,2024-01-08,40\n',
      [wei, nickname],
    );
    expect(customers.map(({ name, columns }) => [name, columns.joined])).toEqual([['萝污', 19_728]]);
    expect([...changes.keys()]).toEqual(['known-2', 'known-1']);
    expect(orders.get('known-2')?.map(({ amount }) => amount)).toEqual([1_000, 3_000]);
  });

  it('is not told by the name alone in a file that has better', async () => {
    const { customers } = await matchText('name,email\n张伟,\n李娜,lina@x.test\n张伟,\n', [wei]);
    expect(customers.map(({ name }) => name)).toEqual(['张伟', '李娜']);
  });

  it('keeps the same customers when the same file comes again', async () => {
    const text =
      'name,email,phone\nA,a@x.test,\nB,info@x.test,\nC,info@x.test,\nD,info@x.test,\n,info@x.test,\nE,,\n,,13800138000\n';
    const first = await matchText(text);
    const again = await matchText(text, first.customers);
    expect([again.newCustomers, again.matchedCustomers]).toEqual([0, first.newCustomers]);
  });
});

describe('orders', () => {
  it('of several lines are one order; a line that comes again replaces', async () => {
    const { orders } = await matchText(
      [
        'order no,email,date,amount,quantity,product,status',
        '1,a@x.test,2024-01-05,10,1,tea,paid',
        '1,a@x.test,2024-01-05,30,2,beans,paid',
        '1,a@x.test,2024-01-05,99,1,mug,cancelled',
        '2,a@x.test,2024-01-04,10,1,tea,paid',
        '2,a@x.test,2024-01-04,12,1,tea,refunded',
      ].join('\n'),
    );
    expect(ordersOf(orders)).toMatchObject([
      { number: '2', amount: 1_200, status: 'refunded', product: 'tea' },
      { number: '1', amount: 4_000, status: 'paid', product: 'beans', quantity: 3 },
    ]);
  });

  it('without a number are all kept', async () => {
    const { orders } = await matchText('email,date,amount\na@x.test,2024-01-05,10\na@x.test,2024-01-05,10\n');
    expect(ordersOf(orders).length).toBe(2);
  });
});

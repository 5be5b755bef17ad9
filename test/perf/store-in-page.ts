import type { Card, Customer, Interaction, Order, OrderStatus } from '../../src/domain/index.ts';
import { contactKeys } from '../../src/domain/index.ts';
import { openStore, type SearchRow, type Store } from '../../src/store/index.ts';

/** One measured duration: the median where it was measured several times. */
export interface Measured {
  readonly name: string;
  readonly milliseconds: number;
}

export const NAME = 'tierlens-bench';
const CUSTOMERS = 100_000;
const ORDERS_EACH = 10;
/** Customers written in one transaction. */
const BATCH = 20_480;
const REPEATS = 5;
/** The day on which the last of the orders are. */
export const TODAY = 20_400;

/**
 * Fills a base of its own with 100,000 customers and 1,000,000 orders, publishes a card for each, measures what
 * people wait for, and deletes it. For a page of a browser: takes about a minute.
 */
export async function benchStore(): Promise<Measured[]> {
  await deleteBase();
  const store = openStore(NAME);
  try {
    const rows: Measured[] = [];
    rows.push(await measureOnce('write 100,000 customers and 1,000,000 orders', () => fill(store)));
    rows.push(await measureOnce('publish 100,000 cards', () => publish(store)));
    rows.push(await measure('load 1,000,000 orders to columns', () => store.load()));
    rows.push(await measure('labels of 100,000 customers', () => store.labels()));
    rows.push(await measure('every customer for matching', () => store.allKnown()));
    rows.push(await measureOnce('first search among 100,000 customers', () => store.search('chen', 20)));
    for (const text of ['a', 'chen', 'c1234', '陈', 'cjg', '5678', 'nobody at all']) {
      rows.push(await measure(`search “${text}”`, () => store.search(text, 20)));
    }
    rows.push(await measure('card by e-mail', () => store.cardsFor(['e:c77777@example.com'])));
    rows.push(await measure('card by id', () => store.cardOf('c77777')));
    rows.push(await measure('customer by id', () => store.customer('c77777')));
    const spread = Array.from({ length: 100 }, (_, i) => `c${i * 997}`);
    rows.push(await measure('100 customers from all over', () => store.customers(spread)));
    rows.push(await measure('facts of 100 customers from all over', () => store.factsOf(spread)));
    rows.push(await measure('names of 100 customers from all over', () => store.known(spread)));
    rows.push(await measure('one customer changed', () => changeCustomer(store)));
    rows.push(await measure('one more order', () => addOrder(store)));
    rows.push(await measure('one card replaced', () => store.putCards([cardAt(7)], [searchRowAt(7)])));
    return rows;
  } finally {
    store.close();
    await deleteBase();
  }
}

export async function measureOnce(name: string, work: () => Promise<unknown>): Promise<Measured> {
  const started = performance.now();
  await work();
  return { name, milliseconds: performance.now() - started };
}

async function measure(name: string, work: () => Promise<unknown>): Promise<Measured> {
  const times: number[] = [];
  for (let i = 0; i < REPEATS; i++) times.push((await measureOnce(name, work)).milliseconds);
  times.sort((a, b) => a - b);
  return { name, milliseconds: times[Math.floor(REPEATS / 2)]! };
}

/** Writes 100,000 customers with ten orders each. */
export async function fill(store: Store): Promise<void> {
  for (let from = 0; from < CUSTOMERS; from += BATCH) {
    const customers: Customer[] = [];
    const orders = new Map<string, Order[]>();
    const interactions = new Map<string, Interaction[]>();
    for (let i = from; i < Math.min(from + BATCH, CUSTOMERS); i++) {
      const customer = customerAt(i);
      customers.push(customer);
      orders.set(
        customer.id,
        Array.from({ length: ORDERS_EACH }, (_, j) => orderAt(i, j)),
      );
    }
    await store.commit({ customers, orders, interactions });
  }
}

async function publish(store: Store): Promise<void> {
  const numbers = Array.from({ length: CUSTOMERS }, (_, i) => i);
  const { revision } = await store.state();
  await store.publish({
    version: { number: 1, text: '', checksum: '', note: '', at: 0 },
    asOf: TODAY,
    nextTurn: TODAY + 1,
    revision,
    results: { size: CUSTOMERS, tags: [], tiers: [], segments: [], actions: [] },
    cards: numbers.map(cardAt),
    searchRows: numbers.map(searchRowAt),
  });
}

let added = 0;

function addOrder(store: Store) {
  const order = { ...orderAt(5, 0), number: `late${added++}` };
  return store.commit({ customers: [], orders: new Map([['c5', [order]]]), interactions: new Map() });
}

function changeCustomer(store: Store) {
  const [customer, mark] = [customerAt(50_000), ++added];
  const changed = {
    ...customer,
    title: `Title ${mark}`,
    emails: [`late${mark}@example.com`],
    updatedAt: mark,
  };
  return store.commit({ customers: [changed], orders: new Map(), interactions: new Map() });
}

/** Spread evenly over [0, range) by the number alone, so that every run has the same base. */
function pick(number: number, range: number): number {
  return (Math.imul(number + 1, 0x9e3779b1) >>> 0) % range;
}

const families = ['陈 chen', '王 wang', '李 li', '张 zhang', '刘 liu', '欧阳 ouyang'];
const given = ['晓明 xiaoming xm', '建国 jianguo jg', '丽 li l', '海燕 haiyan hy'];
const channels = ['phone', 'online', 'email', 'wechat'];
const statuses: readonly OrderStatus[] = ['paid', 'paid', 'paid', 'refunded', 'cancelled'];

function nameAt(i: number) {
  const [family = '', familyPinyin = ''] = families[pick(i, families.length)]!.split(' ');
  const [own = '', pinyin = '', initials = ''] = given[pick(i * 3, given.length)]!.split(' ');
  return {
    name: family + own,
    pinyin: familyPinyin + pinyin,
    initials: familyPinyin.charAt(0) + initials,
    company: `Company ${pick(i, 5_000)}`,
    emails: [`c${i}@example.com`],
    phones: [`13${100_000_000 + pick(i, 899_999_999)}`],
  };
}

function customerAt(i: number): Customer {
  const { name, company, emails, phones } = nameAt(i);
  return {
    id: `c${i}`,
    name,
    company,
    title: '',
    address: '',
    emails,
    phones,
    columns: { industry: 'C', city: `City ${pick(i, 300)}`, joined: TODAY - pick(i, 2_000) },
    tags: [],
    source: 'bench',
    createdAt: 0,
    updatedAt: 0,
  };
}

function orderAt(i: number, j: number): Order {
  const number = i * ORDERS_EACH + j;
  return {
    number: `O${number}`,
    day: TODAY - pick(number, 1_500),
    minute: pick(number * 7, 1_440),
    amount: pick(number * 5, 1_000_000),
    currency: 'CNY',
    product: `Product ${pick(number, 3_000)}`,
    category: `Category ${pick(number, 40)}`,
    quantity: 1 + pick(number, 5),
    channel: channels[pick(number, channels.length)]!,
    status: statuses[pick(number * 11, statuses.length)]!,
  };
}

function cardAt(i: number): Card {
  const { name, company, emails, phones } = nameAt(i);
  return {
    id: `c${i}`,
    keys: [
      ...emails.flatMap(email => contactKeys({ email })),
      ...phones.flatMap(phone => contactKeys({ phone })),
    ],
    name,
    company,
    joined: TODAY - pick(i, 2_000),
    tier: tierAt(i),
    segments: ['流失预警'],
    tags: ['高价值客户', '重点企业客户'],
    action: {
      name: '回访电话',
      segment: '流失预警',
      priority: 80,
      within: 3,
      message: `您好 ${name}，您已有 91 天没有下单，本月为您保留 50 元券。`,
      reasons: [{ subject: 'recency', kind: 'days', value: 91, relation: '>', bound: 90 }],
    },
    asOf: TODAY,
    version: 1,
  };
}

function searchRowAt(i: number): SearchRow {
  return { id: `c${i}`, ...nameAt(i), tier: tierAt(i), segment: '流失预警' };
}

function tierAt(i: number) {
  const rank = pick(i, 3);
  return { name: '忠诚度', level: ['高', '中', '低'][rank]!, rank, levels: 3 };
}

export async function deleteBase(): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(NAME);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

import Papa from 'papaparse';
import { guessMapping, inspectTable, Matcher, readRecords } from '../../src/intake/index.ts';
import { openStore } from '../../src/store/index.ts';

/** What it took to bring a file of 600,000 orders in, in milliseconds: the best of a few rounds. */
export interface IntakeTimes {
  /** PapaParse alone, streaming the same file. */
  readonly papa: number;
  /** From the file to stored chunks, and what of it reading, matching and writing took. */
  readonly all: number;
  readonly reading: number;
  readonly matching: number;
  readonly writing: number;
}

const name = 'tierlens-bench-intake';
const customers = 60_000;
const today = 20_700;
const rounds = 4;
/** Rows of the file that are made at once, so that little of them stays in memory. */
const madeAtOnce = 20_000;

/** PapaParse alone and the whole way of 600,000 orders, in turns. */
export async function benchIntake(): Promise<IntakeTimes> {
  const orders = 600_000;
  const file = ordersFile(orders);
  let best: IntakeTimes | null = null;
  let papa = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const began = performance.now();
    await papaAlone(file, orders);
    papa = Math.min(papa, performance.now() - began);
    const times = await bringIn(file, orders);
    if (!best || times.all < best.all) best = { papa, ...times };
  }
  return { ...best!, papa };
}

let made: { readonly file: File; readonly orders: number } | null = null;

/** Makes a file for `bringMadeIn`, so that what the making takes can be told from what bringing it in takes. */
export async function makeOrders(orders: number): Promise<void> {
  made = { file: ordersFile(orders), orders };
}

export async function bringMadeIn(): Promise<void> {
  await bringIn(made!.file, made!.orders);
}

/** Reads, cleans, matches and stores orders of 60,000 customers in an empty base of its own. */
async function bringIn(file: File, orders: number): Promise<Omit<IntakeTimes, 'papa'>> {
  await deleteBase();
  const store = openStore(name);
  try {
    const began = performance.now();
    store.expectImport(file.size);
    const matcher = new Matcher();
    const table = await inspectTable(file);
    const { guess: mapping } = guessMapping(table.headings, table.sample, 'CNY');
    let refused = 0;
    for await (const { refusals } of readRecords(file, table, mapping, matcher, { today }))
      refused += refusals.length;
    const read = performance.now();
    const known = await store.allKnown();
    const matched = matcher.finish(known, { newId: () => crypto.randomUUID(), now: 0, source: file.name });
    const found = performance.now();
    const written = await store.commit({ ...matched, currency: 'CNY' });
    const ended = performance.now();
    if (refused > 0 || written.orders !== orders || written.newCustomers !== customers)
      throw new Error(`${refused} refused, ${written.orders} orders, ${written.newCustomers} customers`);
    return { all: ended - began, reading: read - began, matching: found - read, writing: ended - found };
  } finally {
    store.close();
    await deleteBase();
  }
}

/** Many orders for each customer, in an order that mixes the customers. */
function ordersFile(orders: number): File {
  const pieces: Blob[] = [new Blob(['客户编号,姓名,手机,邮箱,订单号,下单时间,实付金额,订单状态\n'])];
  for (let from = 0; from < orders; from += madeAtOnce) {
    const rows = Array.from({ length: Math.min(madeAtOnce, orders - from) }, (_, i) => rowOf(from + i));
    pieces.push(new Blob(rows));
  }
  return new File(pieces, 'orders.csv');
}

function rowOf(index: number): string {
  const customer = (index * 7_919) % customers;
  const day = new Date((today - 1_000 + (index % 1_000)) * 86_400_000).toISOString().slice(0, 10);
  const phone = 13_800_000_000 + customer;
  const amount = (((index * 37) % 90_000) + 100) / 100;
  const status = index % 29 === 0 ? '已退款' : '已付款';
  return `C${customer},客户${customer},${phone},c${customer}@example.com,N${index},${day} 14:30:00,${amount},${status}\n`;
}

/** PapaParse as a page would use it: streaming, the rows looked at and let go. */
function papaAlone(file: File, orders: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let rows = 0;
    Papa.parse<string[]>(file, {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => (rows > orders ? resolve() : reject(new Error(`${rows} rows`))),
      error: reject,
    });
  });
}

function deleteBase(): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => reject(request.error);
  });
}

import { vi } from 'vitest';
import type {
  Card,
  Column,
  Customer,
  Facts,
  Frame,
  Interaction,
  Order,
  RuleVersion,
} from '../../src/domain/index.ts';
import { type Base, type Change, openStore, type SearchRow, type Store } from '../../src/store/index.ts';

let stores = 0;

/** A store over a database that nothing else uses. */
export function freshStore(): { store: Store; name: string } {
  const name = `test-${++stores}`;
  return { store: openStore(name), name };
}

export function customer(id: string, part: Partial<Customer> = {}): Customer {
  return {
    id,
    name: `Name ${id}`,
    company: '',
    title: '',
    address: '',
    emails: [`${id}@example.com`],
    phones: [],
    columns: {},
    tags: [],
    source: 'test',
    createdAt: 1,
    updatedAt: 2,
    ...part,
  };
}

export function order(day: number, part: Partial<Order> = {}): Order {
  return {
    number: '',
    day,
    minute: -1,
    amount: 100,
    currency: 'CNY',
    product: '',
    category: '',
    quantity: Number.NaN,
    channel: '',
    status: 'paid',
    ...part,
  };
}

export function interaction(day: number, part: Partial<Interaction> = {}): Interaction {
  return {
    day,
    minute: -1,
    kind: 'visit',
    channel: '',
    topic: '',
    csat: Number.NaN,
    nps: Number.NaN,
    ...part,
  };
}

export function change(part: Partial<Change>): Change {
  return { customers: [], orders: new Map(), interactions: new Map(), ...part };
}

export function card(id: string, keys: string[], part: Partial<Card> = {}): Card {
  return {
    id,
    keys,
    name: `Name ${id}`,
    company: '',
    joined: null,
    tier: null,
    segments: [],
    tags: [],
    action: null,
    asOf: 20_000,
    version: 1,
    ...part,
  };
}

export function searchRow(id: string, part: Partial<SearchRow> = {}): SearchRow {
  return {
    id,
    name: `Name ${id}`,
    company: '',
    emails: [],
    phones: [],
    pinyin: '',
    initials: '',
    tier: null,
    segment: '',
    ...part,
  };
}

export function ruleVersion(number: number): RuleVersion {
  return { number, text: `// ${number}`, checksum: 'c0ffee', note: '', at: 1 };
}

/** The base as plain values, in which codes of dictionaries no longer show. */
export function plain({ frame, ids }: Base) {
  return {
    ids,
    size: frame.size,
    customers: plainColumns(frame.customers),
    orders: plainFacts(frame.orders),
    interactions: plainFacts(frame.interactions),
  };
}

function plainFacts({ offsets, day, columns }: Facts): Record<string, unknown[]> {
  return { offsets: [...offsets], day: [...day], ...plainColumns(columns) };
}

function plainColumns(columns: Frame['customers']): Record<string, unknown[]> {
  return Object.fromEntries(Object.entries(columns).map(([id, column]) => [id, plainColumn(column)]));
}

function plainColumn(column: Column): unknown[] {
  if (column.form === 'numeric') return [...column.values];
  const texts = Array.from(column.codes, code => column.dictionary.values[code]);
  if (column.form === 'coded') return texts;
  return Array.from({ length: column.offsets.length - 1 }, (_, row) =>
    texts.slice(column.offsets[row], column.offsets[row + 1]),
  );
}

/** Every record of a database, to see that nothing at all has changed. */
export async function dump(name: string): Promise<Record<string, unknown[]>> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const found: Record<string, unknown[]> = {};
  for (const table of database.objectStoreNames) {
    found[table] = await new Promise((resolve, reject) => {
      const request = database.transaction(table).objectStore(table).getAll();
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error);
    });
  }
  database.close();
  return found;
}

/** A disk with `free` bytes, as files see it, and `usage` taken by us; tells how much was tried. */
export function pretendDisk(free: number, usage = 0) {
  const disk = { tried: 0, kept: 0 };
  const writer = () => {
    let own = 0;
    return {
      write: async (blocks: Blob) => {
        if (own + blocks.size > free) throw new DOMException('no room', 'QuotaExceededError');
        own += blocks.size;
        disk.tried = Math.max(disk.tried, own);
      },
      abort: async () => undefined,
      close: async () => {
        disk.kept += own;
      },
    };
  };
  const getDirectory = async () => ({
    getFileHandle: async () => ({ createWritable: async () => writer() }),
  });
  vi.stubGlobal('navigator', { storage: { getDirectory, estimate: async () => ({ usage }) } });
  return disk;
}

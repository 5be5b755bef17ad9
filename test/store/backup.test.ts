import fc from 'fast-check';
import { inflateSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { Bits, Problem } from '../../src/domain/index.ts';
import { CodecError, Decoder, Encoder } from '../../src/store/backup/codec.ts';
import { type BackupOptions, CHUNK_SIZE, type Store } from '../../src/store/index.ts';
import {
  card,
  change,
  customer,
  dump,
  freshStore,
  interaction,
  order,
  ruleVersion,
  searchRow,
} from './kit.ts';

async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'no problem';
  } catch (error) {
    return error instanceof Problem ? error.code : String(error);
  }
}

/** Everything stored but what goes on counting and the log of backups. */
async function content(name: string): Promise<unknown> {
  const { meta, ...tables } = await dump(name);
  const base = meta!.find(each => (each as { key: string }).key === 'base') as object;
  const others = meta!.filter(each => !['base', 'backups'].includes((each as { key: string }).key));
  return { ...tables, others, base: { ...base, revision: 0, generation: 0 } };
}

async function fill(store: Store, size: number): Promise<void> {
  const ids = Array.from({ length: size }, (_, i) => `c${i}`);
  await store.commit(
    change({
      customers: ids.map((id, i) =>
        customer(id, {
          name: `客户 ${i} <b>\ud83d\ude00`,
          columns: i % 3 === 0 ? { industry: 'C', joined: 19_000 + (i % 900) } : {},
          tags: i % 5 === 0 ? [{ tag: 'VIP', author: 'ann', at: i }] : [],
        }),
      ),
      orders: new Map(
        ids.map((id, i) => [id, [order(20_000 + (i % 300), { number: `N${i}`, amount: i * 7 })]]),
      ),
      interactions: new Map([['c1', [interaction(20_001, { topic: '物流', csat: 4 })]]]),
      currency: 'EUR',
      draft: 'tag 草稿',
      record: {
        fileName: 'a.csv',
        checksum: 'abc',
        at: 5,
        summary: {
          rows: size,
          newCustomers: size,
          matchedCustomers: 0,
          orders: size,
          replacedOrders: 0,
          interactions: 1,
          refused: 0,
        },
      },
    }),
  );
  const bits = new Bits(size);
  bits.words[0] = 2;
  await store.publish({
    version: ruleVersion(1),
    asOf: 20_300,
    nextTurn: 20_301,
    revision: 1,
    results: { size, tags: [{ name: 'T', weight: 1, bits }], tiers: [], segments: [], actions: [] },
    cards: ids.map(id => card(id, [`e:${id}@example.com`])),
    searchRows: ids.map(id => searchRow(id)),
  });
}

const plainBackup = { passphrase: '', extra: '{"language":"zh"}', now: 1_000 };
const locked = { ...plainBackup, passphrase: '正确的马 battery' };

describe('a backup', () => {
  it.each([
    ['open', plainBackup],
    ['locked', locked],
  ])('gives the same base again, on an empty and on a full one (%s)', async (_, options) => {
    const { store, name } = freshStore();
    await fill(store, CHUNK_SIZE + 70);
    const before = await content(name);
    const { file, head } = await store.backup(options);
    expect(head).toMatchObject({ customers: CHUNK_SIZE + 70, orders: CHUNK_SIZE + 70, version: 1 });
    expect(head.encryption === null).toBe(options.passphrase === '');
    expect(await content(name)).toEqual(before);

    const empty = freshStore();
    expect(await empty.store.restore(file, options.passphrase)).toBe(plainBackup.extra);
    expect(await content(empty.name)).toEqual(before);
    expect(await empty.store.cardOf('c7')).toMatchObject({ id: 'c7' });
    expect((await empty.store.search('Name c2070', 5)).map(({ id }) => id)).toEqual(['c2070']);

    const full = freshStore();
    await full.store.commit(change({ customers: [customer('other')] }));
    const { revision, generation } = await full.store.state();
    await full.store.restore(file, options.passphrase);
    expect(await content(full.name)).toEqual(before);
    const state = await full.store.state();
    expect(state.revision).toBeGreaterThan(Math.max(revision, (await store.state()).revision));
    expect(state.generation).toBeGreaterThan(generation);
    expect((await full.store.backups()).made.map(({ at }) => at)).toEqual([1_000]);
  });

  it('shows nothing of what it holds when it is locked', async () => {
    const { store } = freshStore();
    await store.commit(change({ customers: [customer('c')] }));
    const bytesOf = async (options: BackupOptions) =>
      new Uint8Array(await (await store.backup(options)).file.arrayBuffer());
    const firstFrame = (bytes: Uint8Array) =>
      bytes.slice(57 + new DataView(bytes.buffer).getUint32(16, true));
    const textIn = (bytes: Uint8Array) => {
      try {
        return new TextDecoder('latin1').decode(inflateSync(firstFrame(bytes).subarray(4)));
      } catch {
        return ''; // nothing that was compressed
      }
    };
    expect(textIn(await bytesOf(plainBackup))).toContain('"language"');
    const shut = await bytesOf(locked);
    expect(textIn(shut)).not.toContain('"language"');
    expect(new TextDecoder('latin1').decode(shut)).toContain('"iterations":600000');
    expect(firstFrame(await bytesOf(locked))).not.toEqual(firstFrame(shut)); // another salt, another nonce
  });

  it('remembers when it was made, also after everything was erased', async () => {
    const { store } = freshStore();
    await store.backup({ ...plainBackup, now: 3 });
    await store.backup({ ...locked, now: 9 });
    await store.erase();
    expect((await store.backups()).made).toMatchObject([
      { at: 3, encrypted: false },
      { at: 9, encrypted: true },
    ]);
  });

  it('can be cancelled while it is made and while it is restored', async () => {
    const { store, name } = freshStore();
    await fill(store, 40);
    const { file } = await store.backup(plainBackup);
    const before = await dump(name);
    const stop = AbortSignal.abort();
    expect(await codeOf(store.backup({ ...plainBackup, now: 2 }, { signal: stop }))).toBe('cancelled');
    expect(await codeOf(store.restore(file, '', { signal: stop }))).toBe('cancelled');
    const late = new AbortController();
    const onProgress = (done: number) => {
      if (done === 3) late.abort();
    };
    expect(await codeOf(store.restore(file, '', { signal: late.signal, onProgress }))).toBe('cancelled');
    expect(await dump(name)).toEqual(before);
  });
});

describe('a file that cannot be restored leaves the base as it was', () => {
  let store: Store;
  let name: string;
  let before: unknown;
  let open: Uint8Array;
  let shut: Uint8Array;
  beforeAll(async () => {
    ({ store, name } = freshStore());
    await fill(store, 60);
    open = new Uint8Array(await (await store.backup(plainBackup)).file.arrayBuffer());
    shut = new Uint8Array(await (await store.backup({ ...locked, now: 2_000 })).file.arrayBuffer());
    await store.commit(change({ customers: [customer('later')] }));
    before = await dump(name);
  });
  const restore = (bytes: Uint8Array, passphrase = '') =>
    codeOf(store.restore(new Blob([bytes.slice()]), passphrase));

  it('a wrong passphrase, or none', async () => {
    expect(await restore(shut, 'wrong')).toBe('backupPassphrase');
    expect(await restore(shut, '')).toBe('backupPassphrase');
    expect(await dump(name)).toEqual(before);
    expect(await restore(open, 'needless')).toBe('no problem');
    before = await dump(name);
  });

  it('something else', async () => {
    const other = new TextEncoder().encode('Name,E-mail\nAnn,ann@example.com\n');
    expect(await restore(other)).toBe('backupForeign');
    expect(await restore(new Uint8Array())).toBe('backupForeign');
    expect(await dump(name)).toEqual(before);
  });

  it.each([
    ['its format', { format: 2 }],
    ['its tables', { format: 1, schema: 999 }],
  ])('one of a later Tierlens (%s)', async (_, later) => {
    const magic = open.slice(0, 16);
    const length = new DataView(open.buffer).getUint32(16, true);
    const head = JSON.parse(new TextDecoder().decode(open.slice(20, 20 + length)));
    const json = new TextEncoder().encode(JSON.stringify({ ...head, ...later }));
    const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', json));
    const file = new Blob([magic, Uint32Array.of(json.length), json, digest, open.slice(52 + length)]);
    expect(await codeOf(store.restore(file, ''))).toBe('backupNewer');
    expect(await dump(name)).toEqual(before);
  });

  it('cut off anywhere, or with something after its end', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 16, max: open.length - 1 }), async end => {
        expect(await restore(open.slice(0, end))).toBe('backupDamaged');
      }),
      { numRuns: 60 },
    );
    expect(await restore(new Uint8Array([...open, 0]))).toBe('backupDamaged');
    expect(await dump(name)).toEqual(before);
  });

  it('with any bit flipped, locked or not', async () => {
    const arbitrary = fc.record({
      isLocked: fc.boolean(),
      place: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      bit: fc.integer({ min: 0, max: 7 }),
    });
    await fc.assert(
      fc.asyncProperty(arbitrary, async ({ isLocked, place, bit }) => {
        const bytes = (isLocked ? shut : open).slice();
        bytes[Math.floor(place * bytes.length)]! ^= 1 << bit;
        expect(['backupDamaged', 'backupForeign']).toContain(
          await restore(bytes, isLocked ? locked.passphrase : ''),
        );
      }),
      { numRuns: 120 },
    );
    expect(await dump(name)).toEqual(before);
  });

  it('with frames of two locked files mixed, though each digest is made to fit', async () => {
    const { file } = await store.backup({ ...locked, now: 3_000 });
    const other = new Uint8Array(await file.arrayBuffer());
    const headOf = (bytes: Uint8Array) => 52 + new DataView(bytes.buffer).getUint32(16, true);
    const forged = await rechained(shut.slice(0, headOf(shut)), other.slice(headOf(other)));
    expect(await restore(forged, locked.passphrase)).toBe('backupPassphrase');
  });
});

/** The frames under another head, with their chain of digests computed anew. */
async function rechained(head: Uint8Array, frames: Uint8Array): Promise<Uint8Array> {
  const parts = [...head];
  let chain = head.slice(-32);
  for (let at = 0; at < frames.length; ) {
    const size = new DataView(frames.buffer, at).getUint32(0, true);
    const signed = frames.slice(at + 4, at + 5 + size);
    chain = new Uint8Array(await crypto.subtle.digest('SHA-256', new Uint8Array([...chain, ...signed])));
    parts.push(...frames.slice(at, at + 5 + size), ...chain);
    at += 5 + size + 32;
  }
  return Uint8Array.from(parts);
}

describe('records as bytes', () => {
  const value = fc.letrec(tie => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.constantFrom(null, undefined, true, false, Number.NaN, -0, Infinity, 2 ** 32, 2 ** 53),
      fc.double(),
      fc.integer(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('\ud800', 'a\udc00b', '\ufeffx'),
      fc.date({ noInvalidDate: true }),
      fc.uint8Array(),
      fc.int16Array(),
      fc.uint16Array(),
      fc.int32Array(),
      fc.uint32Array(),
      fc.float64Array(),
      fc.array(tie('value')),
      fc.dictionary(fc.oneof(fc.string(), fc.constantFrom('__proto__', 'toString')), tie('value'), {
        noNullPrototype: true,
      }),
      fc.array(fc.tuple(fc.string(), tie('value'))).map(entries => new Map(entries)),
      fc.array(fc.integer()).map(values => new Set(values)),
    ),
  })).value;

  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.array(value), values => {
        const encoder = new Encoder();
        for (const each of values) encoder.write(each);
        const decoder = new Decoder(encoder.take());
        const read: unknown[] = [];
        while (!decoder.isAtEnd) read.push(decoder.read());
        expect(read).toStrictEqual(values);
      }),
    );
  });

  it('are refused where they would be lost, and where bytes are none', () => {
    expect(() => new Encoder().write({ call: () => 1 })).toThrow(CodecError);
    expect(() => new Encoder().write(new Blob(['x']))).toThrow(CodecError);
    fc.assert(
      fc.property(fc.uint8Array(), bytes => {
        try {
          new Decoder(bytes).read();
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
    );
  });
});

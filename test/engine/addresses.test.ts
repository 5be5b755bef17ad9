import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { dueAt, type NamedSource, Problem } from '../../src/domain/index.ts';
import type { AddressDraft, Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { freshStore } from '../store/kit.ts';
import { openEngine, quiet } from './kit.ts';

// A source that is fetched from a server of this machine, from the first look to the last failure.

let answering: (request: IncomingMessage, response: ServerResponse) => void = () => undefined;
const asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answering(request, response);
});
let origin = '';
let store: Store;
let engine: Engine;
let clock = Date.parse('2026-05-04T10:00:00Z');

beforeAll(async () => {
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  asked.length = 0;
  ({ engine, store } = openEngine({ now: () => new Date(clock), day: () => Math.floor(clock / 86_400_000) }));
});

const hourly = { every: 'hour', minute: 0, weekday: 0 } as const;
const allowed = { isAllowed: true, byHand: false };
const people = (...rows: readonly string[]) => ['customer id,name,email', ...rows].join('\n');
const ada = 'K1,Ada Lund,ada@example.com';
const eva = 'K2,Eva Holm,eva@example.com';

/** Answers with a text, or as an unchanged one where the ETag says so. */
function answer(text: string, etag = ''): void {
  answering = (request, response) => {
    if (etag) response.setHeader('ETag', etag);
    if (etag && request.headers['if-none-match'] === etag) response.writeHead(304).end();
    else response.end(text);
  };
}

function fail(status: number): void {
  answering = (_, response) => response.writeHead(status).end('no');
}

/** Looks at what the address answers and imports it as a source. */
async function add(more: Partial<AddressDraft> = {}): Promise<NamedSource> {
  const request = { url: `${origin}/people.csv`, header: '', value: null, ...more };
  const { file, answer: known } = await engine.fetchAddress('try', request);
  const { guess } = await engine.inspect(file);
  const address = { schedule: hourly, ...request, answer: known };
  await engine.runImport('add', [{ file, mapping: guess, remember: { name: 'CRM', address } }], quiet);
  return (await engine.sources())[0]!;
}

const refresh = (id: number, terms = allowed) => engine.refreshSource('refresh', id, terms, quiet);
const addressNow = async () => (await engine.sources())[0]!.address!;

describe('a source from an address', () => {
  it('is imported once it was looked at, and known from then on', async () => {
    answer(people(ada), '"1"');
    const source = await add();
    expect(source).toMatchObject({ name: 'CRM', subject: 'customer', fileName: 'people.csv' });
    expect(source.address).toMatchObject({
      url: `${origin}/people.csv`,
      answer: { etag: '"1"' },
      import: 1,
      failures: 0,
      last: { at: clock, result: 'imported', rows: 1, refused: 0 },
    });
    expect(dueAt(source.address!)).toBe(clock + 3_600_000);
    expect((await engine.customer('K1'))?.customer.name).toBe('Ada Lund');
  });

  it('does nothing where nothing is new: by its mark, or by its bytes', async () => {
    answer(people(ada), '"1"');
    const { id } = await add();
    expect(await refresh(id)).toMatchObject({ result: 'unchanged' });
    expect(asked.at(-1)!.headers['if-none-match']).toBe('"1"');
    answer(people(ada), '"2"');
    expect(await refresh(id)).toMatchObject({ result: 'unchanged' });
    expect(await engine.imports()).toHaveLength(1);
  });

  it('does nothing where there are headings and no rows, as long as they are the right ones', async () => {
    answer(people(ada), '"1"');
    const { id } = await add();
    const before = await engine.digest();
    answer(people(), '"2"');
    expect(await refresh(id)).toMatchObject({ result: 'unchanged', code: '' });
    expect(await addressNow()).toMatchObject({ failures: 0, answer: { etag: '"1"' } });
    answer('The export is not ready yet', '"3"');
    expect(await refresh(id)).toMatchObject({ result: 'failed', code: 'sourceUnfit' });
    expect(await engine.digest()).toBe(before);
    expect(await engine.imports()).toHaveLength(1);
    answer(people(ada, eva), '"4"');
    expect(await refresh(id)).toMatchObject({ result: 'imported', rows: 2 });
  });

  it('imports what is new as an import of its own, which can be taken back', async () => {
    answer(people(ada));
    const { id } = await add();
    const before = await engine.digest();
    answer(people(ada, eva, 'K3,Eve Moss,not an address'));
    expect(await refresh(id)).toMatchObject({ result: 'imported', rows: 3 });
    expect((await engine.workspace()).customers).toBeGreaterThanOrEqual(2);
    const [latest] = await engine.imports();
    expect((await addressNow()).import).toBe(latest!.id);
    await engine.undoImport('undo', latest!.id, quiet);
    expect(await engine.digest()).toBe(before);
    // By itself it does not come again; by hand it does.
    expect(await refresh(id)).toMatchObject({ result: 'unchanged' });
    expect(await refresh(id, { isAllowed: true, byHand: true })).toMatchObject({ result: 'imported' });
  });

  it('finds its columns by their headings, in any order and among new ones', async () => {
    answer(people(ada));
    const { id } = await add();
    answer('email,extra,a,b,c,d,customer id,name\neva@example.com,1,2,3,4,5,K2,Eva Holm');
    expect(await refresh(id)).toMatchObject({ result: 'imported', rows: 1, code: '' });
    expect((await engine.customer('K2'))?.customer.emails).toEqual(['eva@example.com']);
  });

  it('goes on without a column that it can spare, and says so', async () => {
    answer(people(ada));
    const { id } = await add();
    answer('customer id,name\nK2,Eva Holm');
    expect(await refresh(id)).toMatchObject({
      result: 'imported',
      code: 'sourceColumnsMissing',
      args: { columns: 'email' },
    });
    expect((await engine.sources())[0]!.columns).toHaveLength(3); // it may come back
  });

  it('takes the list of a JSON answer that was chosen', async () => {
    const body = (name: string) =>
      JSON.stringify({
        page: { rows: [{ a: 1 }, { a: 2 }, { a: 3 }] },
        data: { people: [{ 'customer id': 'K1', name, email: 'ada@example.com' }] },
      });
    answer(body('Ada Lund'));
    const request = { url: `${origin}/people.json`, header: '', value: null };
    const { file, answer: known } = await engine.fetchAddress('try', request);
    const sheet = (await engine.inspect(file)).sheets.find(({ rows }) => rows === 1)!.name;
    const { guess } = await engine.inspect(file, { sheet });
    const address = { ...request, schedule: hourly, answer: known };
    const part = { file, mapping: guess, choice: { sheet }, remember: { name: 'API', address } };
    await engine.runImport('add', [part], quiet);
    answer(body('Ada Holm'));
    expect(await refresh(1)).toMatchObject({ result: 'imported', rows: 1, refused: 0 });
    expect((await engine.customer('K1'))?.customer.name).toBe('Ada Holm');
  });
});

describe('a failed fetch keeps the base and says why', () => {
  const cases: readonly (readonly [string, () => void, string])[] = [
    ['a key that is not accepted', () => fail(401), 'sourceSignIn'],
    ['a right that lacks', () => fail(403), 'sourceForbidden'],
    ['nothing there', () => fail(404), 'sourceNotThere'],
    ['a server that fails', () => fail(500), 'sourceServer'],
    ['broken JSON', () => answer('[{"customer id":"K1","name":"Ada"},{"customer id":}]'), 'jsonBroken'],
    ['a page to sign in', () => answer('<!doctype html><title>Sign in</title>'), 'sourceIsPage'],
    ['nothing at all', () => answer(''), 'emptyFile'],
    ['other columns', () => answer('colour,size\nred,1'), 'sourceUnfit'],
    ['no connection', () => (answering = request => request.destroy()), 'sourceOffline'],
  ];
  it.each(cases)('%s', async (_, arrange, code) => {
    answer(people(ada), '"1"');
    const { id } = await add();
    const before = await engine.digest();
    arrange();
    expect(await refresh(id)).toMatchObject({ result: 'failed', code });
    expect(await refresh(id)).toMatchObject({ result: 'failed', code });
    const address = await addressNow();
    expect(address).toMatchObject({ failures: 2, answer: { etag: '"1"' }, last: { code } });
    expect(await engine.digest()).toBe(before);
    expect(await engine.imports()).toHaveLength(1);
    answer(people(ada, eva));
    expect(await refresh(id)).toMatchObject({ result: 'imported' });
    expect((await addressNow()).failures).toBe(0);
  });

  it.each([
    ['7200', 7_200_000],
    ['Mon, 04 May 2026 13:00:00 GMT', 10_800_000],
    ['60', 300_000], // our own pause is longer
    ['', 300_000],
    ['soon', 300_000],
  ])('and is not asked again before the server wants to be: Retry-After %s', async (header, pause) => {
    clock = Date.parse('2026-05-04T10:00:00Z');
    answer(people(ada));
    const { id } = await add();
    answering = (_, response) => response.writeHead(429, { 'Retry-After': header }).end();
    expect(await refresh(id)).toMatchObject({ result: 'failed', code: 'sourceBusy' });
    expect(dueAt(await addressNow())).toBe(clock + pause);
    answer(people(ada, eva));
    expect(await refresh(id, { isAllowed: true, byHand: true })).toMatchObject({ result: 'imported' });
    expect(dueAt(await addressNow())).toBe(clock + 3_600_000);
  });

  it('rows of which none can be accepted', async () => {
    const orders = (...rows: readonly string[]) =>
      ['order no,customer id,order date,amount', ...rows].join('\n');
    answer(orders('1,K1,2026-04-01,10'));
    const { id, subject } = await add();
    expect(subject).toBe('order');
    answer(orders('2,K1,someday,10', '3,K1,2026-13-40,10'));
    expect(await refresh(id)).toMatchObject({ code: 'sourceAllRefused', args: { rows: 2 } });
    answer(orders('2,K1,someday,10', '3,K1,2026-04-03,10'));
    expect(await refresh(id)).toMatchObject({ result: 'imported', rows: 2, refused: 1 });
    expect((await engine.workspace()).orders).toBe(2);
  });

  it('does not ask a host that is not allowed', async () => {
    answer(people(ada));
    const { id } = await add();
    const requests = asked.length;
    expect(await refresh(id, { isAllowed: false, byHand: true })).toMatchObject({ code: 'sourceNotAllowed' });
    expect(asked).toHaveLength(requests);
  });

  it('records nothing where it was cancelled', async () => {
    answer(people(ada));
    const { id } = await add();
    answering = (_, response) => {
      response.write('customer id,name\n');
      void engine.cancel('refresh');
    };
    await expect(refresh(id)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await addressNow()).toMatchObject({ failures: 0, last: { result: 'imported' } });
  });
});

describe('the secret of a source', () => {
  const bearer = { header: 'Authorization', value: 'Bearer s3cret-0815' };
  const needsKey = (text: string) => {
    answering = (request, response) => {
      if (request.headers.authorization === bearer.value) response.end(text);
      else response.writeHead(401).end();
    };
  };

  it('is sent again without being shown, and is part of no backup', async () => {
    needsKey(people(ada));
    const { id, address } = await add(bearer);
    expect(JSON.stringify(address)).not.toContain('s3cret');
    needsKey(people(ada, eva));
    expect(await refresh(id)).toMatchObject({ result: 'imported', rows: 2 });
    const { file } = await engine.backup('backup', { passphrase: '', extra: '' }, quiet);
    const tables = freshStore().store;
    await tables.restore(file, '');
    expect((await tables.sources())[0]!.address).toMatchObject({ header: 'Authorization' });
    expect(await tables.secret(address!.secret)).toBeNull();
    expect((await store.secret(address!.secret))?.value).toBe(bearer.value);
  });

  it('goes to the origin it was given for and to no other', async () => {
    needsKey(people(ada));
    const { id, schedule } = { ...(await add(bearer)), schedule: hourly };
    const elsewhere = { name: 'CRM', url: 'https://example.com/a.csv', header: 'Authorization', schedule };
    await expect(engine.changeAddress(id, { ...elsewhere, value: null })).rejects.toMatchObject({
      code: 'sourceNoSecret',
    });
    const before = (await addressNow()).secret;
    await engine.changeAddress(id, { ...elsewhere, value: 'Bearer other' });
    const { secret } = await addressNow();
    expect(await store.secret(before)).toBeNull();
    expect(await store.secret(secret)).toMatchObject({
      origin: 'https://example.com',
      value: 'Bearer other',
    });
  });

  it('is forgotten with the source', async () => {
    needsKey(people(ada));
    const { id, address } = await add(bearer);
    await engine.removeSource(id);
    expect(await store.secret(address!.secret)).toBeNull();
    expect(await refresh(id)).toBeNull();
  });

  it('cannot smuggle another header in', async () => {
    const request = { url: `${origin}/a.csv`, header: 'X-Key', value: 'a\r\nCookie: b' };
    await expect(engine.fetchAddress('try', request)).rejects.toBeInstanceOf(Problem);
    expect(asked).toHaveLength(0);
  });
});

describe('changes of a source', () => {
  it('keep what is known of the answer while the address is the same', async () => {
    answer(people(ada), '"1"');
    const { id } = await add();
    clock += 60_000;
    const daily = { every: 'day', minute: 480, weekday: 0 } as const;
    const url = `${origin}/people.csv`;
    await engine.changeAddress(id, { name: 'Shop', url, header: '', value: null, schedule: daily });
    expect((await engine.sources())[0]).toMatchObject({
      name: 'Shop',
      address: { schedule: daily, since: clock, answer: { etag: '"1"' } },
    });
    await engine.changeAddress(id, {
      name: 'Shop',
      url: `${url}?all`,
      header: '',
      value: null,
      schedule: daily,
    });
    expect((await addressNow()).answer.etag).toBe('');
    await engine.pauseAddress(id, true);
    expect(dueAt(await addressNow())).toBeNull();
  });

  it('do not lose the address when a file with the same columns is imported by hand', async () => {
    answer(people(ada));
    const { id } = await add();
    const file = new File([people(eva)], 'may.csv');
    const { recognised } = await engine.inspect(file);
    expect(recognised?.source.id).toBe(id);
    const remember = { id, name: 'CRM' };
    await engine.runImport('by hand', [{ file, mapping: recognised!.mapping, remember }], quiet);
    expect((await addressNow()).url).toBe(`${origin}/people.csv`);
  });
});

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { Problem } from '../../src/domain/index.ts';
import { fetchTable, type TableRequest } from '../../src/engine/fetching/fetchTable.ts';

// A server of this machine answers as told; what it was asked is looked at afterwards.

type Answering = (request: IncomingMessage, response: ServerResponse) => void;

let answering: Answering = () => undefined;
const asked: IncomingMessage[] = [];
const server = createServer((request, response) => {
  asked.push(request);
  answering(request, response);
});
let origin = '';

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
});

const text = 'name,email\nAda,ada@example.com\n';
const never = new AbortController().signal;
const request = (path: string, more: Partial<TableRequest> = {}): TableRequest => ({
  url: origin + path,
  headers: {},
  known: null,
  ...more,
});

async function problemOf(work: Promise<unknown>): Promise<Pick<Problem, 'code' | 'args'>> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof Problem)) throw new Error(`no Problem: ${error}`);
  return { code: error.code, args: error.args };
}

async function answerOf(work: ReturnType<typeof fetchTable>) {
  const fetched = await work;
  if (fetched.isSame) throw new Error('the same');
  return fetched;
}

describe('a table from an address', () => {
  it('is the bytes of the answer, with what they are known by', async () => {
    answering = (_, response) => {
      response.setHeader('ETag', '"7"');
      response.setHeader('Last-Modified', 'Mon, 04 May 2026 10:00:00 GMT');
      response.end(text);
    };
    const { file, answer } = await answerOf(
      fetchTable(request('/export/%E5%AE%A2%E6%88%B7.csv?key=1', { headers: { 'X-Api-Key': 'k' } }), never),
    );
    expect([file.name, await file.text()]).toEqual(['客户.csv', text]);
    expect(answer).toEqual({
      etag: '"7"',
      lastModified: 'Mon, 04 May 2026 10:00:00 GMT',
      checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(asked[0]!.headers).toMatchObject({ 'x-api-key': 'k' });
    expect(asked[0]!.headers).not.toHaveProperty('cookie');
    expect(asked[0]!.headers).not.toHaveProperty('referer');
    expect(asked[0]!.headers).not.toHaveProperty('if-none-match');
  });

  it('is the same where the server says so, or where the bytes are', async () => {
    answering = (asking, response) => {
      response.setHeader('ETag', '"7"');
      if (asking.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else response.end(text);
    };
    const { answer } = await answerOf(fetchTable(request('/a.csv'), never));
    expect(await fetchTable(request('/a.csv', { known: answer }), never)).toEqual({ isSame: true });
    const unmarked = { ...answer, etag: '', lastModified: '' };
    expect(await fetchTable(request('/a.csv', { known: unmarked }), never)).toEqual({ isSame: true });
    expect(asked).toHaveLength(3);
  });

  it.each([
    [401, 'sourceSignIn'],
    [403, 'sourceForbidden'],
    [404, 'sourceNotThere'],
    [410, 'sourceNotThere'],
    [429, 'sourceBusy'],
    [500, 'sourceServer'],
    [503, 'sourceServer'],
    [418, 'sourceStatus'],
    [304, 'sourceStatus'],
  ])('does not come with status %d', async (status, code) => {
    answering = (_, response) => response.writeHead(status).end(status === 304 ? undefined : text);
    expect((await problemOf(fetchTable(request('/a.csv'), never))).code).toBe(code);
  });

  it('is no page', async () => {
    answering = (_, response) => response.end('\n<!DOCTYPE html>\n<title>Sign in</title>');
    expect((await problemOf(fetchTable(request('/a.csv'), never))).code).toBe('sourceIsPage');
  });

  it('is no larger than the limit, announced or not', async () => {
    const small = { bytes: 1000, seconds: 5 };
    answering = (_, response) => response.writeHead(200, { 'Content-Length': '5000' }).end('x'.repeat(5000));
    expect((await problemOf(fetchTable(request('/a'), never, small))).code).toBe('sourceTooLarge');
    answering = (_, response) => {
      for (let part = 0; part < 50; part++) response.write('x'.repeat(100));
      response.end();
    };
    expect((await problemOf(fetchTable(request('/a'), never, small))).code).toBe('sourceTooLarge');
  });

  it('does not take longer than the limit, and stops when it is told to', async () => {
    answering = (_, response) => response.write('name\n');
    expect(await problemOf(fetchTable(request('/a'), never, { bytes: 1000, seconds: 0.2 }))).toEqual({
      code: 'sourceSlow',
      args: { host: new URL(origin).host, seconds: 0.2 },
    });
    const controller = new AbortController();
    const work = fetchTable(request('/a'), controller.signal);
    controller.abort(new Problem('cancelled'));
    expect((await problemOf(work)).code).toBe('cancelled');
  });

  it('breaks off with the connection, and does not come from where nobody listens', async () => {
    answering = (_, response) => {
      response.writeHead(200, { 'Content-Length': '5000' });
      response.write('name\n');
      setTimeout(() => response.destroy(), 20);
    };
    expect((await problemOf(fetchTable(request('/a'), never))).code).toBe('sourceOffline');
    const nobody = fetchTable({ url: 'http://127.0.0.1:9/a.csv', headers: {}, known: null }, never);
    expect(['sourceOffline']).toContain((await problemOf(nobody)).code);
  });
});

describe('a redirect', () => {
  const secret = { headers: { Authorization: 'Bearer s3cret' } };

  it('is followed within the host', async () => {
    answering = (asking, response) => {
      if (asking.url === '/old') response.writeHead(302, { Location: '/new' }).end();
      else if (asking.headers.authorization) response.end(text);
      else response.writeHead(401).end();
    };
    const { file } = await answerOf(fetchTable(request('/old', secret), never));
    expect([file.name, await file.text()]).toEqual(['old', text]);
  });

  it('is refused to another host, which never hears the secret', async () => {
    const heard: IncomingMessage[] = [];
    const other = createServer((asking, response) => {
      heard.push(asking);
      response.end(text);
    });
    await new Promise<void>(resolve => other.listen(0, '127.0.0.1', resolve));
    const target = `http://localhost:${(other.address() as AddressInfo).port}/a.csv`;
    answering = (_, response) => response.writeHead(307, { Location: target }).end();
    try {
      const { code, args } = await problemOf(fetchTable(request('/a.csv', secret), never));
      expect([code, args.target]).toEqual(['sourceForwarded', target]);
      expect(heard.filter(each => each.headers.authorization !== undefined)).toEqual([]);
    } finally {
      other.closeAllConnections();
      other.close();
    }
  });

  it('that never ends is given up', async () => {
    answering = (_, response) => response.writeHead(302, { Location: '/again' }).end();
    expect((await problemOf(fetchTable(request('/a.csv'), never))).code).toBe('sourceForwardedAway');
  });
});

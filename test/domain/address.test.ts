import { describe, expect, it } from 'vitest';
import {
  checkHeader,
  dueAt,
  isPrivateHost,
  Problem,
  readAddress,
  type SourceAddress,
  waitOf,
} from '../../src/domain/index.ts';

function codeOf(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    if (error instanceof Problem) return error.code;
    throw error;
  }
  return '';
}

describe('an address', () => {
  it.each([
    [' https://crm.example.com/export.csv#top ', 'https://crm.example.com/export.csv'],
    ['http://localhost:8080/a?b=1', 'http://localhost:8080/a?b=1'],
    ['http://192.168.1.20/list', 'http://192.168.1.20/list'],
    ['https://导出.example.com/客户.csv', 'https://xn--79qu7v.example.com/%E5%AE%A2%E6%88%B7.csv'],
  ])('is read: %s', (text, url) => {
    expect(readAddress(text).href).toBe(url);
  });

  it.each([
    ['crm.example.com/export.csv', 'addressUnreadable'],
    ['ftp://example.com/a.csv', 'addressUnreadable'],
    ['file:///etc/passwd', 'addressUnreadable'],
    ['data:text/csv,a', 'addressUnreadable'],
    ['javascript:alert(1)', 'addressUnreadable'],
    ['https://user:secret@example.com/a.csv', 'addressWithPassword'],
    ['http://crm.example.com/a.csv', 'addressOpen'],
    ['http://127.0.0.1.example.com/', 'addressOpen'],
  ])('is refused: %s', (text, code) => {
    expect(codeOf(() => readAddress(text))).toBe(code);
  });

  it.each([
    ...[
      'localhost',
      'crm.localhost',
      'crm',
      'nas.local',
      '127.0.0.1',
      '10.1.2.3',
      '172.16.0.1',
      '172.31.9.9',
    ],
    ...['[::1]', '[fd00::1]', '[fe80::1]'],
  ])('%s is private', host => {
    expect(isPrivateHost(host)).toBe(true);
  });
  it.each(['example.com', 'local.example.com', '172.32.0.1', '11.0.0.1', '[2001:db8::1]'])(
    '%s is public',
    host => {
      expect(isPrivateHost(host)).toBe(false);
    },
  );
});

describe('a header', () => {
  it.each([
    ['X-Api-Key', 'abc 123'],
    ['Authorization', 'Bearer ey.J-_'],
  ])('is taken: %s', (name, value) => {
    expect(codeOf(() => checkHeader(name, value))).toBe('');
  });
  it.each([
    ...[
      ['', 'a'],
      ['X Key', 'a'],
      ['X-Key\r\nCookie', 'a'],
      ['Cookie', 'a=b'],
      ['host', 'a'],
    ],
    ...[
      ['Sec-Fetch-Mode', 'a'],
      ['If-None-Match', '"1"'],
      ['X-Key', ''],
      ['X-Key', 'a\r\nb'],
      ['X-Key', '密钥'],
    ],
  ] as const)('is refused: %j %j', (name, value) => {
    expect(codeOf(() => checkHeader(name, value))).toBe('headerRefused');
  });
});

describe('when an address is due', () => {
  const hour = 3_600_000;
  const base: SourceAddress = {
    url: 'https://crm.example.com/a.csv',
    header: '',
    secret: '',
    schedule: { every: 'hour', minute: 0, weekday: 0 },
    isPaused: false,
    since: 1_000 * hour,
    answer: { etag: '', lastModified: '', checksum: '' },
    import: 1,
    last: null,
    failures: 0,
  };
  const last = (at: number, code: string) =>
    ({ at, result: code ? 'failed' : 'imported', rows: 1, refused: 0, code, args: {} }) as const;

  it('counts from the last fetch, or from when the schedule was set where that is later', () => {
    expect(dueAt(base)).toBe(1_001 * hour);
    expect(dueAt({ ...base, last: last(1_005 * hour, '') })).toBe(1_006 * hour);
    expect(dueAt({ ...base, last: last(900 * hour, '') })).toBe(1_001 * hour);
  });

  it('is sooner after a failure that may pass, and never while paused', () => {
    const at = 1_005 * hour;
    expect(dueAt({ ...base, last: last(at, 'sourceOffline'), failures: 1 })).toBe(at + hour / 12);
    expect(dueAt({ ...base, last: last(at, 'sourceSignIn'), failures: 1 })).toBe(at + hour);
    expect(dueAt({ ...base, isPaused: true })).toBeNull();
  });
});

describe('how long a server asks to be left alone', () => {
  const now = Date.UTC(2026, 4, 4, 10);
  it.each([
    ['120', 120_000],
    [' 0 ', 0],
    ['Mon, 04 May 2026 10:00:30 GMT', 30_000],
    ['Mon, 04 May 2026 09:00:00 GMT', 0],
    ['99999999', 7 * 86_400_000],
    ['Fri, 31 Dec 9999 23:59:59 GMT', 7 * 86_400_000],
    ['-5', 0],
    ['1.5 hours', 0],
    ['', 0],
  ])('%s', (header, wait) => {
    expect(waitOf(header, now)).toBe(wait);
  });
});

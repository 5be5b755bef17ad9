import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { manifestFaults, permissions } from './manifest.ts';
import { zipFolder } from './package.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'tierlens-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('has the same bytes whenever it is made', () => {
    writeFileSync(path.join(folder, 'b.json'), '{"name":"客户"}');
    writeFileSync(path.join(folder, 'a.png'), Buffer.from([0x89, 0x50, 0xff]));
    const first = zipFolder(folder);
    utimesSync(path.join(folder, 'a.png'), 1, 1);
    expect(zipFolder(folder)).toEqual(first);
    const files = unzipSync(first);
    expect(Object.keys(files)).toEqual(['a.png', 'b.json']);
    expect(new TextDecoder().decode(files['b.json'])).toBe('{"name":"客户"}');
    expect([...files['a.png']!]).toEqual([0x89, 0x50, 0xff]);
  });
});

const fit = {
  manifest_version: 3,
  version: '0.1.0',
  permissions,
  content_security_policy: { extension_pages: "script-src 'self'; object-src 'none'" },
};

describe('the manifest', () => {
  it('is fit as it is', () => {
    expect(manifestFaults(fit)).toEqual([]);
  });
  it.each<[string, object]>([
    ['eval', { content_security_policy: { extension_pages: "script-src 'self' 'unsafe-eval'" } }],
    [
      'scripts from outside',
      { content_security_policy: { extension_pages: "script-src 'self' https://x.test" } },
    ],
    ['no policy', { content_security_policy: {} }],
    [
      'files that pages can read',
      { web_accessible_resources: [{ resources: ['a.js'], matches: ['<all_urls>'] }] },
    ],
    ['hosts at installation', { host_permissions: ['https://*/*'] }],
    ['scripts on every page', { content_scripts: [{ matches: ['<all_urls>'] }] }],
    ['one more permission', { permissions: [...permissions, 'history'] }],
    ['a permission less', { permissions: permissions.slice(1) }],
    ['version 2', { manifest_version: 2 }],
    ['a version of words', { version: '1.0-beta' }],
    ['a key', { key: 'MIIB' }],
  ])('is refused with %s', (_name, change) => {
    expect(manifestFaults({ ...fit, ...change })).toHaveLength(1);
  });
});

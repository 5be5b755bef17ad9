import { describe, expect, it } from 'vitest';
import { isInstalled } from './installed.mjs';
import { nodeFault } from './setup.mjs';

describe('the version of node', () => {
  it.each(['v20.19.0', 'v20.20.2', 'v22.12.0', 'v24.1.0'])('%s serves', version => {
    expect(nodeFault(version)).toBeNull();
  });
  it.each(['v18.20.0', 'v20.18.1', 'v21.7.0', 'v22.11.0'])('%s is told in a sentence', version => {
    expect(nodeFault(version)).toContain(`this is node ${version}`);
  });
});

describe('the dependencies', () => {
  const lock = {
    packages: {
      '': {},
      'node_modules/a': { version: '1.0.0' },
      'node_modules/b': { version: '2.0.0', optional: true },
    },
  };
  it('are missing without an installation', () => {
    expect(isInstalled(lock, null)).toBe(false);
  });
  it('are there when the versions agree; those of other platforms may be absent', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '1.0.0' } } })).toBe(true);
  });
  it('are old when a version differs', () => {
    expect(isInstalled(lock, { packages: { 'node_modules/a': { version: '0.9.0' } } })).toBe(false);
  });
  it('are old when one is missing', () => {
    expect(isInstalled(lock, { packages: {} })).toBe(false);
  });
});

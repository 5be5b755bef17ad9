import { expect, it } from 'vitest';
import { patternOf } from '../../src/shell/access.ts';
import { settingsFrom } from '../../src/shell/settings.ts';

it.each([
  [undefined, 'auto', 'auto'],
  [null, 'auto', 'auto'],
  ['zh', 'auto', 'auto'],
  [{ language: 'zh', theme: 'dark' }, 'zh', 'dark'],
  [{ language: 'fr', theme: 3 }, 'auto', 'auto'],
  [{ theme: 'light', other: 1 }, 'auto', 'light'],
])('settings stored as %j', (stored, language, theme) => {
  expect(settingsFrom(stored)).toEqual({ language, theme });
});

it.each([
  ['http://127.0.0.1:11080', 'http://127.0.0.1/*'],
  ['https://mail.example.com', 'https://mail.example.com/*'],
])('the pattern of %s', (origin, pattern) => {
  expect(patternOf(origin)).toBe(pattern);
});

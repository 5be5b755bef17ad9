import { describe, expect, it } from 'vitest';
import { namesCustomer } from '../../src/ui/studio/export/namedIn.ts';
import { customer } from '../store/kit.ts';

const zoe = customer('zoe-7', { name: 'Zoe Quill', emails: ['zoe@x.test'], phones: ['13800138000'] });

describe('rules that name a customer', () => {
  it.each([
    ['tag T\n  when name = "zoe quill"', true],
    ['tag T\n  when customerId in ["a", "zoe-7"]', true],
    ['标签 T\n  当 邮箱 为 “zoe@x.test”', true],
    ['tag `For Zoe Quill`\n  when frequency > 1', true],
    ['// Zoe Quill\ntag T\n  when city = "Paris"', true],
    ['tag T\n  when city = "Zoe"', false],
    ['tag T\n  when name = "Anna" and city = "B"', false],
    ['', false],
  ])('%j: %s', (text, expected) => {
    expect(namesCustomer(text, zoe)).toBe(expected);
  });

  it('an empty name or contact is in no rule', () => {
    expect(namesCustomer('tag T\n  when city = "x"', customer('q', { name: '', emails: [''] }))).toBe(false);
  });
});

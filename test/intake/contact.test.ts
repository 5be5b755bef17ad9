import { describe, expect, it } from 'vitest';
import { contactKeys, emailKey, phoneKey } from '../../src/domain/index.ts';
import { cleanPhone } from '../../src/intake/clean/phone.ts';

describe('the keys of a contact', () => {
  it('are the same for every spelling of an address', () => {
    expect(emailKey(' Wei@ACME.test')).toBe('e:wei@acme.test');
    for (const spelling of [
      'user@bücher.de',
      'User@BÜCHER.de',
      'user@xn--bcher-kva.de',
      'user@bu\u0308cher.de',
    ])
      expect(emailKey(spelling)).toBe('e:user@xn--bcher-kva.de');
    expect(emailKey('葉士豪@臺網中心.tw')).toBe('e:葉士豪@xn--fiqq24b10vi0d.tw');
  });

  it.each([
    ['0571-88886666', ['+86 571 8888 6666', '(0571) 8888-6666', '0086 571 88886666', '571 8888 6666']],
    ['010-66668888', ['+86 10 6666 8888', '010 6666 8888']],
    ['13800138000', ['+86 138-0013-8000', '138 0013 8000', '008613800138000']],
    ['4008208820', ['400-820-8820', '+86 400 820 8820']],
    ['+14155550123', ['(415) 555-0123', '+1 415 555 0123', '001 415 555 0123']],
    ['+442070313000', ['020 7031 3000', '+44 20 7031 3000']],
    ['+85291234567', ['9123 4567', '+852 9123 4567']],
  ])('%s is found as a page writes it', (stored, spellings) => {
    const filed = contactKeys({ phone: stored });
    for (const phone of spellings)
      expect([phone, contactKeys({ phone }).some(key => filed.includes(key))]).toEqual([phone, true]);
  });

  it('tell different numbers apart', () => {
    const keys = ['13800138000', '0571-88886666', '021-88886666', '+14155550123'].flatMap(phone =>
      contactKeys({ phone }),
    );
    expect(new Set(keys).size).toBe(keys.length);
    expect(phoneKey(cleanPhone('+86 (0)571 8888 6666').value)).toBe(phoneKey('0571-88886666'));
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emailKey, fieldOf, phoneKey } from '../../src/domain/index.ts';
import { cleanAmount, cleanCurrency, cleanNumber } from '../../src/intake/clean/amount.ts';
import { cleanEmail, cleanEmails } from '../../src/intake/clean/email.ts';
import { cleanListed, cleanStrictlyListed } from '../../src/intake/clean/listed.ts';
import { cleanPhone, cleanPhones } from '../../src/intake/clean/phone.ts';
import { cleanLabels, cleanNumberText, cleanText, foldName } from '../../src/intake/clean/text.ts';

/** A cell and what it becomes; `!code` = refused with that code. */
type Cases = Readonly<Record<string, string>>;

function outcomes<Value>(
  cases: Cases,
  read: (cell: string) => { readonly value: Value; readonly fault: { readonly code: string } | null },
): Cases {
  return Object.fromEntries(
    Object.keys(cases).map(cell => {
      const { value, fault } = read(cell);
      return [cell, fault ? `!${fault.code}` : Array.isArray(value) ? value.join(' + ') : String(value)];
    }),
  );
}

describe('text', () => {
  it('is tidied without touching its punctuation', () => {
    const cases = {
      '  张　伟 ': '张 伟',
      'Ａｃｍｅ　１２号（深圳）': 'Acme 12号（深圳）',
      'a\u200bb\ufeff': 'ab',
      'line\r\nbreak\ttab': 'line break tab',
      Null: 'Null',
      NULL: '',
      无: '',
      '-': '',
    };
    expect(outcomes(cases, cleanText)).toEqual(cases);
    expect(cleanText('x'.repeat(4_001)).fault?.code).toBe('textTooLong');
  });

  it('folds spellings of one name, and keeps different names apart', () => {
    expect(foldName(' ＡLICE  Johnson')).toBe(foldName('alice johnson'));
    expect(foldName('_林儿')).not.toBe(foldName('林儿'));
  });

  it('keeps numbers whole and refuses shortened ones', () => {
    const cases = {
      "'00012": '00012',
      '142074.0': '142074',
      'A-１２': 'A-12',
      '5.10322E+17': '!numberDamaged',
      '4.0128e+10': '!numberDamaged',
    };
    expect(outcomes(cases, cleanNumberText)).toEqual(cases);
  });

  it('splits labels', () => {
    expect(cleanLabels('VIP；重点跟进、VIP, 转介绍').value).toEqual(['VIP', '重点跟进', '转介绍']);
  });
});

describe('e-mail', () => {
  it('reads the usual forms', () => {
    const cases = {
      ' Zhang.Wei@ACME-SZ.Test ': 'Zhang.Wei@acme-sz.test',
      'ｌｉｎａ＠163.com': 'lina@163.com',
      'mailto:a@b.test': 'a@b.test',
      'Alice <alice@b.test>': 'alice@b.test',
      'liuyang+vip@gmailx.test': 'liuyang+vip@gmailx.test',
      '"odd one"@b.test': '"odd one"@b.test',
      '张伟@例子.test': '张伟@例子.test',
      'a@b.test;c@d.test、e@f.test / a@B.test': 'a@b.test + c@d.test + e@f.test',
      'a@b.test\nc@d.test': 'a@b.test + c@d.test',
      '李娜 <li@b.test>; "王, 伟" <wei@b.test>': 'li@b.test + wei@b.test',
      'lina＠163．com': 'lina@163.com',
      '邮箱：a@b.test': 'a@b.test',
      '"needless"@b.test': 'needless@b.test',
      'a@xn--0.test': '!emailDomain',
      'n/a': '',
      '': '',
      'not an address': '!emailNoAt',
      'a..b@c.test': '!emailLocal',
      '@c.test': '!emailLocal',
      'a@-c.test': '!emailDomain',
      'a@': '!emailDomain',
      [`${'x'.repeat(65)}@c.test`]: '!emailTooLong',
    };
    expect(outcomes(cases, cleanEmails)).toEqual(cases);
  });

  it('reads plain addresses as it reads them with a space', () => {
    const plain = fc.stringMatching(/^[a-zA-Z0-9_.-]{1,8}@[a-z0-9.-]{1,8}$/);
    fc.assert(
      fc.property(plain, cell => {
        expect(cleanEmails(cell)).toEqual(cleanEmails(` ${cell}`));
        expect(emailKey(cell)).toBe(emailKey(` ${cell}`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is idempotent', () => {
    const foreign = fc.stringMatching(/^[a"\\ü张. ]{1,6}[@＠][bü例İß]{1,4}[.。][cß商]{1,3}$/);
    fc.assert(
      fc.property(fc.oneof(fc.emailAddress(), foreign, fc.string({ unit: 'grapheme' })), cell => {
        const { value, fault } = cleanEmail(cell);
        if (fault === null) expect(cleanEmail(value)).toEqual({ value, fault: null });
      }),
    );
  });
});

describe('phone', () => {
  it('reads the forms of Chinese files', () => {
    const cases = {
      '138 0013 8000': '13800138000',
      '138-0013-8000': '13800138000',
      '+86 138 0013 8000': '13800138000',
      '008613800138000': '13800138000',
      '8613800138000': '13800138000',
      '１３８００１３８０００': '13800138000',
      "'13800138000": '13800138000',
      '13800138000.0': '13800138000',
      '手机:13800138000': '13800138000',
      '13800138000/13912345678': '13800138000 + 13912345678',
      '13800138000、0755-83214567；400-820-8820': '13800138000 + 0755-83214567 + 4008208820',
      '13800138000 13912345678': '13800138000 + 13912345678',
      '0571-8888 6666-802': '0571-88886666-802',
      '0571-88886666转802': '0571-88886666-802',
      '(010) 8526 4482': '010-85264482',
      '+86 21 6000 1234': '021-60001234',
      '+86-755-83214567': '0755-83214567',
      95588: '95588',
      '+1 (415) 555-0132': '+14155550132',
      '+44 (0)20 8765 4321': '+442087654321',
      '001 415 555 0132 ext. 12': '+14155550132 x12',
      '400-888-6666转12': '4008886666-12',
      '4008886666-12': '4008886666-12',
      '13800138000 转 12': '13800138000-12',
      '+86 400 820 8820': '4008208820',
      '0571 8888 6666 分机802': '0571-88886666-802',
      '电话：（0571）88886666': '0571-88886666',
      '57188886666': '0571-88886666',
      '+852 9123 4567': '+85291234567',
      '95588转9': '95588-9',
      '1-800-FLOWERS': '!phoneInvalid',
      '+1 800 FLOWERS': '+18003569377',
      66668888: '66668888',
      '138001380001': '!phoneInvalid',
      '1.38E+10': '!phoneDamaged',
      '138****8000': '',
      '13800138000, 138****8001': '13800138000',
      'ask reception': '!phoneInvalid',
      12: '!phoneInvalid',
      无: '',
    };
    expect(outcomes(cases, cleanPhones)).toEqual(cases);
    expect(cleanPhone('138****8000').fault?.code).toBe('phoneMasked');
  });

  it('reads plain digits as it reads them with a space', () => {
    const digits = fc.stringMatching(/^(?:1[3-9]\d{9}|[0-9]{5,12})$/);
    fc.assert(
      fc.property(digits, fc.constantFrom('CN', 'US'), (cell, home) => {
        expect(cleanPhones(cell, home)).toEqual(cleanPhones(` ${cell}`, home));
        expect(phoneKey(cell)).toBe(phoneKey(` ${cell}`));
      }),
      { numRuns: 1_000 },
    );
  });

  it('is idempotent', () => {
    const digits = fc.stringMatching(/^[+0-9 ()-]{5,20}$/);
    const extended = fc.stringMatching(
      /^(?:\+86|\+49|\+1|0|1[38]|400)?[0-9 -]{6,11}(?:转| ext |-|x)[0-9]{1,5}$/,
    );
    const region = fc.constantFrom('CN', 'US', 'GB', 'DE', 'HK', '');
    fc.assert(
      fc.property(fc.oneof(digits, extended, fc.string()), region, (cell, home) => {
        const { value, fault } = cleanPhones(cell, home);
        if (fault === null) expect(cleanPhones(value.join('; '), home)).toEqual({ value, fault: null });
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('amount', () => {
  it('becomes integer minor units', () => {
    const cases = {
      '¥1,234.50': '123450',
      '１，２３４': '123400',
      '1234.5元': '123450',
      '1.2万': '1200000',
      '1.2w': '1200000',
      '3亿': '30000000000',
      '人民币1,234元': '123400',
      '100元整': '10000',
      壹佰贰拾叁元肆角伍分: '12345',
      人民币壹仟零伍拾元整: '105000',
      一万二千三百元: '1230000',
      拾万元整: '10000000',
      一千二: '!amountInvalid',
      二三: '!amountInvalid',
      '(123.00)': '-12300',
      '-123': '-12300',
      '123-': '-12300',
      '￥-5': '-500',
      '-¥5': '-500',
      'CNY 12': '1200',
      '12 RMB': '1200',
      '1.005': '101',
      '0.1': '10',
      '.5': '50',
      '1.234,56': '123456',
      "1'234.50": '123450',
      '1 234,50': '123450',
      '1,5': '150',
      '0': '0',
      '': 'null',
      '-': 'null',
      'US$ 3': '!foreignCurrency',
      $3: '!foreignCurrency',
      '3 EUR': '!foreignCurrency',
      twelve: '!amountInvalid',
      '1.2.3': '!amountInvalid',
      '9e99': '!amountTooLarge',
    };
    expect(outcomes(cases, cell => cleanAmount(cell, 'CNY'))).toEqual(cases);
    expect(cleanAmount('¥120', 'JPY').value).toBe(120);
    expect(cleanAmount('$1.50', 'AUD').value).toBe(150);
  });

  it('reads back what a formatter writes', () => {
    const write = new Intl.NumberFormat('en', { minimumFractionDigits: 2 });
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), minor => {
        expect(cleanAmount(write.format(minor / 100), 'CNY').value).toBe(minor);
        expect(cleanAmount(`¥${(minor / 100).toFixed(2)}`, 'CNY').value).toBe(minor);
      }),
    );
  });

  it('reads counts, shares and currencies', () => {
    const counts = {
      '3件': '3',
      '1,000': '1000',
      '2.0': '2',
      '60%': '0.6',
      '': 'null',
      many: '!numberInvalid',
    };
    expect(outcomes(counts, cleanNumber)).toEqual(counts);
    const currencies = {
      人民币: 'CNY',
      '¥': 'CNY',
      cny: 'CNY',
      usd: 'USD',
      '': '',
      coins: '!currencyUnknown',
    };
    expect(outcomes(currencies, cell => cleanCurrency(cell, 'CNY'))).toEqual(currencies);
  });
});

describe('values of lists', () => {
  it('are known by any spelling', () => {
    const province = fieldOf('customer', 'province');
    const provinces = {
      上海: 'shanghai',
      上海市: 'shanghai',
      广西壮族自治区: 'guangxi',
      Shaanxi: 'shaanxi',
      California: 'California',
      '': '',
    };
    expect(outcomes(provinces, cell => cleanListed(cell, province))).toEqual(provinces);
    const status = fieldOf('order', 'status');
    const statuses = {
      交易成功: 'paid',
      '付款以后用户退款成功，交易自动关闭': 'refunded',
      Partially_Refunded: 'paid',
      voided: 'cancelled',
      '': '',
      在途: '!valueUnknown',
    };
    expect(outcomes(statuses, cell => cleanStrictlyListed(cell, status))).toEqual(statuses);
    expect(String(cleanStrictlyListed('在途', status).fault?.args.known)).toContain('已退款 / refunded');
  });
});

describe('an amount in words', () => {
  const figures = '零壹贰叁肆伍陆柒捌玖';
  /** The number in words, four figures a time, as the rules for bank notes have it. */
  function inWords(value: number): string {
    const words = (four: number) =>
      ['仟', '佰', '拾', '']
        .map((unit, place) => [Math.floor(four / 10 ** (3 - place)) % 10, unit] as const)
        .map(([figure, unit]) => (figure === 0 ? '零' : figures[figure] + unit))
        .join('')
        .replace(/零+/g, '零')
        .replace(/零$/, '');
    const [high, low] = [Math.floor(value / 10_000), value % 10_000];
    if (high === 0) return words(low).replace(/^零/, '');
    return `${words(high).replace(/^零/, '')}万${words(low)}`;
  }

  it('is the number that it was written from', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999_999 }), value => {
        expect([inWords(value), cleanAmount(`${inWords(value)}元整`, 'CNY').value]).toEqual([
          inWords(value),
          value * 100,
        ]);
      }),
      { numRuns: 500 },
    );
  });
});

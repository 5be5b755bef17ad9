import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { asciiDomain } from '../../src/domain/index.ts';
import { cleanEmail } from '../../src/intake/clean/email.ts';

const path = '../shared/truth/cases/email.json';

interface Listed {
  readonly address: string;
  readonly isAccepted: boolean;
}

interface Normal {
  readonly input: string;
  readonly normalized: string;
  readonly ascii_domain: string;
}

interface Cases {
  readonly isemail: { readonly cases: readonly { address: string; crm_expect: string }[] };
  readonly python_email_validator: {
    readonly valid: readonly Normal[];
    readonly valid_intl: readonly Normal[];
    readonly valid_quoted: readonly { readonly input: string; readonly error: string }[];
    readonly invalid: readonly { readonly input: string }[];
    readonly reserved: readonly { readonly input: string }[];
    readonly pyisemail: readonly { readonly input: readonly [string, string] }[];
  };
  readonly json_schema_suite: Record<
    'email' | 'idn_email',
    readonly { readonly data: string; readonly valid: boolean }[]
  >;
}

const around = 'white space and line ends around an address are dropped';
const named = 'the name before <address> is dropped';
const network = 'a name without a dot, or in a private network, may well receive mail';
const literal = 'address literals are mail addresses, as the other suites have it';
const control = 'control characters and noncharacters are damage, not part of an address';

/** Where this cleaning decides otherwise than a suite, and why. */
const known: Readonly<Record<string, string>> = {
  'test@iana.org\n': around,
  'test@iana.org\r': around,
  '\ntest@iana.org': around,
  '\rtest@iana.org': around,
  '\r\n \r\ntest@iana.org': around,
  ' \r\ntest@iana.org': around,
  ' \r\n\r\n test@iana.org': around,
  'test@iana.org\r\n': around,
  'test@iana.org \r\n': around,
  'test@iana.org\r\n \r\n': around,
  'test@iana.org \r\n \r\n': around,
  'test@iana.org \r\n\r\n': around,
  'test@iana.org \r\n\r\n ': around,
  'my@example.com\n': around,
  '\nmy@example.com': around,
  'DisplayName <me@example.com>': named,
  'Display Name <me@example.com>': named,
  'Display.Name <me@example.com>': named,
  'me@bad-tld-1': network,
  'me@bad.tld-2': network,
  'me@anything.arpa': network,
  'me@link.local': network,
  'me@[127.0.0.1]': literal,
  'me@[IPv6:::1]': literal,
  '\u0085@example.com': control,
  '\uffff@example.com': control,
  'user\uff20example.com': 'a full-width @ is what Chinese input methods leave',
  [`my.s\u0323\u0307.address@${'1111111111222222222233333333334444444444555555555.6666666666777777777788888888889999999999000000000.'.repeat(2)}1111111111222222222233333333334444.info`]:
    'the length is counted as the address is stored, composed',
};

describe.skipIf(!existsSync(path))('e-mail addresses of three suites (../shared/truth)', () => {
  const cases = existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Cases) : null;

  it('are accepted and refused alike, but for the differences that are listed', () => {
    const listed = listedIn(cases!);
    const differing = listed.filter(({ address, isAccepted }) => {
      const { value, fault } = cleanEmail(address);
      return isAccepted !== (fault === null && value !== '');
    });
    expect(listed.length).toBeGreaterThan(200);
    const names = [...new Set(differing.map(({ address }) => address))];
    expect(names.toSorted()).toEqual(Object.keys(known).toSorted());
  });

  it('are written alike, with the same domain in ASCII', () => {
    const { valid, valid_intl, valid_quoted } = cases!.python_email_validator;
    for (const { input, normalized, ascii_domain } of [...valid, ...valid_intl]) {
      const { value } = cleanEmail(input);
      const domain = asciiDomain(value.slice(value.lastIndexOf('@') + 1));
      expect([value, domain]).toEqual([normalized, ascii_domain]);
    }
    for (const { input, error } of valid_quoted) expect(cleanEmail(input).value).toBe(`${error}@example.com`);
  });
});

/** Every address with what its suite says; those that the suites leave open are left out. */
function listedIn({ isemail, python_email_validator: python, json_schema_suite: schema }: Cases): Listed[] {
  const told = (addresses: readonly { readonly input: string }[], isAccepted: boolean) =>
    addresses.map(({ input }) => ({ address: input, isAccepted }));
  return [
    ...isemail.cases
      .filter(({ crm_expect }) => crm_expect !== 'either')
      .map(({ address, crm_expect }) => ({ address, isAccepted: crm_expect === 'accept' })),
    ...told([...python.valid, ...python.valid_intl, ...python.valid_quoted], true),
    ...told([...python.invalid, ...python.reserved], false),
    ...python.pyisemail
      .filter(({ input: [, diagnosis] }) => /_ERR_|ISEMAIL_VALID|RFC5321/.test(diagnosis))
      .map(({ input: [address, diagnosis] }) => ({ address, isAccepted: !diagnosis.includes('_ERR_') })),
    ...[...schema.email, ...schema.idn_email].map(({ data, valid }) => ({
      address: data,
      isAccepted: valid,
    })),
  ];
}

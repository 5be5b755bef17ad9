import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanPhone } from '../../src/intake/clean/phone.ts';

const path = '../shared/truth/cases/phone.json';

interface PhoneCase {
  readonly input: string;
  readonly region: string | null;
  readonly expected: {
    readonly ok: boolean;
    readonly e164?: string;
    readonly possible?: boolean;
    readonly ext?: string | null;
  };
}

const short = 'a number without its area code keeps its digits: nobody has said where it is';
const local = 'so few digits reach nobody from outside';
const labelled = 'the label before the number is dropped, and the number names its country itself';
const link = 'the context of a tel: link is a country code, which is enough';
const unseparated = 'two extensions: nobody can say which';
const typing = 'a letter among the digits is a typing error to be mended, not to be passed over';
const carrier = 'xx stands for a carrier to be filled in';

/** Where this cleaning decides otherwise than the parser that the cases come from, and why. */
const known: Readonly<Record<string, string>> = {
  '253-0000 US': short,
  '7031 3000 GB': short,
  'tel:253-0000;phone-context=www.google.com US': short,
  'tel:253-0000;isub=12345;phone-context=www.google.com US': short,
  'tel:2530000;isub=12345;phone-context=1234.com US': short,
  '1 3000 GB': local,
  '81234 BY': local,
  '0900 332 600A5 NZ': typing,
  '+499821958a null': typing,
  '(0xx) 1187654321 AR': carrier,
  '011xx5481429712 US': carrier,
  '＋64 3 331 6005 null': 'a full-width + is a +',
  'Tel: +64 3 331 6005 null': labelled,
  'Phone: +7 (800) 555 35 35. XX': labelled,
  'tel:03-331-6005;phone-context=+64 null': link,
  '  tel:03-331-6005;phone-context=+64 null': link,
  'tel:2034567890;ext=456;phone-context=+44 null': link,
  "tel:033316005;phone-context=+64;{this isn't part of phone-context anymore!} null": link,
  'tel:033316005;phone-context=+64-3 null': link,
  'tel:033316005;phone-context=+(555) null': 'without a country the digits stay as they are',
  '(212)123-1234 x508/x1234 US': unseparated,
  '(212)123-1234 x508\\x1234 US': unseparated,
  '010-852644821 CN':
    'possible but in no range: in a Chinese base the digits stay, it may be a foreign number',
  [`8005553535${' '.repeat(241)} RU`]: 'white space after a number is dropped, however much',
};

/** The stored form as E.164 and extension: Chinese numbers stand without their country code. */
function e164Of(stored: string): readonly [string, string | null] {
  const chinese = /^(?:0(\d{2,3})-(\d{7,8})|(1[3-9]\d{9}|[48]00\d{7}))(?:-(\d+))?$/.exec(stored);
  if (chinese) return [`+86${chinese[3] ?? `${chinese[1]}${chinese[2]}`}`, chinese[4] ?? null];
  const [number = '', extension = null] = stored.split(' x');
  return [number, extension];
}

describe.skipIf(!existsSync(path))('phone numbers of a well-known parser (../shared/truth)', () => {
  const { cases, example_numbers: examples } = existsSync(path)
    ? (JSON.parse(readFileSync(path, 'utf8')) as {
        cases: PhoneCase[];
        example_numbers: { region: string; cc: string; national: string; e164: string; type: string }[];
      })
    : { cases: [], example_numbers: [] };

  it('are accepted, refused and written alike, but for the differences that are listed', () => {
    const differing = cases.filter(({ input, region, expected }) => {
      const { value, fault } = cleanPhone(input, region ?? '');
      const found = fault || value === '' ? null : e164Of(value);
      const wanted = expected.ok && expected.possible ? [expected.e164, expected.ext ?? null] : null;
      return JSON.stringify(found) !== JSON.stringify(wanted);
    });
    expect(cases.length).toBeGreaterThan(150);
    const names = differing.map(({ input, region }) => `${input} ${region}`);
    expect(names.toSorted()).toEqual(Object.keys(known).toSorted());
  });

  it('are read wherever the example of a country and a kind of number is given', () => {
    /** Ranges of Benin that the library does not list since that country's numbers have grown to ten digits. */
    const differs = ['+22985751234 voip', '+22981123456 uan'];
    const wrong = examples.filter(
      ({ e164, region, national }) =>
        e164Of(cleanPhone(e164).value)[0] !== e164 || e164Of(cleanPhone(national, region).value)[0] !== e164,
    );
    expect(examples.length).toBeGreaterThan(700);
    expect(wrong.map(({ e164, type }) => `${e164} ${type}`)).toEqual(differs);
  });
});

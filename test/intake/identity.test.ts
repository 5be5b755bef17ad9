import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/index.ts';
import { cleanCreditCode, isResidentId, widthBeforeLoss } from '../../src/intake/clean/identity.ts';
import { cleanPlace, provinceOfCity } from '../../src/intake/clean/place.ts';
import { cleanNumberText } from '../../src/intake/clean/text.ts';
import { guessMapping, inspectTable } from '../../src/intake/index.ts';
import { fileOf } from './kit.ts';

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** The check digit by the standard's own words: 31 less the remainder, 31 being 0. */
function withCheck(body: string): string {
  const sum = [...body].reduce((total, sign, index) => total + signs.indexOf(sign) * (3 ** index % 31), 0);
  const rest = 31 - (sum % 31);
  return body + signs[rest === 31 ? 0 : rest]!;
}

describe('a unified social credit code', () => {
  const code = fc.stringMatching(/^[159Y][1239][0-9]{6}[0-9A-HJ-NPQRTUWXY]{9}$/).map(withCheck);

  it('is read with spaces, in small letters and full width', () => {
    expect(cleanCreditCode('９１３５０１００Ｍ０００１００Ｙ４３').value).toBe('91350100M000100Y43');
    expect(cleanCreditCode(' 91350100m000 100y43 ').value).toBe('91350100M000100Y43');
    expect(cleanCreditCode('无')).toEqual({ value: '', fault: null });
    fc.assert(
      fc.property(code, text => {
        expect(cleanCreditCode(text)).toEqual({ value: text, fault: null });
      }),
    );
  });

  it('is refused with any one character wrong, and with two neighbours changed about', () => {
    fc.assert(
      fc.property(code, fc.nat(17), fc.nat(29), (text, place, shift) => {
        const at = signs.indexOf(text[place]!);
        const wrong = text.slice(0, place) + signs[(at + 1 + shift) % 31] + text.slice(place + 1);
        expect(cleanCreditCode(wrong).fault).not.toBeNull();
        const swapped = `${text.slice(0, place)}${text[place + 1] ?? ''}${text[place]}${text.slice(place + 2)}`;
        if (swapped !== text) expect(cleanCreditCode(swapped).fault).not.toBeNull();
      }),
    );
  });

  it.each([
    ['9.135E+17', 'numberDamaged'],
    ['913501001234560000', 'numberDamaged'],
    ['91350100012345678', 'creditCodeShort'],
    ['91350100M000100O43', 'creditCodeInvalid'],
    ['91350100M000100Y44', 'creditCodeCheck'],
  ])('%s is refused: %s', (text, reason) => {
    expect(cleanCreditCode(text).fault?.code).toBe(reason);
  });
});

describe('a customer number', () => {
  it('of which a spreadsheet kept 15 figures is no key', () => {
    for (const text of ['510322198001010000', '5.10322E+17', '5.10322e17'])
      expect([text, cleanNumberText(text).fault?.code]).toEqual([text, 'numberDamaged']);
    for (const text of ['510322198001010018', '100000', '000123', '202401050000001001'])
      expect(cleanNumberText(text)).toEqual({ value: text, fault: null });
  });
});

describe('numbers of identity cards', () => {
  it('are told by date and check digit', () => {
    for (const number of ['11010519491231002X', '440524188001010014'.replace('1880', '1980')])
      expect([number, isResidentId(number)]).toEqual([number, number.endsWith('X')]);
    expect(isResidentId('110105194912310021')).toBe(false);
    expect(isResidentId('110105194913310028')).toBe(false);
  });

  it('are left out of an import unless somebody asks for them, and that is told', async () => {
    const table = await inspectTable(
      fileOf('姓名,证件,身份证号\n张伟,11010519491231002X,1\n李娜,11010519491231002X,2\n'),
    );
    const { guess } = guessMapping(table.headings, table.sample, 'CNY');
    expect(guess.columns.map(target => target?.field ?? null)).toEqual(['name', null, null]);
    expect(table.notes.map(({ code, args }) => `${code} ${args.heading}`)).toEqual([
      'residentIdsLeftOut 证件',
      'residentIdsLeftOut 身份证号',
    ]);
  });
});

describe('codes', () => {
  it.each([
    ['客户编号', ['482913', '39120', '713345', '582910', '920113'], 6],
    ['customer id', ['482913', '3912', '713345', '582910', '920113'], 6],
    ['客户编号', ['482913', '039120', '713345', '582910', '920113'], null],
    ['客户编号', ['99998', '99999', '100000', '100001', '100002'], null],
    ['客户编号', ['482913', '39', '713345', '582910', '920113'], null],
    ['客户编号', ['482913', '39120', '71334', '582910', '92011'], null],
    ['金额', ['482913', '39120', '713345', '582910', '920113'], null],
  ])('under %s, %j may have been %s figures wide', (heading, values, width) => {
    expect(widthBeforeLoss(heading, values)).toBe(width);
  });

  it('that may have lost their zeros are told before an import', async () => {
    const rows = ['482913', '39120', '713345', '582910', '920113'].map((code, index) => `${code},n${index}`);
    const { notes } = await inspectTable(fileOf(['客户编号,姓名', ...rows].join('\n')));
    expect(notes.map(({ code, args }) => [code, args])).toEqual([
      ['zerosLost', { heading: '客户编号', width: 6 }],
    ]);
  });
});

describe('a place', () => {
  const province = fieldOf('customer', 'province');
  const region = fieldOf('customer', 'region');

  it.each([
    ['广东省', 'guangdong'],
    ['广东', 'guangdong'],
    ['粤', 'guangdong'],
    ['Guangdong Province', 'guangdong'],
    ['guangdong', 'guangdong'],
    ['北京市', 'beijing'],
    ['内蒙古自治区', 'neimenggu'],
    ['内蒙', 'neimenggu'],
    ['Inner Mongolia', 'neimenggu'],
    ['广西壮族自治区', 'guangxi'],
    ['广西自治区', 'guangxi'],
    ['Xinjiang Uygur Autonomous Region', 'xinjiang'],
    ['Tibet', 'xizang'],
    ['Xizang', 'xizang'],
    ['香港特别行政区', 'hongkong'],
    ['Hong Kong SAR', 'hongkong'],
    ['Macao', 'macau'],
    ['44', 'guangdong'],
    ['650000', 'xinjiang'],
    ['99', '99'],
    ['California', 'California'],
    ['', ''],
  ])('province %s is %s', (text, id) => {
    expect(cleanPlace(text, province)).toEqual({ value: id, fault: null });
    expect(cleanPlace(id, province).value).toBe(id);
  });

  it.each([
    ['华东', 'east'],
    ['华东地区', 'east'],
    ['华南区', 'south'],
    ['North China', 'north'],
    ['EMEA', 'EMEA'],
  ])('region %s is %s', (text, id) => {
    expect(cleanPlace(text, region).value).toBe(id);
  });

  it('that is a city and a province tells its province', () => {
    expect(['上海', '重庆市', '深圳', '吉林', ''].map(provinceOfCity)).toEqual([
      'shanghai',
      'chongqing',
      '',
      '',
      '',
    ]);
  });
});

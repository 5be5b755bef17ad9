import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanIndustry, industryOf } from '../../src/intake/clean/industry.ts';
import { divisions } from '../../src/intake/clean/industryNames.ts';

describe('an industry', () => {
  it('is known by code, by name and by everyday word', () => {
    const cases: Readonly<Record<string, string>> = {
      C: 'C C',
      c13: 'C 13',
      'C-1310': 'C 1310',
      13: 'C 13',
      '0111': 'A 0111',
      111: 'A 0111',
      B111: 'B 111',
      651: 'I 651',
      6510: 'I 6510',
      '6510.0': 'I 6510',
      1: 'A 01',
      '65 软件和信息技术服务业': 'I 65',
      'I65-软件和信息技术服务业': 'I 65',
      C制造业: 'C C',
      '（制造业）': 'C C',
      农林牧渔业: 'A A',
      '农、林、牧、渔业': 'A A',
      '酒、饮料及精制茶制造业': 'C 15',
      酒饮料和精制茶制造业: 'C 15',
      科技推广和应用服务: 'M 75',
      '石油加工、炼焦和核燃料加工业': 'C 25',
      '通信设备、计算机及其他电子设备制造业': 'C 39',
      '信息传输、计算机服务和软件业': 'I I',
      互联网: 'I 64',
      互联网行业: 'I 64',
      教培: 'P P',
      外贸: 'F 51',
      电商: 'F 52',
      房产: 'K K',
      物业公司: '?',
      Retail: 'F 52',
      'Real Estate': 'K K',
      IT: 'I I',
      Education: 'P P',
      汽车: '?',
      新能源: '?',
      '3C数码': '?',
      '24小时便利店': '?',
      A65: '?',
      98: '?',
      '': '?',
    };
    const found = Object.keys(cases).map(text => {
      const industry = industryOf(text);
      return [text, industry ? `${industry.section} ${industry.code}` : '?'];
    });
    expect(Object.fromEntries(found)).toEqual(cases);
  });

  it('that nobody knows keeps the words of the file', () => {
    expect(cleanIndustry(' 低空经济 ')).toEqual({ value: '低空经济', fault: null });
    expect(cleanIndustry('无').value).toBe('');
  });

  it('is itself when read again', () => {
    const words = fc.oneof(fc.string(), fc.stringMatching(/^[A-T]?\d{0,4}[制造教育业]{0,3}$/));
    fc.assert(
      fc.property(words, text => {
        const { value, fault } = cleanIndustry(text);
        if (!fault) expect(cleanIndustry(value)).toEqual({ value, fault });
      }),
    );
  });

  const path = '../shared/data/gbt4754-2017-sections-divisions.json';
  it.skipIf(!existsSync(path))('of the standard is known by each of its names (../shared/data)', () => {
    const { sections } = JSON.parse(readFileSync(path, 'utf8')) as {
      sections: {
        code: string;
        name: string;
        divisions: { code: string; name: string; aliases?: string[] }[];
      }[];
    };
    expect(divisions.size).toBe(97);
    for (const { code: section, name, divisions: all } of sections) {
      expect([name, industryOf(name)?.section]).toEqual([name, section]);
      for (const { code, name: division, aliases = [] } of all)
        for (const each of [division, ...aliases, `${code}${division}`, `${section}${code}`, code]) {
          const found = industryOf(each);
          const isSection = division === name || each === '农业' || each === '教育' || each === '房地产业';
          expect([each, found?.section, isSection || found?.code === code]).toEqual([each, section, true]);
        }
    }
  });
});

import { describe, expect, it } from 'vitest';
import { guessMapping } from '../../src/intake/index.ts';

const many = (value: (index: number) => string) => Array.from({ length: 20 }, (_, index) => value(index));

/** Heading, values, the kind that is proposed; null = not imported. */
const cases: readonly (readonly [string, readonly string[], string | null])[] = [
  ['会员积分', ['1200', '80', '-3', ''], 'number'],
  ['会员积分', ['1,200', '1.2万', '３０'], 'number'],
  ['上次回访', ['2026-01-05', '2025/3/1', ''], 'date'],
  ['下次拜访', ['2026年1月5日', '2025年3月1日'], 'date'],
  ['等级档次', ['金卡', '银卡', '金卡'], 'text'],
  ['是否加企微', ['是', '否', '是'], 'flag'],
  ['Newsletter', ['yes', 'No', 'YES'], 'flag'],
  ['has_app', ['1', '0', '1'], 'flag'],
  ['Visits', ['1', '0', '1'], 'number'],
  ['退货率', ['5%', '0%', '12.5%'], 'share'],
  ['Return rate', ['0.05', '0', '1'], 'share'],
  ['储值余额', ['100', '20.5'], 'money'],
  ['Wallet', ['¥100', '¥20.50'], 'money'],
  ['沉默天数', ['3', '90'], 'days'],
  ['兴趣', ['母婴、数码', '数码', '数码；家居', '家居、母婴'], 'texts'],
  ['备注', ['老客户', '要发票'], null],
  ['', ['x', 'y'], null],
  ['Empty', ['', '-', ''], null],
  ['备用邮箱2号', ['a@b.test', 'c@d.test'], null],
  ['紧急联络', ['13800138000', '13900139000'], null],
  ['主页', ['https://a.test/1', 'https://b.test/2'], null],
  ['OpenID', many(index => `oX${index}abc`), null],
  ['外部系统键', many(index => `key-${index}`), null],
  ['合同单号', ['00012', '00013'], null],
  ['简介', [`很长的一段话${'，说了很多'.repeat(12)}`, `另一段${'，也说了很多'.repeat(12)}`], null],
  ['区号组', ['0755', '0755', '010', '0755', '010', '0755', '010', '0755', '010', '010'], 'text'],
];

describe('a column that no field knows', () => {
  it.each(cases)('%s %j is %s', (heading, values, kind) => {
    const headings = ['客户编号', '姓名', heading];
    const rows = values.map((value, index) => [`C${index}`, `客户${index}`, value]);
    const { guess } = guessMapping(headings, rows, 'CNY');
    expect(guess.columns[2]?.create?.kind ?? null).toBe(kind);
  });
});

import { describe, expect, it } from 'vitest';
import { cleanDraft, type TableMapping } from '../../src/intake/index.ts';
import { mergeParts } from '../../src/intake/match/merge.ts';
import { fileOf, readAll, today } from './kit.ts';

const to = (...fields: string[]): TableMapping => ({
  subject: 'customer',
  columns: fields.map(field => ({ of: 'customer', field })),
  currency: 'CNY',
});

async function partsOf(mapping: TableMapping, ...rows: string[]) {
  const headings = mapping.columns.map((_, column) => `h${column}`).join(',');
  const { records, refusals } = await readAll(fileOf([headings, ...rows].join('\n')), mapping);
  expect(refusals).toEqual([]);
  return records.map(({ customer }) => customer);
}

describe('the cell as it stood', () => {
  it('is kept where the clean value is written otherwise, and nowhere else', async () => {
    const mapping = to('name', 'phone', 'email', 'birthday', 'income', 'industry', 'labels');
    const [messy, plain] = await partsOf(
      mapping,
      '张　伟,+86 138 0013 8000,Wei@ACME.test,1985年3月2日,1.2万,教培,VIP；老客户',
      '李娜,13900139000,li@acme.test,1985-03-02,12000.50,教育,VIP',
    );
    expect(messy!.raws).toEqual({
      name: '张　伟',
      phone: '+86 138 0013 8000',
      email: 'Wei@ACME.test',
      birthday: '1985年3月2日',
      income: '1.2万',
      industry: '教培',
      labels: 'VIP；老客户',
    });
    expect(plain!.raws).toEqual({});
  });

  it('is kept where it says something that is no value', async () => {
    const [masked, blank] = await partsOf(to('name', 'phone'), '张伟,138****8000', '李娜,无');
    expect([masked!.phones, masked!.raws]).toEqual([[], { phone: '138****8000' }]);
    expect(blank!.raws).toEqual({});
  });

  it('goes with its value when rows are joined', async () => {
    const [first, second, third] = await partsOf(
      to('name', 'phone', 'birthday'),
      '张　伟,138 0013 8000,1985年3月2日',
      '张伟,139 0013 9000,',
      '张伟,13900139000,1985-03-03',
    );
    const two = mergeParts(first!, second!);
    expect(two.raws).toEqual({ phone: '138 0013 8000; 139 0013 9000', birthday: '1985年3月2日' });
    expect(mergeParts(two, third!).raws.birthday).toBeUndefined();
  });

  it('is kept of what is typed into a form', () => {
    const cleaned = cleanDraft(
      {
        name: '张伟',
        emails: ['wei@acme.test'],
        phones: ['138 0013 8000', ''],
        columns: { birthday: '1985.3.2', size: 'large' },
        source: 'hand',
      },
      null,
      { currency: 'CNY', today, now: 1, newId: () => 'c' },
    );
    expect(cleaned.ok && cleaned.raws).toEqual({ phone: '138 0013 8000', birthday: '1985.3.2' });
  });
});

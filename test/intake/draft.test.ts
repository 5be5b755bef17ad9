import { describe, expect, it } from 'vitest';
import type { Customer } from '../../src/domain/index.ts';
import { cleanDraft, type DraftCustomer } from '../../src/intake/index.ts';
import { today } from './kit.ts';

const options = { currency: 'CNY', today, now: 5_000, newId: () => 'new' };

function save(draft: Omit<DraftCustomer, 'source'>, before: Customer | null = null): Customer {
  const cleaned = cleanDraft({ source: 'hand', ...draft }, before, options);
  if (!cleaned.ok) throw new Error(JSON.stringify(cleaned.faults));
  return cleaned.customer;
}

describe('a customer typed in by hand', () => {
  it('is cleaned as a row of a file is', () => {
    const customer = save({
      name: ' 张　伟 ',
      emails: ['Wei@ACME.test', ''],
      phones: ['+86 138 0013 8000', ' '],
      columns: { province: '广东省', birthday: '1985年3月2日', income: '12万', size: '大', city: '' },
      tags: ['VIP', 'VIP'],
    });
    expect(customer).toEqual({
      id: 'new',
      name: '张 伟',
      company: '',
      title: '',
      address: '',
      emails: ['Wei@acme.test'],
      phones: ['13800138000'],
      columns: { province: 'guangdong', region: 'south', birthday: 5_539, income: 12_000_000, size: 'large' },
      tags: [{ tag: 'VIP', author: 'hand', at: 5_000 }],
      source: 'hand',
      createdAt: 5_000,
      updatedAt: 5_000,
    });
  });

  it('hears of every field that cannot be read', () => {
    const cleaned = cleanDraft(
      { name: '', emails: ['x'], phones: ['138****8000'], columns: { birthday: '1月5日' }, source: 'hand' },
      null,
      options,
    );
    expect(cleaned.ok ? [] : cleaned.faults.map(({ field, code }) => `${field} ${code}`)).toEqual([
      'email emailNoAt',
      'phone phoneMasked',
      'birthday dateNoYear',
      'name nameMissing',
    ]);
  });

  it('keeps what a change leaves out and clears what it blanks', () => {
    const before = save({
      name: '张伟',
      company: '艾克美',
      emails: ['wei@acme.test'],
      columns: { province: '广东', city: '深圳' },
      tags: ['VIP', 'old'],
    });
    const later = { ...options, now: 9_000 };
    const draft = {
      name: '张伟',
      columns: { city: '', province: '上海' },
      tags: ['VIP', 'new'],
      source: 'page',
    };
    const changed = cleanDraft(draft, before, later);
    expect(changed.ok && changed.customer).toEqual({
      ...before,
      columns: { province: 'shanghai', region: 'east' },
      tags: [before.tags[0], { tag: 'new', author: 'page', at: 9_000 }],
      updatedAt: 9_000,
    });
  });

  it('is called by the address where nothing else is known', () => {
    expect(save({ name: '', emails: ['someone@x.test'] }).name).toBe('someone@x.test');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Customer, Interaction, Order } from '../../src/domain/index.ts';
import { fieldOf } from '../../src/domain/index.ts';
import { choicesOf, draftOf, splitList } from '../../src/ui/panel/draft.ts';
import { compose, missing, piecesOf } from '../../src/ui/panel/message.ts';
import { mergeTimeline, timeOf } from '../../src/ui/panel/timeline.ts';

describe('a message with places to fill in', () => {
  it('comes apart and together again, whatever it says', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('{coupon}', '{金额}', '{', '}', '您好 ', 'a', '{}')), parts => {
        const message = parts.join('');
        expect(compose(piecesOf(message), {})).toBe(message);
      }),
    );
  });

  it('takes what was typed and tells what is still empty, each once', () => {
    const pieces = piecesOf('您好 {name}，{coupon} 元券，{coupon}');
    expect(missing(pieces, { name: ' ' })).toEqual(['name', 'coupon']);
    expect(compose(pieces, { name: '张伟', coupon: '50' })).toBe('您好 张伟，50 元券，50');
  });
});

describe('the timeline', () => {
  const order = (day: number, minute = -1) => ({ day, minute }) as Order;
  const visit = (day: number, minute = -1) => ({ day, minute }) as Interaction;

  it('holds everything, the latest first', () => {
    const times = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -1, max: 1439 })));
    const moments = fc.array(fc.integer({ min: 0, max: 9 * 86_400_000 }));
    const note = (at: number, id: number) =>
      ({ id, customer: 'a', at, content: { kind: 'note', text: 'x' } }) as const;
    fc.assert(
      fc.property(times, times, moments, (orders, visits, notes) => {
        const stream = mergeTimeline(
          orders.map(([day, minute]) => order(day, minute)),
          visits.map(([day, minute]) => visit(day, minute)),
          notes.map(note),
        ).map(each => {
          if (each.kind === 'order') return each.order;
          return each.kind === 'interaction' ? each.interaction : each;
        });
        expect(stream).toHaveLength(orders.length + visits.length + notes.length);
        const sequence = stream.map(each => each.day * 10_000 + each.minute);
        expect(sequence).toEqual([...sequence].sort((a, b) => b - a));
      }),
    );
  });

  it('writes the time of day where it is known', () => {
    expect([-1, 0, 615, 1439].map(timeOf)).toEqual(['', '00:00', '10:15', '23:59']);
  });
});

describe('the form', () => {
  const customer: Customer = {
    id: 'c1',
    name: '张伟',
    company: '艾克美',
    title: '',
    address: '',
    emails: ['a@x.cn', 'b@x.cn'],
    phones: [],
    columns: { joined: 20_454, income: 1_234_560, industry: 'C', city: '深圳' },
    tags: [],
    source: 'file.csv',
    createdAt: 0,
    updatedAt: 0,
  };

  it('holds columns as people type them', () => {
    expect(draftOf(customer, 'CNY').columns).toEqual({
      joined: '2026-01-01',
      income: '12345.6',
      industry: 'C',
      city: '深圳',
    });
    expect(draftOf(customer, 'JPY').columns?.income).toBe('1234560');
  });

  it('takes lists apart at commas and breaks of either script', () => {
    expect(splitList(' a@x.cn，b@x.cn; \n c@x.cn、')).toEqual(['a@x.cn', 'b@x.cn', 'c@x.cn']);
  });

  it('offers a stored value that the closed list does not have', () => {
    const industry = fieldOf('customer', 'industry');
    expect(choicesOf(industry, '宠物', 'zh').at(-1)).toEqual({ value: '宠物', label: '宠物' });
    expect(choicesOf(industry, 'C', 'zh')).toHaveLength(industry.values!.length);
  });
});

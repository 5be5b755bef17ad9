import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fieldNamed,
  foldSpelling,
  joinTexts,
  makeOwnField,
  type NewField,
  nameInRules,
  namesOf,
  type OwnField,
  ownFieldOf,
  ownKinds,
  renameOwnField,
  splitTexts,
} from '../../src/domain/index.ts';

function make(label: string, own: readonly OwnField[] = [], part: Partial<NewField> = {}): OwnField {
  return makeOwnField({ of: 'customer', kind: 'text', label, ...part }, { own, from: 'a.csv', now: 1 });
}

describe('a field of the workspace', () => {
  it.each([
    ['会员积分', '会员积分'],
    ['  会员\n积分 ', '会员 积分'],
    ['a`b「c」', 'abc'],
    ['客单价', '导入的客单价'],
    ['最近消费间隔', '导入的最近消费间隔'],
    ['Recency', 'Imported Recency'],
    ['ＲＥＣＥＮＣＹ', 'Imported ＲＥＣＥＮＣＹ'],
    ['', '未命名'],
    ['__proto__', '__proto__'],
    ['constructor', 'constructor'],
  ])('of the heading %j is called %j', (heading, label) => {
    const field = make(heading);
    expect(field.zh).toBe(label);
    expect(fieldNamed(field.zh, 'customer')).toBeUndefined();
  });

  it('is found again by its heading in any case and width, and not among other subjects', () => {
    const own = [make('VIP Score')];
    expect(ownFieldOf('customer', 'ｖｉｐ＿score ', own)).toBe(own[0]);
    expect(ownFieldOf('order', 'VIP Score', own)).toBeUndefined();
    expect(ownFieldOf('customer', '', own)).toBeUndefined();
  });

  it('keeps its id and its old names when it is renamed', () => {
    const points = make('积分');
    const own = [points, make('等级', [points])];
    const renamed = renameOwnField(points, '会员积分', own);
    expect(renamed).toMatchObject({ id: points.id, zh: '会员积分', en: '会员积分', aliases: ['积分'] });
    expect(renameOwnField(renamed, '积分', own)).toMatchObject({ zh: '积分', aliases: ['会员积分'] });
    expect(renameOwnField(points, '等级', own).zh).toBe('导入的等级');
    expect(nameInRules(renamed, 'en')).toBe('会员积分');
  });

  it('of orders holds one text at most', () => {
    expect(make('爱好', [], { kind: 'texts' }).kind).toBe('texts');
    expect(make('爱好', [], { kind: 'texts', of: 'order' }).kind).toBe('text');
  });

  it('has an id and a name of its own, whatever the headings', () => {
    const heading = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 8 }),
      fc.constantFrom('积分', 'Recency', '__proto__', 'toString', '导入的积分', 'A', 'ａ', '-'),
    );
    const wanted = fc.record({
      label: heading,
      kind: fc.constantFrom(...ownKinds),
      of: fc.constantFrom('customer', 'order', 'interaction'),
    });
    fc.assert(
      fc.property(fc.array(wanted, { maxLength: 12 }), all => {
        const own: OwnField[] = [];
        for (const each of all) own.push(makeOwnField(each, { own, from: '', now: 0 }));
        expect(new Set(own.map(field => field.id)).size).toBe(own.length);
        for (const field of own) {
          expect(fieldNamed(field.zh, field.of, own)).toBe(field);
          expect(fieldNamed(field.zh, field.of)).toBeUndefined();
          expect(namesOf(field).every(name => foldSpelling(name) !== '')).toBe(true);
          expect(field.zh).not.toMatch(/[`「」\n\r]/);
        }
      }),
    );
  });
});

it('several texts are one value and several again', () => {
  expect(joinTexts(['母婴', '数码', '母婴'])).toBe('母婴、数码');
  expect(splitTexts('母婴、数码')).toEqual(['母婴', '数码']);
  expect(splitTexts('')).toEqual([]);
});

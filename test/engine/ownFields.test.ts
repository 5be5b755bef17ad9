import fc from 'fast-check';
import Papa from 'papaparse';
import { beforeEach, describe, expect, it } from 'vitest';
import { dayFromIso, isoOf, Problem } from '../../src/domain/index.ts';
import type { Engine } from '../../src/engine/index.ts';
import type { Store } from '../../src/store/index.ts';
import { freshStore } from '../store/kit.ts';
import { importFile, openEngine, quiet } from './kit.ts';

let engine: Engine;
let store: Store;

beforeEach(() => {
  ({ engine, store } = openEngine());
});

const csv = (name: string, text: string) => new File([text], name, { type: 'text/csv' });

const members = csv(
  'members.csv',
  '客户编号,姓名,会员积分,上次回访,等级档次,是否企业微信,兴趣,退货率,储值余额\n' +
    'C1,张伟,1200,2026-09-01,金卡,是,母婴、数码,5%,"¥1,200.50"\n' +
    'C2,李娜,80,2026-03-05,银卡,否,数码,0%,¥0.00\n' +
    'C3,王芳,,,金卡,,母婴、家居,12%,\n',
);
const orders = csv(
  'orders.csv',
  '订单号,客户编号,付款日期,实付金额,订单状态,优惠券,物流时长天数\n' +
    'O1,C1,2026-09-01,100,已付款,满减,3\nO2,C1,2026-09-10,200,已付款,,5\nO3,C2,2026-09-02,300,已付款,满减,9\n',
);

async function importAll(file: File): Promise<void> {
  await importFile(engine, file);
}

async function counts(text: string): Promise<Record<string, number>> {
  const { declarations, notes } = await engine.preview(text);
  expect(notes.filter(note => note.severity === 'error')).toEqual([]);
  return Object.fromEntries(declarations.map(({ name, count }) => [name, count]));
}

describe('columns that the catalogue does not know', () => {
  it('become typed fields that rules, lists and reasons know', async () => {
    const { guess } = await engine.inspect(members);
    expect(guess.columns.map(target => target?.create?.kind ?? target?.field)).toEqual([
      'customerId',
      'name',
      ...['number', 'date', 'text', 'flag', 'texts', 'share', 'money'],
    ]);
    await importAll(members);
    await importAll(orders);
    const rules = [
      'tag 高积分 when 会员积分 >= 1000',
      'tag 久未回访 when 上次回访 is known and days since 上次回访 > 100 days',
      'tag 金卡客户 when 等级档次 = "金卡"',
      'tag 企微 when 是否企业微信',
      'tag 爱母婴 when 兴趣 contains "母婴"',
      'tag 常退 when 退货率 > 10%',
      'tag 有余额 when 储值余额 >= 1000元',
      'tag 用券 when count(orders where 优惠券 = "满减") >= 1',
      'metric 时长 = max(orders.物流时长天数)',
      'tag 高于平均 when 会员积分 > mean(会员积分)',
    ].join('\n');
    expect(await counts(rules)).toEqual({
      高积分: 1,
      久未回访: 1,
      金卡客户: 2,
      企微: 1,
      爱母婴: 2,
      常退: 1,
      有余额: 1,
      用券: 2,
      时长: 2,
      高于平均: 1,
    });
    const page = await engine.members({
      text: rules,
      name: '金卡客户',
      show: 'matches',
      search: '',
      offset: 0,
      limit: 5,
      columns: ['会员积分', '等级档次'],
      sort: { by: '会员积分', descending: true },
    });
    expect(page.members.map(({ name, columns }) => [name, columns.map(each => each.value)])).toEqual([
      ['张伟', [1200, '金卡']],
      ['王芳', [null, '金卡']],
    ]);
    const catalogue = await engine.catalogue();
    expect(catalogue.find(({ field }) => field.zh === '等级档次')!.values).toEqual([
      { value: '金卡', count: 2 },
      { value: '银卡', count: 1 },
    ]);
    expect(await engine.summary(rules, '会员积分')).toMatchObject({ kind: 'number', known: 2, mean: 640 });
    const why = await engine.why({ text: rules, name: '高积分', id: page.members[0]!.id });
    expect(why!.proof.holds).toBe(true);
    await engine.publish('publish', rules, '', quiet);
    const view = (await engine.customer(page.members[0]!.id))!;
    const values = view.ownFields
      .filter(field => field.of === 'customer')
      .map(field => [field.zh, view.customer.columns[field.id]]);
    expect(Object.fromEntries(values)).toEqual({
      会员积分: 1200,
      上次回访: dayFromIso('2026-09-01'),
      等级档次: '金卡',
      是否企业微信: 1,
      兴趣: '母婴、数码',
      退货率: 0.05,
      储值余额: 120_050,
    });
    const coupon = view.ownFields.find(field => field.zh === '优惠券')!.id;
    expect(view.orders.map(order => order.columns?.[coupon])).toEqual([undefined, '满减']);
  });

  it('are the same fields with the same codes when the file comes again', async () => {
    await importAll(members);
    const before = await store.load();
    const again = csv('members-october.csv', `${await members.text()}C4,赵敏,5,2026-09-09,铂金,是,,,\n`);
    const { guess } = await engine.inspect(again);
    expect(guess.columns.map(target => target?.field)).toEqual([
      'customerId',
      'name',
      ...before.ownFields.map(field => field.id),
    ]);
    await engine.runImport('again', [{ file: again, mapping: guess }], quiet);
    const after = await store.load();
    expect(after.ownFields).toEqual(before.ownFields);
    const grade = before.ownFields.find(field => field.zh === '等级档次')!.id;
    const [first, second] = [before, after].map(base => base.frame.customers[grade]!);
    if (first?.form !== 'coded' || second?.form !== 'coded') throw new Error('a text is coded');
    expect([...second.codes.slice(0, 3)]).toEqual([...first.codes]);
    expect(second.dictionary.values).toEqual(['', '金卡', '银卡', '铂金']);
  });

  it('keep two kinds of one heading apart', async () => {
    await importAll(csv('a.csv', '客户编号,姓名,评级\nC1,张伟,3\nC2,李娜,4\n'));
    await importAll(csv('b.csv', '客户编号,姓名,评级\nC1,张伟,优\nC2,李娜,良\n'));
    const fields = (await engine.ownFields()).map(({ field, known, total }) => [
      field.zh,
      field.kind,
      known,
      total,
    ]);
    expect(fields).toEqual([
      ['评级', 'number', 2, 2],
      ['导入的评级', 'text', 2, 2],
    ]);
    expect(await counts('tag a when 评级 > 3\ntag b when 导入的评级 = "优"')).toEqual({ a: 1, b: 1 });
  });

  it('with odd headings are only data', async () => {
    const odd = csv(
      'odd.csv',
      '客户编号,姓名,__proto__,constructor,积分 (本月)/分,客单价\nC1,张伟,x,甲,5,9\nC2,李娜,x,乙,6,8\n',
    );
    await importAll(odd);
    expect(
      await counts(
        'tag a when `__proto__` = "x"\ntag b when constructor = "甲"\ntag c when `积分 (本月)/分` > 5\n' +
          'tag d when 「导入的客单价」 > 8\ntag e when 客单价 > 8',
      ),
    ).toEqual({ a: 2, b: 1, c: 1, d: 1, e: 0 });
    expect(({} as Record<string, unknown>).x).toBeUndefined();
  });

  it('follow a rename in rules, and go with all their values when they are deleted', async () => {
    await importAll(members);
    await importAll(orders);
    const points = (await engine.ownFields())[0]!.field;
    await engine.renameField(points.id, '积分余额');
    expect(await counts('tag a when 会员积分 >= 1000\ntag b when 积分余额 >= 1000')).toEqual({ a: 1, b: 1 });
    await expect(engine.renameField(points.id, ' ')).rejects.toMatchObject({ code: 'labelMissing' });
    await expect(engine.renameField('own:99', 'x')).rejects.toBeInstanceOf(Problem);

    const grade = (await engine.ownFields()).find(({ field }) => field.zh === '等级档次')!.field;
    await engine.removeField(grade.id);
    const { notes } = await engine.preview('tag a when 等级档次 = "金卡"');
    expect(notes.map(note => note.code)).toContain('unknownName');
    const base = await store.load();
    expect(grade.id in base.frame.customers).toBe(false);
    expect(
      await counts('tag a when 积分余额 >= 1000\ntag b when count(orders where 优惠券 is known) > 0'),
    ).toEqual({
      a: 1,
      b: 2,
    });
  });

  it('take another kind: their values are read anew, and what does not fit is told before', async () => {
    await importAll(members);
    await importAll(orders);
    const field = async (label: string) =>
      (await engine.ownFields()).find(each => each.field.zh === label)!.field;
    const points = await field('会员积分');
    const before = await store.load();
    expect(await engine.planRetype(points.id, 'text')).toEqual({ known: 2, lost: 0, examples: [] });
    const grade = await field('等级档次');
    expect(await engine.planRetype(grade.id, 'number')).toEqual({
      known: 3,
      lost: 3,
      examples: ['金卡', '银卡'],
    });
    expect(await store.load()).toEqual(before);

    await engine.retypeField('retype', points.id, 'money', quiet);
    await engine.retypeField('retype', (await field('退货率')).id, 'text', quiet);
    await engine.retypeField('retype', (await field('兴趣')).id, 'text', quiet);
    await engine.retypeField('retype', (await field('优惠券')).id, 'flag', quiet);
    await engine.retypeField('retype', (await field('物流时长天数')).id, 'days', quiet);
    const rules = [
      'tag 积分是钱 when 会员积分 >= 1000元',
      'tag 退货写着 when 退货率 = "12%"',
      'tag 兴趣整段 when 兴趣 = "母婴、数码"',
      'metric 用券 = count(orders where 优惠券)',
      'tag 慢 when max(orders.物流时长天数) >= 5 days',
    ].join('\n');
    expect(await counts(rules)).toMatchObject({ 积分是钱: 1, 退货写着: 1, 兴趣整段: 1, 慢: 2 });
    expect((await engine.ownFields()).find(each => each.field.zh === '优惠券')!.known).toBe(0);
    await expect(engine.retypeField('retype', 'own:99', 'text', quiet)).rejects.toMatchObject({
      code: 'fieldGone',
    });
  });

  it('take a kind and give it back: a step back returns to what was before', async () => {
    await importAll(members);
    const points = (await engine.ownFields())[0]!.field;
    await importAll(csv('later.csv', '客户编号,姓名,会员积分\nC1,张伟,"2,500"\nC3,王芳,7\n'));
    await engine.retypeField('retype', points.id, 'text', quiet);
    const textOf = async (name: string) => {
      const known = (await store.allKnown()).find(each => each.name === name)!;
      return (await store.customer(known.id))!.columns[points.id];
    };
    expect([await textOf('张伟'), await textOf('李娜'), await textOf('王芳')]).toEqual(['2,500', '80', '7']);
    const [latest] = [...(await engine.imports())].sort((a, b) => b.id - a.id);
    await engine.undoImport('undo', latest!.id, quiet);
    expect([await textOf('张伟'), await textOf('李娜'), await textOf('王芳')]).toEqual([
      '1200',
      '80',
      undefined,
    ]);
    await engine.retypeField('retype', points.id, 'number', quiet);
    expect(await counts('tag a when 会员积分 >= 1000')).toEqual({ a: 1 });
  });

  it('stay readable in an audit that looked at them, also when they are gone', async () => {
    await importAll(members);
    const grade = (await engine.ownFields()).find(({ field }) => field.zh === '等级档次')!.field;
    const { audit } = await engine.drawAudit({
      size: 3,
      seed: 1,
      fields: ['name', grade.id],
      tolerated: 0.01,
      confidence: 0.95,
    });
    expect(audit.items.map(({ values }) => values[grade.id]).sort()).toEqual(['金卡', '金卡', '银卡']);
    await engine.removeField(grade.id);
    expect((await engine.audit(audit.id))!.audit.ownFields?.map(({ zh }) => zh)).toEqual(['等级档次']);
  });

  it('come back from a backup', async () => {
    await importAll(members);
    const { ownFields, frame } = await store.load();
    const { file } = await store.backup({ passphrase: '', extra: '{}', now: 1 });
    const other = freshStore().store;
    await other.restore(file, '');
    expect(await other.ownFields()).toEqual(ownFields);
    expect((await other.load()).frame.customers).toEqual(frame.customers);
  });

  it('are edited in the form like the others', async () => {
    await importAll(members);
    const fields = (await engine.ownFields()).map(({ field }) => field);
    const id = (label: string) => fields.find(field => field.zh === label)!.id;
    const [known] = await store.allKnown();
    const draft = { id: known!.id, name: '张伟', source: 'hand' };
    const wrong = await engine.saveCustomer({ ...draft, columns: { [id('会员积分')]: '很多' } });
    expect(wrong).toMatchObject({ ok: false, faults: [{ field: id('会员积分'), code: 'numberInvalid' }] });
    await engine.saveCustomer({
      ...draft,
      columns: {
        [id('会员积分')]: '1500',
        [id('兴趣')]: '户外;数码',
        [id('是否企业微信')]: '',
        [id('等级档次')]: '黑卡',
      },
    });
    const { columns } = (await store.customer(known!.id))!;
    expect([columns[id('会员积分')], columns[id('兴趣')], columns[id('等级档次')]]).toEqual([
      1500,
      '户外、数码',
      '黑卡',
    ]);
    expect(id('是否企业微信') in columns).toBe(false);
  });

  it('come with the import that brings them, or not at all', async () => {
    const { guess } = await engine.inspect(members);
    await engine.previewImport('dry', [{ file: members, mapping: guess }], quiet);
    expect(await store.ownFields()).toEqual([]);
    const job = engine.runImport('run', [{ file: members, mapping: guess }], progress => {
      if (progress.stage === 'writing') void engine.cancel('run');
    });
    await job.catch(() => undefined);
    const { customers } = await engine.workspace();
    expect((await store.ownFields()).length > 0).toBe(customers > 0);
  });
});

/** One customer of a file: what its own columns say, null = blank. */
interface Told {
  readonly points: number | null;
  readonly grade: string | null;
  readonly called: number | null;
  readonly member: boolean | null;
  readonly likes: readonly string[];
}

describe('rules over own fields', () => {
  const day0 = dayFromIso('2026-01-01')!;
  const told: fc.Arbitrary<Told> = fc.record({
    points: fc.option(fc.integer({ min: -50, max: 50 })),
    grade: fc.option(fc.constantFrom('金卡', '银卡', '__proto__', 'a"b', '<b>x</b>')),
    called: fc.option(fc.integer({ min: day0, max: day0 + 40 })),
    member: fc.option(fc.boolean()),
    likes: fc.uniqueArray(fc.constantFrom('茶', '书', '花'), { maxLength: 3 }),
  });
  const kinds = ['number', 'text', 'date', 'flag', 'texts'] as const;
  const headings = ['积分', '等级档次', '回访', '会员否', '爱好'];

  function fileOf(all: readonly Told[]): File {
    const rows = all.map(({ points, grade, called, member, likes }, index) => [
      `C${index}`,
      `客户${index}`,
      points ?? '',
      grade ?? '',
      called === null ? '' : isoOf(called),
      member === null ? '' : member ? '是' : '否',
      likes.join('、'),
    ]);
    return csv('told.csv', Papa.unparse([['客户编号', '姓名', ...headings], ...rows]));
  }

  async function bring(all: readonly Told[]): Promise<void> {
    const file = fileOf(all);
    const { guess, ownFields } = await engine.inspect(file);
    const columns = guess.columns.map((target, column) => {
      const kind = kinds[column - 2];
      const label = headings[column - 2];
      const known = ownFields.find(field => field.zh === label);
      if (!kind || !label) return target;
      return known
        ? { of: known.of, field: known.id }
        : { of: 'customer' as const, field: `new${column}`, create: { label, kind } };
    });
    const mapping = { ...guess, subject: 'customer' as const, columns };
    await engine.runImport('bring', [{ file, mapping }], quiet);
  }

  it('say what a plain filter of the rows says, also when the file comes twice', async () => {
    const limit = fc.integer({ min: -50, max: 50 });
    await fc.assert(
      fc.asyncProperty(fc.array(told, { minLength: 1, maxLength: 12 }), limit, async (all, bound) => {
        ({ engine, store } = openEngine());
        await bring(all);
        const known = all.flatMap(({ points }) => (points === null ? [] : [points]));
        const mean = known.reduce((sum, each) => sum + each, 0) / known.length;
        const holds: Record<string, (each: Told) => boolean> = {
          [`积分 >= ${bound}`]: each => each.points !== null && each.points >= bound,
          '积分 > mean(积分)': each => each.points !== null && each.points > mean,
          '积分 is known and not 积分 < 0': each => each.points !== null && each.points >= 0,
          '等级档次 = "金卡"': each => each.grade === '金卡',
          '等级档次 in ["银卡", "__proto__"]': each => ['银卡', '__proto__'].includes(each.grade ?? ''),
          [`回访 >= ${isoOf(day0 + 20)}`]: each => each.called !== null && each.called >= day0 + 20,
          会员否: each => each.member === true,
          '爱好 contains "书"': each => each.likes.includes('书'),
        };
        const rules = Object.keys(holds)
          .map((when, index) => `tag t${index} when ${when}`)
          .join('\n');
        const expected = Object.fromEntries(
          Object.values(holds).map((test, index) => [`t${index}`, all.filter(test).length]),
        );
        expect(await counts(rules)).toEqual(expected);
        const before = await store.load();
        await bring(all);
        expect(await counts(rules)).toEqual(expected);
        expect((await store.load()).frame.customers).toEqual(before.frame.customers);
        store.close();
      }),
      { numRuns: 10 },
    );
  });
});

import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { fieldOf } from '../../src/domain/fields.ts';
import { dayFromIso, valueId } from '../../src/domain/index.ts';
import type { Engine, RfmSettings } from '../../src/engine/index.ts';
import { caseOf, hasTruth, truth } from '../models/orderLog.ts';
import { importFile, openEngine, quiet } from './kit.ts';

const yuan = 100;

describe.skipIf(!hasTruth)(
  'RFM of a real Chinese order log through import and engine (../shared/truth)',
  () => {
    let engine: Engine;
    const settings: RfmSettings = {
      counting: 'days',
      money: 'perDay',
      scoring: {
        by: 'fixed',
        at: 'up',
        cuts: {
          recency: [30, 60, 90, 120],
          frequency: [2, 3, 4, 5],
          monetary: [50, 100, 150, 200].map(each => each * yuan),
        },
      },
      split: { of: 'scores', by: 'mean', tie: 'low' },
      names: 'frequency',
      segments: { by: 'classes' },
    };

    beforeAll(async () => {
      ({ engine } = openEngine());
      const file = new File([readFileSync(`${truth}/data/chinese/rfm_orders_zh.csv`)], 'rfm_orders_zh.csv');
      await importFile(engine, file);
      await engine.setDay(dayFromIso('2019-06-30')!);
    }, 60_000);

    it('has the eight classes of the article, to the customer and the yuan', async () => {
      const { expected } = caseOf<Record<string, [number, number]>>('rfm', 'rfm8.zh.table');
      const { segments, others } = await engine.rfm(settings);
      const found = segments.map(({ name, customers, revenue }) => [name.zh, [customers, revenue / yuan]]);
      expect(Object.fromEntries(found)).toEqual(expected);
      expect(others.customers).toBe(0);
    });

    it('gives rules the same segments, names and scores', async () => {
      await engine.publishModel('rfm', 'rfm', settings, quiet);
      const { segments } = await engine.rfm(null);
      const rules = segments.map(
        ({ name, code }) =>
          `tag \`${code}\` when rfmClass = "${code}"\ntag \`named ${code}\` when rfmSegment = "${name.zh}"`,
      );
      const { declarations, notes } = await engine.preview(rules.join('\n'));
      expect(notes.filter(({ severity }) => severity === 'error')).toEqual([]);
      for (const { name, code, customers } of segments) {
        expect(valueId(fieldOf('customer', 'rfmSegment'), name.en)).not.toBeNull();
        for (const rule of [`${code}`, `named ${code}`])
          expect(declarations.find(each => each.name === rule)?.count).toBe(customers);
      }
    });

    it('splits everybody among the rows of a map, and rules know its names', async () => {
      const rows = [
        { name: '大客户', r: [4, 5] as const, m: [4, 5] as const },
        { name: '流失客户', r: [1, 2] as const },
      ];
      const own: RfmSettings = { ...settings, segments: { by: 'own', rows } };
      const view = await engine.rfm(own);
      const { customers } = await engine.rfm(settings);
      const inside = view.segments.reduce((sum, each) => sum + each.customers, 0);
      expect([inside + view.others.customers, view.others.customers > 0]).toEqual([customers, true]);
      expect(view.map?.flaws.uncaught).not.toEqual([]);
      const request = { settings: own, group: { is: 'others' } as const, offset: 0, limit: 5 };
      expect((await engine.rfmCustomers(request)).total).toBe(view.others.customers);
      await engine.publishModel('rfm', 'rfm', own, quiet);
      const { declarations } = await engine.preview(
        'tag big when rfmSegment = "大客户"\ntag gone when rfmSegment = "Lost"\ntag other when rfmSegment is unknown and frequency > 0',
      );
      const counts = declarations.map(({ count }) => count);
      expect(counts).toEqual([...view.segments.map(each => each.customers), view.others.customers]);
    });
  },
);

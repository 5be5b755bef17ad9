import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/engine/index.ts';
import { describeChanges, describeWhen, sampleRules } from '../../src/rules/index.ts';
import type { Store } from '../../src/store/index.ts';
import { openEngine, quiet, today } from './kit.ts';

const zh = { language: 'zh', currency: 'CNY' } as const;
let engine: Engine;
let store: Store;

beforeAll(async () => {
  ({ engine, store } = openEngine());
  await engine.loadSample('sample', 1, quiet);
  await engine.publish('publish', sampleRules.zh, '', quiet);
});

describe('why', () => {
  const text = sampleRules.zh;

  it('agrees with the counts of the preview and with the card, for every rule of the sample', async () => {
    const [zhang] = await store.cardsFor(['e:zhang.wei@acme-sz.test']);
    const preview = await engine.preview(text);
    for (const { name, kind } of preview.declarations) {
      const why = await engine.why({ text, name, id: zhang!.id });
      expect(why).toMatchObject({ proof: { kind, name }, asOf: today });
      if (kind === 'segment') expect(why!.proof.holds).toBe(zhang!.segments.includes(name));
      if (kind === 'tag') expect(why!.proof.holds).toBe(zhang!.tags.includes(name));
      for (const change of why!.flips) expect(change.verdict).not.toBe(why!.proof.holds);
    }
  });

  it('passes to a page as plain data, with the statistic and the orders that were used', async () => {
    const [zhang] = await store.cardsFor(['e:zhang.wei@acme-sz.test']);
    const why = structuredClone(await engine.why({ text, name: '流失预警', id: zhang!.id }))!;
    expect(why.proof).toMatchObject({ kind: 'segment', name: '流失预警', holds: true, value: 1 });
    const tag = why.proof.line.children.find(line => line.proof)!.proof!;
    const lines: (typeof tag.line)[] = [];
    const walk = (line: typeof tag.line): void => {
      lines.push(line);
      line.children.forEach(walk);
    };
    walk(tag.line);
    const statistic = lines.find(line => line.form === 'statistic')!;
    expect(statistic.over).toBeGreaterThan(1000);
    expect(statistic.value).toBeGreaterThan(0);
    const counted = lines.find(line => line.rows?.of === 'order')!.rows!;
    expect(counted.counted).toBeGreaterThanOrEqual(5);
    expect(counted.rows.length).toBe(Math.min(20, counted.counted));
    expect(describeChanges(why.flips.slice(0, 1), zh)).toContain('再下 1 单');
  });

  it('tells when time alone turns it: the day after the last that still held', async () => {
    const { members } = await engine.members({
      text,
      name: '新客户',
      show: 'matches',
      search: '',
      offset: 0,
      limit: 3,
    });
    expect(members.length).toBeGreaterThan(0);
    for (const { id } of members) {
      const { next } = (await engine.why({ text, name: '新客户', id }))!;
      expect(next!.verdict).toBe(false);
      expect(describeWhen('新客户', next!, today, zh)).toMatch(/不再是新客户$/);
      await engine.setDay(next!.day - 1);
      expect((await engine.why({ text, name: '新客户', id }))!.proof.holds).toBe(true);
      await engine.setDay(next!.day);
      expect((await engine.why({ text, name: '新客户', id }))!.proof.holds).toBe(false);
      await engine.setDay(null);
    }
  });

  it('of the published rules: an outcome for every rule but metrics, the same as its proof', async () => {
    const [zhang] = await store.cardsFor(['e:zhang.wei@acme-sz.test']);
    const outcomes = await engine.outcomes(zhang!.id);
    const { declarations } = await engine.preview(text);
    expect(outcomes.map(each => each.name)).toEqual(
      declarations.filter(each => each.kind !== 'metric').map(each => each.name),
    );
    for (const { kind, name, outcome } of outcomes) {
      const { proof } = (await engine.why({ text: null, name, id: zhang!.id }))!;
      expect(kind === 'tier' ? proof.value : proof.holds).toBe(outcome);
    }
    expect(await engine.outcomes('nobody')).toEqual([]);
  });

  it('is null for a rule or a customer that is not there', async () => {
    const [zhang] = await store.cardsFor(['e:zhang.wei@acme-sz.test']);
    expect(await engine.why({ text, name: 'nobody', id: zhang!.id })).toBe(null);
    expect(await engine.why({ text, name: '流失预警', id: 'nobody' })).toBe(null);
  });
});

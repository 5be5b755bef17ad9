import { expect, it } from 'vitest';
import { check, evaluate, parse } from '../../../src/rules/index.ts';
import { worldOf } from '../../rules/kit.ts';
import { asOf, makeBase } from '../engine-base.ts';
import { fiftyRules } from '../engine-rules.ts';
import { customersOf, rowRules } from './closures.ts';
import { plainRules } from './plain.ts';

it('what the peers are told comes to the same as the engine, customer by customer', () => {
  const frame = makeBase(400, 4_000);
  const checked = check(parse(fiftyRules), worldOf(frame));
  const { results } = evaluate(checked, frame, { asOf });
  const rules = plainRules(checked, asOf);
  const closures = rowRules(rules);
  const facts = closures.factsOf(customersOf(frame, rules));
  closures.decide(facts, closures.statisticsOf(facts));
  const factOf = new Map(rules.metrics.map(({ name, fact }) => [name, fact.name]));
  expect(results).toHaveLength(50);
  for (const result of results) {
    const found = facts.map(each => each[factOf.get(result.name) ?? result.name] ?? Number.NaN);
    if (result.kind === 'metric') {
      expect('values' in result.column && [...result.column.values], result.name).toEqual(found);
    } else if (result.kind === 'tier') expect([...result.codes], result.name).toEqual(found);
    else
      expect(
        facts.map((_, row) => result.bits.has(row)),
        result.name,
      ).toEqual(found);
  }
});

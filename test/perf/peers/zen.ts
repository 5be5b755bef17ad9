import { type Facts, numberOf } from './closures.ts';
import type { Condition, Fact, PlainRules } from './plain.ts';

// What is used of @gorules/zen-engine.
type Outcome = Readonly<Record<string, unknown>>;
interface Decision {
  evaluate(context: object): Promise<{ readonly result: { readonly outcomes: readonly Outcome[] } }>;
}
export interface ZenPackage {
  readonly ZenEngine: new () => { createDecision(content: object): Decision; dispose(): void };
}

/**
 * The zen engine: one expression node with an expression for every tier (a level) and set, which may refer to those
 * before. It has no aggregates over a base either, so each customer's facts are handed over and the statistics stand
 * in the expressions as numbers. It is given many customers in a call, which is twice as fast as one by one. The
 * function gives what each rule came to, by name, for each customer.
 */
export function zenRules(
  { ZenEngine }: ZenPackage,
  rules: PlainRules,
  statistics: ReadonlyMap<string, number>,
): (facts: readonly Facts[]) => Promise<ReadonlyMap<string, unknown>[]> {
  const names = [...rules.tiers, ...rules.sets].map(({ name }) => name);
  const keys = new Map(names.map((name, index) => [name, `r${index}`]));
  const tiers = rules.tiers.map(({ name, by, froms }) => {
    const steps = froms.map(
      (from, index) => `${compared(by, '>=', numberOf(from, statistics))} ? ${index + 1} : `,
    );
    return { id: name, key: keys.get(name)!, value: `${steps.join('')}${froms.length + 1}` };
  });
  const sets = rules.sets.map(({ name, when }) => {
    return { id: name, key: keys.get(name)!, value: expressionOf(when, statistics, keys) };
  });
  const position = { x: 0, y: 0 };
  const expressions = [...tiers, ...sets];
  const looping = { executionMode: 'loop', inputField: 'customers', outputPath: 'outcomes' };
  const content = { expressions, passThrough: false, ...looping };
  const nodes = [
    { id: 'facts', name: 'facts', type: 'inputNode', position, content: {} },
    { id: 'rules', name: 'rules', type: 'expressionNode', position, content },
    { id: 'outcome', name: 'outcome', type: 'outputNode', position, content: {} },
  ];
  const edges = [
    { id: 'in', type: 'edge', sourceId: 'facts', targetId: 'rules' },
    { id: 'out', type: 'edge', sourceId: 'rules', targetId: 'outcome' },
  ];
  const decision = new ZenEngine().createDecision({ nodes, edges });
  return async facts => {
    const { result } = await decision.evaluate({ customers: facts });
    return result.outcomes.map(outcome => new Map(names.map(name => [name, outcome[keys.get(name)!]])));
  };
}

/** It refuses to compare null, so what may be unknown is asked first. */
function compared(fact: Fact, operator: string, value: number): string {
  const test = `${fact.name} ${operator === '=' ? '==' : operator} ${value}`;
  const known = fact.form === 'rows' && (fact.aggregate === 'count' || fact.aggregate === 'sum');
  return known ? test : `(${fact.name} != null and ${test})`;
}

function expressionOf(
  condition: Condition,
  statistics: ReadonlyMap<string, number>,
  keys: ReadonlyMap<string, string>,
): string {
  const told = (each: Condition) => expressionOf(each, statistics, keys);
  switch (condition.form) {
    case 'all':
    case 'any':
      return `(${condition.of.map(told).join(condition.form === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `not(${told(condition.of)})`;
    case 'compare':
      return compared(condition.fact, condition.operator, numberOf(condition.bound, statistics));
    case 'among':
      return `${condition.fact.name} in ${JSON.stringify(condition.values)}`;
    case 'known':
      return `${condition.fact.name} != null`;
    case 'level':
      return `$.${keys.get(condition.tier.name)} in ${JSON.stringify(condition.levels)}`;
    case 'holds':
      return `$.${keys.get(condition.set.name)}`;
  }
}

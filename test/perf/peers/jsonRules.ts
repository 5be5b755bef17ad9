import type { Comparison } from '../../../src/rules/compare.ts';
import { type Customer, type Facts, factReaders, numberOf } from './closures.ts';
import { type Condition, depthsOf, type Fact, type PlainRules } from './plain.ts';

type JsonCondition =
  | { readonly fact: string; readonly operator: string; readonly value: unknown }
  | { readonly all: readonly JsonCondition[] }
  | { readonly any: readonly JsonCondition[] }
  | { readonly not: JsonCondition };

// What is used of json-rules-engine.
interface RuleEvent {
  readonly type: string;
}
interface Almanac {
  addFact(name: string, value: unknown): void;
  factValue(name: string): Promise<unknown>;
}
interface RuleEngine {
  addFact(name: string, compute: (parameters: object, almanac: Almanac) => unknown): unknown;
  addRule(rule: {
    readonly conditions: JsonCondition;
    readonly event: RuleEvent;
    readonly priority: number;
    readonly onSuccess: (event: RuleEvent, almanac: Almanac) => void;
  }): unknown;
  run(facts: object): Promise<{ readonly events: readonly RuleEvent[] }>;
}
export interface JsonRulesPackage {
  readonly Engine: new (rules: [], options: { readonly allowUndefinedFacts: boolean }) => RuleEngine;
}

/**
 * json-rules-engine: a rule for every set and every level but the last of a tier. Its aggregates are its dynamic
 * facts: functions of ours that read the customer's orders when a rule first asks for them. It has no statistics of a
 * base, so those stand in the rules as numbers. What held is added as a fact, and what refers to it comes later by
 * priority: faster than its named conditions. The function tells which rules held for a customer, from the orders or
 * from facts that are handed over instead.
 */
export function jsonRules(
  { Engine }: JsonRulesPackage,
  rules: PlainRules,
  statistics: ReadonlyMap<string, number>,
): (given: { readonly customer: Customer } | Facts) => Promise<ReadonlySet<string>> {
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const [name, read] of factReaders(rules)) {
    engine.addFact(name, async (_, almanac) => read((await almanac.factValue('customer')) as Customer));
  }
  const depths = depthsOf(rules);
  const add = (name: string, depth: number, condition: JsonCondition) => {
    engine.addRule({
      conditions: 'fact' in condition ? { all: [condition] } : condition,
      event: { type: name },
      priority: rules.sets.length - depth,
      onSuccess: ({ type }, almanac) => almanac.addFact(type, true),
    });
  };
  for (const { name, by, froms } of rules.tiers) {
    froms.forEach((from, index) => {
      add(levelName(name, index + 1), 0, compared(by, '>=', numberOf(from, statistics)));
    });
  }
  for (const { name, when } of rules.sets) add(name, depths.get(name)!, jsonOf(when, statistics));
  return async given => {
    const { events } = await engine.run(given);
    return new Set(events.map(({ type }) => type));
  };
}

/** The event of a customer who reaches the level, or a higher one. */
export function levelName(tier: string, level: number): string {
  return `${tier} ${level}`;
}

const operators: Readonly<Record<Comparison, string>> = {
  '=': 'equal',
  '!=': 'notEqual',
  '>': 'greaterThan',
  '>=': 'greaterThanInclusive',
  '<': 'lessThan',
  '<=': 'lessThanInclusive',
};

/** Its comparisons of sizes do not hold for null, as ours; `!=` would. */
function compared({ name }: Fact, operator: Comparison, value: number): JsonCondition {
  if (operator === '!=') throw new Error('no != in these rules');
  return { fact: name, operator: operators[operator], value };
}

function held(name: string): JsonCondition {
  return { fact: name, operator: 'equal', value: true };
}

function jsonOf(condition: Condition, statistics: ReadonlyMap<string, number>): JsonCondition {
  const told = (each: Condition) => jsonOf(each, statistics);
  switch (condition.form) {
    case 'all':
      return { all: condition.of.map(told) };
    case 'any':
      return { any: condition.of.map(told) };
    case 'not':
      return { not: told(condition.of) };
    case 'compare':
      return compared(condition.fact, condition.operator, numberOf(condition.bound, statistics));
    case 'among':
      return { fact: condition.fact.name, operator: 'in', value: condition.values };
    case 'known':
      return { fact: condition.fact.name, operator: 'notEqual', value: null };
    case 'level': {
      const { tier, levels } = condition;
      const lowest = tier.froms.length + 1;
      const reached = (level: number) => held(levelName(tier.name, level));
      // Who reaches a level reaches all below it: from the highest wanted to the lowest wanted, without a gap.
      const [top, bottom] = [Math.min(...levels), Math.max(...levels)];
      if (levels.length !== bottom - top + 1) throw new Error('levels with a gap');
      const above = top > 1 ? [{ not: reached(top - 1) }] : [];
      return { all: [...above, ...(bottom < lowest ? [reached(bottom)] : [])] };
    }
    case 'holds':
      return held(condition.set.name);
  }
}

import { type Customer, type Facts, numberOf } from './closures.ts';
import type { Condition, Fact, PlainRules } from './plain.ts';

// What is used of @gorules/zen-engine.
type Outcome = Readonly<Record<string, unknown>>;
interface Decision {
  evaluate(context: object): Promise<{ readonly result: { readonly customers: readonly Outcome[] } }>;
}
export interface ZenPackage {
  readonly ZenEngine: new () => { createDecision(content: object): Decision; dispose(): void };
}

/** What each rule came to, by name, for each of many customers. */
type Decide<Given> = (given: readonly Given[]) => Promise<ReadonlyMap<string, unknown>[]>;

/**
 * The zen engine: an expression node with an expression for every tier (a level) and set, which may refer to those
 * before. For aggregates there is another node before it, which filters each list of orders once. It has no
 * statistics of a base, so those stand in the expressions as numbers. It is given one customer or many in a call, with
 * the few columns that the rules read: many at once take about half the time.
 */
export function zenRules(
  { ZenEngine }: ZenPackage,
  rules: PlainRules,
  statistics: ReadonlyMap<string, number>,
): { readonly fromOrders: Decide<Customer>; readonly fromFacts: Decide<Facts> } {
  const names = [...rules.tiers, ...rules.sets].map(({ name }) => name);
  const keys = new Map(names.map((name, index) => [name, `r${index}`]));
  const outcomes = new Map<string, string>();
  for (const { name, by, froms } of rules.tiers) {
    const steps = froms.map(
      (from, index) => `${compared(by, '>=', numberOf(from, statistics))} ? ${index + 1} : `,
    );
    outcomes.set(keys.get(name)!, `${steps.join('')}${froms.length + 1}`);
  }
  for (const { name, when } of rules.sets) {
    outcomes.set(keys.get(name)!, expressionOf(when, statistics, keys));
  }
  const engine = new ZenEngine();
  const decide = async (decision: Decision, customers: readonly object[]) => {
    const { result } = await decision.evaluate({ customers });
    return result.customers.map(outcome => new Map(names.map(name => [name, outcome[keys.get(name)!]])));
  };
  const ofFacts = engine.createDecision(graphOf([outcomes]));
  const ofOrders = engine.createDecision(graphOf([factExpressions(rules), outcomes]));
  return {
    fromFacts: facts => decide(ofFacts, facts),
    fromOrders: customers =>
      decide(
        ofOrders,
        customers.map(({ columns, orders }) => ({ ...columns, orders })),
      ),
  };
}

/** Expression nodes, one after the other, each of which turns every customer into its own expressions' values. */
function graphOf(nodes: readonly ReadonlyMap<string, string>[]): object {
  const position = { x: 0, y: 0 };
  const looping = { executionMode: 'loop', inputField: 'customers', outputPath: 'customers' };
  const inner = nodes.map((node, index) => {
    const expressions = [...node].map(([key, value]) => ({ id: key, key, value }));
    const content = { expressions, passThrough: false, ...looping };
    return { id: `node${index}`, name: `node${index}`, type: 'expressionNode', position, content };
  });
  const all = [
    { id: 'given', name: 'given', type: 'inputNode', position, content: {} },
    ...inner,
    { id: 'outcome', name: 'outcome', type: 'outputNode', position, content: {} },
  ];
  const edges = all.slice(1).map(({ id }, index) => {
    return { id: `to ${id}`, type: 'edge', sourceId: all[index]!.id, targetId: id };
  });
  return { nodes: all, edges };
}

/** An expression for each fact of a customer with `orders`, after those for the lists of orders that they are of. */
function factExpressions({ facts, asOf }: PlainRules): ReadonlyMap<string, string> {
  const lists = new Map<string, string>();
  const listOf = (after: number | null, where: Condition | null): string => {
    const from = after === null ? '' : ` and #.day > ${after}`;
    const passing = where ? ` and ${expressionOf(where, new Map(), new Map(), '#.')}` : '';
    const list = `filter(orders, #.day <= ${asOf}${from}${passing})`;
    if (!lists.has(list)) lists.set(list, `list${lists.size}`);
    return `$.${lists.get(list)}`;
  };
  const expressionFor = (fact: Fact): string => {
    if (fact.form === 'column') return fact.field;
    if (fact.form === 'since') return `$.${fact.of.name} != null ? ${asOf} - $.${fact.of.name} : null`;
    const { aggregate, field, after, where } = fact;
    const list = listOf(after, where);
    if (aggregate === 'count') return `len(${list})`;
    if (aggregate === 'sum') return `sum(map(${list}, #.${field}))`;
    const below = aggregate === 'share' ? listOf(after, null) : list;
    const value =
      aggregate === 'share' ? `len(${list}) / len(${below})` : `${aggregate}(map(${list}, #.${field}))`;
    return `len(${below}) > 0 ? ${value} : null`;
  };
  const values = facts.map(fact => [fact.name, expressionFor(fact)] as const);
  return new Map([...[...lists].map(([list, key]) => [key, list] as const), ...values]);
}

/** It refuses to compare null, so what may be unknown is asked first. */
function compared(fact: Fact, operator: string, value: number, of = ''): string {
  const test = `${of}${fact.name} ${operator === '=' ? '==' : operator} ${value}`;
  const known = fact.form === 'rows' && (fact.aggregate === 'count' || fact.aggregate === 'sum');
  return known ? test : `(${of}${fact.name} != null and ${test})`;
}

/** `of` stands before the name of each fact: `#.` for those of an order. */
function expressionOf(
  condition: Condition,
  statistics: ReadonlyMap<string, number>,
  keys: ReadonlyMap<string, string>,
  of = '',
): string {
  const told = (each: Condition) => expressionOf(each, statistics, keys, of);
  switch (condition.form) {
    case 'all':
    case 'any':
      return `(${condition.of.map(told).join(condition.form === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `not(${told(condition.of)})`;
    case 'compare':
      return compared(condition.fact, condition.operator, numberOf(condition.bound, statistics), of);
    case 'among':
      return `${of}${condition.fact.name} in ${JSON.stringify(condition.values)}`;
    case 'known':
      return `${of}${condition.fact.name} != null`;
    case 'level':
      return `$.${keys.get(condition.tier.name)} in ${JSON.stringify(condition.levels)}`;
    case 'holds':
      return `$.${keys.get(condition.set.name)}`;
  }
}

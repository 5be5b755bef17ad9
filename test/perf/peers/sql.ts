import { type Bound, type Condition, depthsOf, type Fact, type PlainRules, type PlainTier } from './plain.ts';

/**
 * The rules as one query over tables `customers` (id, columns) and `orders` (customer, day, columns): a row a
 * customer, with every metric, tier (a level, 1 = highest) and set under its name.
 */
export function outcomeQuery(rules: PlainRules): string {
  const ofOrders = rules.facts.filter(fact => fact.form === 'rows');
  const aggregated = ofOrders.map(fact => `${aggregateOf(fact)} as ${quoted(fact.name)}`);
  const given = rules.facts.map(fact => {
    if (fact.form === 'since') return `${rules.asOf} - ${quoted(fact.of.name)} as ${quoted(fact.name)}`;
    return fact.form === 'column' || !isNumberOfRows(fact)
      ? quoted(fact.name)
      : `coalesce(${quoted(fact.name)}, 0) as ${quoted(fact.name)}`;
  });
  const statistics = rules.statistics.map(({ name, of, what, share }) => {
    const value = quoted(of.name);
    return `${what === 'mean' ? `avg(${value})` : `quantile_disc(${value}, ${share})`} as ${quoted(name)}`;
  });
  const outcomes = layersOf(rules).map(
    (layer, index) => `outcome${index + 1} as (select *, ${layer.join(', ')} from outcome${index})`,
  );
  const metrics = rules.metrics.map(({ name, fact }) => `${quoted(fact.name)} as ${quoted(name)}`);
  const others = [...rules.tiers, ...rules.sets].map(({ name }) => quoted(name));
  return `with ${[
    `ofOrders as (select customer, ${aggregated.join(', ')} from orders where day <= ${rules.asOf} group by customer)`,
    `facts as materialized (select id, ${given.join(', ')} from customers left join ofOrders on customer = id)`,
    `statistics as materialized (select ${statistics.join(', ')} from facts)`,
    'outcome0 as (select * from facts, statistics)',
    ...outcomes,
  ].join(',\n')}
select id, ${[...metrics, ...others].join(', ')} from outcome${outcomes.length}`;
}

/**
 * One row of counts over a relation of outcomes, the query or a table of it: of how many customers each metric is
 * known, how many are on each level and in each set.
 */
export function countQuery(rules: PlainRules, outcomes: string): string {
  const counts = [
    ...rules.metrics.map(({ name }) => `count(${quoted(name)})`),
    ...rules.tiers.flatMap(({ name, froms }) =>
      [...froms, null].map((_, index) => `count(*) filter (where ${quoted(name)} = ${index + 1})`),
    ),
    ...rules.sets.map(({ name }) => `count(*) filter (where ${quoted(name)})`),
  ];
  return `select ${counts.join(', ')} from ${outcomes}`;
}

/** Tiers and sets, each layer made of the ones before. */
function layersOf(rules: PlainRules): string[][] {
  const layers = [rules.tiers.map(tier => `${ladderOf(tier)} as ${quoted(tier.name)}`)];
  const depths = depthsOf(rules);
  for (const { name, when } of rules.sets) {
    const depth = depths.get(name)!;
    layers[depth] ??= [];
    layers[depth].push(`${sqlOf(when)} as ${quoted(name)}`);
  }
  return layers;
}

function aggregateOf({ aggregate, field, after, where }: Fact & { form: 'rows' }): string {
  const window = after === null ? [] : [`day > ${after}`];
  const filter = filterOf([...window, ...(where ? [sqlOf(where)] : [])]);
  if (aggregate === 'count') return `count(*)${filter}`;
  if (aggregate === 'share') return `count(*)${filter} / nullif(count(*)${filterOf(window)}, 0)`;
  return `${aggregate}(${quoted(field!)})${filter}`;
}

function filterOf(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : ` filter (where ${conditions.join(' and ')})`;
}

/** Over no orders: 0, where the others are unknown. */
function isNumberOfRows({ aggregate }: Fact & { form: 'rows' }): boolean {
  return aggregate === 'count' || aggregate === 'sum';
}

function ladderOf({ by, froms }: PlainTier): string {
  const levels = froms.map((from, index) => `when ${quoted(by.name)} >= ${boundOf(from)} then ${index + 1}`);
  return `case ${levels.join(' ')} else ${froms.length + 1} end`;
}

/** True where the condition holds; false or null elsewhere. */
function sqlOf(condition: Condition): string {
  switch (condition.form) {
    case 'all':
    case 'any':
      return `(${condition.of.map(sqlOf).join(condition.form === 'all' ? ' and ' : ' or ')})`;
    case 'not':
      return `(${sqlOf(condition.of)} is not true)`;
    case 'compare': {
      const operator = condition.operator === '!=' ? '<>' : condition.operator;
      return `${quoted(condition.fact.name)} ${operator} ${boundOf(condition.bound)}`;
    }
    case 'among':
      return `${quoted(condition.fact.name)} in (${condition.values.map(value => `'${value}'`).join(', ')})`;
    case 'known':
      return `${quoted(condition.fact.name)} is not null`;
    case 'level':
      return `${quoted(condition.tier.name)} in (${condition.levels.join(', ')})`;
    case 'holds':
      return quoted(condition.set.name);
  }
}

function boundOf(bound: Bound): string {
  if (typeof bound === 'number') return `${bound}`;
  return bound.times === 1
    ? quoted(bound.statistic.name)
    : `${bound.times}::double * ${quoted(bound.statistic.name)}`;
}

function quoted(name: string): string {
  return `"${name}"`;
}

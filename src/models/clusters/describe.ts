import { Bits } from '../../domain/index.ts';

/** One threshold of a description; all of them hold together. */
export interface Condition {
  /** Id of the metric. */
  readonly metric: string;
  readonly relation: '>=' | '<=';
  readonly value: number;
}

/** The rule that separates a cluster best, and how well it does. */
export interface Description {
  readonly conditions: readonly Condition[];
  /** Everybody for whom the conditions hold. */
  readonly rows: Bits;
  /** Of those, the share that is in the cluster; of the cluster, the share that is found. */
  readonly precision: number;
  readonly recall: number;
}

export interface Described {
  readonly id: string;
  readonly values: Float64Array;
}

const MOST_CONDITIONS = 4;
/** A condition that betters the description by less is not worth reading. */
const WORTH = 0.005;

/** The rows of each metric by value, unknown ones left out: made once for all clusters. */
export function orderRows(metrics: readonly Described[]): Uint32Array[] {
  return metrics.map(({ values }) => {
    const rows: number[] = [];
    for (let row = 0; row < values.length; row++) if (!Number.isNaN(values[row]!)) rows.push(row);
    return Uint32Array.from(rows).sort((a, b) => values[a]! - values[b]!);
  });
}

/**
 * The conjunction of at most four thresholds that tells `members` from everybody else best, found greedily by the F1
 * measure: the condition that betters it most is added, and those before it are found anew beside it. A threshold is
 * the roundest number between two values, so that it reads well and changes nothing.
 */
export function describeRows(
  metrics: readonly Described[],
  members: Bits,
  orders: readonly Uint32Array[] = orderRows(metrics),
): Description {
  const inside = memberFlags(members);
  const wanted = members.count();
  const bestBeside = (others: readonly Condition[]): Cut => {
    const covered = coveredBy(metrics, others, members.size);
    const found = metrics.map((metric, at) => bestCut(metric, orders[at]!, inside, covered, wanted));
    return found.reduce((leader, each) => (each.worth > leader.worth ? each : leader));
  };
  let conditions: readonly Condition[] = [];
  let worth = (2 * wanted) / (members.size + wanted);
  while (conditions.length < MOST_CONDITIONS) {
    const added = bestBeside(conditions);
    if (!added.condition || added.worth < worth + WORTH) break;
    ({ conditions, worth } = refitted(tightened(conditions, added.condition), added.worth, bestBeside));
  }
  return { conditions, ...described(metrics, conditions, members) };
}

/** How well conditions tell `members` from everybody else. */
export function described(
  metrics: readonly Described[],
  conditions: readonly Condition[],
  members: Bits,
): Omit<Description, 'conditions'> {
  const rows = rowsFor(metrics, conditions, members.size);
  const right = rows.and(members).count();
  const share = (of: number) => (of > 0 ? right / of : 0);
  return { rows, precision: share(rows.count()), recall: share(members.count()) };
}

/** Everybody for whom all conditions hold; one on a metric that is not there holds for nobody. */
function rowsFor(metrics: readonly Described[], conditions: readonly Condition[], size: number): Bits {
  const covered = coveredBy(metrics, conditions, size);
  return Bits.from(size, row => covered[row] === 1);
}

/** Finds each condition anew beside the others while that betters anything: the first was found without them. */
function refitted(
  conditions: readonly Condition[],
  worth: number,
  bestBeside: (others: readonly Condition[]) => Cut,
): { readonly conditions: readonly Condition[]; readonly worth: number } {
  for (let at = 0; at < conditions.length; at++) {
    const others = conditions.filter((_, index) => index !== at);
    const { condition, worth: better } = bestBeside(others);
    if (condition && better > worth + 1e-9) return refitted(tightened(others, condition), better, bestBeside);
  }
  return { conditions, worth };
}

function memberFlags(members: Bits): Uint8Array {
  const flags = new Uint8Array(members.size);
  for (const row of members.rows()) flags[row] = 1;
  return flags;
}

interface Cut {
  readonly worth: number;
  readonly condition: Condition | null;
}

/** The cut through the covered rows with the highest F1 = 2 right / (covered + wanted). */
function bestCut(
  { id, values }: Described,
  order: Uint32Array,
  inside: Uint8Array,
  covered: Uint8Array,
  wanted: number,
): Cut {
  let [total, right] = [0, 0];
  for (const row of order) {
    total += covered[row]!;
    right += covered[row]! & inside[row]!;
  }
  let best: Cut = { worth: -1, condition: null };
  let [below, rightBelow] = [0, 0];
  for (let at = 0; at < order.length; ) {
    const value = values[order[at]!]!;
    const previous = at > 0 ? values[order[at - 1]!]! : Number.NEGATIVE_INFINITY;
    const above = (2 * (right - rightBelow)) / (total - below + wanted);
    if (above > best.worth && at > 0)
      best = {
        worth: above,
        condition: { metric: id, relation: '>=', value: roundest(previous, value, 'up') },
      };
    for (; at < order.length && values[order[at]!]! === value; at++) {
      below += covered[order[at]!]!;
      rightBelow += covered[order[at]!]! & inside[order[at]!]!;
    }
    if (at === order.length) break;
    const upTo = (2 * rightBelow) / (below + wanted);
    if (upTo > best.worth) {
      const next = values[order[at]!]!;
      best = { worth: upTo, condition: { metric: id, relation: '<=', value: roundest(value, next, 'down') } };
    }
  }
  return best;
}

/**
 * The roundest number that separates two neighbouring values: in (low, high] for 'up', in [low, high) for 'down'.
 */
export function roundest(low: number, high: number, side: 'up' | 'down'): number {
  if (low === Number.NEGATIVE_INFINITY) return high;
  const largest = Math.max(Math.abs(low), Math.abs(high));
  for (let power = Math.ceil(Math.log10(largest)); power > -12; power--) {
    const steps = side === 'up' ? Math.floor(shifted(high, -power)) : Math.ceil(shifted(low, -power));
    const value = shifted(steps, power);
    if (side === 'up' ? value > low && value <= high : value >= low && value < high) return value + 0;
  }
  return side === 'up' ? high : low;
}

/** value x 10^power, to the digits that a number has. */
function shifted(value: number, power: number): number {
  return power < 0 ? Number((value / 10 ** -power).toPrecision(15)) : value * 10 ** power;
}

/** The conditions with one more; of two in the same direction on one metric only the later, tighter one is left. */
function tightened(conditions: readonly Condition[], added: Condition): Condition[] {
  const others = conditions.filter(each => each.metric !== added.metric || each.relation !== added.relation);
  return [...others, added];
}

function coveredBy(metrics: readonly Described[], conditions: readonly Condition[], size: number) {
  const covered = new Uint8Array(size).fill(1);
  for (const { metric, relation, value } of conditions) {
    const values = metrics.find(each => each.id === metric)?.values;
    for (let row = 0; row < size; row++) {
      const holds = values && (relation === '>=' ? values[row]! >= value : values[row]! <= value);
      if (!holds) covered[row] = 0;
    }
  }
  return covered;
}

/**
 * The area under the ROC curve: how probably a random member has a higher score than a random other, ties counting
 * half (Mann & Whitney 1947). NaN where there are no members, or only members.
 */
export function areaUnderCurve(scores: Float64Array, members: Uint8Array): number {
  const placed = placements(scores, members);
  let [sum, count] = [0, 0];
  for (let row = 0; row < placed.length; row++) {
    if (members[row] === 0) continue;
    sum += placed[row]!;
    count++;
  }
  return sum / count;
}

/** By how much one score's area is greater than another's over the same rows, and its standard error. */
export interface AreaDifference {
  readonly difference: number;
  readonly error: number;
}

/** The difference of two areas over the same rows (DeLong, DeLong & Clarke-Pearson 1988). */
export function compareAreas(one: Float64Array, other: Float64Array, members: Uint8Array): AreaDifference {
  const [first, second] = [placements(one, members), placements(other, members)];
  const differences = first.map((place, row) => place - second[row]!);
  const [inside, outside] = [1, 0].map(kind => differences.filter((_, row) => members[row] === kind));
  const [a, b] = [momentsOf(inside!), momentsOf(outside!)];
  return { difference: a.mean, error: Math.sqrt(a.variance / inside!.length + b.variance / outside!.length) };
}

/** For each member the share of others that score less, for each other the share of members that score more. */
function placements(scores: Float64Array, members: Uint8Array): Float64Array<ArrayBuffer> {
  const order = Uint32Array.from(scores.keys()).sort((a, b) => scores[a]! - scores[b]!);
  const all = members.reduce((sum, member) => sum + member, 0);
  const placed = new Float64Array(order.length);
  let [membersBelow, othersBelow] = [0, 0];
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    let tied = 0;
    while (end < order.length && scores[order[end]!] === scores[order[begin]!])
      tied += members[order[end++]!]!;
    const othersTied = end - begin - tied;
    for (let at = begin; at < end; at++) {
      const row = order[at]!;
      placed[row] =
        members[row] === 1
          ? (othersBelow + othersTied / 2) / (order.length - all)
          : (all - membersBelow - tied / 2) / all;
    }
    membersBelow += tied;
    othersBelow += othersTied;
    begin = end;
  }
  return placed;
}

function momentsOf(values: Float64Array) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, variance: squares / Math.max(values.length - 1, 1) };
}

/** Customers with like probabilities: what was said of them and what they did. */
export interface CalibrationBin {
  readonly customers: number;
  readonly predicted: number;
  readonly observed: number;
}

/** How far probabilities can be taken at their word. */
export interface Calibration {
  /** From the least probabilities to the greatest, about as many customers in each. */
  readonly bins: readonly CalibrationBin[];
  /** The mean distance between predicted and observed share over the bins. */
  readonly error: number;
  /** The mean squared distance of a probability from what happened (Brier 1950). */
  readonly brier: number;
}

/** Calibration in `most` bins of equal size; equal probabilities share a bin. `binOf`: the bin of each row. */
export function calibrationOf(
  probabilities: Float64Array,
  happened: Uint8Array,
  most = 10,
): Calibration & { readonly binOf: Uint8Array<ArrayBuffer> } {
  const order = Uint32Array.from(probabilities.keys()).sort((a, b) => probabilities[a]! - probabilities[b]!);
  const size = order.length / most;
  const bins: CalibrationBin[] = [];
  const binOf = new Uint8Array(order.length);
  let brier = 0;
  let error = 0;
  for (let begin = 0; begin < order.length; ) {
    let end = begin;
    const full = Math.max(begin + 1, Math.round((bins.length + 1) * size));
    let [predicted, observed] = [0, 0];
    while (
      end < order.length &&
      (end < full || probabilities[order[end]!] === probabilities[order[end - 1]!])
    ) {
      const row = order[end++]!;
      binOf[row] = bins.length;
      predicted += probabilities[row]!;
      observed += happened[row]!;
      brier += (probabilities[row]! - happened[row]!) ** 2;
    }
    const customers = end - begin;
    error += Math.abs(predicted - observed);
    bins.push({ customers, predicted: predicted / customers, observed: observed / customers });
    begin = end;
  }
  const all = Math.max(order.length, 1);
  return { bins, error: error / all, brier: brier / all, binOf };
}

/** Gauss-Legendre nodes on [0, 1] and their weights: twelve points are exact to polynomials of degree 23. */
export const nodes: readonly number[] = [];
export const weights: readonly number[] = [];

const halfNodes = [
  [0.125_233_408_511_468_9, 0.249_147_045_813_402_7],
  [0.367_831_498_998_180_2, 0.233_492_536_538_354_6],
  [0.587_317_954_286_617_5, 0.203_167_426_723_065_73],
  [0.769_902_674_194_304_7, 0.160_078_328_543_346_42],
  [0.904_117_256_370_474_8, 0.106_939_325_995_319_07],
  [0.981_560_634_246_719_2, 0.047_175_336_386_511_41],
] as const;

for (const [node, weight] of halfNodes) {
  (nodes as number[]).push((1 - node) / 2, (1 + node) / 2);
  (weights as number[]).push(weight / 2, weight / 2);
}

/** An exponential may fall by this many e-folds within a panel and is still integrated to machine precision. */
export const foldsInPanel = 8;
/** Wider panels would come too near to the singularities that log(m + e^v) has off the real axis. */
const widestPanel = 3;

/** A panel that adds less than this share of the total is the last one. */
export const negligible = 1e-18;

/**
 * How wide a panel from `from` may be, not beyond `to`, where the logarithm of the integrand changes by at most
 * `rateAt` per unit of length and that rate grows along the way.
 */
export function panelWidth(from: number, to: number, rateAt: (at: number) => number): number {
  let width = Math.min(widestPanel, to - from);
  while (width * rateAt(from + width) > foldsInPanel && width * rateAt(from) > foldsInPanel / 4) width /= 2;
  return width;
}

/** The integral from 0 to `to` of a smooth function that falls in the end: it stops where nothing more is added. */
export function integrateFalling(
  to: number,
  widthAt: (from: number) => number,
  integrand: (at: number) => number,
): number {
  let total = 0;
  let width = 0;
  for (let from = 0; from < to; from += width) {
    width = Math.min(widthAt(from), to - from);
    let here = 0;
    for (let node = 0; node < nodes.length; node++) {
      here += weights[node]! * integrand(from + nodes[node]! * width);
    }
    total += here * width;
    if (here * width <= negligible * total) break;
  }
  return total;
}

/** The integral of a smooth function from `from` to `to`, in `panels` pieces. */
export function integrate(
  from: number,
  to: number,
  panels: number,
  integrand: (at: number) => number,
): number {
  const width = (to - from) / panels;
  let total = 0;
  for (let panel = 0; panel < panels; panel++) {
    for (let node = 0; node < nodes.length; node++) {
      total += weights[node]! * integrand(from + (panel + nodes[node]!) * width);
    }
  }
  return total * width;
}

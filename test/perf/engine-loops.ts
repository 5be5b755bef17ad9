import { addMonths, type CodedColumn, type Frame, type NumericColumn } from '../../src/domain/index.ts';

/** What the fifty rules come to: metrics as columns, the others as codes (tiers) or bit sets. */
export interface Outcome {
  readonly metrics: readonly Float64Array[];
  readonly sets: readonly Uint32Array[];
  readonly tiers: readonly Uint8Array[];
}

/** The same fifty rules as engine-rules.ts, written by hand: one pass over the orders, one over the customers. */
export function runByHand(frame: Frame, asOf: number): Outcome {
  const n = frame.size;
  const { offsets, day, columns } = frame.orders;
  const amount = (columns.amount as NumericColumn).values;
  const repeat = (columns.repeat as NumericColumn).values;
  const status = columns.status as CodedColumn;
  const category = columns.category as CodedColumn;
  const statusCodes = status.codes;
  const categoryCodes = category.codes;
  const paidCode = status.dictionary.codeOf('paid');
  const refundedCode = status.dictionary.codeOf('refunded');
  const c3 = category.dictionary.codeOf('c3');
  const c7 = category.dictionary.codeOf('c7');
  const year = addMonths(asOf, -12);
  const half = addMonths(asOf, -6);
  const quarter = addMonths(asOf, -3);
  const month = asOf - 30;

  const column = () => new Float64Array(n);
  const frequency = column();
  const average = column();
  const repurchase = column();
  const halfSum = column();
  const yearSum = column();
  const refunds = column();
  const largest = column();
  const fresh = column();
  const monthly = column();
  const quarterly = column();
  const halfCount = column();
  const recency = column();
  const sinceFirst = column();

  for (let i = 0; i < n; i++) {
    let paid = 0;
    let paidYear = 0;
    let paidHalf = 0;
    let paidMonth = 0;
    let inYear = 0;
    let inQuarter = 0;
    let repeats = 0;
    let refunded = 0;
    let sumYear = 0;
    let sumHalf = 0;
    let most = Number.NEGATIVE_INFINITY;
    let freshCount = 0;
    let first = Number.NaN;
    let last = Number.NaN;
    for (let row = offsets[i]!; row < offsets[i + 1]!; row++) {
      const when = day[row]!;
      if (when > asOf) break;
      const code = statusCodes[row]!;
      if (when > year) {
        inYear++;
        if (repeat[row] === 1) repeats++;
        if (code === refundedCode) refunded++;
        if (when > quarter) inQuarter++;
      }
      if (code !== paidCode) continue;
      const value = amount[row]!;
      paid++;
      if (value > most) most = value;
      if (paid === 1) first = when;
      last = when;
      if (when > year) {
        paidYear++;
        sumYear += value;
        const kind = categoryCodes[row]!;
        if (kind === c3 || kind === c7) freshCount++;
        if (when > half) {
          paidHalf++;
          sumHalf += value;
          if (when > month) paidMonth++;
        }
      }
    }
    frequency[i] = paid;
    average[i] = paidYear === 0 ? Number.NaN : sumYear / paidYear;
    repurchase[i] = inYear === 0 ? Number.NaN : repeats / inYear;
    halfSum[i] = sumHalf;
    yearSum[i] = sumYear;
    refunds[i] = inYear === 0 ? Number.NaN : refunded / inYear;
    largest[i] = paid === 0 ? Number.NaN : most;
    fresh[i] = freshCount;
    monthly[i] = paidMonth;
    quarterly[i] = inQuarter;
    halfCount[i] = paidHalf;
    recency[i] = asOf - last;
    sinceFirst[i] = asOf - first;
  }

  const meanOf = (values: Float64Array) => {
    let sum = 0;
    let known = 0;
    for (let i = 0; i < n; i++) {
      const value = values[i]!;
      if (Number.isNaN(value)) continue;
      sum += value;
      known++;
    }
    return sum / known;
  };
  const meanAverage = meanOf(average);
  const meanYear = meanOf(yearSum);
  const sorted = yearSum.slice().sort();
  const ninth = sorted[Math.ceil(0.9 * n - 1e-9) - 1]!;
  const median = sorted[Math.ceil(0.5 * n - 1e-9) - 1]!;

  const industry = frame.customers.industry as CodedColumn;
  const size = frame.customers.size as CodedColumn;
  const province = frame.customers.province as CodedColumn;
  const channel = frame.customers.channel as CodedColumn;
  const income = (frame.customers.income as NumericColumn).values;
  const joined = (frame.customers.joined as NumericColumn).values;
  const code = (of: CodedColumn, value: string) => of.dictionary.codeOf(value);
  const [manufacturing, construction, mining] = [
    code(industry, 'C'),
    code(industry, 'E'),
    code(industry, 'B'),
  ];
  const [large, medium, micro] = [code(size, 'large'), code(size, 'medium'), code(size, 'micro')];
  const [advert, event, referral] = [code(channel, '广告'), code(channel, '活动'), code(channel, '转介绍')];
  const east = new Set([1, 2, 3, 4, 5].map(each => code(province, `省${each}`)));
  const old = asOf - addMonths(asOf, -36);

  const sets = Array.from({ length: 37 }, () => new Uint32Array((n + 31) >>> 5));
  const loyalty = new Uint8Array(n);
  const value = new Uint8Array(n);
  const rhythm = new Uint8Array(n);
  const holds: boolean[] = [];
  for (let i = 0; i < n; i++) {
    const often = halfCount[i]!;
    const since = recency[i]!;
    const sum = yearSum[i]!;
    const rate = repurchase[i]!;
    const count = frequency[i]!;
    const sector = industry.codes[i]!;
    const scale = size.codes[i]!;
    const source = channel.codes[i]!;
    const a = rate >= 0.6 ? 1 : rate >= 0.3 ? 2 : 3;
    const b = sum >= 1.5 * meanYear ? 1 : sum >= meanYear ? 2 : sum >= 10_000 ? 3 : 4;
    const c = count >= 10 ? 1 : count >= 4 ? 2 : 3;
    loyalty[i] = a;
    value[i] = b;
    rhythm[i] = c;
    const valuable = often >= 5 && average[i]! >= 1.5 * meanAverage;
    const frequent = often >= 5;
    const recent = since <= 30;
    const big = sum >= ninth;
    const refunding = refunds[i]! > 0.2 && count >= 3;
    const newcomer = sinceFirst[i]! <= 60;
    const eastern = east.has(province.codes[i]!);
    holds[0] = valuable;
    holds[1] = sector === manufacturing && scale === large && recent;
    holds[2] = frequent;
    holds[3] = often >= 2 && often <= 4;
    holds[4] = often <= 1;
    holds[5] = recent;
    holds[6] = since > 30 && since <= 90;
    holds[7] = since > 90;
    holds[8] = big;
    holds[9] = sum > median;
    holds[10] = refunding;
    holds[11] = largest[i]! >= 200_000;
    holds[12] = fresh[i]! >= 1;
    holds[13] = monthly[i]! >= 1 || quarterly[i]! >= 3;
    holds[14] = newcomer;
    holds[15] = asOf - joined[i]! >= old;
    holds[16] = income[i]! > 20_000_000 && scale !== micro;
    holds[17] = eastern;
    holds[18] = valuable && since > 60 && !(source === advert || source === event);
    holds[19] = (valuable || big) && a === 1;
    holds[20] = count >= 3 && since > 180;
    holds[21] = newcomer && count <= 2;
    holds[22] = b === 2 && frequent;
    holds[23] = refunding && halfSum[i]! > 50_000;
    holds[24] =
      (sector === manufacturing || sector === construction || sector === mining) &&
      (scale === large || scale === medium);
    holds[25] = source === referral && c <= 2;
    holds[26] = average[i]! < 0.8 * meanAverage && frequent;
    holds[27] = b >= 3 && a !== 3 && since >= 60 && since <= 365;
    holds[28] = holds[18]!;
    holds[29] = holds[19]!;
    holds[30] = holds[20]! && !Number.isNaN(income[i]);
    holds[31] = holds[21]!;
    holds[32] = holds[22]!;
    holds[33] = holds[23]!;
    holds[34] = holds[24]! && recent;
    holds[35] = holds[26]!;
    holds[36] = holds[27]! && !eastern;
    const word = i >>> 5;
    const bit = i & 31;
    for (let k = 0; k < 37; k++) sets[k]![word]! |= (holds[k] ? 1 : 0) << bit;
  }
  return {
    metrics: [frequency, average, repurchase, halfSum, yearSum, refunds, largest, fresh, monthly, quarterly],
    sets,
    tiers: [loyalty, value, rhythm],
  };
}

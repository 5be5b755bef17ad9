const longest = 64;
const rows = [0, 1, 2].map(() => new Int32Array(longest + 1));

/**
 * How many keys apart two texts are: letters left out, put in, replaced, or two neighbours exchanged (optimal string
 * alignment). Counting stops at `limit` + 1. Texts are cut at 64 units.
 */
export function editDistance(one: string, other: string, limit: number): number {
  const width = Math.min(other.length, longest);
  const height = Math.min(one.length, longest);
  if (Math.abs(height - width) > limit) return limit + 1;
  let [before, last, current] = rows as [Int32Array, Int32Array, Int32Array];
  for (let column = 0; column <= width; column++) last[column] = column;
  let leastBefore = 0;
  for (let row = 1; row <= height; row++) {
    current[0] = row;
    let least = row;
    const letter = one.charCodeAt(row - 1);
    for (let column = 1; column <= width; column++) {
      const same = letter === other.charCodeAt(column - 1);
      let cost = same
        ? last[column - 1]!
        : 1 + Math.min(last[column]!, current[column - 1]!, last[column - 1]!);
      const exchanged =
        row > 1 &&
        column > 1 &&
        letter === other.charCodeAt(column - 2) &&
        one.charCodeAt(row - 2) === other.charCodeAt(column - 1);
      if (exchanged) cost = Math.min(cost, before[column - 2]! + 1);
      current[column] = cost;
      if (cost < least) least = cost;
    }
    // Two rows back an exchange may still go on from.
    if (least > limit && leastBefore >= limit) return limit + 1;
    leastBefore = least;
    [before, last, current] = [last, current, before];
  }
  return Math.min(last[width]!, limit + 1);
}

const takenOne = new Uint8Array(longest);
const takenOther = new Uint8Array(longest);

/** Jaro-Winkler similarity, 0 to 1 (Winkler 1990: prefix of up to 4, scale 0.1). Texts are cut at 64 units. */
export function jaroWinkler(one: string, other: string): number {
  const [height, width] = [Math.min(one.length, longest), Math.min(other.length, longest)];
  if (height === 0 || width === 0) return 0;
  const reach = Math.max(0, Math.floor(Math.max(height, width) / 2) - 1);
  takenOne.fill(0, 0, height);
  takenOther.fill(0, 0, width);
  let common = 0;
  for (let row = 0; row < height; row++) {
    const last = Math.min(width - 1, row + reach);
    for (let column = Math.max(0, row - reach); column <= last; column++) {
      if (takenOther[column] || one.charCodeAt(row) !== other.charCodeAt(column)) continue;
      takenOne[row] = takenOther[column] = 1;
      common++;
      break;
    }
  }
  if (common === 0) return 0;
  let displaced = 0;
  for (let row = 0, column = 0; row < height; row++) {
    if (!takenOne[row]) continue;
    while (!takenOther[column]) column++;
    if (one.charCodeAt(row) !== other.charCodeAt(column)) displaced++;
    column++;
  }
  const jaro = (common / height + common / width + (common - displaced / 2) / common) / 3;
  let prefix = 0;
  while (prefix < 4 && prefix < height && prefix < width && one[prefix] === other[prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}

/** A rectangle of a treemap, in shares of the whole area. */
export interface Tile {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Rectangles whose areas are as the values, each as square as it can be in an area `ratio` times as wide as high, in
 * the order of the values (Bruls, Huizing & van Wijk 2000, "Squarified Treemaps"). What is 0 or less has no area.
 */
export function treemap(values: readonly number[], ratio: number): Tile[] {
  const tiles: Tile[] = values.map(() => ({ left: 0, top: 0, width: 0, height: 0 }));
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  const order = [...values.keys()].filter(at => values[at]! > 0).sort((a, b) => values[b]! - values[a]!);
  const area = (at: number) => (values[at]! / total) * ratio;
  let free = { left: 0, top: 0, width: ratio, height: 1 };
  while (order.length > 0) {
    const side = Math.min(free.width, free.height);
    const row = [order.shift()!];
    while (order.length > 0 && worst([...row, order[0]!].map(area), side) <= worst(row.map(area), side)) {
      row.push(order.shift()!);
    }
    const isColumn = free.width >= free.height;
    const depth = row.reduce((sum, at) => sum + area(at), 0) / side;
    let along = 0;
    for (const at of row) {
      const length = area(at) / depth;
      tiles[at] = isColumn
        ? { left: free.left / ratio, top: free.top + along, width: depth / ratio, height: length }
        : { left: (free.left + along) / ratio, top: free.top, width: length / ratio, height: depth };
      along += length;
    }
    free = isColumn
      ? { ...free, left: free.left + depth, width: free.width - depth }
      : { ...free, top: free.top + depth, height: free.height - depth };
  }
  return tiles;
}

/** How far the least square of areas in a row of that length is from a square. */
function worst(areas: readonly number[], side: number): number {
  const sum = areas.reduce((total, area) => total + area, 0);
  return Math.max(
    ...areas.map(area => Math.max((side * side * area) / sum ** 2, sum ** 2 / (side * side * area))),
  );
}

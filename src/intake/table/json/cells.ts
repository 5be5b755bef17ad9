/** How deep names of nested objects are joined: {"address": {"city": "Lund"}} has the column address.city. */
const deepest = 3;

/** The cells of an item: by name for an object (names of nested objects joined by a point), in order for a list. */
export function cellsOfItem(item: unknown): ReadonlyMap<string, string> | readonly string[] {
  if (Array.isArray(item)) return item.map(textOf);
  const cells = new Map<string, string>();
  if (typeof item === 'object' && item !== null) flatten(item, '', 1, cells);
  else cells.set('value', textOf(item));
  return cells;
}

function flatten(value: object, prefix: string, depth: number, cells: Map<string, string>): void {
  for (const [key, inner] of Object.entries(value)) {
    const isNested = typeof inner === 'object' && inner !== null && !Array.isArray(inner);
    if (isNested && depth < deepest) flatten(inner, `${prefix}${key}.`, depth + 1, cells);
    else cells.set(`${prefix}${key}`, textOf(inner));
  }
}

/** A value as a cell: nothing for null, lists of plain values with ; between them, other things as JSON. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'number') return String(value);
  if (Array.isArray(value) && value.every(each => typeof each !== 'object'))
    return value.map(textOf).join('; ');
  return JSON.stringify(value);
}
